"""Printers, drawer and scanner: what is plugged in, chosen and tried by the owner."""
