"""Step 0001 taken apart by room; frozen, so it names no class of the program."""
