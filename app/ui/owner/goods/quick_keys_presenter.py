"""What happens on the page of quick keys; everything is stored at once, with a way back where something goes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from app.services.catalogue.find import find_item
from app.services.catalogue.quick_keys import (
    QuickKeyDraft,
    QuickKeyView,
    QuickPageView,
    add_quick_page,
    clear_quick_key,
    close_quick_page,
    move_quick_key,
    move_quick_page,
    put_quick_key,
    quick_pages,
    rename_quick_page,
    reopen_quick_page,
)
from app.services.catalogue.search import FoundItem, search_items
from app.services.checkout.shop_rules import scale_rule
from app.services.common.uow import UnitOfWork
from app.ui.kit.notices import NoticeKind
from app.ui.owner.context import OfficeContext
from app.ui.owner.goods.texts import office
from app.values.errors import QT_TRANSLATE_NOOP

PAGE_CLOSED = QT_TRANSLATE_NOOP("office", "The page “{name}” was removed.")
KEY_CLEARED = QT_TRANSLATE_NOOP("office", "“{name}” is no quick key any more.")
UNKNOWN = QT_TRANSLATE_NOOP("office", "Nothing is known under {code}.")


class QuickKeysScreen(Protocol):
    """The page as its presenter sees it."""

    def show_pages(self, names: tuple[str, ...], current: int) -> None:
        """Show the tabs."""
        ...

    def show_keys(self, keys: tuple[QuickKeyView, ...]) -> None:
        """Show the keys of the page."""
        ...


class QuickKeysPresenter:
    """Decides for the page."""

    def __init__(self, context: OfficeContext, screen: QuickKeysScreen) -> None:
        self._context, self._screen = context, screen
        self._pages: tuple[QuickPageView, ...] = ()
        self._at = 0

    def refresh(self) -> None:
        """Read everything again."""
        with self._context.told():
            with self._context.read() as read:
                self._pages = quick_pages(read)
            self._show()

    def choose_page(self, at: int) -> None:
        """Another tab."""
        self._at = at
        self._show()

    def key_at(self, position: int) -> QuickKeyView | None:
        """What a place of the page sells."""
        return self._pages[self._at].at(position) if self._pages else None

    def search(self, text: str) -> tuple[FoundItem, ...]:
        """Articles for the picker."""
        with self._context.read() as read:
            return search_items(read, text)

    # Pages

    def add_page(self) -> None:
        """A further page at the end."""
        name = office(QT_TRANSLATE_NOOP("office", "Page {number}")).format(number=len(self._pages) + 1)
        if self._do(lambda uow: add_quick_page(uow, name)):
            self.choose_page(len(self._pages) - 1)

    def rename(self, name: str) -> None:
        """Another name for the page."""
        if self._pages and name.strip() and name.strip() != self._pages[self._at].name:
            page_id = self._pages[self._at].page_id
            self._do(lambda uow: rename_quick_page(uow, page_id, name))

    def move_page(self, step: int) -> None:
        """Before or behind its neighbour."""
        if self._pages:
            page_id = self._pages[self._at].page_id
            to = max(0, min(len(self._pages) - 1, self._at + step))
            if self._do(lambda uow: move_quick_page(uow, page_id, step)):
                self.choose_page(to)

    def close_page(self) -> None:
        """Take the page away; undo brings it back with its keys."""
        if not self._pages:
            return
        page = self._pages[self._at]
        if self._do(lambda uow: close_quick_page(uow, page.page_id)):
            self._context.offer_undo(
                lambda: office(PAGE_CLOSED).format(name=page.name),
                lambda: self._do(lambda uow: reopen_quick_page(uow, page.page_id)),
            )

    # Keys

    def put(self, position: int, item: FoundItem) -> None:
        """Let a place sell an article."""
        self._put(position, QuickKeyDraft(item.product_id, item.sale_unit_id))

    def put_scanned(self, position: int, code: str) -> bool:
        """Let a place sell what was scanned."""
        if not self._pages:
            return False
        with self._context.read() as read:
            item = find_item(read, code, rule=scale_rule(self._context.settings()))
        if item is None:
            self._context.prompter.notice(lambda: office(UNKNOWN).format(code=code), NoticeKind.CAREFUL)
        else:
            self._put(position, QuickKeyDraft(item.product_id, item.sale_unit_id))
        return True

    def dress(self, position: int, label: str, tone: str) -> None:
        """Other words or another colour."""
        key = self.key_at(position)
        if key is not None and (label.strip(), tone) != (key.own_label, key.tone):
            self._put(position, QuickKeyDraft(key.product_id, key.sale_unit_id, label, tone))

    def clear(self, position: int) -> None:
        """Empty a place; undo puts its key back."""
        key = self.key_at(position)
        if key is None:
            return
        page_id = self._pages[self._at].page_id
        draft = QuickKeyDraft(key.product_id, key.sale_unit_id, key.own_label, key.tone)
        if self._do(lambda uow: clear_quick_key(uow, page_id, position)):
            self._context.offer_undo(
                lambda: office(KEY_CLEARED).format(name=key.label),
                lambda: self._do(lambda uow: put_quick_key(uow, page_id, position, draft)),
            )

    def move(self, position: int, to: int) -> None:
        """Move a key; what is there changes places with it."""
        if self._pages:
            page_id = self._pages[self._at].page_id
            self._do(lambda uow: move_quick_key(uow, page_id, position, to))

    # Within

    def _put(self, position: int, draft: QuickKeyDraft) -> None:
        if self._pages:
            page_id = self._pages[self._at].page_id
            self._do(lambda uow: put_quick_key(uow, page_id, position, draft))

    def _do(self, act: Callable[[UnitOfWork], object]) -> bool:
        done = False
        with self._context.told():
            with self._context.action("quick_keys") as uow:
                act(uow)
            done = True
        self.refresh()
        return done

    def _show(self) -> None:
        self._at = max(0, min(self._at, len(self._pages) - 1))
        self._screen.show_pages(tuple(page.name for page in self._pages), self._at)
        self._screen.show_keys(self._pages[self._at].keys if self._pages else ())
