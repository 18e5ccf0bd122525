"""What a screen may want to look at again after a commit."""

from __future__ import annotations

from enum import StrEnum


class Topic(StrEnum):
    """A part of the shop that changed."""

    SALES = "sales"
    STOCK = "stock"
    CATALOGUE = "catalogue"
    MEMBERS = "members"
    POINTS = "points"
    CASH = "cash"
    SHIFTS = "shifts"
    STAFF = "staff"
    SETTINGS = "settings"
    PRINTING = "printing"
    BASKETS = "baskets"
