"""Where a program's data lies; free of all that is heavy, because every command asks."""

from __future__ import annotations

from pathlib import Path

import platformdirs


def default_folder() -> Path:
    """Where the platform keeps a program's data."""
    return Path(platformdirs.user_data_dir("shuke", appauthor=False))
