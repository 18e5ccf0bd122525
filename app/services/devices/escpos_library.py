"""python-escpos, opened late and with a list of printers that is quick to read.

Its own list of 35 models costs half a second of parsing and is of no use to us: properties live in
`PrinterProfile`.
"""

from __future__ import annotations

import importlib
import os
from functools import lru_cache
from pathlib import Path
from types import ModuleType

_CAPABILITIES = Path(__file__).with_name("plain_capabilities.json")


@lru_cache(maxsize=1)
def transports() -> ModuleType:
    """The module `escpos.printer`."""
    if _CAPABILITIES.exists():
        os.environ.setdefault("ESCPOS_CAPABILITIES_FILE", str(_CAPABILITIES))
    return importlib.import_module("escpos.printer")


@lru_cache(maxsize=1)
def transport_errors() -> tuple[type[Exception], ...]:
    """Everything a transport of python-escpos raises; serial and USB errors are OSErrors.

    A transport that lost its device fails with a bare AssertionError, under `python -O` with an
    AttributeError.
    """
    transports()
    library_error: type[Exception] = importlib.import_module("escpos.exceptions").Error
    return (library_error, OSError, AssertionError, AttributeError)
