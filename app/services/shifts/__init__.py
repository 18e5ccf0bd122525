"""The drawer's day: opened with a float, counted at the end, told by a Z report."""
