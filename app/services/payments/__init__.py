"""Ways of paying: what is due, what comes back, what must be noted."""
