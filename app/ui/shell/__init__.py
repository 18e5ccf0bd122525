"""The window around the screens: signing in, the strip of states, first run, the crash page."""
