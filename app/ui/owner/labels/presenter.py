"""What the labels page does: gathers goods, shows how they will look, prints, and notes it. No Qt widgets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from app.services.catalogue.find import find_item
from app.services.catalogue.search import search_items
from app.services.checkout import shop_rules
from app.services.common.paging import Cursor, RowsPage
from app.services.labels.due import LabelGoods, due_count, goods_of, label_goods, mark_printed, put_marks
from app.services.labels.sheets import SHEETS
from app.services.labels.values import MOST_COPIES
from app.ui.kit.jobs import Report
from app.ui.kit.list_page import ListQuery
from app.ui.kit.notices import NoticeKind
from app.ui.owner.context import OfficeContext
from app.ui.owner.labels import texts
from app.ui.owner.labels.jobs import (
    PRINTER,
    SHELF,
    LabelChoice,
    LabelJob,
    LabelLine,
    draw_preview,
    make_job,
    save_sheets,
    send_labels,
)
from app.ui.owner.labels.texts import office
from app.values.ids import Id

DUE = "due"
MOST_LINES = 2000


class LabelsScreen(Protocol):
    """What the presenter asks of the page."""

    def show_lines(self, lines: Sequence[LabelLine], current: Id | None) -> None:
        """What will be printed; the cursor on one of them."""

    def show_due(self, count: int) -> None:
        """How many labels are due."""

    def show_preview(self, png: bytes) -> None:
        """A picture; empty for none."""

    def show_choice_of(self, text: str) -> None:
        """Several goods have these words: let one be chosen."""

    def follow(self, work: Callable[[Report], LabelJob], then: Callable[[LabelJob], None]) -> None:
        """Do slow work and show that it runs."""


class LabelsPresenter:
    """Decides.

    Attributes:
        lines: What will be printed.
        choice: How.
    """

    def __init__(self, context: OfficeContext, page: LabelsScreen) -> None:
        self._context, self._page = context, page
        self.lines: list[LabelLine] = []
        self.choice = LabelChoice()
        self._asked = 0

    # Goods

    def fetch(self, query: ListQuery, after: Cursor | None, limit: int) -> RowsPage[LabelGoods]:
        """On the worker: goods to choose from."""
        only_due = DUE in query.filters
        with self._context.read() as read:
            return label_goods(read, text=query.text, only_due=only_due, after=after, limit=limit)

    def count_due(self) -> None:
        """How many labels are due, for the button."""

        def work(report: Report) -> int:
            del report
            with self._context.read() as read:
                return due_count(read)

        self._context.reading.run(work, then=self._page.show_due, failed=self._context.tell)

    def take(self, goods: Sequence[LabelGoods]) -> None:
        """One label more of each that is new."""
        there = {line.goods.product_id for line in self.lines}
        new = [LabelLine(one) for one in goods if one.product_id not in there]
        self.lines += new[: MOST_LINES - len(self.lines)]
        self._show(goods[-1].product_id if goods else None)

    def take_products(self, product_ids: Sequence[Id]) -> None:
        """Goods that another page sends."""
        with self._context.told(), self._context.read() as read:
            self.take(goods_of(read, product_ids))

    def take_all_due(self) -> None:
        """Every label that is due."""

        def work(report: Report) -> list[LabelGoods]:
            found: list[LabelGoods] = []
            after: Cursor | None = None
            with self._context.read() as read:
                while len(found) < MOST_LINES:
                    piece = label_goods(read, after=after)
                    found += piece.rows
                    report(len(found), 0)
                    after = piece.after
                    if after is None:
                        break
            return found

        self._context.reading.run(work, then=self._on_all_due, failed=self._context.tell)

    def take_code(self, code: str) -> bool:
        """A scan: one label more of what it names. False: nobody knows it."""
        settings = self._context.settings()
        with self._context.read() as read:
            item = find_item(read, code, rule=shop_rules.scale_rule(settings))
            goods = goods_of(read, [item.product_id]) if item is not None else ()
        if not goods:
            return False
        if any(line.goods.product_id == goods[0].product_id for line in self.lines):
            self.add_copies(goods[0].product_id, 1)
        else:
            self.take(goods)
        return True

    def take_scan(self, code: str) -> None:
        """A scan, and what to say when it is not known."""
        if not self.take_code(code):
            said = office(texts.UNKNOWN)
            self._context.prompter.notice(said.format(code=code), NoticeKind.CAREFUL)

    def take_text(self, text: str) -> None:
        """What was typed: a code, or words that name one article or several."""
        text = text.strip()
        if not text or self.take_code(text):
            return
        with self._context.read() as read:
            found = {item.product_id for item in search_items(read, text, limit=2)}
            goods = goods_of(read, found) if len(found) == 1 else ()
        if goods:
            self.take(goods)
        elif found:
            self._page.show_choice_of(text)
        else:
            self._context.prompter.notice(office(texts.UNKNOWN).format(code=text), NoticeKind.CAREFUL)

    # The list

    def set_copies(self, product_id: Id, copies: int) -> None:
        """So many labels of one article."""
        copies = min(max(copies, 1), MOST_COPIES)
        self.lines = [
            replace(line, copies=copies) if line.goods.product_id == product_id else line for line in self.lines
        ]
        self._show(product_id)

    def add_copies(self, product_id: Id, step: int) -> None:
        """One more, or one less."""
        line = next((line for line in self.lines if line.goods.product_id == product_id), None)
        if line is not None:
            self.set_copies(product_id, line.copies + step)

    def remove(self, product_id: Id) -> None:
        """No label of this."""
        self.lines = [line for line in self.lines if line.goods.product_id != product_id]
        self._show(None)

    def clear(self) -> None:
        """Begin again; what was there can come back."""
        before = list(self.lines)
        self.lines = []
        self._show(None)

        def put_back() -> None:
            self.lines = before
            self._show(None)

        if before:
            self._context.offer_undo(lambda: office(texts.EMPTIED), put_back)

    # Printing

    def use(self, choice: LabelChoice) -> None:
        """Print another way."""
        self.choice = replace(choice, start_at=min(max(choice.start_at, 1), SHEETS[choice.sheet].count))
        self._show_preview()

    def can_print(self) -> bool:
        """Whether there is anything; says so if not."""
        if not self.lines:
            self._context.prompter.notice(office(texts.NOTHING_TO_PRINT), NoticeKind.CAREFUL)
        return bool(self.lines)

    def save_pdf(self, path: Path) -> None:
        """Write the sheets to a file."""
        lines, choice, settings = tuple(self.lines), self.choice, self._context.settings()

        def work(report: Report) -> LabelJob:
            del report
            with self._context.read() as read:
                job = make_job(read, lines, choice.kind)
            if job.labels:
                save_sheets(job, choice, settings, path)
            return job

        def said(job: LabelJob) -> str:
            return office(texts.SAVED).format(count=job.count, file=path.name)

        self._page.follow(work, lambda job: self._on_printed(job, choice, lambda: said(job)))

    def print_labels(self) -> None:
        """Print on the label printer."""
        lines, choice, settings = tuple(self.lines), self.choice, self._context.settings()

        def work(report: Report) -> LabelJob:
            del report
            with self._context.read() as read:
                job = make_job(read, lines, choice.kind)
            if job.labels:
                send_labels(job, settings)
            return job

        def said(job: LabelJob) -> str:
            return office(texts.PRINTED).format(count=job.count)

        self._page.follow(work, lambda job: self._on_printed(job, choice, lambda: said(job)))

    @property
    def is_for_printer(self) -> bool:
        """Whether the label printer is chosen."""
        return self.choice.output == PRINTER

    # Within

    def _on_all_due(self, goods: list[LabelGoods]) -> None:
        if not goods:
            self._context.prompter.notice(office(texts.NOT_DUE_NOW), NoticeKind.GOOD)
        self.take(goods)

    def _on_printed(self, job: LabelJob, choice: LabelChoice, said: Callable[[], str]) -> None:
        if job.left_out:
            missing = texts.WITHOUT_PRICE if choice.kind == SHELF else texts.WITHOUT_CODE
            text = office(missing).format(count=len(job.left_out), name=job.left_out[0])
            self._context.prompter.notice(text, NoticeKind.CAREFUL)
        if not job.labels:
            return
        if choice.kind != SHELF:
            self._context.offer_undo(said, None)
            return
        with self._context.told():
            with self._context.action("labels") as uow:
                before = mark_printed(uow, job.products, at=job.read_at)
            self._context.offer_undo(said, lambda: self._not_printed(before))
        self.count_due()

    def _not_printed(self, before: dict[Id, dt.datetime | None]) -> None:
        with self._context.told():
            with self._context.action("labels") as uow:
                put_marks(uow, before)
            self._context.prompter.notice(office(texts.NOT_PRINTED), NoticeKind.INFO)
        self.count_due()

    def _show(self, current: Id | None) -> None:
        self._page.show_lines(self.lines, current)
        self._show_preview()

    def _show_preview(self) -> None:
        """Draw it elsewhere; of several that are asked for, the last one counts."""
        self._asked += 1
        number = self._asked
        if not self.lines:
            self._page.show_preview(b"")
            return
        lines, choice, settings = tuple(self.lines), self.choice, self._context.settings()

        def work(report: Report) -> bytes:
            if report.cancelled() or number != self._asked:
                return b""
            with self._context.read() as read:
                job = make_job(read, lines[: SHEETS[choice.sheet].count], choice.kind)
            return draw_preview(job, choice, settings)

        def then(png: bytes) -> None:
            if number == self._asked:
                self._page.show_preview(png)

        self._context.jobs.run(work, then=then, failed=self._context.tell, uses_db=False)
