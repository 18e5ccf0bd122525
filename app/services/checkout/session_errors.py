"""What the sale screen is told when a wish makes no sense, and the small checks behind it."""

from __future__ import annotations

from app.services.members.view import MemberView
from app.services.pricing.basket import BasketMember
from app.values.errors import QT_TRANSLATE_NOOP, UserError
from app.values.money import Money


class NothingHeld(UserError):
    """No basket was put aside."""

    text = QT_TRANSLATE_NOOP("errors", "No basket is on hold.")


class NothingToHold(UserError):
    """An empty basket needs no place."""

    text = QT_TRANSLATE_NOOP("errors", "There is nothing in the basket to put on hold.")


class BadPrice(UserError):
    """A price nobody would mean."""

    text = QT_TRANSLATE_NOOP("errors", "Please type a price from 0 to {most}.")


MOST_PRICE = Money(10_000_000)


def basket_member(member: MemberView) -> BasketMember:
    """The ids a basket keeps of a member."""
    return BasketMember(member.member_id, member.account_id, member.household_id, member.company_id, member.card_id)


def check_price(amount: Money) -> None:
    """Pass if a price can be meant.

    Raises:
        BadPrice
    """
    if amount.minor < 0 or amount > MOST_PRICE:
        raise BadPrice(most=MOST_PRICE)
