"""The list of sales, and a sale with all that happened to it."""
