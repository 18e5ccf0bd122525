"""What the shop can choose: every setting declared once, typed, with a default and a plain word."""
