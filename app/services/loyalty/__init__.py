"""What a regular is given back: points, as dated lots on an append-only ledger."""
