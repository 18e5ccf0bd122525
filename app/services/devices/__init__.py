"""Printers: what they can do, how a job is handed over, and what became of it."""
