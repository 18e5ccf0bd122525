"""Printers as bytes go to them: what they can do, what became of a job, and how they say that they are out of paper."""
