"""The one door for scanners: taken by key timing wherever the focus is, before any widget sees a key.

Sits on the application as an event filter. Keys that could belong to a scan are held for a moment (`scan_core`
decides) and then either given to a claim or `scanned`, or sent again to where they were going. Everything
else goes its normal way untouched. Two things come back to what was already given away: the beginning of a scan
that a pause has broken (`scan_rejoin`), and a scan that an input method has drawn into a composition
(`scan_composition`). `docs/scanning.md` has the rules and their limits.
"""

from __future__ import annotations

import weakref
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.kit.scan_composition import Composition
from app.ui.kit.scan_core import TERMINATORS, Decision, Replay, Scan, ScanCore, ScanSettings
from app.ui.kit.scan_field import Kept, alive, belongs_in, field_of, moved_focus, take_back, take_out
from app.ui.kit.scan_keys import KNOWN_KEYS, MODIFIER_KEYS, NEVER_REPEATED, copy_of, is_release_of, text_of
from app.ui.kit.scan_timing import EventClock, HoldTimer, QtHoldTimer
from app.values.barcode import clean_code
from app.values.text import fold_width

MAX_WAITING = 200
_POINTER = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress, QEvent.Type.Wheel})


@dataclass(slots=True)
class _Claim:
    owner: weakref.ref[QObject]
    handler: Callable[[str], None]


