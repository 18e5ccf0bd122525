"""Step 0002, frozen: goods in, quick keys, imports that can be taken back."""
