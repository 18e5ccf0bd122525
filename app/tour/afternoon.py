"""The second half of the day: one troublesome basket, refunds, the drawer, the close. Figures: see `script`."""

from __future__ import annotations

from app.tour.cast import (
    CASHIER_PIN,
    CHEN,
    LI,
    NEWCOMER,
    OWNER_PIN,
    RICE,
    SOAP,
    TEA,
    TISSUE,
    TOAST,
    UNKNOWN,
    UNPRICED,
    WATER,
)
from app.tour.moves import Compose, Expected, Picture, Scan, Step, Tap, Type, press, scans
from app.values.errors import QT_TRANSLATE_NOOP

ONE_BASKET = (
    Step(
        "an unknown code blocks paying",
        (
            *scans(WATER, UNKNOWN, WATER),
            Picture("unknown", QT_TRANSLATE_NOOP("tour", "An unknown code: red, and scanning goes on"), small=True),
            press("Space"),
            Picture("blocked", QT_TRANSLATE_NOOP("tour", "Paying waits until the red row is cleared")),
        ),
        Expected(panel="", basket="4.00", items=2, unknown=1, receipts=5, shows=(UNKNOWN,)),
    ),
    Step("the red row is cleared", (press("Del"),), Expected(panel="", basket="4.00", items=2, unknown=0, keys=1)),
    # 4.00 + 6 x 3.50
    Step(
        "six of one kind",
        (
            Type("6*"),
            Picture("times", QT_TRANSLATE_NOOP("tour", "Six of what comes next")),
            Scan(TEA),
        ),
        Expected(basket="25.00", items=8, keys=2, shows=("¥25.00",)),
    ),
    Step("one more line", (Scan(SOAP), press("+", "-")), Expected(basket="36.90", items=9, keys=2)),
    Step("the line is deleted", (press("Del"),), Expected(basket="25.00", items=8, keys=1)),
    Step("and brought back", (press("Ctrl+Z"),), Expected(basket="36.90", items=9, keys=1)),
    Step(
        "the basket is put on hold in one key",
        (press("F4"), Picture("held", QT_TRANSLATE_NOOP("tour", "On hold: the next customer is served"))),
        Expected(basket="0.00", items=0, held=1, keys=1),
    ),
    Step(
        "somebody pays a toast meanwhile",
        (Scan(TOAST), press("Space", "Return")),
        Expected(
            basket="0.00",
            change="0.00",
            receipts=6,
            turnover="270.77",
            drawer="519.50",
            keys=2,
            papers=1,
            pulses=1,
            paper=("T1-000006", "9.50"),
        ),
    ),
    Step("the basket comes back in one key", (press("F5"),), Expected(basket="36.90", items=9, held=0, keys=1)),
    Step(
        "a price is checked",
        (
            press("F2"),
            Scan(RICE),
            Picture("price-check", QT_TRANSLATE_NOOP("tour", "A scan in the search only tells the price")),
            press("Esc"),
        ),
        Expected(panel="", basket="36.90", items=9, keys=2),
    ),
    # + 1.250 kg x 3.20
    Step(
        "cabbage by its initials",
        (
            press("F2"),
            Type("dbc"),
            Picture("search", QT_TRANSLATE_NOOP("tour", "Search by pinyin initials"), small=True),
            press("Return"),
            Type("1.25"),
            press("Return"),
        ),
        Expected(panel="", basket="40.90", items=10, keys=10, shows=("¥40.90",)),
    ),
    # + 6.50
    Step(
        "a first price, with the owner's leave",
        (
            Scan(UNPRICED),
            Picture("first-price", QT_TRANSLATE_NOOP("tour", "An article without a price asks for its first one")),
            Type("6.5"),
            press("Return"),
            Picture("grant", QT_TRANSLATE_NOOP("tour", "The owner's PIN, for this one action"), small=True),
            Type(OWNER_PIN),
            press("Return"),
        ),
        Expected(panel="", basket="47.40", items=11, keys=11, shows=("¥47.40",)),
    ),
    # soap 11.90 > 9.90
    Step(
        "another price for the soap",
        (
            press("Up", "Up", "F7"),
            Picture("price", QT_TRANSLATE_NOOP("tour", "Another price for one line")),
            Type("9.9"),
            press("Return"),
            Type(OWNER_PIN),
            press("Return"),
            Picture("price-changed", QT_TRANSLATE_NOOP("tour", "The changed price with its reason"), small=True),
        ),
        Expected(panel="", basket="45.40", items=11, keys=14, shows=("¥45.40", "¥2.00")),
    ),
    Step(
        "by card, without a number",
        (press("Space", "F4", "Return"),),
        Expected(
            basket="0.00",
            change="0.00",
            receipts=7,
            turnover="316.17",
            drawer="519.50",
            tenders="card 45.40",
            keys=3,
            papers=1,
            paper=("T1-000007", "45.40", "改价"),
        ),
    ),
)

