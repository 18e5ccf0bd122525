"""When Python searches for garbage: not while everything is being loaded, and seldom while somebody scans."""

from __future__ import annotations

import gc


def hold_collector() -> None:
    """Do not search while thousands of things are made that stay: it takes a tenth of a start and finds nothing.

    `settle_collector` ends it.
    """
    gc.disable()


def settle_collector() -> None:
    """Leave what lives as long as the program out of every later search for garbage, and search less often.

    A search through everything takes longer than a frame and would come in the middle of a scan.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    gc.enable()
