"""Parts every screen is built from: keys, scans, words, tables, dialogs, theme, jobs."""
