"""The set-up in the office: steps by keys, what is found, what is stored, what can be left for later."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from sqlalchemy import text

from app.services.devices.discover import DeviceKind, FoundDevice
from app.services.devices.protocols import PrintProblem
from app.services.settings import declared
from app.services.settings.service import change_setting
from app.services.staff.people import list_staff
from app.services.staff.set_up import SetUpKey, set_up_steps
from app.ui.kit.words import CHINESE
from app.ui.owner.pages import PAGES
from app.ui.owner.set_up import printer_step
from app.ui.owner.set_up.goods_step import GOODS_PAGE, IMPORT_PAGE, GoodsStep
from app.ui.owner.set_up.money_step import MoneyStep
from app.ui.owner.set_up.printer_step import OTHER, PrinterStep
from app.ui.owner.set_up.recovery_step import RecoveryStep
from app.ui.owner.set_up.scanner_step import ScannerStep
from app.ui.owner.set_up.set_up_page import SetUpPage
from tests.support.office import TestOffice, make_office

PAGE = [page for page in PAGES if page.key == "set_up"]
XPRINTER = FoundDevice("usb:0416:5011", "Xprinter XP-80", DeviceKind.RECEIPT_PRINTER)
LOCKED = FoundDevice("serial:/dev/ttyUSB0:9600", "USB serial", DeviceKind.SERIAL_LINE, PrintProblem.NOT_ALLOWED)
SCANNER = FoundDevice("", "Honeywell scanner", DeviceKind.SCANNER)


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestOffice]:
    monkeypatch.setattr(printer_step, "find_devices", lambda network=(): (LOCKED, XPRINTER, SCANNER))
    made = make_office(tmp_path, PAGE)
    yield made
    made.close()


def page_of(office: TestOffice, step: str | None = None) -> SetUpPage:
    page = office.open("set_up", step)
    assert isinstance(page, SetUpPage)
    return page


def done(office: TestOffice) -> set[str]:
    with office.screen.context.read() as read:
        return {step.key.value for step in set_up_steps(read, office.screen.context.settings()) if step.done}


def jobs(office: TestOffice) -> list[str]:
    with office.screen.context.read() as read:
        return [row.kind for row in read.connection.execute(text("SELECT kind FROM print_job ORDER BY id"))]


def test_it_opens_with_what_is_not_done_and_says_how_far_it_is(office: TestOffice) -> None:
    page = page_of(office)
    assert page._current is SetUpKey.RECOVERY
    assert page.progress.text() == "1 of 5 done", "goods are there"
    assert page.buttons[SetUpKey.GOODS].text().startswith("✓")


def test_keys_walk_through_the_steps_and_nothing_is_stored(office: TestOffice) -> None:
    page = page_of(office)
    seen = []
    for number in (2, 3, 4, 5, 1):
        office.press(f"Ctrl+{number}")
        seen.append(page._current)
    assert seen == [*list(SetUpKey)[1:], SetUpKey.RECOVERY]
    assert done(office) == {"goods"}


def test_the_recovery_code_cannot_be_left_out_and_is_stored_when_written_down(office: TestOffice) -> None:
    page = page_of(office, "recovery")
    step = page.steps[SetUpKey.RECOVERY]
    assert isinstance(step, RecoveryStep)
    assert not page.skip_button.isVisible()
    office.press("Ctrl+S")
    code = step.panel.code
    assert code
    office.press("Ctrl+S")
    assert "recovery" not in done(office), "nothing was typed back"
    office.type(code.split()[-1])
    office.press("Return")
    assert "recovery" in done(office)
    assert page._current is SetUpKey.MONEY
    with office.screen.context.read() as read:
        assert [person.name for person in list_staff(read) if person.has_recovery_code] == ["王老板"]


def test_money_and_tax_are_stored(office: TestOffice) -> None:
    page = page_of(office, "money")
    step = page.steps[SetUpKey.MONEY]
    assert isinstance(step, MoneyStep)
    step.form.set_value("currency", "KWD")
    assert step.form.values()["coin"] == 5
    step.form.set_value("rounding", "down")
    office.press("Ctrl+S")
    settings = office.screen.context.settings()
    assert settings.get(declared.CURRENCY) == "KWD"
    assert settings.get(declared.CURRENCY_EXPONENT) == 3
    assert (settings.get(declared.CASH_STEP), settings.get(declared.CASH_ROUNDING)) == (5, "down")
    assert "money" in done(office)


def test_a_tax_that_goods_carry_is_said_and_nothing_is_lost(office: TestOffice) -> None:
    page = page_of(office, "money")
    step = page.steps[SetUpKey.MONEY]
    assert isinstance(step, MoneyStep)
    step.form.set_value("taxes", "none")
    assert not step.form.editor("rate").isEnabled()
    office.press("Ctrl+S")
    assert any("goods carry" in told for told in step.form.problem_texts())
    assert step.form.values()["taxes"] == "none"
    assert page._current is SetUpKey.MONEY
    assert "money" not in done(office)


def test_the_currency_is_locked_after_a_sale(office: TestOffice) -> None:
    office.stocked.sell(("water", 1))
    page = page_of(office, "money")
    step = page.steps[SetUpKey.MONEY]
    assert isinstance(step, MoneyStep)
    assert not step.form.editor("currency").isEnabled()
    assert "sales already" in step.why.text()
    step.form.set_value("coin", 50)
    office.press("Ctrl+S")
    assert office.screen.context.settings().get(declared.CASH_STEP) == 50


def test_a_printer_that_was_found_is_offered_tried_and_kept(office: TestOffice) -> None:
    page = page_of(office, "printer")
    step = page.steps[SetUpKey.PRINTER]
    assert isinstance(step, PrinterStep)
    assert step.form.values()["device"] == XPRINTER.address, "the only one that looks like a receipt printer"
    step.test_button.click()
    assert jobs(office)[-1:] == ["test"]
    assert office.screen.context.settings().get(declared.PRINTER) == XPRINTER.address
    step.drawer_button.click()
    assert jobs(office)[-1:] == ["drawer"]
    step.form.set_value("text_mode", "raster")
    office.press("Ctrl+S")
    assert office.screen.context.settings().get(declared.PRINTER_TEXT) == "raster"
    assert "printer" in done(office)
    assert page._current is not SetUpKey.PRINTER


def test_a_device_that_may_not_be_used_says_why(office: TestOffice) -> None:
    step = page_of(office, "printer").steps[SetUpKey.PRINTER]
    assert isinstance(step, PrinterStep)
    step.form.set_value("device", LOCKED.address)
    assert step.message.text()
    step.form.set_value("device", XPRINTER.address)
    assert step.message.text() == ""


def test_a_wrong_address_is_said_and_stays(office: TestOffice) -> None:
    page = page_of(office, "printer")
    step = page.steps[SetUpKey.PRINTER]
    assert isinstance(step, PrinterStep)
    step.form.set_value("device", OTHER)
    step.form.set_value("address", "192.168.1.50")
    office.press("Ctrl+S")
    assert len(step.form.problem_texts()) == 1
    assert step.form.values()["address"] == "192.168.1.50"
    assert page._current is SetUpKey.PRINTER
    assert office.screen.context.settings().get(declared.PRINTER) == ""


def test_an_address_that_is_not_found_now_stays_chosen(office: TestOffice) -> None:
    with office.screen.context.action("setting") as uow:
        change_setting(uow, declared.PRINTER.key, "tcp:192.168.1.50:9100")
    step = page_of(office, "printer").steps[SetUpKey.PRINTER]
    assert isinstance(step, PrinterStep)
    assert step.form.values()["device"] == OTHER
    assert step.form.values()["address"] == "tcp:192.168.1.50:9100"


def test_a_scan_shows_that_the_scanner_works(office: TestOffice) -> None:
    page = page_of(office, "scanner")
    step = page.steps[SetUpKey.SCANNER]
    assert isinstance(step, ScannerStep)
    office.scan("6901234567892")
    assert "6901234567892 came whole" in step.message.text()
    office.scan("6901234567890")
    assert "check digit" in step.message.text()
    office.press("Ctrl+A")
    office.type("12345678")
    office.press("Return")
    assert "slowly" in step.message.text()
    office.press("Ctrl+S")
    assert "scanner" in done(office)


def test_a_step_that_is_not_needed_is_settled(office: TestOffice) -> None:
    page = page_of(office, "printer")
    assert page.skip_button.isVisible()
    page.skip_button.click()
    assert "printer" in done(office)
    assert office.screen.context.settings().get(declared.PRINTER) == ""
    assert page._current is SetUpKey.SCANNER


def test_goods_lead_to_pages_that_there_are(office: TestOffice) -> None:
    step = page_of(office, "goods").steps[SetUpKey.GOODS]
    assert isinstance(step, GoodsStep)
    known = {page.key for page in PAGES}
    assert GOODS_PAGE in known
    assert IMPORT_PAGE in known
    assert not step.demo_button.isVisible(), "this office knows no demo shop"


def test_it_speaks_both_languages(office: TestOffice) -> None:
    page = page_of(office, "money")
    before = page.keep_button.text()
    office.speak(CHINESE)
    page.retranslate()
    assert page.buttons[SetUpKey.MONEY].text()
    office.speak("en")
    assert page.keep_button.text() == before
