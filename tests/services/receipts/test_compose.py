from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.services.receipts.compose import compose_receipt, mark_copy, show_money, show_rate
from app.services.receipts.compose_z import compose_z_report, in_fours
from app.services.receipts.data import Currency, ReceiptMember, ShopHeader, TenderRow
from app.services.receipts.parts import Barcode, Columns, Cut, Receipt, Size, Text
from app.services.receipts.plain import as_plain_text, render_plain
from app.values.money import ZERO, Money
from app.values.rates import Rate
from tests.services.receipts.builders import (
    HASH,
    SHOP,
    ZONE,
    cash_slip,
    refund_data,
    refund_receipt,
    sale_data,
    sale_receipt,
    z_data,
    z_report,
)


def columns_of(receipt: Receipt) -> list[tuple[str, str]]:
    return [(part.left, part.right) for part in receipt.parts if isinstance(part, Columns)]


def test_the_sums_of_the_sale_stand_on_its_paper() -> None:
    rows = columns_of(sale_receipt())

    assert ("件数 8", "小计 127.49") in rows
    assert ("优惠", "-12.00") in rows
    assert ("合计", "￥115.49") in rows
    assert ("抹零", "-0.09") in rows
    assert ("应收", "￥115.40") in rows
    assert ("微信 ****6789", "20.00") in rows
    assert ("现金", "95.40") in rows
    assert ("  实收", "100.00") in rows
    assert ("找零", "￥4.60") in rows
    assert ("本单已省", "￥12.00") in rows


def test_a_discount_stands_under_its_line_with_its_reason() -> None:
    lines = [line.text for line in render_plain(sale_receipt(), 48)]
    milk = next(at for at, text in enumerate(lines) if text.startswith("伊利纯牛奶"))

    assert lines[milk + 1].split() == ["59.90", "1", "59.90"]
    assert lines[milk + 2].split() == ["会员价", "-10.00"]


def test_the_total_is_double() -> None:
    total = next(part for part in sale_receipt().parts if isinstance(part, Columns) and part.left == "合计")

    assert total.size is Size.DOUBLE
    assert total.bold


def test_without_rounding_there_is_no_rounding_row() -> None:
    rows = columns_of(compose_receipt(replace(sale_data(), rounding=ZERO), SHOP, language="zh"))

    assert not [left for left, _ in rows if left in ("抹零", "应收")]


def test_exact_cash_needs_no_given_row() -> None:
    exact = (TenderRow("cash", Money(11_549), given=Money(11_549)),)
    rows = columns_of(
        compose_receipt(replace(sale_data(), tenders=exact, change=ZERO, rounding=ZERO), SHOP, language="zh")
    )

    assert ("现金", "115.49") in rows
    assert not [left for left, _ in rows if left.strip() in ("实收", "找零")]


def test_a_phone_number_cannot_reach_the_paper_unmasked() -> None:
    member = ReceiptMember("李阿姨", "13812348000", 115, 1395)

    assert member.phone_masked == "138****8000"
    for columns in (32, 48):
        text = as_plain_text(sale_receipt(), columns)
        assert "138****8000" in text
        assert "13812348000" not in text
    assert "13812348000" not in sale_receipt().to_json()


def test_points_of_this_sale_and_the_balance_are_shown() -> None:
    rows = columns_of(sale_receipt())

    assert ("本单积分", "+115") in rows
    assert ("积分余额", "1395") in rows


def test_a_refund_says_so_names_its_sale_and_shows_no_minus_for_money_given_back() -> None:
    receipt = refund_receipt()
    rows = columns_of(receipt)

    assert any(isinstance(part, Text) and part.text == "退货单" and part.size is Size.DOUBLE for part in receipt.parts)
    assert ("原单号", "T1-000123") in rows
    assert ("退款合计", "￥49.90") in rows
    assert ("退款：现金", "49.90") in rows
    assert ("扣回积分", "-50") in rows
    assert ("积分余额", "-12（欠）") in rows


def test_a_refund_given_with_plain_signs_looks_the_same() -> None:
    posted = refund_data()
    turned = replace(
        posted,
        lines=tuple(
            replace(
                line,
                quantity=-line.quantity,
                gross=-line.gross,
                net=-line.net,
                discounts=tuple(replace(row, amount=-row.amount) for row in line.discounts),
            )
            for line in posted.lines
        ),
        gross=-posted.gross,
        discount_total=-posted.discount_total,
        total=-posted.total,
        tenders=(TenderRow("cash", -posted.total),),
        taxes=tuple(replace(tax, base=-tax.base, tax=-tax.tax) for tax in posted.taxes),
        saved=-posted.saved,
        item_count=1,
    )

    assert compose_receipt(turned, SHOP, language="zh") == compose_receipt(posted, SHOP, language="zh")


