"""The owner's recovery code: whether there is one, and a new one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.services.common.actor import Role
from app.services.staff.people import list_staff
from app.services.staff.recovery import issue_recovery_code, make_recovery_code
from app.ui.kit.labels import PlainLabel
from app.ui.owner.context import OfficeContext
from app.ui.owner.set_up.step import SetUpStep, wide_button
from app.ui.shell.recovery_code_panel import RecoveryCodePanel, print_on_panel


class RecoveryStep(SetUpStep):
    """Shows who holds a code; a new one only counts when it was written down."""

    def __init__(self, context: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._state = PlainLabel(role="strong")
        self._state.setWordWrap(True)
        self.new_button = wide_button()
        self.panel = RecoveryCodePanel()
        self._has_own = False
        self._others: tuple[str, ...] = ()
        for part in (self._state, self.new_button, self.panel):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.panel.hide()
        self.new_button.clicked.connect(self._on_new)
        self.panel.print_requested.connect(self._on_print)
        self.panel.confirmed.connect(self._on_confirmed)
        self.retranslate()

    def load(self) -> None:
        """Read who holds a code."""
        with self.context.read() as read:
            owners = [person for person in list_staff(read) if person.role is Role.OWNER]
        me = self.context.actor.staff_id
        self._has_own = any(owner.has_recovery_code for owner in owners if owner.staff_id == me)
        self._others = tuple(owner.name for owner in owners if owner.staff_id != me and not owner.has_recovery_code)
        self.panel.hide()
        for part in (self.new_button, self._state, self.why):
            part.show()
        self.retranslate()

    def keep(self) -> None:
        """A code that is shown must be written down first."""
        if self.panel.isVisible():
            self.panel.confirm_button.click()
        elif self._has_own:
            self.kept.emit()
        else:
            self._on_new()

    def take_focus(self) -> None:
        """The button, or the field under a code."""
        (self.panel.typed if self.panel.isVisible() else self.new_button).setFocus()

    def retranslate(self) -> None:
        """Set every text again."""
        self.heading.setText(self.tr("Recovery code"))
        self.why.setText(
            self.tr(
                "Whoever forgets the owner's PIN gets back in with this code from paper, and with nothing else. "
                "This step cannot be left out."
            )
        )
        if self._has_own:
            state = self.tr("You have a recovery code. Is the paper lost, or did somebody see it? Make a new one.")
        else:
            state = self.tr("You have no recovery code yet.")
        if self._others:
            missing = self.tr("Without a code so far: {names}. They make theirs when they are signed in.")
            state += "\n" + missing.format(names=", ".join(self._others))
        self._state.setText(state)
        new, first = self.tr("Make a new code (the old one is void then)"), self.tr("Make the recovery code")
        self.new_button.set_text(new if self._has_own else first)

    def _on_new(self) -> None:
        self.panel.show_code(make_recovery_code())
        for part in (self.new_button, self._state, self.why):
            part.hide()
        self.panel.show()
        self.panel.typed.setFocus()

    def _on_print(self) -> None:
        code, name = self.panel.code, self.context.actor.staff_name
        desk = self.context.desk
        print_on_panel(self.panel, self.context.words, self.context.jobs, lambda: desk.print_recovery_code(code, name))

    def _on_confirmed(self) -> None:
        me, code = self.context.actor.staff_id, self.panel.code
        assert me is not None

        def store() -> None:
            with self.context.action("recovery_code") as uow:
                issue_recovery_code(uow, me, code=code)

        self.panel.show_busy(True)
        self.context.jobs.run(lambda report: store(), then=self._on_stored, failed=self._on_failed)

    def _on_stored(self, _: None) -> None:
        self.panel.show_busy(False)
        self.load()
        self.kept.emit()

    def _on_failed(self, problem: Exception) -> None:
        self.panel.show_busy(False)
        self.context.tell(problem)
