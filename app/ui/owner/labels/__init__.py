"""Labels for shelves and goods: which are due, and printing them on sheets or on the label printer."""
