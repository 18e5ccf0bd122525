"""Paper: a receipt as a value, its looks on printer, screen and picture, and the spool that never prints twice."""
