"""Papers for tests: one sale with everything on it, its refund, and a shift."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.services.receipts.compose import compose_cash_slip, compose_receipt
from app.services.receipts.compose_z import compose_z_report
from app.services.receipts.data import (
    TOP_UP,
    CashMove,
    CashSlipData,
    DiscountRow,
    ReceiptData,
    ReceiptLine,
    ReceiptMember,
    SaleKind,
    ShopHeader,
    TaxRow,
    TenderRow,
    TenderSum,
    ZData,
)
from app.services.receipts.parts import Receipt
from app.services.receipts.words import Language
from app.values.money import ZERO, Money
from app.values.quantity import Quantity

ZONE = ZoneInfo("Asia/Shanghai")
SHOP = ShopHeader(
    "熟客小超市",
    "上海市静安区南京西路1025弄8号",
    "021-62538800",
    footer=("谢谢惠顾，欢迎再来", "凭小票七日内退换"),
)
SHOP_EN = ShopHeader("Corner Shop", "8 Station Road", "020 7946 0018", "GB 123 4567 89", ("See you soon",))
HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def line(name: str, milli: int, price_minor: int, *discounts: tuple[str, int], unit: str = "") -> ReceiptLine:
    quantity, price = Quantity(milli), Money(price_minor)
    gross = price.times(quantity)
    rows = tuple(DiscountRow(label, Money(minor)) for label, minor in discounts)
    net = gross - Money.total(row.amount for row in rows)
    return ReceiptLine(name, quantity, price, gross, net, unit, rows)


def sale_data() -> ReceiptData:
    """Six lines, two discounts, a weighed article, two tenders, 抹零, two tax rates, a member: 115.49."""
    lines = (
        line("农夫山泉饮用天然水 550ml", 2000, 200),
        line("康师傅红烧牛肉面 五连包 超值家庭装 桶面 104g×5", 1000, 1690, ("满减", 200)),
        line("散装红富士苹果", 735, 1100, unit="kg"),
        line("伊利纯牛奶 250ml×16", 1000, 5990, ("会员价", 1000)),
        line("Lee Kum Kee 海天金标生抽 500ml", 2000, 990),
        line("清风抽纸 3层120抽×6", 1000, 1880),
    )
    gross = Money.total(row.gross for row in lines)
    total = Money.total(row.net for row in lines)
    return ReceiptData(
        kind=SaleKind.SALE,
        number="T1-000123",
        at_local=datetime(2026, 1, 5, 18, 30, 12, tzinfo=ZONE),
        business_date=date(2026, 1, 5),
        cashier="张敏",
        till_code="1",
        lines=lines,
        gross=gross,
        discount_total=gross - total,
        total=total,
        rounding=Money(-9),
        tenders=(
            TenderRow("wechat", Money(2000), reference_masked="****6789"),
            TenderRow("cash", Money(9540), Money(10_000), Money(460)),
        ),
        change=Money(460),
        taxes=(TaxRow("增值税", 1300, Money(9504), Money(1236)), TaxRow("增值税", 900, Money(742), Money(67))),
        saved=gross - total,
        item_count=8,
        member=ReceiptMember("李阿姨", "13812348000", 115, 1395),
    )


def refund_data() -> ReceiptData:
    """The milk of that sale comes back, as it is posted: with minus signs."""
    milk = sale_data().lines[3]
    back = replace(
        milk,
        quantity=-milk.quantity,
        gross=-milk.gross,
        net=-milk.net,
        discounts=(DiscountRow("会员价", Money(-1000)),),
    )
    return replace(
        sale_data(),
        kind=SaleKind.REFUND,
        number="T1-000130",
        original_number="T1-000123",
        lines=(back,),
        gross=back.gross,
        discount_total=Money(-1000),
        total=back.net,
        rounding=ZERO,
        tenders=(TenderRow("cash", back.net),),
        change=ZERO,
        taxes=(TaxRow("增值税", 1300, Money(-4416), Money(-574)),),
        saved=Money(-1000),
        item_count=-1,
        member=ReceiptMember("李阿姨", "138****8000", -50, -12),
    )


def z_data() -> ZData:
    """A closed shift that is 60 fen short."""
    return ZData(
        is_final=True,
        till_code="1",
        shift_number=17,
        cashier="张敏",
        business_date=date(2026, 1, 5),
        opened_at=datetime(2026, 1, 5, 8, 0, 2, tzinfo=ZONE),
        closed_at=datetime(2026, 1, 5, 22, 1, 40, tzinfo=ZONE),
        sale_count=212,
        refund_count=2,
        gross=Money(1_284_500),
        discounts=Money(35_050),
        refunds=Money(-4990),
        net=Money(1_244_460),
        rounding=Money(-321),
        taxes=sale_data().taxes,
        tenders=(
            TenderSum("cash", Money(344_460), 80),
            TenderSum("wechat", Money(600_000), 100),
            TenderSum("alipay", Money(300_000), 32),
        ),
        opening_float=Money(50_000),
        paid_in=(CashMove("换零钱", Money(10_000)),),
        paid_out=(CashMove("买水果袋和打扫用品给后仓备用", Money(30_000)),),
        net_cash=Money(344_460),
        expected_cash=Money(374_460),
        counted=Money(374_400),
        over_short=Money(-60),
        no_sale_count=3,
        void_count=7,
        price_change_count=2,
        points_earned=12_444,
        points_taken_back=50,
        liabilities=(CashMove(TOP_UP, Money(20_000)),),
        first_number="T1-000100",
        last_number="T1-000313",
        journal_seq=4821,
        journal_hash=HASH,
    )


def sale_receipt(language: Language = "zh", *, copy_no: int = 0) -> Receipt:
    return compose_receipt(sale_data(), SHOP, language=language, copy_no=copy_no)


def refund_receipt(language: Language = "zh") -> Receipt:
    return compose_receipt(refund_data(), SHOP, language=language)


def z_report(language: Language = "zh") -> Receipt:
    return compose_z_report(z_data(), SHOP, language=language)


def cash_slip(language: Language = "zh", *, is_paid_in: bool = False) -> Receipt:
    at = datetime(2026, 1, 5, 12, 0, tzinfo=ZONE)
    data = CashSlipData(is_paid_in, Money(30_000), "买水果袋", "张敏", "1", 17, at)
    return compose_cash_slip(data, SHOP, language=language)
