"""`make bench`: how fast the till is, beside floors measured in the same run."""
