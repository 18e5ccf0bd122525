"""Goods: finding, searching, editing."""