AFTER_SALES = (
    Step(
        "a whole receipt comes back by its code",
        (
            press("F8"),
            Scan("T1-000001"),
            Picture("refund", QT_TRANSLATE_NOOP("tour", "A refund by the receipt's code"), small=True),
            press("Return"),
            Type(OWNER_PIN),
            press("Return"),
            Picture("refunded", QT_TRANSLATE_NOOP("tour", "What to give back")),
        ),
        Expected(
            panel="",
            change="106.20",
            keys=9,
            receipts=8,
            turnover="209.97",
            drawer="413.30",
            tenders="cash -106.20",
            points={LI: "0"},
            papers=1,
            pulses=1,
            paper=("T1-000008", "T1-000001", "106.20"),
        ),
    ),
    # the crisps of receipt 2; of its 67 points 7 came from them
    Step(
        "one line of another receipt",
        (
            Scan("T1-000002"),
            press("Down", "Down"),
            Tap("refund only"),
            Picture("refund-line", QT_TRANSLATE_NOOP("tour", "Only one line comes back")),
            press("Return"),
        ),
        Expected(
            panel="",
            change="6.90",
            receipts=9,
            turnover="203.07",
            drawer="406.40",
            tenders="cash -6.90",
            points={CHEN: "60"},
            papers=1,
            pulses=1,
            paper=("T1-000009", "T1-000002", "6.90"),
        ),
    ),
    Step(
        "the last receipt once more",
        (press("F10"), Picture("reprint", QT_TRANSLATE_NOOP("tour", "Printed again, marked as a copy"))),
        Expected(receipts=9, keys=1, papers=1, paper=("T1-000009", "重印")),
    ),
    Step(
        "a member by phone in fourteen keys",
        (
            press("F3"),
            Type(NEWCOMER),
            press("Return"),
            Picture(
                "enrol", QT_TRANSLATE_NOOP("tour", "A new member: the consent is read out, Enter agrees"), small=True
            ),
            press("Return"),
        ),
        Expected(panel="", keys=14, basket="0.00", receipts=9, points={NEWCOMER: "0"}),
    ),
    # 22.90 for members, 24.90 for others
    Step(
        "the new member's first sale, by Alipay",
        (Scan(TISSUE), press("Space", "F3", "Return")),
        Expected(
            basket="0.00",
            change="0.00",
            keys=3,
            receipts=10,
            turnover="225.97",
            drawer="406.40",
            tenders="alipay 22.90",
            points={NEWCOMER: "22"},
            papers=1,
            paper=("T1-000010", "22.90", "2.00", "135****3333"),
        ),
    ),
)

DRAWER = (
    Step(
        "the drawer without a sale",
        (
            press("F9"),
            Picture("till", QT_TRANSLATE_NOOP("tour", "Drawer and shift")),
            press("1"),
            Type(OWNER_PIN),
            press("Return"),
            Picture("no-sale", QT_TRANSLATE_NOOP("tour", "Opened by the owner's leave, and noted")),
        ),
        Expected(panel="", keys=9, receipts=10, drawer="406.40", pulses=1),
    ),
    Step(
        "cash out with a reason",
        (
            press("F9", "3"),
            Type("50"),
            press("Return"),
            Compose("买冰块"),
            Picture("cash-out", QT_TRANSLATE_NOOP("tour", "Cash out, with its reason")),
            press("Return"),
        ),
        Expected(panel="", drawer="356.40", papers=1, pulses=1, paper=("50.00", "买冰块")),
    ),
    Step(
        "the other language, at run time",
        (Tap("language"),),
        Expected(panel="", shows=("Hold", "To pay")),
    ),
    Step(
        "all keys",
        (press("F1"), Picture("keys", QT_TRANSLATE_NOOP("tour", "All keys on one page"), small=True), press("Esc")),
        Expected(panel="", keys=2),
    ),
    Step("and back", (Tap("language"),), Expected(panel="", shows=("挂单",))),
    Step(
        "the till is locked with goods in the basket",
        (
            Scan(WATER),
            press("F11"),
            Picture("locked", QT_TRANSLATE_NOOP("tour", "Locked: the basket waits"), small=True),
        ),
        Expected(page="sign_in", keys=1, basket="2.00"),
    ),
    Step(
        "and opened again",
        (Type(CASHIER_PIN), press("Return"), press("Del")),
        Expected(page="sale", panel="", keys=8, basket="0.00", items=0),
    ),
)

# Sold 354.07 less 15.00 discounts and 113.10 refunds; in cash 219.50 - 113.10 = 106.40.
# In the drawer 300.00 + 106.40 - 50.00 = 356.40; counted 355.40; the count is taken out when the shift closes.
EVENING = (
    Step(
        "an X report",
        (
            press("F9", "4"),
            Picture("x-report", QT_TRANSLATE_NOOP("tour", "The figures so far; the shift stays open"), small=True),
            press("Esc", "Esc"),
        ),
        Expected(panel="", papers=1, drawer="356.40", paper=("356.40", "225.97")),
    ),
    Step(
        "the drawer is counted, one yuan short",
        (
            press("F9", "5"),
            Type("355.4"),
            press("Return"),
            Picture("count", QT_TRANSLATE_NOOP("tour", "The count, before the shift is closed"), small=True),
            press("Return"),
            Picture("closed", QT_TRANSLATE_NOOP("tour", "One yuan short: noted, not blocked"), small=True),
        ),
        Expected(
            drawer="0.00",
            receipts=10,
            turnover="225.97",
            shows=("-¥1.00",),
            papers=1,
            paper=(
                "356.40",
                "355.40",
                "1.00",
                "354.07",
                "15.00",
                "113.10",
                "225.97",
                "106.40",
                "51.20",
                "22.90",
                "45.40",
            ),
        ),
    ),
    Step("the day is over", (press("Return"),), Expected(page="sign_in", receipts=10)),
)
