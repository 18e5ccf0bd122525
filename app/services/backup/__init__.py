"""Looking after the data file: is it whole, does everything add up, was anything touched."""
