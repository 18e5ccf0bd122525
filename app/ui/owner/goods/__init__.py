"""Goods in the back office: list, editor, bulk edit, quick keys."""
