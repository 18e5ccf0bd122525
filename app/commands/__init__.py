"""What can be typed: one module per kind of command."""
