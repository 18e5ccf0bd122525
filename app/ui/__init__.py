"""The top floor: windows, widgets and presenters; knows services and values, no SQL."""
