"""What the devices page does: looks, chooses, tries. No Qt widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from app.services.catalogue.find import find_item
from app.services.checkout import shop_rules
from app.services.checkout.paper import paper_language
from app.services.checkout.printer import label_money, printer_of, queue_drawer_test, queue_test_page
from app.services.common.uow import UnitOfWork
from app.services.devices.discover import FoundDevice, find_devices
from app.services.devices.discover_network import neighbours, own_address
from app.services.devices.protocols import Printer, PrinterLook, SendResult, look_at
from app.services.labels.printing import label_printer_of, label_stock, print_labels
from app.services.labels.values import ShelfLabel, UnitPrice
from app.services.settings import declared
from app.services.settings.service import Settings, change_setting
from app.ui.kit.jobs import Report
from app.ui.owner.context import OfficeContext
from app.ui.owner.devices import texts
from app.ui.owner.devices.texts import office
from app.values.money import Money

TEST_LABEL = ShelfLabel(
    "测试标签 Test label", Money(1280), "500g", "6901234567892", Money(1180), UnitPrice(Money(2560), "kg")
)
RECEIPT, LABEL = "receipt", "label"
_SETTINGS: dict[str, tuple[Any, ...]] = {
    RECEIPT: (
        declared.PRINTER,
        declared.PAPER_COLUMNS,
        declared.PRINTER_TEXT,
        declared.PRINTER_ANSWERS,
        declared.DRAWER,
    ),
    LABEL: (
        declared.LABEL_PRINTER,
        declared.LABEL_SIZE,
        declared.LABEL_DPI,
        declared.LABEL_GAP,
        declared.LABEL_ANSWERS,
    ),
}


@dataclass(frozen=True, slots=True)
class Scanned:
    """What one scan sent.

    Attributes:
        key_ms: From key to key.
        article: Whose code it is; empty when nobody knows it.
    """

    code: str
    kind: str
    key_ms: int
    article: str


class DevicesScreen(Protocol):
    """What the presenter asks of the page."""

    def show_found(self, found: Sequence[FoundDevice]) -> None:
        """The devices there are."""

    def show_searching(self, is_searching: bool) -> None:
        """A search has begun or ended."""

    def show_printer(self, which: str, address: str) -> None:
        """Which device is chosen."""

    def show_look(self, which: str, look: PrinterLook | None) -> None:
        """How it is; None without a printer."""

    def show_asking(self, which: str) -> None:
        """It is being asked."""

    def show_question(self, is_asked: bool) -> None:
        """Ask which half of the test page reads well, or no more."""

    def show_scan(self, scanned: Scanned) -> None:
        """What a scan sent."""


class DevicesPresenter:
    """Decides; devices and network are only touched on the other worker.

    Attributes:
        find: Looks for devices; tests put their own machine there.
        hosts: Whom a search of the network asks.
    """

    def __init__(self, context: OfficeContext, page: DevicesScreen) -> None:
        self._context, self._page = context, page
        self.find: Callable[..., Sequence[FoundDevice]] = find_devices
        self.hosts: Callable[[], Sequence[str]] = lambda: neighbours(own_address())
        self._has_searched = False

    def open(self) -> None:
        """Show what is chosen and how it is; look for devices once."""
        self.show_chosen()
        if not self._has_searched:
            self.search()

    def show_chosen(self) -> None:
        """The chosen printers, as the settings say, and how they are."""
        settings = self._context.settings()
        self._page.show_printer(RECEIPT, settings.get(declared.PRINTER))
        self._page.show_printer(LABEL, settings.get(declared.LABEL_PRINTER))
        self._ask_states(settings)

    def search(self, *, network: bool = False) -> None:
        """Look for what is plugged in; with `network` also who answers in the neighbourhood."""
        self._has_searched = True
        self._page.show_searching(True)

        def work(report: Report) -> Sequence[FoundDevice]:
            del report
            return self.find(network=self.hosts() if network else ())

        self._context.jobs.run(work, then=self._on_found, failed=self._on_not_found, uses_db=False)

    def ask_state(self, which: str) -> None:
        """Ask one printer how it is."""
        self._ask(which, self._context.settings())

    def choose(self, found: FoundDevice, which: str) -> None:
        """Take a found device as the receipt or the label printer."""
        setting = declared.PRINTER if which == RECEIPT else declared.LABEL_PRINTER
        before = self._context.settings().get(setting)
        said = texts.CHOSEN_RECEIPT if which == RECEIPT else texts.CHOSEN_LABEL
        if self._save({setting.key: found.address}):
            self._context.offer_undo(
                lambda: office(said).format(name=found.words), lambda: self._take_back({setting.key: before})
            )

    def values(self, which: str) -> dict[str, object]:
        """The settings of a printer, for its form."""
        settings = self._context.settings()
        return {setting.key: settings.get(setting) for setting in _SETTINGS[which]}

    def save(self, changes: Mapping[str, object]) -> bool:
        """Store what the form changed; False when it was refused, and said why."""
        if not self._save(changes):
            return False
        self._context.offer_undo(lambda: office(texts.SAVED), None)
        return True

    def print_test_page(self) -> None:
        """Queue the page with both ways of printing text, and ask which one reads well."""
        if self._queue("test_page", queue_test_page):
            self._context.offer_undo(lambda: office(texts.TEST_PAGE_SENT), None)
            self._page.show_question(True)

    def say_reads_well(self, text_mode: str) -> None:
        """Print text the way that half of the page was printed."""
        if self._save({declared.PRINTER_TEXT.key: text_mode}):
            self._page.show_question(False)
            self._context.offer_undo(lambda: office(texts.READS_WELL), None)

    def test_drawer(self) -> None:
        """Send one pulse."""
        if self._queue("no_sale", queue_drawer_test):
            self._context.offer_undo(lambda: office(texts.DRAWER_SENT), None)

    def test_label(self) -> None:
        """Print one label at once."""
        settings = self._context.settings()

        def work(report: Report) -> SendResult:
            del report
            language = paper_language(shop_rules.sale_rules(settings))
            money, stock = label_money(settings), label_stock(settings)
            return print_labels(label_printer_of(settings), [(TEST_LABEL, 1)], stock, money=money, language=language)

        self._context.jobs.run(work, then=self._on_label, failed=self._context.tell, uses_db=False)

    def take_scan(self, code: str) -> None:
        """Show what a scan sent."""
        settings = self._context.settings()
        rule = shop_rules.scale_rule(settings)
        with self._context.read() as read:
            item = find_item(read, code, rule=rule)
        article = f"{item.name} {item.spec}".strip() if item is not None else ""
        key_ms = self._context.scan_filter.last_key_ms
        self._page.show_scan(Scanned(code, texts.code_kind(code, rule), key_ms, article))

    # Within

    def _on_found(self, found: Sequence[FoundDevice]) -> None:
        self._page.show_searching(False)
        self._page.show_found(found)

    def _on_not_found(self, problem: Exception) -> None:
        self._page.show_searching(False)
        self._context.tell(problem)

    def _on_label(self, result: SendResult) -> None:
        del result
        self._context.offer_undo(lambda: office(texts.LABEL_SENT), None)
        self.ask_state(LABEL)

    def _ask_states(self, settings: Settings) -> None:
        self._ask(RECEIPT, settings)
        self._ask(LABEL, settings)

    def _ask(self, which: str, settings: Settings) -> None:
        printer: Printer | None = None
        with self._context.told():
            printer = printer_of(settings) if which == RECEIPT else label_printer_of(settings)
        if printer is None:
            self._page.show_look(which, None)
            return
        self._page.show_asking(which)
        asked = printer

        def work(report: Report) -> PrinterLook:
            del report
            return look_at(asked)

        def then(look: PrinterLook) -> None:
            self._page.show_look(which, look)

        self._context.jobs.run(work, then=then, failed=self._context.tell, uses_db=False)

    def _queue(self, kind: str, queue: Callable[[UnitOfWork], object]) -> bool:
        is_done = False
        with self._context.told():
            with self._context.action(kind) as uow:
                queue(uow)
            is_done = True
        return is_done

    def _save(self, changes: Mapping[str, object]) -> bool:
        is_done = False
        with self._context.told():
            with self._context.action("setting") as uow:
                for key, value in changes.items():
                    change_setting(uow, key, value)
            is_done = True
        if is_done:
            self.show_chosen()
        return is_done

    def _take_back(self, changes: Mapping[str, object]) -> None:
        self._save(changes)
