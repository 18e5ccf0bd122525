"""The change of many goods: preview while it is being chosen, work on the worker, the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from app.services.catalogue.bulk import BulkChange, BulkDone, PricePreview, change_many, preview_prices, undo_bulk
from app.services.catalogue.product import KnownNames, known_names
from app.services.settings import declared
from app.ui.kit.jobs import Report
from app.ui.kit.progress_panel import ProgressPanel
from app.ui.owner.context import OfficeContext
from app.ui.owner.goods import texts
from app.values.ids import Id


class BulkScreen(Protocol):
    """The panel as its presenter sees it."""

    progress: ProgressPanel

    def start(self, count: int, names: KnownNames) -> None:
        """Ask what to do with so many goods."""
        ...

    def change(self) -> BulkChange:
        """What is asked for."""
        ...

    def show_preview(self, found: Sequence[PricePreview]) -> None:
        """Show what prices would become."""
        ...


class BulkPresenter:
    """Decides for the panel."""

    def __init__(self, context: OfficeContext, panel: BulkScreen, done: Callable[[], None]) -> None:
        self._context, self._panel, self._done = context, panel, done
        self._ids: tuple[Id, ...] = ()
        self._asked = 0

    def start(self, product_ids: Sequence[Id]) -> None:
        """Ask what to do with these."""
        self._ids = tuple(product_ids)
        with self._context.told():
            with self._context.read() as read:
                names = known_names(read)
            self._panel.start(len(self._ids), names)

    def on_changed(self) -> None:
        """Something else is asked for: show what prices would become; a late answer of an earlier wish is dropped."""
        self._asked += 1
        asked, change, ids = self._asked, self._panel.change(), self._ids
        rule = change.price
        if rule is None:
            self._panel.show_preview(())
            return

        def work(report: Report) -> tuple[PricePreview, ...]:
            del report
            exponent = self._exponent()
            with self._context.read() as read:
                return preview_prices(read, ids, rule, price_list=change.price_list, exponent=exponent)

        def then(found: tuple[PricePreview, ...]) -> None:
            if asked == self._asked:
                self._panel.show_preview(found)

        self._context.reading.run(work, then=then, failed=self._context.tell)

    def on_apply(self, change: BulkChange) -> None:
        """Do it, in the background."""
        ids = self._ids

        def work(report: Report) -> BulkDone:
            return change_many(self._context.action, ids, change, exponent=self._exponent(), report=report)

        self._panel.progress.run(
            self._context.jobs,
            work,
            lambda: texts.office("Changing goods; the till sells on."),
            then=self._on_done,
            failed=self._on_failed,
        )

    def on_close(self) -> None:
        """Take all of them out, after a question."""
        question = texts.office("Take {count} goods out of the catalogue? What was sold stays in the books.")
        self._context.prompter.ask(
            question.format(count=len(self._ids)), self._on_close_answered, yes=texts.office("Take out"), danger=True
        )

    def _on_close_answered(self, is_yes: bool) -> None:
        if is_yes:
            self.on_apply(BulkChange(close=True))

    def _on_done(self, done: BulkDone) -> None:
        words = self._context.words

        def said() -> str:
            if not done.failed:
                return texts.office(texts.BULK_DONE).format(count=words.count(done.changed))
            reason = words.tell(done.failed[0][1])
            text = texts.office(texts.BULK_FAILED)
            return text.format(count=words.count(done.changed), failed=words.count(len(done.failed)), reason=reason)

        self._context.offer_undo(said, partial(self._undo, done) if done.before else None)
        self._done()

    def _undo(self, done: BulkDone) -> None:
        def work(report: Report) -> int:
            return undo_bulk(self._context.action, done, report=report)

        self._panel.progress.run(
            self._context.jobs,
            work,
            lambda: texts.office("Taking it back; the till sells on."),
            then=self._on_undone,
            failed=self._on_failed,
        )

    def _on_undone(self, count: int) -> None:
        words = self._context.words
        self._context.offer_undo(lambda: texts.office(texts.BULK_UNDONE).format(count=words.count(count)), None)
        self._done()

    def _on_failed(self, problem: Exception) -> None:
        """What was changed until then is in the list."""
        self._done()
        self._context.tell(problem)

    def _exponent(self) -> int:
        return self._context.settings().get(declared.CURRENCY_EXPONENT)
