"""Money, quantity, barcode and time: values that know no table, no screen and no service."""
