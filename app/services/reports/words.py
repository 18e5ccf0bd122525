"""The words of reports as files, in both languages; files are made where no Qt is known, as receipts are."""

from __future__ import annotations

from dataclasses import dataclass

from app.services.receipts.words import Language, words_for


@dataclass(frozen=True, slots=True)
class ReportWords:
    """Every word a report's file can say; `actions` by the audit's own word."""

    language: Language
    pages: str
    days: str
    up_to: str
    made: str
    sales: str
    day: str
    amounts: str
    counts: str
    shares: str
    figure: str
    value: str
    last_week: str
    mean_of: str
    turnover: str
    takings: str
    rounding: str
    refunds: str
    discounts: str
    average_basket: str
    turnover_without_tax: str
    cost: str
    margin: str
    known_cost: str
    estimated_cost: str
    unknown_cost: str
    member_turnover: str
    sale_count: str
    refund_count: str
    items: str
    items_a_basket: str
    member_sales: str
    estimated_lines: str
    unknown_lines: str
    margin_rate: str
    known_share: str
    member_sales_share: str
    member_turnover_share: str
    turnover_change: str
    tenders: str
    tender: str
    hours: str
    hour: str
    cashiers: str
    cashier: str
    taxes: str
    tax_class: str
    rate: str
    base: str
    tax: str
    total: str
    number: str
    kind: str
    sale: str
    refund: str
    time: str
    business_date: str
    till: str
    member: str
    member_number: str
    phone: str
    lines: str
    discount: str
    given_back: str
    shifts: str
    shift: str
    opened: str
    opened_by: str
    closed: str
    closed_by: str
    still_open: str
    opening_float: str
    expected: str
    counted: str
    over_short: str
    log: str
    action: str
    granted_by: str
    subject: str
    amount: str
    note: str
    control: str
    grants: str
    no_sales: str
    voids: str
    price_changes: str
    refused: str
    typed_discount: str
    per_hundred: str
    odd: str
    yes: str
    actions: dict[str, str]

    def tender_word(self, kind: str) -> str:
        """A way of paying, as receipts say it."""
        return words_for(self.language).tender(kind)

    def action_word(self, action: str) -> str:
        """An audited action; one that nobody translated stands as it is."""
        return self.actions.get(action, action)


ZH = ReportWords(
    language="zh",
    pages="第 {page} 页，共 {pages} 页",
    days="{first} 至 {last}",
    up_to="截至 {time}，其他日期均算到同一时刻",
    made="制表 {time}",
    sales="销售明细",
    day="营业日报",
    amounts="金额",
    counts="数量",
    shares="占比",
    figure="项目",
    value="当日",
    last_week="上周同日",
    mean_of="近四周同日均值（{days} 天）",
    turnover="营业额（销售减退货）",
    takings="实收",
    rounding="抹零",
    refunds="退货金额",
    discounts="优惠",
    average_basket="客单价",
    turnover_without_tax="不含税营业额",
    cost="成本",
    margin="毛利",
    known_cost="其中：成本已知",
    estimated_cost="其中：成本按分类毛利估算",
    unknown_cost="其中：成本未知（不计毛利）",
    member_turnover="会员营业额",
    sale_count="销售笔数",
    refund_count="退货笔数",
    items="售出件数",
    items_a_basket="每单件数",
    member_sales="会员笔数",
    estimated_lines="成本估算的行数",
    unknown_lines="成本未知的行数",
    margin_rate="毛利率",
    known_share="成本已知的营业额占比",
    member_sales_share="会员笔数占比",
    member_turnover_share="会员营业额占比",
    turnover_change="营业额较上周同日",
    tenders="收款方式",
    tender="方式",
    hours="分时段",
    hour="时段",
    cashiers="收银员",
    cashier="收银员",
    taxes="税",
    tax_class="税类",
    rate="税率",
    base="不含税额",
    tax="税额",
    total="合计",
    number="单号",
    kind="类型",
    sale="销售",
    refund="退货",
    time="时间",
    business_date="营业日",
    till="收银台",
    member="会员",
    member_number="会员号",
    phone="手机",
    lines="行数",
    discount="优惠",
    given_back="已退",
    shifts="班次",
    shift="班次",
    opened="开班",
    opened_by="开班人",
    closed="交班",
    closed_by="交班人",
    still_open="未交班",
    opening_float="备用金",
    expected="应有现金",
    counted="实点",
    over_short="长短款",
    log="操作日志",
    action="操作",
    granted_by="授权人",
    subject="对象",
    amount="金额",
    note="说明",
    control="收银员操作统计",
    grants="授权",
    no_sales="空开钱箱",
    voids="删除商品",
    price_changes="改价",
    refused="授权被拒",
    typed_discount="改价让利",
    per_hundred="每百单 {what}",
    odd="偏多",
    yes="是",
    actions={
        "no_sale": "空开钱箱",
        "line_removed": "删除商品",
        "basket_cleared": "清空购物车",
        "unknown_cleared": "清除未知条码",
        "refund": "退货",
        "price_changed": "改价",
        "first_price_given": "首次定价",
        "grant_refused": "授权被拒",
        "grant_given": "授权",
        "shift_closed": "交班",
        "pay_in": "存入现金",
        "pay_out": "取出现金",
    },
)