class ScanFilter(QObject):
    """Takes scans wherever the focus is.

    Attributes:
        last_raw: The last scan as it was sent, separators included.
        last_key_ms: Time from key to key in it.

    Signals:
        scanned: A code was read and nobody claims scans. arg: the cleaned code. Never nested: a code read while a
            handler runs waits for it.
        unreadable: A scan came of which an input method took more than can be restored. Nothing is left of it.
    """

    scanned = Signal(str)
    unreadable = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        settings: ScanSettings | None = None,
        time_of: Callable[[QEvent], int] | None = None,
        timer: HoldTimer | None = None,
    ) -> None:
        super().__init__(parent)
        self.last_raw, self.last_key_ms = "", 0
        self._core = ScanCore(settings or ScanSettings())
        self._composition = _composition(self._core.settings)
        self._time_of = time_of or EventClock()
        self._timer: HoldTimer = timer or QtHoldTimer(self)
        self._kept: list[Kept] = []
        self._next_token = 0
        self._eaten_keys: set[int] = set()
        self._is_replaying = False
        self._is_delivering = False
        self._is_paused = False
        self._waiting: deque[str] = deque()
        self._claims: list[_Claim] = []
        self._sink: weakref.ref[QWidget] | None = None
        self._landed: weakref.ref[QObject] | None = None

    def start(self) -> None:
        """Begin to watch the application's keys; called again it moves in front of filters installed since."""
        if (application := QCoreApplication.instance()) is not None:
            application.installEventFilter(self)

    def stop(self) -> None:
        """Give back what is held and watch no longer."""
        self._apply(self._core.expire())
        if (application := QCoreApplication.instance()) is not None:
            application.removeEventFilter(self)

    def use(self, settings: ScanSettings) -> None:
        """Change the limits, as after the owner saved the scanner's settings."""
        self._apply(self._core.expire())
        self._core.settings = settings
        self._composition = _composition(settings)

    def set_sink(self, widget: QWidget | None) -> None:
        """Where typed letters and digits go when the focus is on something that takes no text."""
        self._sink = weakref.ref(widget) if widget is not None else None

    def claim(self, owner: QObject, handler: Callable[[str], None]) -> None:
        """Until released or destroyed, `owner` gets the scans instead of `scanned`; the newest claim wins."""
        self.release(owner)
        self._claims.append(_Claim(weakref.ref(owner), handler))
        owner.destroyed.connect(self._drop_dead_claims)

    def release(self, owner: QObject) -> None:
        """Give up a claim; harmless without one."""
        self._claims = [claim for claim in self._claims if claim.owner() not in (owner, None)]

    def pause(self) -> None:
        """Keep scans waiting, as while one is looked up in another thread."""
        self._is_paused = True

    def resume(self) -> None:
        """Hand out what waited."""
        self._is_paused = False
        self._deliver()

    # -- events ---------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at every event of the application; True keeps it from its receiver."""
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride, QEvent.Type.KeyRelease):
            if self._is_replaying or not isinstance(event, QKeyEvent):
                return False
            # Keys made by the till itself, as by its touch pad, are meant for their widget.
            if not (isinstance(watched, QWindow) or (isinstance(watched, QWidget) and event.spontaneous())):
                return False
            if kind == QEvent.Type.KeyRelease:
                return self._on_release(watched, event)
            return self._on_press(watched, event)
        if kind == QEvent.Type.InputMethod and not self._is_replaying and isinstance(event, QInputMethodEvent):
            return self._on_input_method(watched, event)
        if kind in _POINTER and isinstance(watched, QWindow):
            self._on_pointer()
        return False

    def _on_press(self, watched: QObject, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key()) if event.key() in KNOWN_KEYS else Qt.Key.Key_unknown
        if key in MODIFIER_KEYS and not event.text():
            return False
        is_override = event.type() == QEvent.Type.ShortcutOverride
        text, at_ms = text_of(event), self._time_of(event)
        if event.isAutoRepeat() and not self._core.is_twin(text, at_ms):
            return self._on_repeat(key, event)
        self._apply(self._core.settle(at_ms))
        if text in TERMINATORS and self._composition.scan:
            self._take_composed()
        if not text or not self._core.wants(text, at_ms):
            self._apply(self._core.expire())
            self._core.forget()
            return False
        if is_override:
            # No shortcut fires before it is clear who pressed; a replayed key asks the shortcuts again.
            event.accept()
            return True
        token = self._keep(watched, copy_of(event, text))
        decided = self._core.feed(text, at_ms, token)
        self._wait()
        self._apply(decided)
        return True

    def _on_repeat(self, key: Qt.Key, event: QKeyEvent) -> bool:
        if event.key() in self._eaten_keys or key in NEVER_REPEATED:
            event.accept()
            return True
        if self._core.is_holding:
            self._apply(self._core.expire())
        self._core.forget()
        return False

    def _on_release(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.isAutoRepeat():
            return bool(event.key() in self._eaten_keys)
        for kept in self._kept:
            if isinstance(kept.event, QKeyEvent) and is_release_of(kept.event, event):
                copy = copy_of(event, text_of(event))
                self._kept.append(Kept(kept.token, copy, weakref.ref(watched), kept.focus))
                return True
        if event.key() in self._eaten_keys:
            self._eaten_keys.discard(event.key())
            return True
        return False

    def _on_input_method(self, watched: QObject, event: QInputMethodEvent) -> bool:
        """A commit of digits may be a scan that an input method has turned into text."""
        text, at_ms = event.commitString(), self._time_of(event)
        if not text:
            self._composition.show(event.preeditString(), at_ms)
            self._wait()
            return False
        was_open, preedit = self._composition.is_open, event.preeditString()
        plain, scanned = (text, "") if preedit else self._composition.split(text, at_ms)
        if plain == text and not preedit and _is_plain(text) and (text.isdigit() or not was_open):
            self._feed_commit(watched, event, at_ms)
            return True
        self._apply(self._core.expire())
        self._core.forget()
        if was_open or not plain.isascii():
            self._composition.choose(plain, at_ms)
        self._composition.show(preedit, at_ms)
        if plain == text:
            return False
        self._commit(watched, event, plain)
        self._take(fold_width(scanned), at_ms)
        return True

    def _feed_commit(self, watched: QObject, event: QInputMethodEvent, at_ms: int) -> None:
        """Hold what an input method committed as if it were keys."""
        self._apply(self._core.settle(at_ms))
        copy = QInputMethodEvent()
        copy.setCommitString(event.commitString(), event.replacementStart(), event.replacementLength())
        token = self._keep(watched, copy)
        decided: tuple[Decision, ...] = ()
        for char in fold_width(event.commitString()):
            decided += self._core.feed(char, at_ms, token)
        self._wait()
        self._apply(decided)

    def _commit(self, watched: QObject, event: QInputMethodEvent, text: str) -> None:
        """Give the receiver of a commit a part of it; an empty one still ends the composition that is shown."""
        part = QInputMethodEvent()
        part.setCommitString(text, event.replacementStart(), event.replacementLength())
        self._send(watched, part)

    def _take(self, code: str, at_ms: int) -> None:
        """Take a code that was found in a composition, and the end key that may still come."""
        decided: tuple[Decision, ...] = ()
        for char in code:
            self._next_token += 1
            decided += self._core.feed(char, at_ms, self._next_token)
        self._apply(decided + self._core.expire())

    def _take_composed(self) -> None:
        """A scanner has made a composition grow and nothing has ended it: the composition is dropped."""
        at_ms = self._composition.scan_ms
        code = self._composition.take(at_ms)
        QGuiApplication.inputMethod().reset()
        if (field := QGuiApplication.focusObject()) is not None:
            self._send(field, QInputMethodEvent())
        self._take(code, at_ms)

    def _send(self, receiver: QObject, event: QEvent) -> None:
        self._is_replaying = True
        try:
            QCoreApplication.sendEvent(receiver, event)
        finally:
            self._is_replaying = False

    def _on_pointer(self) -> None:
        """A tap must find the text that was typed before it."""
        if self._core.is_holding:
            self._apply(self._core.expire())
        self._core.forget()

    # -- decisions ------------------------------------------------------------------------------------------------

    def _keep(self, watched: QObject, event: QEvent) -> int:
        self._next_token += 1
        focus = QApplication.focusWidget()
        self._kept.append(
            Kept(self._next_token, event, weakref.ref(watched), weakref.ref(focus) if focus is not None else None)
        )
        return self._next_token

    def _wait(self) -> None:
        if self._core.is_holding:
            self._timer.start(self._core.wait_ms, self._on_hold_over)
        elif self._composition.scan:
            self._timer.start(self._core.settings.tail_ms, self._on_hold_over)
        else:
            self._timer.stop()

    def _on_hold_over(self) -> None:
        self._apply(self._core.expire())
        if self._composition.scan:
            self._take_composed()

    def _apply(self, decided: tuple[Decision, ...]) -> None:
        if not decided:
            return
        if not self._core.is_holding:
            self._timer.stop()
        codes: list[str] = []
        for decision in decided:
            kept = self._pop(decision.tokens)
            if isinstance(decision, Replay):
                self._replay(kept)
            else:
                codes += self._eat(decision, kept)
        self._waiting.extend(codes)
        while len(self._waiting) > MAX_WAITING:
            self._waiting.popleft()
        self._deliver()

    def _pop(self, tokens: tuple[int, ...]) -> list[Kept]:
        taken = [kept for kept in self._kept if kept.token in tokens]
        self._kept = [kept for kept in self._kept if kept.token not in tokens]
        return taken

    def _eat(self, scan: Scan, kept: list[Kept]) -> list[str]:
        pressed: set[int] = set()
        for one in kept:
            if isinstance(one.event, QKeyEvent):
                is_press = one.event.type() == QEvent.Type.KeyPress
                (pressed.add if is_press else pressed.discard)(one.event.key())
        self._eaten_keys |= pressed
        raw = self._whole_of(scan)
        code = clean_code(raw)
        if code:
            self.last_raw, self.last_key_ms = raw, scan.key_ms
        return [code] if code else []

    def _whole_of(self, scan: Scan) -> str:
        """What was scanned, with what had got away of it brought back; nothing if that cannot be."""
        if scan.text and (mended := self._composition.mend(scan.text, scan.began_ms)) is not None:
            take_out(QApplication.focusWidget(), mended.chosen)
            if not mended.code:
                self.unreadable.emit()
            return mended.code
        if not scan.before:
            return scan.text
        landed = self._landed() if self._landed is not None else None
        field = landed if isinstance(landed, QWidget) and alive(landed) else None
        before = "".join(char for char in scan.before if char.isprintable())
        return scan.whole if take_back(field, before, needs_start=scan.needs_start) else scan.text

    def _deliver(self) -> None:
        if self._is_delivering or self._is_paused:
            return
        self._is_delivering = True
        try:
            while self._waiting and not self._is_paused:
                self._hand_out(self._waiting.popleft())
        finally:
            self._is_delivering = False

    def _hand_out(self, code: str) -> None:
        self._drop_dead_claims()
        if self._claims:
            self._claims[-1].handler(code)
        else:
            self.scanned.emit(code)

    def _drop_dead_claims(self) -> None:
        self._claims = [claim for claim in self._claims if alive(claim.owner())]

    # -- giving back ----------------------------------------------------------------------------------------------

    def _replay(self, kept: list[Kept]) -> None:
        moved = moved_focus(kept)
        self._is_replaying = True
        try:
            for one in kept:
                if (receiver := self._receiver_of(one, moved)) is not None:
                    self._landed = field_of(receiver)
                    QCoreApplication.sendEvent(receiver, one.event)
        finally:
            self._is_replaying = False

    def _receiver_of(self, kept: Kept, moved: QWidget | None) -> QObject | None:
        if moved is not None:
            return moved
        sink = self._sink() if self._sink is not None else None
        if sink is not None and isinstance(kept.event, QKeyEvent) and belongs_in(sink, kept.event):
            return sink
        receiver = kept.receiver()
        if isinstance(kept.event, QInputMethodEvent):
            return QGuiApplication.focusObject() or receiver
        return receiver if alive(receiver) else QApplication.focusWidget()


def _composition(settings: ScanSettings) -> Composition:
    return Composition(settings.gap_ms, settings.tail_ms, settings.late_end_ms)


def _is_plain(text: str) -> bool:
    plain = fold_width(text)
    return bool(plain) and plain.isascii() and plain.isprintable()
