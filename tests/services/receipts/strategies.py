"""Any paper at all: names with emoji, control characters, half a surrogate pair, and no end."""

from __future__ import annotations

from hypothesis import strategies as st

from app.services.receipts.parts import (
    Align,
    Barcode,
    Cell,
    Columns,
    Cut,
    Feed,
    Meta,
    Qr,
    Receipt,
    ReceiptKind,
    Row,
    Rule,
    Size,
    Symbology,
    Text,
    Way,
)
from app.values.barcode import check_digit

# Chinese, Latin, signs that are one column by wcwidth and two on paper, and what nobody expects in a name.
tricky = st.sampled_from(list("牛奶超市，。（）×·“”—…①℃éü￥¥€㙦𠮷😀\u0301\u200b\t\n\r\x00\x1b\u3000\xa0 aWm.-12"))
names = st.one_of(
    st.text(tricky, max_size=60),
    st.text(max_size=60),
    st.text(st.characters(codec="gbk"), max_size=60),
    st.text(st.characters(categories=["Cs", "Cf", "Lo"]), max_size=10),
)
plain_names = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
sizes = st.sampled_from(Size)
aligns = st.sampled_from(Align)
ways = st.sampled_from(Way)


def texts(content: st.SearchStrategy[str]) -> st.SearchStrategy[Text]:
    return st.builds(Text, content, aligns, st.booleans(), sizes, ways)


def columns(content: st.SearchStrategy[str]) -> st.SearchStrategy[Columns]:
    return st.builds(Columns, content, content, st.booleans(), sizes)


def rows(content: st.SearchStrategy[str]) -> st.SearchStrategy[Row]:
    cells = st.lists(st.builds(Cell, content, st.integers(1, 20), aligns), min_size=1, max_size=5)
    return st.builds(Row, cells.map(tuple), st.booleans())


def words_on_paper(content: st.SearchStrategy[str]) -> st.SearchStrategy[Text | Columns | Row]:
    return st.one_of(texts(content), columns(content), rows(content))


ean13 = st.from_regex(r"[0-9]{12}", fullmatch=True).filter(str.isascii).map(lambda body: body + str(check_digit(body)))
barcodes = st.one_of(
    st.builds(Barcode, st.from_regex(r"[ -~]{1,24}", fullmatch=True), way=ways),
    st.builds(Barcode, ean13, st.just(Symbology.EAN13), ways),
)
parts = st.one_of(
    words_on_paper(plain_names),
    st.builds(Rule, st.booleans()),
    barcodes,
    st.builds(Qr, plain_names.filter(bool), ways),
    st.builds(Feed, st.integers(1, 9)),
    st.just(Cut()),
)
metas = st.builds(Meta, plain_names, plain_names, st.sampled_from(["zh", "en"]), st.integers(0, 9))
receipts = st.builds(Receipt, st.sampled_from(ReceiptKind), st.lists(parts, max_size=20).map(tuple), metas)
