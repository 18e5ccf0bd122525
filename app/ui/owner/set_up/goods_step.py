"""Goods: the old till's file, typing them in, or first a look at the demo shop."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.services.staff.set_up import SetUpKey, settle_step
from app.ui.kit.labels import PlainLabel
from app.ui.kit.progress_panel import ProgressPanel
from app.ui.owner.context import OfficeContext
from app.ui.owner.set_up.step import SetUpStep, wide_button

IMPORT_PAGE, GOODS_PAGE = "imports", "goods"


class GoodsStep(SetUpStep):
    """Three ways to go on."""

    def __init__(self, context: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.import_button, self.type_button, self.demo_button = wide_button("primary"), wide_button(), wide_button()
        self._demo_words = PlainLabel(role="muted")
        self._demo_words.setWordWrap(True)
        self.progress = ProgressPanel()
        for part in (self.import_button, self.type_button, self.demo_button, self._demo_words, self.progress):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.import_button.clicked.connect(self._on_import)
        self.type_button.clicked.connect(self._on_type)
        self.demo_button.clicked.connect(self._on_demo)
        self.demo_button.setVisible(context.demo is not None)
        self._demo_words.setVisible(context.demo is not None)
        self.retranslate()

    def keep(self) -> None:
        """The owner calls it settled."""
        with self.context.told():
            with self.context.action("goods_set_up") as uow:
                settle_step(uow, SetUpKey.GOODS)
            self.kept.emit()

    def take_focus(self) -> None:
        """The first way."""
        self.import_button.setFocus()

    def retranslate(self) -> None:
        """Set every text again."""
        self.heading.setText(self.tr("Goods"))
        self.why.setText(
            self.tr(
                "Bring the goods, members and suppliers of your old till as a file, or type goods in one by one. A few "
                "are enough to begin with; more can come any day."
            )
        )
        self.import_button.set_text(self.tr("Bring a file of the old till"))
        self.type_button.set_text(self.tr("Type goods in"))
        self.demo_button.set_text(self.tr("Look around in the demo shop"))
        self._demo_words.setText(
            self.tr(
                "The demo shop has 300 goods and ninety days of sales, in a folder of its own. Nothing of it comes "
                "into your shop, and one key brings you back here."
            )
        )

    def _on_import(self) -> None:
        self.context.go(IMPORT_PAGE, None)

    def _on_type(self) -> None:
        self.context.go(GOODS_PAGE, None)

    def _on_demo(self) -> None:
        demo = self.context.demo
        if demo is None:
            return
        self.demo_button.setEnabled(False)
        self.progress.run(
            self.context.jobs,
            demo.make,
            lambda: self.tr("Making the demo shop: ninety days of sales. It opens by itself."),
            then=lambda _: demo.open(),
            failed=self._on_failed,
            can_stop=False,
        )

    def _on_failed(self, problem: Exception) -> None:
        self.demo_button.setEnabled(True)
        self.context.tell(problem)
