"""Goods in and out other than by a sale: documents, counts, lots, the moving average, and what is on hand."""
