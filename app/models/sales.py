"""The sale: facts that snapshot what was said on the receipt, and the open basket before them."""

from __future__ import annotations

import datetime as dt

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column
from sqlalchemy.schema import SchemaItem

from app.models.base import Base, Fact
from app.values.ids import Id


class Sale(Fact, Base):
    """A posted sale or refund. Refunds have negative amounts and name the sale they give back."""

    __tablename__ = "sale"

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[SchemaItem, ...]:
        return (
            UniqueConstraint("basket_key"),
            UniqueConstraint("till_id", "epoch", "number_seq"),
            Index(None, "number"),
            Index(None, "business_date"),
            Index(None, "original_sale_id"),
            Index(None, "member_id", "at"),
            Index(None, "till_id", "epoch", "journal_seq"),
        )

    kind: Mapped[str]
    number: Mapped[str]
    number_seq: Mapped[int]
    basket_key: Mapped[Id]
    original_sale_id: Mapped[Id | None]
    member_id: Mapped[Id | None]
    household_id: Mapped[Id | None]
    company_id: Mapped[Id | None]
    account_id: Mapped[Id | None]
    card_id: Mapped[Id | None]
    currency: Mapped[str]
    exponent: Mapped[int]
    opened_at: Mapped[dt.datetime]
    line_count: Mapped[int]
    gross_minor: Mapped[int]
    discount_minor: Mapped[int]
    net_minor: Mapped[int]
    tax_minor: Mapped[int]
    total_minor: Mapped[int]
    rounding_minor: Mapped[int]
    paid_minor: Mapped[int]
    given_minor: Mapped[int]
    change_minor: Mapped[int]
    points_earned: Mapped[int]
    points_balance: Mapped[int | None]


class SaleLine(Fact, Base):
    """One line with everything snapshotted: the receipt can be printed again when the product is long gone."""

    __tablename__ = "sale_line"

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[SchemaItem, ...]:
        return (
            UniqueConstraint("sale_id", "line_no"),
            Index(None, "original_line_id"),
            Index(None, "product_id", "business_date"),
        )

    sale_id: Mapped[Id] = mapped_column(ForeignKey("sale.id"))
    line_no: Mapped[int]
    original_line_id: Mapped[Id | None]
    product_id: Mapped[Id | None]
    sale_unit_id: Mapped[Id | None]
    family_id: Mapped[Id | None]
    category_id: Mapped[Id | None]
    code: Mapped[str]
    name: Mapped[str]
    spec: Mapped[str]
    unit_name: Mapped[str]
    by_weight: Mapped[bool]
    quantity_milli: Mapped[int]
    factor_milli: Mapped[int]
    list_price_minor: Mapped[int]
    unit_price_minor: Mapped[int]
    price_source: Mapped[str]
    gross_minor: Mapped[int]
    discount_minor: Mapped[int]
    net_minor: Mapped[int]
    tax_class: Mapped[str]
    tax_rate_bp: Mapped[int]
    tax_inclusive: Mapped[bool]
    tax_minor: Mapped[int]
    unit_cost_minor: Mapped[int | None]
    cost_minor: Mapped[int | None]
    cost_estimated: Mapped[bool]
    points: Mapped[int]


class SaleDiscount(Fact, Base):
    """What one rule took off one line, and why."""

    __tablename__ = "sale_discount"

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[SchemaItem, ...]:
        return (Index(None, "sale_id"),)

    sale_id: Mapped[Id] = mapped_column(ForeignKey("sale.id"))
    sale_line_id: Mapped[Id]
    rule_kind: Mapped[str]
    rule_id: Mapped[Id | None]
    label: Mapped[str]
    amount_minor: Mapped[int]


class SaleTax(Fact, Base):
    """The tax of one class in one sale, as the receipt states it."""

    __tablename__ = "sale_tax"

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[SchemaItem, ...]:
        return (UniqueConstraint("sale_id", "tax_class", "rate_bp", "inclusive"),)

    sale_id: Mapped[Id] = mapped_column(ForeignKey("sale.id"))
    tax_class: Mapped[str]
    name: Mapped[str]
    rate_bp: Mapped[int]
    inclusive: Mapped[bool]
    base_minor: Mapped[int]
    tax_minor: Mapped[int]


class SaleTender(Fact, Base):
    """A way of paying. Cash rounding is a row of its own, so that the rows always add up to the total."""

    __tablename__ = "sale_tender"

    @declared_attr.directive
    @classmethod
    def __table_args__(cls) -> tuple[SchemaItem, ...]:
        return (UniqueConstraint("sale_id", "tender_no"),)

    sale_id: Mapped[Id] = mapped_column(ForeignKey("sale.id"))
    tender_no: Mapped[int]
    kind: Mapped[str]
    amount_minor: Mapped[int]
    given_minor: Mapped[int]
    change_minor: Mapped[int]
    reference: Mapped[str]


class BasketDraft(Base):
    """The open or held basket as it grows, so that a power cut gives it back. Not a fact: it goes when it is sold."""

    __tablename__ = "basket_draft"
    __table_args__ = (Index(None, "till_id", "state"),)

    basket_key: Mapped[Id] = mapped_column(primary_key=True)
    till_id: Mapped[Id]
    state: Mapped[str]
    hold_no: Mapped[int | None]
    label: Mapped[str] = mapped_column(default="")
    held_by: Mapped[Id | None]
    payload: Mapped[str] = mapped_column(Text)
    updated_at: Mapped[dt.datetime]


class PastSale(Base):
    """A receipt of another till, read by the figures; (source, receipt) is the key, so a second import adds nothing."""

    __tablename__ = "past_sale"
    __table_args__ = (UniqueConstraint("source", "receipt"), Index(None, "member_id", "at"))

    id: Mapped[Id] = mapped_column(primary_key=True)
    shop_id: Mapped[Id]
    source: Mapped[str]
    receipt: Mapped[str]
    at: Mapped[dt.datetime]
    business_date: Mapped[dt.date]
    member_id: Mapped[Id | None]
    member_code: Mapped[str] = mapped_column(default="")
    total_minor: Mapped[int]


class PastSaleLine(Base):
    """A line of a past receipt, quantity and price as written there."""

    __tablename__ = "past_sale_line"
    __table_args__ = (UniqueConstraint("past_sale_id", "line_no"),)

    id: Mapped[Id] = mapped_column(primary_key=True)
    past_sale_id: Mapped[Id]
    line_no: Mapped[int]
    product_id: Mapped[Id | None]
    item_code: Mapped[str] = mapped_column(default="")
    name: Mapped[str]
    quantity_milli: Mapped[int]
    price_text: Mapped[str]
    amount_minor: Mapped[int]
