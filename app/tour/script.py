"""The day as data. Every figure was added up by hand from the price list in resources/seed/demo_goods.csv:
the tour is worth something only as long as nobody takes them from the program.

Cash is rounded down to 0.10; a member earns 1 point for each full yuan of what was paid.
"""

from __future__ import annotations

from app.tour.afternoon import AFTER_SALES, DRAWER, EVENING, ONE_BASKET
from app.tour.morning import MEMBER_SALES, OTHER_SALES, SIGN_IN
from app.tour.moves import Step

DAY: tuple[Step, ...] = (
    *SIGN_IN,
    *MEMBER_SALES,
    *OTHER_SALES,
    *ONE_BASKET,
    *AFTER_SALES,
    *DRAWER,
    *EVENING,
)
"""The whole day."""
