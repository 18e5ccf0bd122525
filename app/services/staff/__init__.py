"""The people of the shop: how it is founded, who works in it, how they prove who they are."""
