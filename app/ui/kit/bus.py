"""Screens refresh by topic: a commit's topics are told once, to whoever shows such things."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class ChangeBus(QObject):
    """Carries what changed from the unit of work to the screens.

    Signals:
        changed: Something was committed. args: the topics, and who did it (a screen skips its own echo).
    """

    changed = Signal(frozenset, object)

    def publish(self, topics: frozenset[str], initiator: object = None) -> None:
        """Tell the screens; nothing happens for no topics. GUI thread only."""
        if topics:
            self.changed.emit(topics, initiator)