EN = ReportWords(
    language="en",
    pages="Page {page} of {pages}",
    days="{first} to {last}",
    up_to="Up to {time}; the other days are counted up to the same time of day",
    made="Made {time}",
    sales="Sales",
    day="Day report",
    amounts="Amounts",
    counts="Counts",
    shares="Shares",
    figure="Figure",
    value="This day",
    last_week="Same day last week",
    mean_of="Mean of the last four weeks ({days} days)",
    turnover="Turnover (sales less refunds)",
    takings="Taken in",
    rounding="Cash rounding",
    refunds="Refunded",
    discounts="Discounts",
    average_basket="Average basket",
    turnover_without_tax="Turnover without tax",
    cost="Cost",
    margin="Margin",
    known_cost="of it with a known cost",
    estimated_cost="of it with a cost estimated from the category",
    unknown_cost="of it without a cost (in no margin)",
    member_turnover="Turnover of members",
    sale_count="Sales",
    refund_count="Refunds",
    items="Items sold",
    items_a_basket="Items a basket",
    member_sales="Sales to members",
    estimated_lines="Lines with an estimated cost",
    unknown_lines="Lines without a cost",
    margin_rate="Margin rate",
    known_share="Share of turnover with a known cost",
    member_sales_share="Members' share of sales",
    member_turnover_share="Members' share of turnover",
    turnover_change="Turnover against last week",
    tenders="Ways of paying",
    tender="Way",
    hours="By hour",
    hour="Hour",
    cashiers="By cashier",
    cashier="Cashier",
    taxes="Tax",
    tax_class="Tax class",
    rate="Rate",
    base="Net",
    tax="Tax",
    total="Total",
    number="Receipt",
    kind="Kind",
    sale="Sale",
    refund="Refund",
    time="Time",
    business_date="Business date",
    till="Till",
    member="Member",
    member_number="Member number",
    phone="Phone",
    lines="Lines",
    discount="Discount",
    given_back="Given back",
    shifts="Shifts",
    shift="Shift",
    opened="Opened",
    opened_by="Opened by",
    closed="Closed",
    closed_by="Closed by",
    still_open="open",
    opening_float="Opening float",
    expected="Expected cash",
    counted="Counted",
    over_short="Over or short",
    log="Log of actions",
    action="Action",
    granted_by="Leave given by",
    subject="About",
    amount="Amount",
    note="Note",
    control="Cashiers' actions",
    grants="Leave given",
    no_sales="Drawer without sale",
    voids="Lines removed",
    price_changes="Price changes",
    refused="Leave refused",
    typed_discount="Off by typed prices",
    per_hundred="{what} per 100 sales",
    odd="Odd",
    yes="yes",
    actions={
        "no_sale": "Drawer without sale",
        "line_removed": "Line removed",
        "basket_cleared": "Basket cleared",
        "unknown_cleared": "Unknown codes cleared",
        "refund": "Refund",
        "price_changed": "Price changed",
        "first_price_given": "First price given",
        "grant_refused": "Leave refused",
        "grant_given": "Leave given",
        "shift_closed": "Shift closed",
        "pay_in": "Cash in",
        "pay_out": "Cash out",
    },
)


def report_words(language: Language) -> ReportWords:
    """The words of one language."""
    return EN if language == "en" else ZH
