"""Devices: found, chosen, asked and tried with real keys, against sockets and files of this machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.services.checkout.printer import printer_of
from app.services.devices.discover import DeviceKind, FoundDevice
from app.services.devices.protocols import PrintProblem
from app.services.receipts.worker import PrintWorker
from app.services.settings import declared
from app.services.settings.registry import Setting
from app.services.settings.service import Settings, change_setting, load_settings
from app.services.staff.founding import nobody_at
from app.tour.waiting import let_events_run, wait_for
from app.ui.kit.buttons import TouchButton
from app.ui.kit.words import CHINESE, ENGLISH
from app.ui.owner.devices.devices_page import DevicesPage
from app.ui.owner.devices.presenter import LABEL, RECEIPT
from app.ui.owner.pages import PAGES
from tests.services.devices.loopback import READY, LoopbackPrinter, answers, free_port, prints
from tests.support.goods import WATER
from tests.support.office import TestOffice, make_office

POS = FoundDevice("usb:0416:5011", "Xprinter XP-80", DeviceKind.RECEIPT_PRINTER)
TSC = FoundDevice("usb:1203:0272", "TSC TTP-244", DeviceKind.LABEL_PRINTER, PrintProblem.NOT_ALLOWED)
SCANNER = FoundDevice("", "Newland HR22", DeviceKind.SCANNER)
NEIGHBOUR = FoundDevice("tcp:192.0.2.7:9100", "192.0.2.7 port 9100", DeviceKind.PRINTER)


class FakeSearch:
    """A shop with three things plugged in and one on the network."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []

    def __call__(self, *, network: Sequence[str] = ()) -> tuple[FoundDevice, ...]:
        self.asked.append(tuple(network))
        return (POS, TSC, SCANNER, *((NEIGHBOUR,) if network else ()))


@pytest.fixture
def office(qapp: QApplication, tmp_path: Path) -> Iterator[TestOffice]:
    made = make_office(tmp_path, [page for page in PAGES if page.key == "devices"])
    yield made
    made.close()


@pytest.fixture
def search(office: TestOffice) -> FakeSearch:
    view = office.screen.view("devices")
    assert isinstance(view, DevicesPage)
    search = FakeSearch()
    view.presenter.find, view.presenter.hosts = search, lambda: ("192.0.2.7",)
    return search


@pytest.fixture
def page(office: TestOffice, search: FakeSearch) -> DevicesPage:
    page = office.open("devices")
    assert isinstance(page, DevicesPage)
    return page


def settings(office: TestOffice) -> Settings:
    with office.stocked.shop.store.read() as read:
        return load_settings(read, scope=office.stocked.shop.till.till_id.hex())


def change(office: TestOffice, setting: Setting[str] | Setting[bool], value: object) -> None:
    shop = office.stocked.shop
    with shop.store.action(shop.owner, "setting") as uow:
        change_setting(uow, setting.key, value)


def tap(office: TestOffice, button: TouchButton) -> None:
    office.typist.tap(button)
    let_events_run()


def print_all(office: TestOffice) -> None:
    """What the till's printing thread does."""
    shop = office.stocked.shop
    actor = nobody_at(shop.till)
    worker = PrintWorker(
        lambda: shop.store.act(actor, "printing"), printer_of(settings(office)), told=lambda report: None
    )
    while worker.step(eager=True) == 0:
        pass


def test_what_is_plugged_in_says_whether_it_can_be_used(office: TestOffice, page: DevicesPage) -> None:
    model = page.table.rows_model()
    texts = [[model.data(model.index(row, at)) for at in range(model.columnCount())] for row in range(model.rowCount())]
    assert texts == [
        ["Xprinter XP-80", "receipt printer", "can be used"],
        ["TSC TTP-244", "label printer", "this user may not open it"],
        ["Newland HR22", "scanner", "can be used"],
    ]
    assert page.detail.text() == "usb:0416:5011: can be used"
    office.press("Down", "Down")
    assert page.detail.text() == "Newland HR22: nothing to choose: it types its codes as a keyboard does"
    assert not page.as_receipt.isEnabled(), "a scanner is no printer"


def test_the_network_is_only_asked_by_its_own_button(office: TestOffice, search: FakeSearch, page: DevicesPage) -> None:
    office.open("devices")
    assert search.asked == [()], "coming back looks for nothing again"
    office.press("Ctrl+F")
    assert search.asked == [(), ()]

    tap(office, page.network_button)
    assert search.asked[-1] == ("192.0.2.7",)
    assert page.table.rows_model().row_at(3) == NEIGHBOUR


def test_enter_makes_a_device_the_receipt_printer_and_it_can_be_taken_back(
    office: TestOffice, page: DevicesPage
) -> None:
    office.press("Return")

    assert settings(office).get(declared.PRINTER) == POS.address
    assert page.printers[RECEIPT].address.text() == POS.address
    assert "Xprinter XP-80 is the receipt printer now" in office.screen.undo_bar.text()
    office.press("Ctrl+Z")
    assert settings(office).get(declared.PRINTER) == ""
    assert page.printers[RECEIPT].state.text() == "None is set up"
    assert not page.printers[RECEIPT].test_button.isEnabled()


def test_a_label_printer_is_chosen_from_the_list(office: TestOffice, page: DevicesPage) -> None:
    office.press("Down")
    tap(office, page.as_label)

    assert settings(office).get(declared.LABEL_PRINTER) == TSC.address
    assert settings(office).get(declared.PRINTER) == ""


