"""Shuke, the till that knows its regulars."""

__version__ = "0.1.0"
