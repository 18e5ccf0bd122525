"""Bringing the old till's files in: goods, members, suppliers; and taking a whole import back."""
