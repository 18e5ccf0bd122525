"""The shifts and their reports on paper."""
