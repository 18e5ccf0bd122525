"""What the shop does. Knows tables and values, no Qt."""
