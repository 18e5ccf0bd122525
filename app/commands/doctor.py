"""`main.py doctor`: what works on this machine and what does not, each with what to do."""

from __future__ import annotations

import os
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.bootstrap.folder import FILE_NAME, has_file, is_private, look_into, own_files
from app.models import migrate
from app.models.database import Database, check_library
from app.services.backup.health import backup_health
from app.services.backup.set_aside import damage_note
from app.services.checkout.printer import printer_of
from app.services.common.store import Store
from app.services.devices.links import CannotOpen
from app.services.devices.protocols import Printer, PrinterState, look_at, problem_words, state_words
from app.services.devices.usb_printer import usb_devices
from app.services.labels.printing import label_printer_of
from app.services.receipts.queue import spool_status
from app.services.settings.service import Settings, load_settings
from app.services.staff.founding import has_shop, this_till
from app.services.staff.people import has_owner
from app.values.clock import SystemClock
from app.values.errors import ShukeError

LEAST_FREE_BYTES = 500 * 1024 * 1024
RESOURCES = Path(__file__).resolve().parents[2] / "resources"


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing looked at. `works` None means that it does not apply here."""

    name: str
    works: bool | None
    words: str


def doctor(folder: Path) -> int:
    """Print every answer; 1 when something does not work."""
    answers = [answer for look in LOOKS for answer in _safely(look, folder)]
    signs = {True: "ok ", False: "BAD", None: " - "}
    for answer in answers:
        print(f"{signs[answer.works]} {answer.name:<12} {answer.words}")
    bad = sum(answer.works is False for answer in answers)
    print("everything works" if not bad else "1 thing needs care" if bad == 1 else f"{bad} things need care")
    return 1 if bad else 0


def _safely(look: Callable[[Path], Iterator[Answer]], folder: Path) -> Iterator[Answer]:
    """What was found, up to where looking further failed."""
    try:
        yield from look(folder)
    except ShukeError as problem:
        yield Answer(look.__name__.strip("_"), False, str(problem))
    except Exception as problem:  # the doctor must see the whole patient, whatever one organ does
        yield Answer(look.__name__.strip("_"), False, f"{type(problem).__name__}: {problem}")


def _program(_: Path) -> Iterator[Answer]:
    yield Answer("python", sys.version_info >= (3, 11), sys.version.split()[0])
    yield Answer("sqlite", True, check_library())
    yield _usb_library()


def _usb_library() -> Answer:
    try:
        usb_devices()
    except CannotOpen:
        return Answer("usb", None, "libusb is missing; only printers with a usb: address need it")
    except OSError as problem:
        return Answer("usb", None, f"the bus cannot be read: {problem}")
    return Answer("usb", True, "libusb is there")


def _screen(_: Path) -> Iterator[Answer]:
    from PySide6.QtCore import qVersion

    fonts = [RESOURCES / "fonts" / f"NotoSansSC-{weight}.ttf" for weight in ("Regular", "Bold")]
    missing = [font.name for font in fonts if not font.exists()]
    yield Answer("qt", True, qVersion())
    yield Answer("fonts", not missing, "missing: " + ", ".join(missing) if missing else "Noto Sans SC")
    compiled = (RESOURCES / "i18n" / "shuke_zh_CN.qm").exists()
    yield Answer("chinese", compiled, "translated" if compiled else "not compiled: run `make setup`")
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY") or sys.platform in ("win32", "darwin")
    yield Answer("display", True if display else None, "there" if display else "none: `run` needs one, `tour` does not")


def _disk(folder: Path) -> Iterator[Answer]:
    if not folder.exists():
        yield Answer("folder", None, f"{folder} is made at the first start")
        return
    mode = stat.S_IMODE(folder.stat().st_mode)
    private = os.name == "nt" or mode & 0o077 == 0
    yield Answer("folder", private, f"{folder} ({mode:o})" + ("" if private else ": others can read it; chmod 700"))
    if open_to_others := [path.name for path in own_files(folder) if not is_private(path)]:
        yield Answer("file", False, f"others may read {', '.join(open_to_others)}; chmod 600")
    free = shutil.disk_usage(folder).free
    yield Answer("disk", free > LEAST_FREE_BYTES, f"{free // 2**20} MB free")


def _data(folder: Path) -> Iterator[Answer]:
    if (damaged := damage_note(folder / FILE_NAME)) is not None:
        yield Answer("data", False, f"found damaged, put aside in {damaged.folder}: restore a backup")
    if not has_file(folder):
        yield Answer("data", None, "no shop yet: start Shuke, or import goods")
        return
    database = Database(folder / FILE_NAME, read_only=True)
    is_empty, current, newest = database.is_empty(), migrate.current_revision(database), migrate.newest_revision()
    database.close()
    if is_empty:
        yield Answer("data", None, "no shop yet: start Shuke, or import goods")
        return
    yield _schema(current, newest)
    if current == newest:
        yield from _shop(folder)


def _schema(current: str | None, newest: str) -> Answer:
    if current == newest:
        return Answer("schema", True, newest)
    if current is None:
        return Answer("schema", False, "its number is missing: the file is damaged; `python main.py verify`")
    cure = "needs `python main.py migrate`" if migrate.is_known(current) else "written by a newer version of Shuke"
    return Answer("schema", False, f"{current}, this program has {newest}: {cure}")


def _shop(folder: Path) -> Iterator[Answer]:
    opened = look_into(folder)
    try:
        yield from _founded(opened.store)
    finally:
        opened.close()


def _founded(store: Store) -> Iterator[Answer]:
    with store.read() as read:
        if not has_shop(read):
            yield Answer("shop", None, "not founded yet: start Shuke")
            return
        till = this_till(read)
        yield Answer("shop", True, f"{till.shop_name}, till {till.till_code}")
        yield Answer("owner", True if has_owner(read) else None, "there" if has_owner(read) else "asked at the start")
        settings = load_settings(read, scope=till.till_id.hex())
        spool = spool_status(read, till.till_id)
    yield _clock(store)
    yield _printer(settings)
    yield _label_printer(settings)
    waiting = f"{spool.queued} waiting, {spool.unknown} in doubt, {spool.failed} failed today"
    yield Answer("paper", spool.is_calm, waiting)
    yield _backup(store)


def _backup(store: Store) -> Answer:
    health = backup_health(store)
    if health.failure is not None:
        return Answer("backup", False, health.failure.sentence)
    if health.last_good is None:
        return Answer("backup", None, "none yet: `python main.py backup`")
    where = ", on the same disk as the data" if health.is_on_same_disk else ""
    return Answer("backup", not health.is_too_old, f"last good one {health.last_good.at:%Y-%m-%d %H:%M} UTC{where}")


def _clock(store: Store) -> Answer:
    with store.read() as read:
        seen = this_till(read).last_seen_at
    now = SystemClock().now()
    if seen is not None and now < seen:
        return Answer(
            "clock", False, f"shows {now:%Y-%m-%d %H:%M} UTC, but there are facts of {seen:%Y-%m-%d %H:%M} UTC"
        )
    return Answer("clock", True, f"{now:%Y-%m-%d %H:%M} UTC, shop's zone {store.day.zone}")


def _printer(settings: Settings) -> Answer:
    try:
        printer = printer_of(settings)
    except ShukeError as problem:
        return Answer("printer", False, str(problem))
    if printer is None:
        return Answer("printer", None, "none set up: settings set printer.address tcp:HOST:9100")
    return _looked_at("printer", printer)


def _label_printer(settings: Settings) -> Answer:
    try:
        printer = label_printer_of(settings)
    except ShukeError as problem:
        return Answer("labels", False, str(problem))
    if printer is None:
        return Answer("labels", None, "no label printer set up: settings set label_printer.address usb:VVVV:PPPP")
    return _looked_at("labels", printer)


def _looked_at(name: str, printer: Printer) -> Answer:
    look = look_at(printer)
    if look.problem is not None:
        return Answer(name, False, f"{printer.name}: {problem_words(look.problem)}")
    works = None if look.state is PrinterState.UNKNOWN else look.state.can_print
    return Answer(name, works, f"{printer.name}: {state_words(look.state)}")


LOOKS: tuple[Callable[[Path], Iterator[Answer]], ...] = (_program, _screen, _disk, _data)
