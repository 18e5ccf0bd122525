"""A scripted day on the real windows: real keys, real data, real paper, and totals written by hand beside it."""