def test_the_barcode_carries_the_receipts_own_code() -> None:
    bars = [part for part in sale_receipt().parts if isinstance(part, Barcode)]
    assert [bar.data for bar in bars] == ["T1-000123"]

    other = compose_receipt(replace(sale_data(), receipt_code="R123"), SHOP, language="zh")
    assert [part.data for part in other.parts if isinstance(part, Barcode)] == ["R123"]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_copy_says_so_in_large_letters_with_the_time_of_the_original(language: str) -> None:
    original = sale_receipt("en" if language == "en" else "zh")
    copy = mark_copy(original, 2)
    first = copy.parts[0]

    assert isinstance(first, Text)
    assert (first.text, first.size) == ("重印 COPY 2", Size.DOUBLE)
    assert "2026-01-05 18:30:12" in str(copy.parts[1])
    assert copy.meta.copy_no == 2
    assert copy.parts[3:] == original.parts


def test_a_copy_of_a_copy_carries_one_mark() -> None:
    assert mark_copy(mark_copy(sale_receipt(), 1), 2) == mark_copy(sale_receipt(), 2)
    assert mark_copy(mark_copy(sale_receipt(), 1), 0) == sale_receipt()
    assert sale_receipt(copy_no=3) == mark_copy(sale_receipt(), 3)


def test_every_paper_ends_with_a_cut() -> None:
    for receipt in (sale_receipt(), refund_receipt(), z_report(), cash_slip()):
        assert isinstance(receipt.parts[-1], Cut)
        assert sum(isinstance(part, Cut) for part in receipt.parts) == 1


def test_a_sale_after_midnight_names_its_business_date() -> None:
    late = replace(sale_data(), at_local=datetime(2026, 1, 6, 1, 30, tzinfo=ZONE), business_date=date(2026, 1, 5))

    assert ("营业日", "2026-01-05") in columns_of(compose_receipt(late, SHOP, language="zh"))
    assert ("营业日", "2026-01-05") not in columns_of(sale_receipt())


def test_a_naive_time_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        replace(sale_data(), at_local=datetime(2026, 1, 5, 18, 30))


def test_a_tender_nobody_translated_prints_as_it_is() -> None:
    tenders = (TenderRow("Voucher 3", Money(11_549)),)

    assert ("Voucher 3", "115.49") in columns_of(
        compose_receipt(replace(sale_data(), tenders=tenders), SHOP, language="en")
    )


def test_currencies_have_their_own_sign_and_decimals() -> None:
    yen = Currency("¥", 0)

    assert show_money(Money(1280), yen) == "¥1280"
    assert show_money(Money(-5), Currency()) == "-￥0.05"
    text = as_plain_text(compose_receipt(sale_data(), ShopHeader("Shop", currency=yen), language="en"), 48)
    assert "\u00a5" not in text
    assert "￥" in text


def test_a_shop_without_footer_says_thank_you() -> None:
    parts = compose_receipt(sale_data(), ShopHeader("Shop"), language="en").parts

    assert "Thank you" in [part.text for part in parts if isinstance(part, Text)]


@pytest.mark.parametrize(
    ("basis_points", "shown"), [(1300, "13%"), (825, "8.25%"), (50, "0.5%"), (0, "0%"), (1050, "10.5%")]
)
def test_rates_are_shown_without_needless_digits(basis_points: int, shown: str) -> None:
    assert show_rate(Rate(basis_points)) == shown


def test_the_z_names_its_last_journal_row_in_groups_of_four() -> None:
    text = as_plain_text(z_report(), 48)

    assert "4821" in text
    assert "".join(in_fours(HASH).split()) == HASH
    assert all(len(group) == 4 for group in in_fours(HASH).split())
    assert in_fours(HASH)[:19] in text


def test_the_z_tells_short_over_and_exact() -> None:
    assert ("短款", "￥0.60") in columns_of(z_report())
    over = compose_z_report(replace(z_data(), over_short=Money(60)), SHOP, language="zh")
    assert ("长款", "￥0.60") in columns_of(over)
    exact = compose_z_report(replace(z_data(), over_short=ZERO), SHOP, language="zh")
    assert ("无长短款", "0.00") in columns_of(exact)


def test_an_x_report_of_an_open_shift_tells_no_count() -> None:
    data = replace(z_data(), is_final=False, closed_at=None, counted=None, journal_seq=0, journal_hash="")
    report = compose_z_report(data, SHOP, language="zh")

    assert ("交班", "未交班") in columns_of(report)
    assert "当班报表 X" in [part.text for part in report.parts if isinstance(part, Text)]
    absent = ("实点现金", "短款", "长款", "无长短款", "流水号")
    assert not [left for left, _ in columns_of(report) if left in absent]
    assert "流水校验" not in as_plain_text(report, 48)


def test_cash_in_and_out_are_told_apart() -> None:
    titles = [part.text for part in cash_slip(is_paid_in=True).parts if isinstance(part, Text)]
    assert "现金存入单" in titles
    titles = [part.text for part in cash_slip(is_paid_in=False).parts if isinstance(part, Text)]
    assert "现金取出单" in titles
