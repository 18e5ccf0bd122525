"""The printer that the settings name."""

from __future__ import annotations

from app.services.devices.connect import connect_printer, profile_for
from app.services.devices.profile import PrinterProfile
from app.services.devices.protocols import Printer
from app.services.settings import declared
from app.services.settings.service import Settings


def printer_profile(settings: Settings) -> PrinterProfile:
    """Paper width and way of printing Chinese, as chosen."""
    return profile_for(
        settings.get(declared.PAPER_COLUMNS),
        settings.get(declared.PRINTER_TEXT),
        answers_status=settings.get(declared.PRINTER_ANSWERS),
    )


def printer_of(settings: Settings) -> Printer | None:
    """The receipt printer of this till; None when none is set up.

    Raises:
        PrinterAddressWrong
    """
    return connect_printer(settings.get(declared.PRINTER), printer_profile(settings))
