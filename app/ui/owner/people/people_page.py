"""Staff: who may sign in, as what, and how far they may go alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from app.services.common.actor import Role
from app.services.staff.people import StaffEntry
from app.ui.kit.buttons import TouchButton
from app.ui.kit.fields import Choice, FieldKind
from app.ui.kit.list_page import Emptiness, Filter, ListPage, ListSpec
from app.ui.kit.record_form import FieldSpec, RecordForm
from app.ui.kit.rows_model import Column
from app.ui.owner.context import OfficeContext
from app.ui.owner.people.presenter import PeoplePresenter
from app.ui.owner.view import OfficeView
from app.values.errors import QT_TRANSLATE_NOOP

ROLES = {Role.OWNER: QT_TRANSLATE_NOOP("office", "Owner"), Role.CASHIER: QT_TRANSLATE_NOOP("office", "Cashier")}
_PIN_HINT = QT_TRANSLATE_NOOP(
    "office", "Six to twelve digits, not 123456 or a birthday. Only its owner should know it."
)
_PINS = (
    FieldSpec("pin", QT_TRANSLATE_NOOP("office", "PIN"), FieldKind.SECRET, required=True, hint=_PIN_HINT),
    FieldSpec("again", QT_TRANSLATE_NOOP("office", "The same PIN again"), FieldKind.SECRET, required=True),
)
_PERSON = (
    FieldSpec("name", QT_TRANSLATE_NOOP("office", "Name"), required=True),
    FieldSpec(
        "role",
        QT_TRANSLATE_NOOP("office", "Role"),
        FieldKind.CHOICE,
        hint=QT_TRANSLATE_NOOP("office", "A cashier sells, takes back and counts; an owner may do everything."),
    ),
    FieldSpec(
        "refund_limit",
        QT_TRANSLATE_NOOP("office", "May refund alone up to"),
        FieldKind.MONEY,
        hint=QT_TRANSLATE_NOOP("office", "Empty: as the shop allows every cashier (Settings)."),
    ),
    FieldSpec(
        "discount_limit",
        QT_TRANSLATE_NOOP("office", "May lower prices alone by (%)"),
        FieldKind.RATE,
        hint=QT_TRANSLATE_NOOP("office", "Of the shelf price. Empty: another price always asks for an owner's PIN."),
    ),
)


class PeoplePage(OfficeView):
    """List, form of a person, form of a PIN.

    Attributes:
        list: Everybody.
        form: Somebody who works here.
        new_form: Somebody new.
        pin_form: A new PIN, of somebody here or somebody who comes back.
    """

    def __init__(self, context: OfficeContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.presenter = PeoplePresenter(context)
        self._person: StaffEntry | None = None
        exponent = self.presenter.exponent()
        self.list: ListPage[StaffEntry] = ListPage(self._spec(), self.presenter.fetch, context.reading, context.words)
        self.form = RecordForm(_PERSON, exponent=exponent)
        self.new_form, self.pin_form = RecordForm((*_PERSON, *_PINS), exponent=exponent), RecordForm(_PINS)
        self.pin_button, self.leave_button = TouchButton("", "plain"), TouchButton("", "plain")
        for button in (self.pin_button, self.leave_button):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setAutoDefault(True)
            self.form.buttons.insertWidget(self.form.buttons.count() - 1, button)
        self.set_ground(self.list)
        self._connect()
        self.retranslate()

    def opened(self, subject: object = None) -> None:
        """Read; a subject is the id of the person that is wanted."""
        self.list.ask()
        self.list.reload()
        if isinstance(subject, bytes):
            with self._context.told():
                self._on_opened(self.presenter.person(subject))

    def picture_states(self) -> Sequence[tuple[str, Callable[[], None]]]:
        """The forms."""
        return (("new", self.on_new), ("person", self._open_first))

    def retranslate(self) -> None:
        """Set every text again."""
        self.pin_button.set_text(self.tr("New PIN"))
        is_me = self._person is not None and self._person.staff_id == self._context.actor.staff_id
        self.leave_button.set_text(self.tr("Works here no more"))
        self.leave_button.setEnabled(not is_me)
        for form in (self.form, self.new_form):
            roles = [Choice(role, QCoreApplication.translate("office", text)) for role, text in ROLES.items()]
            form.set_choices("role", roles)

    # Within

    def _spec(self) -> ListSpec[StaffEntry]:
        return ListSpec(
            columns=(
                Column("name", QT_TRANSLATE_NOOP("columns", "Name"), lambda row: row.name, bold=True),
                Column("role", QT_TRANSLATE_NOOP("columns", "Role"), _role, width=110),
                Column("state", QT_TRANSLATE_NOOP("columns", "State"), self._state, width=250, tone=self._tone),
                Column("refund", QT_TRANSLATE_NOOP("columns", "Refund alone"), self._refund, True, width=215),
                Column("discount", QT_TRANSLATE_NOOP("columns", "Discount alone"), self._discount, True, width=150),
            ),
            key=lambda row: row.staff_id,
            empty=Emptiness(QT_TRANSLATE_NOOP("office", "Nobody is called that")),
            placeholder=QT_TRANSLATE_NOOP("office", "Name or pinyin"),
            filters=(Filter("left", QT_TRANSLATE_NOOP("office", "Also who left")),),
            new=QT_TRANSLATE_NOOP("office", "New person"),
            wide_only=frozenset({"discount"}),
        )

    def _connect(self) -> None:
        self.list.opened.connect(self._on_opened)
        self.list.new_requested.connect(self._on_new)
        self.list.failed.connect(self._context.tell)
        for form in (self.form, self.new_form, self.pin_form):
            form.cancelled.connect(self.close_level)
        self.form.save_requested.connect(self._on_save)
        self.form.reload_requested.connect(self._on_reload)
        self.new_form.save_requested.connect(self._on_save_new)
        self.pin_form.save_requested.connect(self._on_save_pin)
        self.pin_button.clicked.connect(self._on_pin)
        self.leave_button.clicked.connect(self._on_leave)
        self._context.bus.changed.connect(self._on_changed)

    def _state(self, row: StaffEntry) -> str:
        words = self._context.words
        if row.closed_at is not None:
            return self.tr("left on {day}").format(day=words.date(row.closed_at))
        if row.staff_id == self._context.actor.staff_id:
            return self.tr("signed in here")
        until = self.presenter.paused_until(row)
        if until is not None:
            return self.tr("paused until {time}: wrong PINs").format(time=words.time(until))
        if row.role is Role.OWNER and not row.has_recovery_code:
            return self.tr("no recovery code")
        return ""

    def _tone(self, row: StaffEntry) -> str | None:
        return "muted" if row.closed_at is not None else None

    def _refund(self, row: StaffEntry) -> str:
        if row.role is Role.OWNER:
            return self.tr("any sum")
        if row.refund_limit is not None:
            return self._context.words.money(row.refund_limit)
        return self.tr("shop: {sum}").format(sum=self._context.words.money(self.presenter.shop_limit()))

    def _discount(self, row: StaffEntry) -> str:
        if row.role is Role.OWNER:
            return self.tr("any price")
        return self._context.words.rate(row.discount_limit) if row.discount_limit is not None else "–"

    def _open_first(self) -> None:
        self._on_opened(self.list.model.row_at(0))

    def _on_opened(self, row: StaffEntry) -> None:
        self._person = row
        self.retranslate()
        if row.closed_at is not None:
            self._on_pin()
            return
        self.form.load(
            {
                "name": row.name,
                "role": row.role,
                "refund_limit": row.refund_limit,
                "discount_limit": row.discount_limit,
            }
        )
        self.open_level(self.form, lambda: row.name)

    def _on_new(self) -> None:
        self.new_form.load({"role": Role.CASHIER}, is_new=True)
        self.open_level(self.new_form, lambda: self.tr("New person"))

    def _on_pin(self) -> None:
        person = self._person
        assert person is not None
        self.pin_form.load({}, is_new=True)
        new, back = self.tr("New PIN for {name}"), self.tr("{name} comes back: a new PIN")
        text = new if person.closed_at is None else back
        self.open_level(self.pin_form, lambda: text.format(name=person.name))

    def _on_save(self, values: dict[str, object]) -> None:
        assert self._person is not None
        self._show(self.form, self.presenter.change(self._person, values))

    def _on_save_new(self, values: dict[str, object]) -> None:
        if self._same_pins(self.new_form, values):
            self.presenter.hire(values, partial(self._show, self.new_form))

    def _on_save_pin(self, values: dict[str, object]) -> None:
        assert self._person is not None
        if self._same_pins(self.pin_form, values):
            self.presenter.set_pin(self._person, str(values["pin"]), partial(self._show, self.pin_form))

    def _same_pins(self, form: RecordForm, values: dict[str, object]) -> bool:
        is_same = values["pin"] == values["again"]
        if not is_same:
            form.show_problem(self.tr("The two PINs are not the same. Type them again."), "again")
        return is_same

    def _show(self, form: RecordForm, problem: tuple[str, str] | None) -> None:
        """Back to the list, or the sentence under the field it is about."""
        if problem is None:
            form.mark_saved()
            self.close_levels()
            self.list.reload()
        elif problem[0] == "conflict":
            form.show_conflict(problem[1])
        else:
            form.show_problem(problem[1], problem[0])

    def _on_reload(self) -> None:
        assert self._person is not None
        with self._context.told():
            self._on_opened(self.presenter.person(self._person.staff_id))

    def _on_leave(self) -> None:
        person = self._person
        assert person is not None
        question = self.tr("{name} works here no more? They cannot sign in then; what they did keeps their name.")

        def answered(is_yes: bool) -> None:
            if is_yes:
                self._show(self.form, self.presenter.close(person))

        self._context.prompter.ask(
            question.format(name=person.name), answered, yes=self.tr("Works here no more"), no=self.tr("Stay")
        )

    def _on_changed(self, topics: object, initiator: object = None) -> None:
        del initiator
        if isinstance(topics, frozenset) and "staff" in topics:
            self.list.reload()


def make_people_page(context: OfficeContext) -> PeoplePage:
    """The page for the office."""
    return PeoplePage(context)


def _role(row: StaffEntry) -> str:
    return QCoreApplication.translate("office", ROLES[row.role])
