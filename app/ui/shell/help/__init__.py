"""The manual inside the till: which page is about which screen, and the window that shows it."""
