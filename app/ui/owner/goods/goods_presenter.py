"""What happens on the goods pages, in plain Python: reading, saving, closing, taking back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.edit import add_barcode, add_product, add_sale_unit, close_barcode, close_product, set_price
from app.services.catalogue.find import find_item
from app.services.catalogue.listing import GoodsFilter, GoodsRow, list_goods
from app.services.catalogue.planned_prices import call_off_price, plan_price
from app.services.catalogue.prices import PriceListCode
from app.services.catalogue.product import (
    KnownNames,
    ProductRecord,
    known_names,
    product_record,
    save_product,
    set_low_stock,
)
from app.services.catalogue.reopen import reopen_product
from app.services.checkout.shop_rules import scale_rule
from app.services.common.paging import Cursor, RowsPage
from app.services.common.versions import ChangedMeanwhile
from app.services.inventory.lots import expiring_lots
from app.ui.kit.lazy_rows import ListQuery
from app.ui.owner.context import OfficeContext
from app.ui.owner.goods import texts
from app.ui.owner.goods.form_values import draft_of
from app.values.errors import QT_TRANSLATE_NOOP, ShukeError, UserError
from app.values.ids import Id
from app.values.money import Money
from app.values.quantity import Quantity
from app.values.text import clean_words

EXPIRES_SOON_DAYS = 30


class PriceNotEmptied(UserError):
    """Prices are history: the next one takes the place of the last."""

    text = QT_TRANSLATE_NOOP("errors", "A price cannot be emptied. Type the price that shall hold from now on.")


class GoodsScreen(Protocol):
    """The goods page as its presenter sees it."""

    def show_record(self, record: ProductRecord, names: KnownNames) -> None:
        """Open the editor on a product."""
        ...

    def refresh_record(self, record: ProductRecord) -> None:
        """Show codes, units and prices again; what is typed stays."""
        ...

    def show_new(self, draft: ProductDraft, names: KnownNames) -> None:
        """Open the editor on a product that is not there yet."""
        ...

    def saved(self) -> None:
        """The record is stored: back to the list, which is read again."""
        ...

    def reload_list(self) -> None:
        """Read the list again."""
        ...

    def tell_problem(self, text: str, key: str = "") -> None:
        """Say why it was not saved."""
        ...

    def tell_conflict(self, text: str) -> None:
        """Say that somebody else changed it."""
        ...


class GoodsPresenter:
    """Decides for list and editor.

    Attributes:
        record: The product in the editor; None for a new one.
    """

    def __init__(self, context: OfficeContext, screen: GoodsScreen) -> None:
        self._context, self._screen = context, screen
        self.record: ProductRecord | None = None

    # Reading

    def fetch(self, query: ListQuery, after: Cursor | None, limit: int) -> RowsPage[GoodsRow]:
        """A piece of the list; on the worker."""
        with self._context.read() as read:
            return list_goods(read, self.filter_of(query), query.sort, after, limit)

    def filter_of(self, query: ListQuery) -> GoodsFilter:
        """The service's words for what is pressed."""
        pressed = query.filters
        among: frozenset[Id] | None = None
        if "expiring" in pressed:
            with self._context.read() as read:
                among = frozenset(lot.product_id for lot in expiring_lots(read, EXPIRES_SOON_DAYS))
        return GoodsFilter(
            text=query.text,
            no_price="no_price" in pressed,
            no_cost="no_cost" in pressed,
            no_family="no_family" in pressed,
            no_code="no_code" in pressed,
            low_stock="low_stock" in pressed,
            closed="closed" in pressed,
            among=among,
        )

    # Opening

    def open(self, product_id: Id) -> None:
        """Show a product in the editor."""
        with self._context.told():
            with self._context.read() as read:
                self.record, names = product_record(read, product_id), known_names(read)
            self._screen.show_record(self.record, names)

    def open_new(self, *, code: str = "") -> None:
        """Show an empty editor, perhaps for a code that nobody has."""
        with self._context.told():
            with self._context.read() as read:
                names = known_names(read)
            self.record = None
            self._screen.show_new(ProductDraft("", codes=(code,) if code else ()), names)

    def open_scanned(self, code: str) -> None:
        """Show the product behind a code, or a new one for it."""
        with self._context.told():
            rule = scale_rule(self._context.settings())
            with self._context.read() as read:
                item = find_item(read, code, rule=rule)
            if item is None:
                self.open_new(code=code)
            else:
                self.open(item.product_id)

    def is_free(self, code: str) -> bool:
        """Whether nobody has this code."""
        with self._context.read() as read:
            return find_item(read, code, rule=scale_rule(self._context.settings())) is None

    # Saving

    def save(self, values: Mapping[str, object], codes: Sequence[str] = ()) -> None:
        """Store what the editor holds; `codes` are those of a new product."""
        try:
            draft, low = draft_of(values, codes), values.get("low_stock")
            assert low is None or isinstance(low, Quantity)
            if self.record is None:
                self._add(draft, low)
            else:
                self._change(self.record, draft, low)
        except ChangedMeanwhile as problem:
            self._screen.tell_conflict(self._context.words.tell(problem))
        except ShukeError as problem:
            self._screen.tell_problem(self._context.words.tell(problem))
        else:
            self._screen.saved()

    def _add(self, draft: ProductDraft, low: Quantity | None) -> None:
        with self._context.action("product") as uow:
            product_id = add_product(uow, draft)
            if low is not None:
                set_low_stock(uow, [product_id], low)
        self._offer(texts.ADDED, draft.name, lambda: self._close_again(product_id))

    def _change(self, record: ProductRecord, draft: ProductDraft, low: Quantity | None) -> None:
        # Codes have their own buttons; those of the record are kept.
        draft = replace(draft, codes=record.draft.codes)
        for key in ("price", "member_price"):
            if getattr(draft, key) is None and getattr(record.draft, key) is not None:
                raise PriceNotEmptied()
        with self._context.action("product") as uow:
            save_product(uow, record.product_id, draft, seen=record.version, low_stock=low)
        self._offer(texts.SAVED, draft.name, lambda: self._save_again(record))

    def _save_again(self, before: ProductRecord) -> None:
        """Back to what it was; whoever changed it since wins."""
        with self._context.told():
            with self._context.action("product") as uow:
                save_product(uow, before.product_id, before.draft, low_stock=before.low_stock)
            self._screen.reload_list()

    def _close_again(self, product_id: Id) -> None:
        with self._context.told():
            with self._context.action("product") as uow:
                close_product(uow, product_id)
            self._screen.reload_list()

    def reload(self) -> None:
        """Show the stored record after a conflict."""
        if self.record is not None:
            self.open(self.record.product_id)

    # Closing

    def close(self, rows: Sequence[GoodsRow]) -> None:
        """Take goods out of the catalogue; one at a time, with a way back."""
        done: list[GoodsRow] = []
        with self._context.told():
            for row in rows:
                with self._context.action("product_closed") as uow:
                    close_product(uow, row.product_id)
                done.append(row)
        if done:
            ids = [row.product_id for row in done]
            self._offer(texts.CLOSED, done[0].name, lambda: self._reopen(ids), len(done))
        self._screen.reload_list()

    def close_or_reopen(self) -> None:
        """Take the product in the editor out of the catalogue, or put it back."""
        record = self._opened()
        product_id, name = record.product_id, record.draft.name
        with self._context.told():
            with self._context.action("product_closed") as uow:
                (reopen_product if record.is_closed else close_product)(uow, product_id)
            if record.is_closed:
                self._offer(texts.ADDED, name, lambda: self._close_again(product_id))
            else:
                self._offer(texts.CLOSED, name, lambda: self._reopen([product_id]))
            self._screen.saved()

    def _reopen(self, product_ids: Sequence[Id]) -> None:
        with self._context.told():
            for product_id in product_ids:
                with self._context.action("product_reopened") as uow:
                    reopen_product(uow, product_id)
        self._screen.reload_list()

    # Codes, units, prices: each stored at once, with a way back

    def add_code(self, sale_unit_id: Id, code: str) -> None:
        """One more barcode."""

        def write() -> None:
            with self._context.action("barcode") as uow:
                add_barcode(uow, sale_unit_id, code)

        self._write(write, texts.CODE_ADDED, code, lambda: self._drop_code(code))

    def drop_code(self, sale_unit_id: Id, code: str) -> None:
        """The code names nothing any more."""
        self._write(lambda: self._drop_code(code), texts.CODE_DROPPED, code, lambda: self.add_code(sale_unit_id, code))

    def add_unit(self, name: str, factor: Quantity) -> None:
        """A further way to sell it."""
        record = self._opened()

        def write() -> None:
            with self._context.action("sale_unit") as uow:
                add_sale_unit(uow, record.product_id, name, factor)

        self._write(write, texts.UNIT_ADDED, clean_words(name, 40))

    def price_unit(
        self,
        sale_unit_id: Id,
        amount: Money,
        *,
        price_list: PriceListCode = PriceListCode.SHELF,
        begins: dt.datetime | None = None,
        until: dt.datetime | None = None,
    ) -> None:
        """A price from now on, or from a later moment."""

        def write() -> None:
            with self._context.action("price") as uow:
                if begins is None:
                    set_price(uow, sale_unit_id, amount, price_list=price_list, cause="editor")
                else:
                    plan_price(uow, sale_unit_id, amount, begins, until=until, price_list=price_list)

        self._write(write, texts.PRICE_PLANNED if begins else texts.PRICE_SET, self._context.words.money(amount))

    def call_off(self, price_id: Id) -> None:
        """A planned price shall not begin."""

        with self._context.told():
            with self._context.action("price") as uow:
                stays = call_off_price(uow, price_id)
            self._offer(texts.PRICE_CALLED_OFF, self._context.words.money(stays), None)
            self._refresh()

    def _drop_code(self, code: str) -> None:
        with self._context.action("barcode") as uow:
            close_barcode(uow, code)
        self._refresh()

    def _write(self, write: Callable[[], None], said: str, name: str, undo: Callable[[], None] | None = None) -> None:
        with self._context.told():
            write()
            self._offer(said, name, self._told(undo) if undo is not None else None)
            self._refresh()

    def _told(self, undo: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            with self._context.told():
                undo()

        return run

    def _refresh(self) -> None:
        if self.record is not None:
            with self._context.read() as read:
                fresh = product_record(read, self.record.product_id)
            self.record = fresh
            self._screen.refresh_record(fresh)
            self._screen.reload_list()

    def _opened(self) -> ProductRecord:
        assert self.record is not None
        return self.record

    def _offer(self, said: str, name: str, undo: Callable[[], None] | None, count: int = 1) -> None:
        self._context.offer_undo(lambda: texts.office(said).format(name=name, count=count), undo)
