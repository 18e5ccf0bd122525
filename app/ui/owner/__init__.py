"""The owner's back office: what is behind the till."""
