"""The words on paper, in the shop's receipt language.

Paper speaks the language of the customer, not that of the cashier's screen, and is composed where no Qt is
known; so its words live here, typed, and both languages must have every one of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class ReceiptWords:
    """Every word that a paper of ours can say."""

    receipt: str
    refund: str
    copy: str
    original_time: str
    number: str
    original_number: str
    time: str
    cashier: str
    till: str
    phone: str
    tax_number: str
    item: str
    price: str
    quantity: str
    amount: str
    items: str
    subtotal: str
    discount: str
    total: str
    refund_total: str
    rounding: str
    to_pay: str
    to_refund: str
    refunded: str
    given: str
    change: str
    saved: str
    tax_class: str
    tax_base: str
    tax: str
    member: str
    points_earned: str
    points_taken_back: str
    points_balance: str
    points_owed: str
    thanks: str
    z_report: str
    x_report: str
    shift: str
    business_date: str
    opened: str
    closed: str
    printed_open: str
    sales: str
    refunds: str
    refund_amount: str
    gross: str
    net: str
    payments: str
    drawer: str
    opening_float: str
    paid_in: str
    paid_out: str
    net_cash: str
    expected_cash: str
    counted: str
    over: str
    short: str
    exact: str
    control: str
    no_sale: str
    voids: str
    price_changes: str
    points: str
    points_issued: str
    liabilities: str
    top_up: str
    receipts_from: str
    receipts_to: str
    journal: str
    journal_hash: str
    cash_in_slip: str
    cash_out_slip: str
    reason: str
    signature: str
    test_page: str
    columns: str
    printer_text: str
    picture_text: str
    printer_bars: str
    picture_bars: str
    sample: str
    test_advice: str
    tenders: dict[str, str] = field(default_factory=dict)

    def tender(self, kind: str) -> str:
        """The word for a way of paying; a kind nobody translated prints as it is."""
        return self.tenders.get(kind, kind)


ZH = ReceiptWords(
    receipt="购物小票",
    refund="退货单",
    copy="重印 COPY",
    original_time="原单时间",
    number="单号",
    original_number="原单号",
    time="时间",
    cashier="收银员",
    till="收银台",
    phone="电话",
    tax_number="税号",
    item="品名",
    price="单价",
    quantity="数量",
    amount="金额",
    items="件数",
    subtotal="小计",
    discount="优惠",
    total="合计",
    refund_total="退款合计",
    rounding="抹零",
    to_pay="应收",
    to_refund="应退",
    refunded="退款：",
    given="实收",
    change="找零",
    saved="本单已省",
    tax_class="税种",
    tax_base="计税额",
    tax="税额",
    member="会员",
    points_earned="本单积分",
    points_taken_back="扣回积分",
    points_balance="积分余额",
    points_owed="（欠）",
    thanks="谢谢惠顾",
    z_report="交班报表 Z",
    x_report="当班报表 X",
    shift="班次",
    business_date="营业日",
    opened="开班",
    closed="交班",
    printed_open="未交班",
    sales="销售笔数",
    refunds="退货笔数",
    refund_amount="退货金额",
    gross="原价金额",
    net="销售净额",
    payments="收款方式",
    drawer="钱箱",
    opening_float="备用金",
    paid_in="存入",
    paid_out="取出",
    net_cash="现金收支净额",
    expected_cash="应有现金",
    counted="实点现金",
    over="长款",
    short="短款",
    exact="无长短款",
    control="监督",
    no_sale="无销售开箱",
    voids="删除行数",
    price_changes="改价次数",
    points="积分",
    points_issued="发放积分",
    liabilities="储值与礼品卡（非销售）",
    top_up="储值充值",
    receipts_from="首单号",
    receipts_to="末单号",
    journal="流水号",
    journal_hash="流水校验",
    cash_in_slip="现金存入单",
    cash_out_slip="现金取出单",
    reason="事由",
    signature="签字",
    test_page="打印测试页",
    columns="每行字符数",
    printer_text="打印机字库 (gb18030)",
    picture_text="图像打印 (raster)",
    printer_bars="打印机条码",
    picture_bars="图像条码",
    sample="熟客小超市：牛奶 250ml×16 ￥59.90（会员）“新”",
    test_advice="两段文字哪段清楚，就在设置中选哪种方式；右边的竖线应在纸边内并对齐。",
    tenders={
        "cash": "现金",
        "card": "银行卡",
        "wechat": "微信",
        "alipay": "支付宝",
        "stored_value": "储值",
        "account": "赊账",
        "points": "积分抵扣",
        "coupon": "优惠券",
        "rounding": "抹零",
    },
)

EN = ReceiptWords(
    receipt="RECEIPT",
    refund="REFUND",
    copy="重印 COPY",
    original_time="Original",
    number="No.",
    original_number="Refund of",
    time="Time",
    cashier="Cashier",
    till="Till",
    phone="Tel",
    tax_number="Tax no.",
    item="Item",
    price="Price",
    quantity="Qty",
    amount="Amount",
    items="Items",
    subtotal="Subtotal",
    discount="Discount",
    total="TOTAL",
    refund_total="REFUND",
    rounding="Rounding",
    to_pay="To pay",
    to_refund="To refund",
    refunded="Refunded: ",
    given="Given",
    change="Change",
    saved="You saved",
    tax_class="Tax class",
    tax_base="Net",
    tax="Tax",
    member="Member",
    points_earned="Points earned",
    points_taken_back="Points taken back",
    points_balance="Points balance",
    points_owed=" (owed)",
    thanks="Thank you",
    z_report="Z REPORT",
    x_report="X REPORT",
    shift="Shift",
    business_date="Business date",
    opened="Opened",
    closed="Closed",
    printed_open="still open",
    sales="Sales",
    refunds="Refunds",
    refund_amount="Refunded",
    gross="At list prices",
    net="Net sales",
    payments="Payments",
    drawer="Drawer",
    opening_float="Opening float",
    paid_in="Paid in",
    paid_out="Paid out",
    net_cash="Cash sales less refunds",
    expected_cash="Expected cash",
    counted="Counted",
    over="Over",
    short="Short",
    exact="Neither over nor short",
    control="Control",
    no_sale="Drawer without sale",
    voids="Lines removed",
    price_changes="Price changes",
    points="Points",
    points_issued="Points given",
    liabilities="Stored value and gift cards (no turnover)",
    top_up="Top-ups",
    receipts_from="First receipt",
    receipts_to="Last receipt",
    journal="Journal row",
    journal_hash="Journal hash",
    cash_in_slip="CASH IN",
    cash_out_slip="CASH OUT",
    reason="Reason",
    signature="Signature",
    test_page="PRINTER TEST PAGE",
    columns="Characters per line",
    printer_text="Printer's own font (gb18030)",
    picture_text="Drawn as a picture (raster)",
    printer_bars="Printer's own bars",
    picture_bars="Drawn bars",
    sample="熟客小超市：牛奶 Milk 250ml×16 ￥59.90（会员）",
    test_advice="Choose in the settings the way whose text is clear. "
    "The bars at the right must stand inside the paper, one below the other.",
    tenders={
        "cash": "Cash",
        "card": "Card",
        "wechat": "WeChat Pay",
        "alipay": "Alipay",
        "stored_value": "Stored value",
        "account": "On account",
        "points": "Points",
        "coupon": "Coupon",
        "rounding": "Rounding",
    },
)

_WORDS: dict[Language, ReceiptWords] = {"zh": ZH, "en": EN}


def words_for(language: Language) -> ReceiptWords:
    """The catalogue of one language."""
    return _WORDS[language]
