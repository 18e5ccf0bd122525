"""A real till for tests of the cashier's screens: real session and desk, real widgets, real key events."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from app.services.catalogue.drafts import ProductDraft
from app.services.catalogue.edit import add_product
from app.services.checkout.desk import Desk
from app.services.checkout.session import CheckoutSession
from app.services.members.cards import add_card
from app.services.members.enrol import EnrolDraft, enrol_member
from app.ui.cashier.build import CashierPages, build_cashier
from app.ui.kit.bus import ChangeBus
from app.ui.kit.keys import Action, KeyMap
from app.ui.kit.sounds import Sounds
from app.ui.kit.theme import apply_theme
from app.ui.kit.words import Words
from app.ui.shell.main_window import SALE, MainWindow
from app.values.barcode import make_scale_label
from app.values.money import Money
from tests.support.jobs import RunNow
from tests.support.keys import Typist
from tests.support.shop import CASHIER_PIN, OWNER_PIN, QUICK_HASHING, Shop, make_shop

WATER, NOODLES, MILK, SAUCE, TISSUE = (
    "6921168509256",
    "6920152400975",
    "6907992500133",
    "6902265360100",
    "6922868285587",
)
NO_PRICE = "6901028075831"
UNKNOWN = "6999999999994"
APPLE_PLU = "112"
APPLE_LABEL = make_scale_label("00112", 809)
"""The label of a scale that writes amounts: 8.09 of apples."""
MEMBER_CARD = "SK80000001"
TWIN_TAIL, LONE_TAIL = "6688", "8000"


def goods() -> tuple[ProductDraft, ...]:
    """What the test shop sells."""
    return (
        ProductDraft("农夫山泉饮用天然水", spec="550ml", codes=(WATER,), plu="101", price=Money(200)),
        ProductDraft("康师傅红烧牛肉面", spec="五连包", codes=(NOODLES,), price=Money(1690)),
        ProductDraft("散装红富士苹果", codes=(), plu=APPLE_PLU, by_weight=True, price=Money(1100)),
        ProductDraft("伊利纯牛奶", spec="250ml×16", codes=(MILK,), price=Money(5990), member_price=Money(4990)),
        ProductDraft("海天金标生抽", spec="500ml", codes=(SAUCE,), price=Money(990)),
        ProductDraft("清风抽纸", spec="3层120抽×6", codes=(TISSUE,), price=Money(1880)),
        ProductDraft("新到货的饼干", spec="400g", codes=(NO_PRICE,)),
    )


@dataclass(slots=True)
class TestTill:
    """One till with a person in front of it.

    Attributes:
        typist: Presses keys and scans.
        jobs: Slow work, done at once.
    """

    __test__ = False
    shop: Shop
    desk: Desk
    session: CheckoutSession
    window: MainWindow
    pages: CashierPages
    typist: Typist
    words: Words
    jobs: RunNow
    sounds: list[bytes]

    def scan(self, *codes: str) -> None:
        """Scan codes one after the other."""
        for code in codes:
            self.typist.scan(code)
        QApplication.processEvents()

    def press(self, *names: str) -> None:
        """Press keys."""
        self.typist.press(*names)
        QApplication.processEvents()

    def type(self, text: str) -> None:
        """Type characters."""
        self.typist.type(text)
        QApplication.processEvents()

    @property
    def notice(self) -> str:
        """What the notice at the foot says."""
        return self.pages.sale.notices.text()

    @property
    def total(self) -> str:
        """What the total card says."""
        return self.pages.sale.total.figure.text()

    @property
    def top(self) -> str:
        """The panel on top, or nothing."""
        return self.pages.sale.top_panel or ""

    def button(self, action: Action) -> object:
        """A button of the sale screen."""
        strip, keys = self.pages.sale.strip.buttons, self.pages.sale.keys.buttons
        return strip.get(action) or keys[action]

    @property
    def rows(self) -> list[str]:
        """The names of the lines, red rows by their code."""
        return [row.name for row in self.pages.sale.table.rows_model().rows()]

    def sell(self, *codes: str) -> str:
        """Sell for exact cash; the receipt's number comes back."""
        self.scan(*codes)
        self.press("Space", "Return")
        assert self.session.view.last is not None
        return self.session.view.last.number

    def count_sales(self) -> int:
        """How many sales and refunds lie on the disk."""
        with self.shop.store.read() as read:
            found: int = read.connection.exec_driver_sql("SELECT count(*) FROM sale").scalar_one()
        return found

    def close(self) -> None:
        """Let go of keys, window and file."""
        self.typist.stop()
        self.window.allow_close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, 52)
        self.words.set_language("en")
        self.shop.close()


def make_till(folder: Path, *, size: QSize | None = None, as_owner: bool = False, is_styled: bool = True) -> TestTill:
    """A till with goods, members and an open shift; the cashier is signed in and the sale screen is shown.

    Half the time goes into styling a thousand widgets; who does not look at them may leave that out.
    """
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    if is_styled and not application.styleSheet():
        apply_theme(application)
    elif not is_styled and application.styleSheet():
        application.setStyleSheet("")
    shop = make_shop(folder)
    _stock(shop)
    desk = Desk(shop.store, hashing=QUICK_HASHING)
    session = CheckoutSession(shop.store, shop.cashier)
    desk.moved = lambda actor: setattr(session, "actor", actor)
    staff_id, pin = (shop.owner.staff_id, OWNER_PIN) if as_owner else (shop.cashier.staff_id, CASHIER_PIN)
    assert staff_id is not None
    signed_in = desk.sign_in(staff_id, pin)
    assert signed_in.actor is not None
    desk.take_place(signed_in.actor)
    desk.open_shift(Money(20_000))
    words, bus, jobs = Words(), ChangeBus(), RunNow()
    played: list[bytes] = []
    sounds = Sounds(player=played.append)
    key_map = KeyMap.default()
    window = MainWindow(words, key_map)
    typist = Typist(window)
    pages = build_cashier(session, desk, words, jobs, bus, typist.scan_filter, sounds, key_map)
    window.add_page(SALE, pages.sale)
    window.add_page("open_shift", pages.open_shift)
    window.show_page(SALE)
    window.resize(size or QSize(1366, 768))
    window.show()
    QApplication.processEvents()
    window.activateWindow()
    pages.start()
    QApplication.processEvents()
    return TestTill(shop, desk, session, window, pages, typist, words, jobs, played)


def _stock(shop: Shop) -> None:
    with shop.store.act(shop.owner, "test goods") as uow:
        for draft in goods():
            add_product(uow, draft)
        uow.commit()
    with shop.store.act(shop.owner, "test members") as uow:
        first = enrol_member(uow, EnrolDraft("13800138000", name="李秀英", address_form="李阿姨"))
        enrol_member(uow, EnrolDraft("13912346688", name="王强"))
        enrol_member(uow, EnrolDraft("13712346688", name="王小丽"))
        add_card(uow, first.member_id, MEMBER_CARD)
        uow.commit()
