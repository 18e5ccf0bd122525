"""One pure function from a basket to its prices; no table, no clock, no screen."""
