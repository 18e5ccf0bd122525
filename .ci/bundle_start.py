"""What the bundle starts instead of main.py: the same words, and two things only a bundle needs."""

from __future__ import annotations

import multiprocessing
import os
import sys

from app.commands.cli import main


def leave_programs_their_libraries() -> None:
    """`lp` and `aplay` must load the system's libraries, not the bundle's, whose start put its own in front."""
    before = os.environ.pop("LD_LIBRARY_PATH_ORIG", None)
    if before is not None:
        os.environ["LD_LIBRARY_PATH"] = before
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)


if __name__ == "__main__":
    # The import of files runs in a process of its own, which is this program again.
    multiprocessing.freeze_support()
    leave_programs_their_libraries()
    sys.exit(main(sys.argv[1:]))
