"""Everything the shop can choose."""
