"""Paper: a receipt as a value, drawn for printer, screen and picture, and a spool that never prints twice."""
