"""Paper on the screen: reprints, reports, and the question whether a receipt came out."""

from __future__ import annotations

from typing import Protocol

from app.services.checkout.values import PostedSale
from app.services.receipts.parts import Receipt
from app.services.receipts.queue import OfferedJob
from app.ui.cashier import texts
from app.ui.cashier.counter import Counter
from app.ui.cashier.names import Mood, PanelName
from app.ui.cashier.texts import Said, said
from app.values.errors import ShukeError


class PaperScreen(Protocol):
    """The paper panel and the question as their presenter sees them."""

    def ask_number(self, last: PostedSale | None, receipt: Receipt | None) -> None:
        """Ask which receipt; the last one is shown."""
        ...

    def show_receipt(self, number: str, receipt: Receipt) -> None:
        """Show a receipt that can be printed again."""
        ...

    def show_report(self, receipt: Receipt) -> None:
        """Show a report that is being printed."""
        ...

    def tell(self, what: Said | ShukeError) -> None:
        """Say what is wrong; the panel stays."""
        ...

    def ask_printed(self, job: OfferedJob) -> None:
        """Ask whether a paper came out."""
        ...


class PaperPresenter:
    """Reprints and shows."""

    def __init__(self, counter: Counter, screen: PaperScreen) -> None:
        self._counter, self._screen = counter, screen
        self._reprinted: PostedSale | None = None
        self._chosen: PostedSale | None = None
        self._offered: list[OfferedJob] = []

    def on_reprint(self) -> None:
        """Print the last receipt again; pressed again for the same one: choose another."""
        session, last = self._counter.session, self._counter.view.last
        if self._counter.screen.top_panel is PanelName.PAPER or self._offers():
            return
        if last is not None and self._reprinted is not None and last.sale_id == self._reprinted.sale_id:
            self._chosen = last
            self._screen.ask_number(last, self._counter.attempt(session.receipt_preview))
            self._counter.screen.open_panel(PanelName.PAPER)
            return
        self._reprinted = self._counter.attempt(session.reprint)
        if self._reprinted is not None:
            self._counter.tell(said(texts.REPRINTED), Mood.GOOD)

    def on_number(self, number: str) -> None:
        """Enter: show the receipt of a number, or print the one that is shown."""
        if not number.strip():
            self._print_chosen()
            return
        session = self._counter.session
        try:
            self._chosen = session.find_receipt(number)
            self._screen.show_receipt(self._chosen.number, session.receipt_preview(self._chosen.sale_id))
        except ShukeError as problem:
            self._screen.tell(problem)

    def show_report(self, receipt: Receipt) -> None:
        """Show a report."""
        self._chosen = None
        self._screen.show_report(receipt)
        self._counter.screen.open_panel(PanelName.PAPER, over=True)

    def offer_unsure(self, *, at_once: bool = True) -> None:
        """Ask about papers of which nobody knows whether they came out; or say that F10 will ask."""
        self._offered = list(self._counter.attempt(self._counter.session.unsure_prints) or ())
        if at_once:
            self._offers()
        elif self._offered:
            job = self._offered[0]
            self._counter.tell(said(texts.UNSURE_PRINT, number=job.number or job.kind), Mood.CAREFUL, stay=True)

    def on_printed(self, is_printed: bool) -> None:
        """The cashier's answer about the paper that is asked for."""
        if not self._offered:
            return
        job = self._offered.pop(0)
        session = self._counter.session
        self._counter.attempt(lambda: session.settle_print(job.id, printed=is_printed))
        told = said(texts.PRINT_SETTLED) if is_printed else said(texts.PRINT_AGAIN, number=job.number)
        self._counter.screen.close_panels()
        self._counter.tell(told, Mood.GOOD)
        self._offers()

    def _offers(self) -> bool:
        if not self._offered:
            return False
        self._screen.ask_printed(self._offered[0])
        self._counter.screen.open_panel(PanelName.UNSURE)
        return True

    def _print_chosen(self) -> None:
        chosen = self._chosen
        if chosen is None:
            self._counter.screen.close_panel()
        elif self._counter.attempt(lambda: self._counter.session.reprint(chosen.sale_id)) is not None:
            self._counter.screen.close_panels()
            self._counter.tell(said(texts.REPRINTED), Mood.GOOD)
