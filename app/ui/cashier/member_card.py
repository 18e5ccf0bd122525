"""Whose basket it is, on a glance: name, masked phone, points and what this sale adds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.services.checkout.session_values import MemberPanel
from app.ui.cashier.telling import translate
from app.ui.kit.buttons import TouchButton
from app.ui.kit.keys import Action, KeyMap
from app.ui.kit.labels import ElidedLabel, PlainLabel
from app.ui.kit.retranslated import Retranslated
from app.ui.kit.theme import set_role
from app.ui.kit.words import Words


class MemberCard(Retranslated, QFrame):
    """The member, or an invitation to name one.

    Signals:
        member_requested: The card was tapped.
        forget_requested: It was somebody else.
    """

    member_requested = Signal()
    forget_requested = Signal()

    def __init__(self, words: Words, key_map: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._key_map = words, key_map
        self._member: MemberPanel | None = None
        set_role(self, "card")
        self._name = ElidedLabel(role="title")
        self._phone = PlainLabel(role="muted")
        self._points = ElidedLabel(role="muted")
        self._forget = TouchButton("×", "quiet")
        self._lay_out()
        self._forget.clicked.connect(self.forget_requested)
        self.retranslate()

    def show_member(self, member: MemberPanel | None) -> None:
        """Show somebody, or nobody."""
        if member != self._member:
            self._member = member
            self._show()

    def shown_text(self) -> str:
        """Everything the card says, for a reader's voice and for tests."""
        return " ".join(part for part in (self._name.text(), self._phone.text(), self._points.text()) if part)

    def retranslate(self) -> None:
        """Set every text again."""
        self._forget.setAccessibleName(translate("cashier", "Not this member"))
        self._forget.setToolTip(translate("cashier", "Not this member"))
        self._show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A tap opens the search for members."""
        super().mouseReleaseEvent(event)
        if event.type() == QEvent.Type.MouseButtonRelease and self.rect().contains(event.position().toPoint()):
            self.member_requested.emit()

    def _show(self) -> None:
        member = self._member
        self._forget.setVisible(member is not None)
        if member is None:
            self._name.set_text(translate("cashier", "No member"))
            self._phone.setText("")
            hint = translate("cashier", "Scan the card, or {key}: phone, name")
            self._points.set_text(hint.format(key=self._key_map.shown(Action.MEMBER)))
            return
        self._name.set_text(_name_of(member))
        self._phone.setText(member.phone_masked or member.number)
        points = translate("cashier", "{points} points").format(points=self._words.count(member.points_balance))
        now = translate("cashier", "this sale +{points}").format(points=self._words.count(member.points_this_sale))
        self._points.set_text(f"{points}  ·  {now}" if member.points_this_sale else points)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(10)
        first.addWidget(self._name, 1)
        first.addWidget(self._phone)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addLayout(first)
        texts.addWidget(self._points)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 6, 6)
        layout.addLayout(texts, 1)
        layout.addWidget(self._forget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(76)


def _name_of(member: MemberPanel) -> str:
    if member.address_form and member.name and member.address_form != member.name:
        return translate("cashier", "{form} ({name})").format(form=member.address_form, name=member.name)
    return member.address_form or member.name or member.number
