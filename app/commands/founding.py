"""An empty directory that gets goods before it gets an owner: defaults now, `run` asks for the rest."""

from __future__ import annotations

from app.bootstrap.folder import Opened, found, has_founded
from app.services.staff.founding import FoundingDraft

UNNAMED_SHOP = "我的小店"


def found_with_defaults(opened: Opened) -> bool:
    """Make a shop without an owner where there is none; whether that was needed."""
    if has_founded(opened):
        return False
    found(opened, FoundingDraft(UNNAMED_SHOP), origin="command line")
    return True
