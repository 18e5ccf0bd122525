"""Goods in and out: deliveries, counts, waste and corrections, what is on hand, suppliers."""
