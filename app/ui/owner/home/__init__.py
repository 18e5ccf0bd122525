"""The owner's home: a day at a glance, and what waits to be done."""
