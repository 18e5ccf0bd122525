"""A back office in a window of its own, over a real shop; lists are read at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.services.checkout.desk import Desk
from app.tour.waiting import let_events_run, wait_for
from app.ui.kit.bus import ChangeBus
from app.ui.kit.fonts import load_fonts
from app.ui.kit.keys import KeyMap
from app.ui.kit.theme import LIGHT, Theme, apply_theme
from app.ui.kit.words import ENGLISH, Words
from app.ui.owner.build import build_office
from app.ui.owner.office import OfficeScreen
from app.ui.owner.pages import OfficePage
from app.ui.owner.view import OfficeView
from tests.support.goods import Stocked, stock_shop
from tests.support.jobs import RunNow
from tests.support.keys import Typist
from tests.support.prompter import FakePrompter
from tests.support.shop import QUICK_HASHING, make_shop


@dataclass
class TestOffice:
    """The owner in the office.

    Attributes:
        stocked: The shop behind it, with goods and a shift.
        screen: The office.
        typist: Real keys and scans.
        prompter: Remembers what was told and asked.
        left: How often somebody went back to the till.
    """

    __test__ = False

    stocked: Stocked
    window: QWidget
    screen: OfficeScreen
    typist: Typist
    prompter: FakePrompter
    words: Words
    bus: ChangeBus
    desk: Desk
    left: int = 0

    def open(self, key: str, subject: object = None) -> OfficeView:
        """Go to a page."""
        self.screen.go(key, subject)
        let_events_run()
        return self.screen.view(key)

    def press(self, *keys: str) -> None:
        """Press keys."""
        for key in keys:
            self._wake()
            self.typist.press(key)
            let_events_run()

    def type(self, text: str) -> None:
        """Type Latin text where the focus is."""
        self.typist.type(text)
        let_events_run()

    def write(self, text: str) -> None:
        """Write Chinese through an input method where the focus is."""
        self.typist.compose(text)
        let_events_run()

    def scan(self, code: str) -> None:
        """Scan a code."""
        self.typist.scan(code)
        let_events_run()
        self.stocked.shop.clock.tick(timedelta(seconds=1))

    def speak(self, language: str) -> None:
        """Change the language."""
        self.words.set_language(language)
        let_events_run()

    def picture(self, path: Path) -> None:
        """A picture of the window, to be looked at."""
        self.window.grab().save(str(path))

    def close(self) -> None:
        """Let go of everything."""
        self.typist.stop()
        self.window.close()
        self.words.set_language(ENGLISH)
        for part in (self.window, self.words):
            part.deleteLater()
            let_events_run()
        self.stocked.shop.close()

    def _wake(self) -> None:
        """Without a window manager nobody gives the window its focus back when a dialog has closed."""
        if QApplication.activeModalWidget() is None and not self.window.isActiveWindow():
            self.window.activateWindow()
            wait_for("the window", self.window.isActiveWindow)

    def _on_left(self) -> None:
        self.left += 1


def make_office(
    folder: Path,
    pages: Sequence[OfficePage] | None = None,
    *,
    as_owner: bool = True,
    size: tuple[int, int] = (1366, 720),
    theme: Theme = LIGHT,
    stocked: Stocked | None = None,
) -> TestOffice:
    """The office over a shop with a few goods; with `pages` only these."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    load_fonts()
    if not application.styleSheet() or application.property("theme") != theme.name:
        apply_theme(application, theme)
    stocked = stocked or stock_shop(make_shop(folder))
    shop = stocked.shop
    desk = Desk(shop.store, hashing=QUICK_HASHING)
    desk.take_place(shop.owner if as_owner else shop.cashier)
    words, bus, prompter, runner = Words(), ChangeBus(), FakePrompter(), RunNow()
    shop.store.committed = lambda topics: bus.publish(frozenset(topic.value for topic in topics))
    key_map = KeyMap.default()
    window = QWidget()
    typist = Typist(window)
    screen = build_office(
        shop.store, desk, words, runner, runner, bus, prompter, key_map, typist.scan_filter, pages=pages
    )
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(screen)
    made = TestOffice(stocked, window, screen, typist, prompter, words, bus, desk)
    screen.left.connect(made._on_left)
    window.resize(*size)
    window.show()
    window.activateWindow()
    wait_for("the window", window.isActiveWindow)
    return made
