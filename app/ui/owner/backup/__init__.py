"""Backups: how it stands, making and trying them, their key, and how the shop comes back from one."""
