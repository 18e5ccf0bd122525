"""A sale as sections of words: what was sold, how it was paid, what happened since."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from app.services.checkout.values import PostedLine, PostedTax, SaleKind
from app.services.payments.plan import Tender
from app.services.reports.sale_view import LinkedSale, SaleView
from app.ui.kit.words import Words
from app.ui.owner.saying import office, tender_word
from app.values.errors import QT_TRANSLATE_NOOP
from app.values.ids import Id
from app.values.rates import Rate

translate = QCoreApplication.translate
"""Takes the context and a literal text, as `lupdate` expects."""

_REASONS = {
    "member": QT_TRANSLATE_NOOP("office", "Member price"),
    "typed": QT_TRANSLATE_NOOP("office", "Price changed"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a section.

    Attributes:
        middle, right: Figures at the right.
        below: A second, smaller row.
        sale_id: The sale that the row leads to.
    """

    left: str
    middle: str = ""
    right: str = ""
    below: str = ""
    sale_id: Id | None = None
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Rows under a heading."""

    title: str
    entries: tuple[Entry, ...]


def sections_of(view: SaleView, words: Words) -> tuple[Section, ...]:
    """All there is to say, in the language in use; empty sections are left out."""
    posted = view.posted
    made = (
        Section("", tuple(_facts(view, words))),
        Section(office(_GOODS), (*(_line(line, view, words) for line in posted.lines), *_sums(view, words))),
        Section(office(_PAID), tuple(_tender(tender, words) for tender in posted.tenders)),
        Section(office(_TAX), tuple(_tax(tax, words) for tax in posted.taxes if tax.tax)),
        Section(office(_POINTS), tuple(_points(view, words))),
        Section(office(_SALE_OF_REFUND), (_linked(view.original, words),) if view.original else ()),
        Section(office(_REFUNDS), tuple(_linked(refund, words) for refund in view.refunds)),
        Section(
            office(_COPIES),
            tuple(Entry(words.moment(copy.at), right=copy.cashier) for copy in view.reprints),
        ),
    )
    return tuple(section for section in made if section.entries)


_GOODS = QT_TRANSLATE_NOOP("office", "Goods")
_PAID = QT_TRANSLATE_NOOP("office", "Paid")
_TAX = QT_TRANSLATE_NOOP("office", "Tax")
_POINTS = QT_TRANSLATE_NOOP("office", "Points")
_SALE_OF_REFUND = QT_TRANSLATE_NOOP("office", "Gives back")
_REFUNDS = QT_TRANSLATE_NOOP("office", "Refunds of it")
_COPIES = QT_TRANSLATE_NOOP("office", "Printed again")


def kind_word(is_refund: bool) -> str:
    """`Sale` or `Refund`."""
    refund, sale = QT_TRANSLATE_NOOP("office", "Refund"), QT_TRANSLATE_NOOP("office", "Sale")
    return office(refund if is_refund else sale)


def _facts(view: SaleView, words: Words) -> list[Entry]:
    posted = view.posted
    found = [
        (translate("office", "When"), words.moment(posted.at)),
        (translate("office", "Kind"), kind_word(posted.kind is SaleKind.REFUND)),
        (translate("office", "Cashier"), posted.cashier),
        (translate("office", "Leave given by"), view.granted_by),
        (translate("office", "Till"), posted.till_code),
    ]
    if words.date(posted.at) != posted.business_date.isoformat():
        found.insert(1, (translate("office", "Business day"), words.date(posted.business_date)))
    if view.member is not None:
        member = view.member
        said = " · ".join(part for part in (member.name, member.number, member.phone) if part)
        found.append((translate("office", "Member"), said))
    return [Entry(label, right=value) for label, value in found if value]


def _line(line: PostedLine, view: SaleView, words: Words) -> Entry:
    off = [f"{_reason(part.rule, part.label)} {words.amount(-part.amount)}" for part in line.discounts]
    if back := view.given_back.get(line.line_id):
        said = translate("office", "{quantity} came back")
        off.append(said.format(quantity=words.quantity(back, line.by_weight)))
    name = f"{line.name} {line.spec}".strip() if line.spec not in line.name else line.name
    pieces = f"{words.quantity(line.quantity, line.by_weight)} × {words.price(line.list_price, line.by_weight)}"
    return Entry(name, pieces, words.amount(line.net), " · ".join(off))


def _sums(view: SaleView, words: Words) -> list[Entry]:
    posted = view.posted
    entries = []
    if posted.discount:
        entries.append(Entry(translate("office", "Discounts"), right=words.amount(-posted.discount)))
    entries.append(Entry(translate("office", "Total"), right=words.money(posted.total), is_strong=True))
    if view.refunds:
        kept = translate("office", "Left of it after refunds")
        entries.append(Entry(kept, right=words.money(view.kept), is_strong=True))
    return entries


def _tender(tender: Tender, words: Words) -> Entry:
    said = ""
    if tender.change:
        said = translate("office", "given {given}, change {change}").format(
            given=words.amount(tender.given), change=words.amount(tender.change)
        )
    return Entry(tender_word(tender.kind.value), right=words.amount(tender.amount), below=said or tender.reference)


def _tax(tax: PostedTax, words: Words) -> Entry:
    rate = words.rate(Rate(tax.rate_bp))
    name = tax.name if rate in tax.name else f"{tax.name} {rate}".strip()
    return Entry(name, words.amount(tax.base), words.amount(tax.tax))


def _points(view: SaleView, words: Words) -> list[Entry]:
    posted = view.posted
    if posted.points_balance is None:
        return []
    label = translate("office", "Taken back") if posted.points < 0 else translate("office", "Earned")
    return [
        Entry(label, right=words.count(posted.points)),
        Entry(translate("office", "Account after it"), right=words.count(posted.points_balance)),
    ]


def _linked(sale: LinkedSale, words: Words) -> Entry:
    parts = (sale.number, words.moment(sale.at), sale.cashier)
    return Entry(" · ".join(part for part in parts if part), right=words.amount(sale.total), sale_id=sale.sale_id)


def _reason(rule: str, label: str) -> str:
    return office(_REASONS[rule]) if rule in _REASONS else label
