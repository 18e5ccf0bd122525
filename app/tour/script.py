"""The day as data. Every figure here was added up by hand from the price list in resources/seed/demo_goods.csv:
the tour is worth something only as long as nobody takes them from the program.

Cash is rounded down to 0.10; a member earns 1 point for each full yuan of what was paid.
"""

from __future__ import annotations

from datetime import UTC, datetime

from app.tour.moves import Compose, Expected, Picture, Press, Scan, ScanMember, Step, Tap, Type, press, scans
from app.values.barcode import make_scale_label
from app.values.errors import QT_TRANSLATE_NOOP

MORNING = datetime(2026, 3, 14, 0, 55, tzinfo=UTC)
"""08:55 in the shop."""
SETTINGS = {"cash.round_to_minor": 10, "cash.rounding": "down", "receipt.footer": "欢迎再来"}
OWNER_PIN, CASHIER_PIN = "275163", "904827"
LI, CHEN, OUYANG, NEWCOMER = "13800138000", "13912345678", "15066668888", "13522223333"

WATER, TEA, ICE_TEA, JUICE = "0410000079195", "0430000237579", "0440000316761", "0450000395956"
MILK_CASE, MILK, YOGURT = "0460000475145", "0470000554337", "0490000712711"
RICE, NOODLES, SOUR_NOODLES = "0400000791906", "0480001425420", "0490001504612"
SOY_SAUCE, SALT, TISSUE = "0400001583807", "0420001742189", "0460002058940"
TOOTHPASTE, SOAP, SEEDS = "0490002296516", "0400002375708", "0420002534080"
CRISPS, SEAWEED, TOFFEE = "0430002613272", "0440002692467", "0450002771659"
TOAST, EGGS, TOFU, UNPRICED = "0460002850841", "0480003009222", "0490003088417", "0470003721934"
UNKNOWN = "0499999999999"
APPLE_LABEL = make_scale_label("00101", 858)
"""0.780 kg of apples at 11.00: 8.58."""

_SIGN_IN = (
    Step(
        "sign in by PIN",
        (
            press("Down", "Up"),
            Picture("sign-in", QT_TRANSLATE_NOOP("tour", "Signing in: choose a name, type the PIN"), small=True),
            Type(CASHIER_PIN),
            press("Return"),
        ),
        Expected(page="open_shift", keys=9, receipts=0, drawer="0.00"),
    ),
    Step(
        "open the shift with its float",
        (
            Type("300"),
            Picture("open-shift", QT_TRANSLATE_NOOP("tour", "The float before the first sale")),
            press("Return"),
            Picture("empty", QT_TRANSLATE_NOOP("tour", "Nothing scanned yet: what to do next")),
        ),
        Expected(page="sale", keys=4, basket="0.00", items=0, receipts=0, drawer="300.00"),
    ),
)

_MEMBER_SALES = (
    # 2 x 2.00 + 3.50 + 8.90 + 49.90 (59.90 for others) + 14.80 (15.80) + 9.90 + 2.50 + 9.50 + 3.20
    Step(
        "ten items and the member's QR",
        (
            *scans(WATER, WATER, TEA, JUICE, MILK_CASE),
            ScanMember(LI),
            *scans(YOGURT, SOY_SAUCE, SALT, TOAST, TOFU),
            Picture("sale", QT_TRANSLATE_NOOP("tour", "Ten items, the member scanned in between"), small=True),
        ),
        Expected(panel="", basket="106.20", items=10, keys=0, shows=("¥106.20", "¥11.00", "李秀英", "106")),
    ),
    Step(
        "exact cash in two keys",
        (
            press("Space"),
            Picture("pay", QT_TRANSLATE_NOOP("tour", "Paying: digits are the amount, Enter alone is exact cash")),
            press("Return"),
            Picture("paid", QT_TRANSLATE_NOOP("tour", "Paid exactly")),
        ),
        Expected(
            keys=2,
            basket="0.00",
            change="0.00",
            receipts=1,
            turnover="106.20",
            drawer="406.20",
            tenders="cash 106.20",
            points={LI: "106"},
            papers=1,
            pulses=1,
            paper=("T1-000001", "106.20", "11.00", "138****8000", "会员价", "欢迎再来"),
        ),
    ),
    # 2 x 4.00 + 2 x 3.80 + 6.90 + 5.90 + 12.00 + 9.90 + 4.50 + 12.90
    Step(
        "ten items and another member",
        (
            ScanMember(CHEN),
            *scans(MILK, MILK, NOODLES, NOODLES, CRISPS, SEAWEED, TOFFEE, SEEDS, ICE_TEA, TOOTHPASTE),
        ),
        Expected(panel="", basket="67.70", items=10, keys=0, shows=("¥67.70",)),
    ),
    Step(
        "a note of a hundred and its change in five keys",
        (
            press("Space"),
            Type("100"),
            Picture("note", QT_TRANSLATE_NOOP("tour", "A note of 100: the change is shown before Enter"), small=True),
            press("Return"),
            Picture("change", QT_TRANSLATE_NOOP("tour", "The change in type that the customer reads too"), small=True),
        ),
        Expected(
            keys=5,
            basket="0.00",
            change="32.30",
            receipts=2,
            turnover="173.90",
            drawer="473.90",
            tenders="cash 67.70",
            points={CHEN: "67"},
            papers=1,
            pulses=1,
            paper=("T1-000002", "67.70", "100.00", "32.30"),
        ),
    ),
    Step(
        "too much change asks again",
        (
            Scan(WATER),
            press("Space"),
            Type("200"),
            press("Return"),
            Picture("large-change", QT_TRANSLATE_NOOP("tour", "More change than the largest note: Enter again, or not")),
        ),
        Expected(panel="payment", basket="2.00", receipts=2, drawer="473.90", keys=5),
    ),
    Step(
        "the right note",
        (press("Backspace", "Return"),),
        Expected(
            keys=2,
            change="18.00",
            receipts=3,
            turnover="175.90",
            drawer="475.90",
            papers=1,
            pulses=1,
            paper=("T1-000003", "20.00", "18.00"),
        ),
    ),
)

