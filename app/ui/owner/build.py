"""Puts the back office together: one call for the bootstrap, when the owner first goes there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.services.checkout.desk import Desk
from app.services.common.office import Office
from app.services.common.store import Store
from app.ui.kit.bus import ChangeBus
from app.ui.kit.jobs import Runner
from app.ui.kit.keys import KeyMap
from app.ui.kit.prompter import Prompter
from app.ui.kit.scan_filter import ScanFilter
from app.ui.kit.words import Words
from app.ui.owner.context import DemoWish, OfficeContext
from app.ui.owner.office import OfficeScreen
from app.ui.owner.pages import PAGES, OfficePage


def build_office(
    store: Store,
    desk: Desk,
    words: Words,
    jobs: Runner,
    reading: Runner,
    bus: ChangeBus,
    prompter: Prompter,
    key_map: KeyMap,
    scan_filter: ScanFilter,
    *,
    pages: Sequence[OfficePage] | None = None,
    demo: DemoWish | None = None,
    refund: Callable[[str], None] | None = None,
) -> OfficeScreen:
    """The office for whoever stands at the desk; pages are made when they are opened; `pages` are others than all."""
    office = Office(store, lambda: desk.actor)
    context = OfficeContext(
        office, desk, words, jobs, reading, bus, prompter, key_map, scan_filter, demo=demo, refund=refund
    )
    return OfficeScreen(context, PAGES if pages is None else pages)
