"""Naming a member with few keys: four digits and Enter; a number nobody has is enrolled with two Enters."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import Protocol

from app.services.members.find import MemberRow
from app.services.members.phones import LEAST_WHOLE, search_digits
from app.ui.cashier import texts
from app.ui.cashier.counter import Counter
from app.ui.cashier.names import Mood, PanelName
from app.ui.cashier.texts import Said, said
from app.values.errors import ShukeError
from app.values.ids import Id

_LEAST_TAIL = 4


class Stage(Enum):
    """Where the search stands.

    TYPING: letters go into the field. CHOOSING: digits choose a row. CONSENT: Enter enrols.
    """

    TYPING = auto()
    CHOOSING = auto()
    CONSENT = auto()


class MemberScreen(Protocol):
    """The member panel as its presenter sees it."""

    def start(self) -> None:
        """Empty the field."""
        ...

    def show_found(self, found: Sequence[MemberRow], *, can_enrol: bool, has_text: bool) -> None:
        """Show who was found, the first chosen, or that the number can be enrolled."""
        ...

    def show_stage(self, stage: Stage, phone: str = "") -> None:
        """Show the field, the choice by digit, or the consent for a number."""
        ...

    def chosen(self) -> int:
        """The chosen row's place."""
        ...

    def move_choice(self, step: int) -> None:
        """Choose another row."""
        ...

    def tell(self, what: Said | ShukeError) -> None:
        """Say what is wrong; the panel stays."""
        ...


class MemberPresenter:
    """Finds, names and enrols."""

    def __init__(self, counter: Counter, screen: MemberScreen) -> None:
        self._counter, self._screen = counter, screen
        self._text, self._found = "", tuple[MemberRow, ...]()
        self._stage, self._moved = Stage.TYPING, False

    def open(self) -> None:
        """Open the panel with an empty field."""
        self._screen.start()
        self._set_stage(Stage.TYPING)
        self.on_text("")
        self._counter.screen.open_panel(PanelName.MEMBER)

    def on_text(self, text: str) -> None:
        """Something else was typed."""
        self._text, self._moved = text.strip(), False
        digits = search_digits(self._text)
        ready = len(digits) >= _LEAST_TAIL if digits else bool(self._text)
        found = self._counter.attempt(lambda: self._counter.session.find_members(self._text)) if ready else ()
        self._found = found or ()
        can_enrol = not self._found and len(digits) >= LEAST_WHOLE
        self._screen.show_found(self._found, can_enrol=can_enrol, has_text=ready)

    def on_enter(self) -> None:
        """Take the only one found, choose among several, or enrol the number."""
        if self._stage is Stage.CONSENT:
            self._enrol()
        elif len(self._found) == 1 or (self._found and (self._moved or self._stage is Stage.CHOOSING)):
            self.on_chosen(self._screen.chosen())
        elif self._found:
            self._set_stage(Stage.CHOOSING)
        elif len(search_digits(self._text)) >= LEAST_WHOLE:
            self._set_stage(Stage.CONSENT)
        elif self._text:
            self._screen.tell(said(texts.NO_SUCH_MEMBER))

    def on_digit(self, digit: int) -> None:
        """A digit while choosing takes that row."""
        if self._stage is Stage.CHOOSING:
            self.on_chosen(digit - 1)

    def on_step(self, step: int) -> None:
        """An arrow chooses another row."""
        self._moved = True
        self._screen.move_choice(step)

    def on_chosen(self, at: int) -> None:
        """A row was chosen by its place."""
        if 0 <= at < len(self._found):
            self._name(self._found[at].member_id)

    def back(self) -> bool:
        """Esc: from the choice or the consent to the field."""
        if self._stage is Stage.TYPING:
            return False
        self._set_stage(Stage.TYPING)
        return True

    def _name(self, member_id: Id) -> None:
        if self._counter.change(lambda: self._counter.session.name_member(member_id)):
            self._counter.screen.close_panels()

    def _enrol(self) -> None:
        try:
            view = self._counter.session.enrol(self._text)
        except ShukeError as problem:
            self._set_stage(Stage.TYPING)
            self._screen.tell(problem)
            return
        self._counter.screen.close_panels()
        self._counter.show_changed(view)
        self._counter.tell(said(texts.ENROLLED), Mood.GOOD)

    def _set_stage(self, stage: Stage) -> None:
        self._stage = stage
        self._screen.show_stage(stage, self._text)