_OTHER_SALES = (
    # label 8.58; 0.735 kg x 7.60 = 5.586, rounded to 5.59
    Step(
        "a scale label, and a short number with a typed weight",
        (
            Scan(APPLE_LABEL),
            Type("102"),
            press("Return"),
            Picture("weight", QT_TRANSLATE_NOOP("tour", "Bananas by their number: the weight is asked for")),
            Type("0.735"),
            press("Return"),
            Picture("weighed", QT_TRANSLATE_NOOP("tour", "Weighed goods: by label and by hand")),
        ),
        Expected(panel="", basket="14.17", items=2, keys=10, shows=("¥14.17", "8.58", "5.59")),
    ),
    Step(
        "cash rounded down",
        (press("Space", "Return"),),
        Expected(
            keys=2,
            change="0.00",
            receipts=4,
            turnover="190.07",
            drawer="490.00",
            tenders="cash 14.10, rounding 0.07",
            papers=1,
            pulses=1,
            paper=("T1-000004", "14.17", "14.10", "0.07"),
        ),
    ),
    # 39.90 + 5.50 + 25.80
    Step(
        "the member by the last four digits",
        (
            *scans(RICE, SOUR_NOODLES, EGGS),
            press("F3"),
            Type("8888"),
            Picture("member", QT_TRANSLATE_NOOP("tour", "The member by four digits; numbers are masked"), small=True),
            press("Return"),
        ),
        Expected(panel="", basket="71.20", items=3, keys=6, shows=("¥71.20", "欧阳雪")),
    ),
    Step(
        "part in cash, the rest by WeChat",
        (
            press("Space"),
            Type("20"),
            press("Return", "F2"),
            Type("4200001234567890"),
            Picture("split", QT_TRANSLATE_NOOP("tour", "20.00 in cash, the rest by WeChat with its number"), small=True),
            press("Return"),
        ),
        Expected(
            basket="0.00",
            change="0.00",
            receipts=5,
            turnover="261.27",
            drawer="510.00",
            tenders="cash 20.00, wechat 51.20",
            points={OUYANG: "71"},
            papers=1,
            pulses=1,
            paper=("T1-000005", "71.20", "20.00", "51.20", "****7890"),
        ),
    ),
)

_ONE_BASKET = (
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

_AFTER_SALES = (
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
            Picture("enrol", QT_TRANSLATE_NOOP("tour", "A new member: the consent is read out, Enter agrees"), small=True),
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

_DRAWER = (
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
_EVENING = (
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
            paper=("356.40", "355.40", "1.00", "354.07", "15.00", "113.10", "225.97", "106.40", "51.20", "22.90", "45.40"),
        ),
    ),
    Step("the day is over", (press("Return"),), Expected(page="sign_in", receipts=10)),
)

DAY: tuple[Step, ...] = (
    *_SIGN_IN,
    *_MEMBER_SALES,
    *_OTHER_SALES,
    *_ONE_BASKET,
    *_AFTER_SALES,
    *_DRAWER,
    *_EVENING,
)
"""The whole day."""

__all__ = ["DAY", "MORNING", "SETTINGS", "Press", "Step"]
