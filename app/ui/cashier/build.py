"""Puts the cashier's screens together: one call for the bootstrap."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.services.common.topics import Topic
from app.ui.cashier import texts
from app.ui.cashier.close_shift_presenter import CloseShiftPresenter
from app.ui.cashier.close_shift_view import CloseShiftPanel
from app.ui.cashier.counter import Counter
from app.ui.cashier.grant_presenter import GrantPresenter
from app.ui.cashier.grant_view import GrantPanel
from app.ui.cashier.held_presenter import HeldPresenter
from app.ui.cashier.held_view import HeldPanel
from app.ui.cashier.keys_view import KeysPanel
from app.ui.cashier.member_presenter import MemberPresenter
from app.ui.cashier.member_view import MemberSearchPanel
from app.ui.cashier.names import Cue, Mood, PanelName
from app.ui.cashier.open_shift_presenter import OpenShiftPresenter
from app.ui.cashier.open_shift_view import OpenShiftView
from app.ui.cashier.panel_presenters import Presenters
from app.ui.cashier.paper_presenter import PaperPresenter
from app.ui.cashier.paper_view import PaperPanel, UnsurePanel
from app.ui.cashier.payment_presenter import PaymentPresenter
from app.ui.cashier.payment_view import KINDS, PaymentPanel
from app.ui.cashier.quick_presenter import QuickPresenter
from app.ui.cashier.quick_view import QuickPanel
from app.ui.cashier.refund_presenter import RefundPresenter
from app.ui.cashier.refund_view import RefundPanel
from app.ui.cashier.sale_presenter import SalePresenter
from app.ui.cashier.sale_view import SaleScreen
from app.ui.cashier.search_presenter import SearchPresenter
from app.ui.cashier.search_view import SearchPanel
from app.ui.cashier.texts import said
from app.ui.cashier.till_presenter import TillPresenter
from app.ui.cashier.till_view import CashPanel, PinPanel, TillPanel, TillPort
from app.ui.cashier.value_presenter import ValuePresenter
from app.ui.cashier.value_view import ValuePanel
from app.ui.kit.bus import ChangeBus
from app.ui.kit.jobs import Runner
from app.ui.kit.key_router import KeyRouter
from app.ui.kit.keys import Action, KeyMap, Scope
from app.ui.kit.scan_filter import ScanFilter
from app.ui.kit.sounds import Sounds
from app.ui.kit.words import Words
from app.values.money import Money

if TYPE_CHECKING:
    from app.services.checkout.desk import Desk
    from app.services.checkout.session import CheckoutSession

YUAN_VALUES: Final = tuple(Money(minor) for minor in (10_000, 5_000, 2_000, 1_000, 500, 100, 50, 10))
"""Notes and coins in use, for counting the drawer."""
# Panels under which the sale's own keys still act; all others keep every key but Esc and F1 to themselves.
_SALE_KEYS: Final = frozenset({None, PanelName.SEARCH, PanelName.MEMBER, PanelName.UNSURE})


class Panels:
    """Every panel's widget."""

    def __init__(self, words: Words, key_map: KeyMap, notes: Sequence[Money], values: Sequence[Money]) -> None:
        self.payment = PaymentPanel(words, key_map, notes)
        self.search = SearchPanel(words)
        self.member = MemberSearchPanel(words)
        self.held = HeldPanel(words)
        self.value = ValuePanel(words)
        self.refund = RefundPanel(words, key_map)
        self.grant = GrantPanel(words)
        self.till = TillPanel()
        self.cash = CashPanel(words)
        self.close_shift = CloseShiftPanel(words, values)
        self.pin = PinPanel(words)
        self.paper = PaperPanel(words)
        self.keys = KeysPanel(key_map)
        self.unsure = UnsurePanel(words)
        self.quick = QuickPanel(words)

    def add_to(self, screen: SaleScreen) -> None:
        """Give every panel to the screen under its name."""
        for name in PanelName:
            screen.add_panel(name, getattr(self, name.value))


class PaperPort:
    """The paper panel and the question about a paper as one screen for their presenter."""

    def __init__(self, paper: PaperPanel, unsure: UnsurePanel) -> None:
        self.ask_number, self.show_receipt, self.show_report = paper.ask_number, paper.show_receipt, paper.show_report
        self.tell, self.ask_printed = paper.tell, unsure.ask_printed


