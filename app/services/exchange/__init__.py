"""Import and export: tables in, tables out, and a finding for whatever did not fit."""
