"""Whom the shop buys from."""