def test_state_is_told_in_words_and_asked_again(office: TestOffice, search: FakeSearch) -> None:
    status = dict(READY)
    change(office, declared.PRINTER_ANSWERS, True)
    with LoopbackPrinter(answers(status)) as printer:
        change(office, declared.PRINTER, f"tcp:127.0.0.1:{printer.port}")
        page = office.open("devices")
        assert isinstance(page, DevicesPage)
        card = page.printers[RECEIPT]
        assert (card.state.text(), card.state.property("role")) == ("ready", "good")

        status[4] = 0x72  # paper end
        status[2] = 0x32
        tap(office, card.refresh_button)
        assert (card.state.text(), card.state.property("role")) == ("out of paper", "problem")
    office.speak(CHINESE)
    office.speak(ENGLISH)
    tap(office, card.refresh_button)
    assert card.state.text() == "not connected"


def test_the_test_page_asks_which_half_reads_well(office: TestOffice, search: FakeSearch) -> None:
    with LoopbackPrinter(prints) as printer:
        change(office, declared.PRINTER, f"tcp:127.0.0.1:{printer.port}")
        page = office.open("devices")
        assert isinstance(page, DevicesPage)
        assert not page.halves.isVisible()
        tap(office, page.printers[RECEIPT].test_button)
        assert page.halves.isVisible()
        print_all(office)
        wait_for("the paper", lambda: any(printer.printed))
        paper = b"".join(printer.printed)

    assert "农夫山泉".encode("gb18030") in paper, "the upper half is the printer's own letters"
    assert b"\x1dv0" in paper, "the lower half is a picture"
    office.press("Tab", "Space")  # from the upper half to the lower one
    assert settings(office).get(declared.PRINTER_TEXT) == "raster"
    assert not page.halves.isVisible()


def test_the_drawer_is_tried_and_noted(office: TestOffice, search: FakeSearch) -> None:
    with LoopbackPrinter(prints) as printer:
        change(office, declared.PRINTER, f"tcp:127.0.0.1:{printer.port}")
        page = office.open("devices")
        assert isinstance(page, DevicesPage)
        tap(office, page.printers[RECEIPT].drawer_button)
        print_all(office)
        wait_for("the pulse", lambda: any(printer.printed))
        assert b"\x1bp" in b"".join(printer.printed)
    with office.stocked.shop.store.read() as read:
        noted = read.connection.exec_driver_sql(
            "SELECT count(*) FROM audit_event WHERE action = 'no_sale'"
        ).scalar_one()
    assert noted == 1


def test_a_test_label_is_sent_or_said_why_not(office: TestOffice, search: FakeSearch) -> None:
    with LoopbackPrinter(prints) as printer:
        change(office, declared.LABEL_PRINTER, f"tcp:127.0.0.1:{printer.port}")
        page = office.open("devices")
        assert isinstance(page, DevicesPage)
        tap(office, page.printers[LABEL].test_button)
        wait_for("the label", lambda: any(printer.printed))
        assert b"".join(printer.printed).startswith(b"SIZE 40 mm,30 mm\r\n")
    assert office.screen.undo_bar.text() == "The label printer took the label."

    change(office, declared.LABEL_PRINTER, f"tcp:127.0.0.1:{free_port()}")
    tap(office, page.printers[LABEL].test_button)
    assert "does not answer" in office.prompter.current


def test_the_form_holds_paper_and_way_of_printing(office: TestOffice, page: DevicesPage) -> None:
    page.open_form(RECEIPT)
    let_events_run()
    office.type("tcp:nonsense:port")
    office.press("Ctrl+S")
    form = page.forms[RECEIPT]
    assert form.problem_texts() == ["This is no address of a printer. Take one from the list, or write tcp:HOST:PORT."]

    address = form.editor(declared.PRINTER.key)
    assert isinstance(address, QLineEdit)
    office.press("Ctrl+A")
    office.type("tcp:192.168.1.50")
    office.press("Return", "Up", "Ctrl+S")  # the combo box of the paper: from 80 to 58 mm
    chosen = settings(office)
    assert (chosen.get(declared.PRINTER), chosen.get(declared.PAPER_COLUMNS)) == ("tcp:192.168.1.50", 32)
    assert page.top not in page.forms.values()


def test_every_printer_setting_can_be_seen_in_its_form(page: DevicesPage) -> None:
    assert set(page.presenter.values(RECEIPT)) == {
        "printer.address", "printer.columns", "printer.text_mode", "printer.answers_status", "drawer.connected"
    }  # fmt: skip
    page.open_form(LABEL)
    assert page.forms[LABEL].values() == {
        "label_printer.address": "",
        "label_printer.size": "40x30",
        "label_printer.dots_per_inch": 203,
        "label_printer.gap_mm": 2,
        "label_printer.answers_status": False,
    }


def test_a_scan_shows_what_the_scanner_sends(office: TestOffice, page: DevicesPage) -> None:
    office.scan(WATER.codes[0])
    card = page.scanner
    assert card.code.text() == WATER.codes[0]
    assert card.details.text() == f"EAN-13; 2 ms from key to key; {WATER.name} {WATER.spec}"

    office.scan("6921168509257")
    assert card.details.text() == "13 digits, but the check digit is wrong; 2 ms from key to key; not in the catalogue"
    office.scan("2100012004560")
    assert "a label of the scale, article 00012" in card.details.text()
    office.scan("ABC-1234")
    assert "a code of 8 characters" in card.details.text()
