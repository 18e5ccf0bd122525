"""Setting the shop up, step by step; taken up again whenever the owner likes."""