class CashierPages(QObject):
    """The cashier's pages, wired.

    Attributes:
        sale: The page to sell on.
        open_shift: The page that asks for the float.
        panels: The widgets of the panels.
        presenter: The sale screen's decisions.
        opening: The decisions of the page for the float.
        router: Whose keys act where.

    Signals:
        shift_opened: arg: OpenShift.
        shift_closed: The shift was closed and its figures were read.
        lock_requested: The lock key was tapped on the screen.
        manual_requested: The key of the key sheet was pressed over the key sheet.
    """

    shift_opened = Signal(object)
    shift_closed = Signal()
    lock_requested = Signal()
    manual_requested = Signal()

    def __init__(
        self,
        counter: Counter,
        screen: SaleScreen,
        panels: Panels,
        presenters: Presenters,
        router: KeyRouter,
        open_shift: OpenShiftView,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._counter, self._presenters = counter, presenters
        self.sale, self.panels, self.router, self.open_shift = screen, panels, router, open_shift
        self.opening: OpenShiftPresenter | None = None
        self.presenter = SalePresenter(counter, presenters)
        presenters.close_shift.tell_left(self.shift_closed.emit)
        self._handle_keys()
        self._connect()

    def start(self) -> None:
        """Show the basket and what must be said about it; call it once somebody is in."""
        self.presenter.start()
        self._presenters.paper.offer_unsure()
        self.sale.rest()

    def refresh(self) -> None:
        """Show the session's basket again, as after somebody else signed in."""
        self._counter.refresh()
        self.sale.rest()

    def put_away(self) -> None:
        """Close every panel before the till is locked; the basket stays, and nothing half-granted is left open."""
        self._presenters.payment.put_away()
        self._presenters.grant.put_away()
        self.sale.close_panels()
        self.sale.clear_problem()

    def refund(self, number: str) -> None:
        """Open the refund of a receipt, as when its code is scanned there."""
        self._presenters.refund.open()
        self._presenters.refund.on_code(number)

    def show_printer_problem(self) -> None:
        """The printer does not answer: what is safe and what to press."""
        self._counter.tell(said(texts.PRINTER_OFF), Mood.CAREFUL, stay=True)

    def offer_unsure_prints(self) -> None:
        """A paper may not have come out: ask if nothing else is going on, else say which key asks."""
        is_free = self.sale.isVisible() and self.sale.top_panel is None and not self.sale.is_done_shown
        self._presenters.paper.offer_unsure(at_once=is_free)

    def take_scan(self, code: str) -> None:
        """A code was read while nobody else claims scans."""
        if self.sale.isVisible():
            self.presenter.on_scan(code)
        elif self.open_shift.isVisible():
            self._counter.refuse(said(texts.SHIFT_NEEDED))
        else:
            self._counter.screen.play(Cue.STOP)

    def refuse_unreadable(self) -> None:
        """A code came of which part is missing."""
        self._counter.refuse(said(texts.UNREADABLE_SCAN))

    # Within

    def _handle_keys(self) -> None:
        sale, payment = self.presenter, self._presenters.payment
        handlers = {
            Action.PAY: sale.on_pay,
            Action.BACK: sale.on_back,
            Action.MORE: sale.on_more,
            Action.FEWER: sale.on_fewer,
            Action.TIMES: sale.on_times,
            Action.DELETE_LINE: sale.on_delete,
            Action.UNDO: sale.on_undo,
            Action.UP: sale.on_up,
            Action.DOWN: sale.on_down,
            Action.KEYS: self._on_keys,
            Action.SEARCH: sale.on_search,
            Action.MEMBER: sale.on_member,
            Action.HOLD: sale.on_hold,
            Action.RECALL: sale.on_recall,
            Action.PRICE: sale.on_price,
            Action.REFUND: sale.on_refund,
            Action.DRAWER: sale.on_drawer,
            Action.REPRINT: sale.on_reprint,
            Action.QUICK_KEYS: self._presenters.quick.open,
            Action.TENDER_CASH: payment.on_enter,
        }
        for action, handler in handlers.items():
            self.router.handle(action, handler)
        for action, kind in KINDS.items():
            self.router.handle(action, partial(payment.on_other, kind))

    def _connect(self) -> None:
        screen, sale = self.sale, self.presenter
        screen.action_requested.connect(self._on_action_requested)
        self.panels.payment.action_requested.connect(self._on_action_requested)
        screen.panel_changed.connect(self._on_panel_changed)
        screen.typed.connect(sale.on_typed)
        screen.typing.connect(sale.on_typing)
        screen.confirmed_empty.connect(sale.on_enter_empty)
        screen.line_activated.connect(sale.on_enter_empty)
        screen.forget_member_requested.connect(sale.on_forget_member)
        self._presenters.search.hand_on_to(sale.choose, sale.take)
        self._presenters.quick.hand_on_to(partial(sale.choose, keeps_panel=True))

    def _on_keys(self) -> None:
        was_open = self.sale.top_panel is PanelName.KEYS
        self.presenter.on_keys()
        if was_open:
            self.manual_requested.emit()

    def _on_action_requested(self, name: str) -> None:
        action = Action(name)
        if action is Action.LOCK:
            self.lock_requested.emit()
        elif action is Action.CONFIRM:
            _press_enter()
        else:
            self.router.trigger(action)

    def _on_panel_changed(self) -> None:
        top = self.sale.top_panel
        if top is PanelName.PAYMENT:
            self.router.scope = Scope.TENDER
        else:
            self.router.scope = Scope.SALE if top in _SALE_KEYS else Scope.ANYWHERE


def build_cashier(
    session: CheckoutSession,
    desk: Desk,
    words: Words,
    jobs: Runner,
    bus: ChangeBus,
    scan_filter: ScanFilter,
    sounds: Sounds,
    key_map: KeyMap,
    *,
    values: Sequence[Money] = YUAN_VALUES,
) -> CashierPages:
    """The cashier's pages over one session. The scan filter is moved in front of the new keys."""
    screen = SaleScreen(words, key_map, sounds)
    panels = Panels(words, key_map, session.quick_notes(), values)
    panels.add_to(screen)
    counter = Counter(session, screen)

    def pause(is_paused: bool) -> None:
        scan_filter.pause() if is_paused else scan_filter.resume()

    grant = GrantPresenter(counter, desk, jobs, panels.grant, pause)
    counter.set_granter(grant)
    till_port = TillPort(panels.cash, panels.pin)
    presenters = Presenters(
        payment=PaymentPresenter(counter, panels.payment),
        search=SearchPresenter(counter, panels.search),
        member=MemberPresenter(counter, panels.member),
        held=HeldPresenter(counter, panels.held),
        value=ValuePresenter(counter, panels.value),
        refund=RefundPresenter(counter, panels.refund),
        grant=grant,
        till=TillPresenter(counter, desk, jobs, till_port, pause),
        close_shift=CloseShiftPresenter(counter, desk, panels.close_shift),
        paper=PaperPresenter(counter, PaperPort(panels.paper, panels.unsure)),
        quick=QuickPresenter(counter, panels.quick),
    )
    presenters.till.lead_to(presenters.close_shift.open, presenters.paper.show_report)
    _connect_panels(panels, presenters)
    router = KeyRouter(screen, key_map, Scope.SALE)
    open_shift = OpenShiftView(words)
    pages = CashierPages(counter, screen, panels, presenters, router, open_shift, screen)
    opening = OpenShiftPresenter(desk, open_shift, pages.shift_opened.emit)
    open_shift.float_confirmed.connect(opening.on_float)
    pages.opening = opening  # PySide holds only widgets; a presenter must be held by somebody
    scan_filter.scanned.connect(pages.take_scan)
    scan_filter.unreadable.connect(pages.refuse_unreadable)
    scan_filter.set_sink(screen.scan_box)
    scan_filter.start()
    _follow(bus, session, panels)
    return pages


def _connect_panels(panels: Panels, presenters: Presenters) -> None:
    panels.payment.amount_changed.connect(presenters.payment.on_amount_changed)
    panels.payment.note_tapped.connect(presenters.payment.on_note)
    panels.payment.remove_requested.connect(presenters.payment.on_remove_last)
    panels.search.text_changed.connect(presenters.search.on_text)
    panels.search.chosen.connect(presenters.search.on_chosen)
    panels.member.text_changed.connect(presenters.member.on_text)
    panels.member.enter_pressed.connect(presenters.member.on_enter)
    panels.member.digit_pressed.connect(presenters.member.on_digit)
    panels.member.step_requested.connect(presenters.member.on_step)
    panels.member.row_tapped.connect(presenters.member.on_chosen)
    panels.held.chosen.connect(presenters.held.on_chosen)
    panels.value.price_confirmed.connect(presenters.value.on_price)
    panels.value.weight_confirmed.connect(presenters.value.on_weight)
    panels.grant.pin_entered.connect(presenters.grant.on_pin)
    panels.till.chosen.connect(presenters.till.on_choice)
    panels.till.digit_pressed.connect(presenters.till.on_digit)
    panels.cash.confirmed.connect(presenters.till.on_cash)
    panels.pin.confirmed.connect(presenters.till.on_pin)
    panels.close_shift.changed.connect(presenters.close_shift.on_changed)
    panels.close_shift.count_confirmed.connect(presenters.close_shift.on_count)
    panels.paper.number_entered.connect(presenters.paper.on_number)
    panels.unsure.answered.connect(presenters.paper.on_printed)
    panels.quick.page_chosen.connect(presenters.quick.on_page)
    panels.quick.chosen.connect(presenters.quick.on_chosen)
    _connect_refund(panels.refund, presenters.refund)


def _connect_refund(panel: RefundPanel, refund: RefundPresenter) -> None:
    panel.code_entered.connect(refund.on_code)
    panel.confirmed.connect(refund.on_confirm)
    panel.step_requested.connect(refund.on_step)
    panel.toggle_requested.connect(refund.on_toggle)
    panel.more_requested.connect(refund.on_more)
    panel.fewer_requested.connect(refund.on_fewer)
    panel.only_requested.connect(refund.on_only)
    panel.kind_chosen.connect(refund.on_kind)


def _follow(bus: ChangeBus, session: CheckoutSession, panels: Panels) -> None:
    """The shop's choices are read again after somebody changed them."""

    def on_changed(topics: frozenset[str], initiator: object) -> None:
        del initiator
        if Topic.SETTINGS in topics:
            session.reload_settings()
            panels.payment.set_notes(session.quick_notes())

    bus.changed.connect(on_changed)


def _press_enter() -> None:
    """The touch strip's Enter goes where typing goes."""
    target = QApplication.focusWidget()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        if target is not None and target is QApplication.focusWidget():
            event = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")
            QCoreApplication.sendEvent(target, event)
