"""People we know: enrol, find, what they agreed to, when they came."""
