"""The first half of the day: signing in, and plain sales. How figures are made: `script`."""

from __future__ import annotations

from app.tour.cast import (
    APPLE_LABEL,
    CASHIER_PIN,
    CHEN,
    CRISPS,
    EGGS,
    ICE_TEA,
    JUICE,
    LI,
    MILK,
    MILK_CASE,
    NOODLES,
    OUYANG,
    RICE,
    SALT,
    SEAWEED,
    SEEDS,
    SOUR_NOODLES,
    SOY_SAUCE,
    TEA,
    TOAST,
    TOFFEE,
    TOFU,
    TOOTHPASTE,
    WATER,
    YOGURT,
)
from app.tour.moves import Expected, Picture, Scan, ScanMember, Step, Type, press, scans
from app.values.errors import QT_TRANSLATE_NOOP

SIGN_IN = (
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

MEMBER_SALES = (
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
            Picture(
                "large-change", QT_TRANSLATE_NOOP("tour", "More change than the largest note: Enter again, or not")
            ),
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

OTHER_SALES = (
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
            Picture(
                "split", QT_TRANSLATE_NOOP("tour", "20.00 in cash, the rest by WeChat with its number"), small=True
            ),
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
