"""What the owner looks at: sales, days, shifts, who did what; as values, tables and files."""
