"""The set-up in the back office: steps at the left, one of them at the right; left and taken up as one likes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from app.services.staff.set_up import SetUpKey, Step, set_up_steps, settle_step
from app.ui.kit.buttons import TouchButton
from app.ui.kit.labels import PlainLabel
from app.ui.kit.record_form import RecordForm
from app.ui.kit.theme import Sizes, scaled, set_role
from app.ui.owner.context import OfficeContext
from app.ui.owner.set_up.goods_step import GoodsStep
from app.ui.owner.set_up.money_step import MoneyStep
from app.ui.owner.set_up.printer_step import PrinterStep
from app.ui.owner.set_up.recovery_step import RecoveryStep
from app.ui.owner.set_up.scanner_step import ScannerStep
from app.ui.owner.set_up.step import SetUpStep, wide_button
from app.ui.owner.view import OfficeView
from app.values.errors import QT_TRANSLATE_NOOP

TITLES = {
    SetUpKey.RECOVERY: QT_TRANSLATE_NOOP("office", "Recovery code"),
    SetUpKey.MONEY: QT_TRANSLATE_NOOP("office", "Money and tax"),
    SetUpKey.PRINTER: QT_TRANSLATE_NOOP("office", "Printer and drawer"),
    SetUpKey.SCANNER: QT_TRANSLATE_NOOP("office", "Scanner"),
    SetUpKey.GOODS: QT_TRANSLATE_NOOP("office", "Goods"),
}
_MAKERS: dict[SetUpKey, Callable[[OfficeContext], SetUpStep]] = {
    SetUpKey.RECOVERY: RecoveryStep,
    SetUpKey.MONEY: MoneyStep,
    SetUpKey.PRINTER: PrinterStep,
    SetUpKey.SCANNER: ScannerStep,
    SetUpKey.GOODS: GoodsStep,
}


class SetUpPage(OfficeView):
    """Walks through the steps; Ctrl+S keeps one and goes to the next, Ctrl+1 to Ctrl+5 only go there.

    Attributes:
        steps: The widget of each step.
        buttons: The button of each step.
    """

    def __init__(self, context: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._current = SetUpKey.RECOVERY
        self._states: dict[SetUpKey, Step] = {}
        self.steps = {key: make(context) for key, make in _MAKERS.items()}
        self.buttons = {key: TouchButton("", "nav") for key in SetUpKey}
        self.progress = PlainLabel(role="strong")
        self.keep_button, self.skip_button = wide_button("primary"), wide_button()
        self._later = PlainLabel(role="muted")
        self._later.setWordWrap(True)
        self._pages = QStackedWidget()
        self._lay_out()
        for key, button in self.buttons.items():
            button.setCheckable(True)
            button.clicked.connect(partial(self._on_chosen, key))
            self.steps[key].kept.connect(partial(self._on_kept, key))
        self.keep_button.clicked.connect(self.on_save)
        self.skip_button.clicked.connect(self._on_skip)
        for number, key in enumerate(SetUpKey, 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self._show, key))
        self.retranslate()

    # What the office asks

    def opened(self, subject: object = None) -> None:
        """Show the step that is asked for, else the first that is not done."""
        self._read()
        wanted = SetUpKey(str(subject)) if subject in {key.value for key in SetUpKey} else None
        waiting = (key for key, step in self._states.items() if not step.done)
        self._show(wanted or next(waiting, self._current))

    def take_scan(self, code: str) -> bool:
        """The step in front may want it."""
        return self.steps[self._current].take_scan(code)

    def on_save(self) -> None:
        """Ctrl+S: keep this step."""
        self.steps[self._current].keep()

    def take_focus(self) -> None:
        """Where the step in front wants it."""
        self.steps[self._current].take_focus()

    def picture_states(self) -> Sequence[tuple[str, Callable[[], None]]]:
        """Every step."""
        return tuple((key.value, partial(self._show, key)) for key in SetUpKey)

    def retranslate(self) -> None:
        """Set every text again."""
        self.keep_button.set_text(self.tr("This is right, go on   Ctrl+S"))
        self.skip_button.set_text(self.tr("Not needed here"))
        self._later.setText(
            self.tr("Ctrl+1 to Ctrl+5 open a step. Leave whenever you like; the owner's home leads back here.")
        )
        done = sum(1 for step in self._states.values() if step.done)
        text = self.tr("{done} of {count} done")
        self.progress.setText(text.format(done=done, count=len(SetUpKey)))
        for number, key in enumerate(SetUpKey, 1):
            is_done = key in self._states and self._states[key].done
            mark = "✓" if is_done else str(number)
            self.buttons[key].set_text(f"{mark}   {QCoreApplication.translate('office', TITLES[key])}")

    # Within

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.progress)
        for button in self.buttons.values():
            left.addWidget(button)
        left.addWidget(self._later)
        left.addStretch(1)
        for key in SetUpKey:
            step = self.steps[key]
            # A form scrolls by itself.
            self._pages.addWidget(step if step.findChild(RecordForm) else _scrolled(step))
        buttons = QHBoxLayout()
        buttons.addWidget(self.keep_button)
        buttons.addWidget(self.skip_button)
        buttons.addStretch(1)
        card = QFrame()
        set_role(card, "card")
        right = QVBoxLayout(card)
        right.setContentsMargins(18, 14, 18, 14)
        right.addWidget(self._pages, 1)
        right.addLayout(buttons)
        ground = QWidget()
        layout = QHBoxLayout(ground)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Sizes.MARGIN)
        side = QWidget()
        side.setLayout(left)
        side.setFixedWidth(scaled(226))
        layout.addWidget(side)
        layout.addWidget(card, 1)
        self.set_ground(ground)

    def _read(self) -> None:
        with self._context.read() as read:
            steps = set_up_steps(read, self._context.settings())
        self._states = {step.key: step for step in steps}
        self.retranslate()

    def _show(self, key: SetUpKey) -> None:
        self._current = key
        step = self.steps[key]
        step.load()
        self._pages.setCurrentIndex(list(SetUpKey).index(key))
        for other, button in self.buttons.items():
            button.setChecked(other is key)
        state = self._states.get(key)
        self.skip_button.setVisible(state is not None and state.can_skip and not state.done)
        step.take_focus()

    def _on_chosen(self, key: SetUpKey, _checked: bool = False) -> None:
        self._show(key)

    def _on_kept(self, key: SetUpKey) -> None:
        """On to the next step that is not done; after the last one everything is said."""
        self._read()
        keys = list(SetUpKey)
        following = [*keys[keys.index(key) + 1 :], *keys[: keys.index(key)]]
        waiting = next((other for other in following if not self._states[other].done), None)
        if waiting is not None:
            self._show(waiting)
            return
        self._show(key)
        self._context.offer_undo(lambda: self.tr("The shop is set up. All of it can be changed in the settings."), None)

    def _on_skip(self) -> None:
        with self._context.told():
            with self._context.action("set_up_skipped") as uow:
                settle_step(uow, self._current)
            self._on_kept(self._current)


def make_set_up_page(context: OfficeContext) -> SetUpPage:
    """The page for the office."""
    return SetUpPage(context)


def _scrolled(widget: QWidget) -> QScrollArea:
    """As high as it needs to be, on a low screen too."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area
