"""The command line: which words there are, and what each returns (0 fine, 1 a finding, 2 a sentence of why not)."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from app import __version__
from app.bootstrap.places import default_folder
from app.values.errors import ShukeError
from app.values.failpoints import arm_from_environment

FINE, FINDING, REFUSED = 0, 1, 2


def main(words: Sequence[str]) -> int:
    """Run one command and return the process's exit code."""
    arm_from_environment()
    said = parser().parse_args(words)
    command: Callable[[argparse.Namespace], int] = said.command
    try:
        return command(said)
    except ShukeError as problem:
        print(f"shuke: {problem}", file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """All commands with their options."""
    found = argparse.ArgumentParser(prog="main.py", description="Shuke, the till that knows its regulars.")
    found.add_argument("--version", action="version", version=f"shuke {__version__}")
    verbs = found.add_subparsers(required=True, metavar="COMMAND")
    _add(verbs, "run", _run, "open the till", _run_options)
    tour_words = "play a scripted day on the real windows and leave pictures and receipts"
    _add(verbs, "tour", _tour, tour_words, _tour_options, has_own_data=True)
    screens_words = "take a picture of every screen of a demo shop, in both languages and themes"
    _add(verbs, "screens", _screens, screens_words, _screens_options, has_own_data=True)
    manual_words = "take the pictures of the manual, one small one for each page and language"
    _add(verbs, "manual-pictures", _manual_pictures, manual_words, _manual_options, has_own_data=True)
    _add(verbs, "import", _import, "bring goods, members or suppliers from a file", _import_options)
    _add(verbs, "settings", _settings, "list or set what the shop can choose", _settings_options)
    _add(verbs, "backup", _backup, "make a sealed backup, list the ones there are, or show the key", _backup_options)
    _add(verbs, "restore", _restore, "put a backup in place, or try whether one would come back", _restore_options)
    _add(verbs, "report", _report, "days, sales, shifts and who did what, on screen or as files", _report_options)
    _add(verbs, "verify", _verify, "add up every ledger and check the journal; 1 when something is wrong")
    _add(verbs, "doctor", _doctor, "say what works on this machine and what does not")
    _add(verbs, "devices", _devices, "say what is plugged in; try printer, drawer and label printer", _devices_options)
    _add(verbs, "migrate", _migrate, "bring the data file to this version's schema")
    return found


def _add(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    command: Callable[[argparse.Namespace], int],
    words: str,
    options: Callable[[argparse.ArgumentParser], None] = lambda verb: None,
    *,
    has_own_data: bool = False,
) -> None:
    verb = verbs.add_parser(name, help=words, description=words[0].upper() + words[1:] + ".")
    data = None if has_own_data else default_folder()
    usual = "data in the folder of --out" if data is None else str(data).replace("%", "%%")
    verb.add_argument("--data", type=Path, default=data, metavar="DIR", help=f"the data directory (default: {usual})")
    options(verb)
    verb.set_defaults(command=command)


def _run_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--demo", action="store_true", help="fill an empty directory with a demo shop")
    verb.add_argument("--demo-days", type=int, default=90, metavar="N", help="days that the demo shop has been open")
    verb.add_argument("--language", choices=("zh", "en"), help="language of the screens, for this till from now on")
    verb.add_argument("--window", metavar="WxH", default="", help="size of the window instead of the full screen")


def _tour_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--out", type=Path, required=True, metavar="DIR", help="where pictures, receipts and data go")
    verb.add_argument("--show", action="store_true", help="play on the display that is there instead of off screen")


def _screens_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the pictures go")
    verb.add_argument("--every", action="store_true", help="all eight looks instead of four")
    verb.add_argument("--only", nargs="+", default=(), metavar="PAGE", help="only these pages of the back office")


def _manual_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--out", type=Path, required=True, metavar="DIR", help="docs/manual/pictures")


def _import_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("what", nargs="?", choices=("products", "members", "suppliers"), help="what is in the file")
    verb.add_argument("file", type=Path, nargs="?", metavar="FILE", help="CSV, xlsx or xls")
    verb.add_argument("--dry-run", action="store_true", help="say what would happen and store nothing")
    verb.add_argument("--mapping", type=Path, metavar="FILE.json", help="which header fills which field")
    verb.add_argument("--failed", type=Path, metavar="FILE.xlsx", help="where to write the rows that failed")
    past = verb.add_mutually_exclusive_group()
    past.add_argument("--list", action="store_true", help="only say which imports there were")
    past.add_argument("--undo", metavar="RUN", help="take a whole import back, by its name in the list")


def _settings_options(verb: argparse.ArgumentParser) -> None:
    verbs = verb.add_subparsers(required=True, metavar="list|set", dest="verb")
    listing = verbs.add_parser("list", help="every setting, its value and what it takes")
    setting = verbs.add_parser("set", help="choose a value")
    for part in (listing, setting):
        # Said at the end, as with every other command; without it the one before `list` holds.
        part.add_argument("--data", type=Path, default=argparse.SUPPRESS, metavar="DIR", help="the data directory")
    setting.add_argument("key")
    setting.add_argument("value")


def _backup_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--to", type=Path, metavar="FOLDER", help="this folder instead of the one in the settings")
    what = verb.add_mutually_exclusive_group()
    what.add_argument("--list", action="store_true", help="only say which backups there are")
    what.add_argument("--show-key", action="store_true", help="only show the recovery key; the audit notes it")


def _restore_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("file", type=Path, nargs="?", metavar="FILE", help="the backup")
    key = verb.add_mutually_exclusive_group()
    key.add_argument("--key", metavar="KEY", help="the recovery key from the paper; asked for where it is needed")
    key.add_argument("--key-file", type=Path, metavar="FILE", help="a file that holds the recovery key")
    words = "restore the newest backup (of the folder FILE, if given) beside the shop, check it, throw it away"
    verb.add_argument("--drill", action="store_true", help=words)


def _report_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("what", choices=("day", "sales", "shifts", "log", "cashiers"), help="which report")
    verb.add_argument("--from", dest="first", metavar="DATE", help="first business date (YYYY-MM-DD; default: today)")
    verb.add_argument("--until", dest="last", metavar="DATE", help="last business date, itself included")
    verb.add_argument("--text", default="", help="of sales: receipt, member, article or amount to look for")
    for ending in ("csv", "xlsx", "pdf"):
        verb.add_argument(f"--{ending}", type=Path, metavar="FILE", help=f"write it as {ending}")
    verb.add_argument("--json", action="store_true", help="print it as JSON")
    verb.add_argument("--language", choices=("zh", "en"), help="of the report's words (default: the till's)")
    verb.add_argument("--whole-members", action="store_true", help="names and phones unmasked; the audit notes it")


def _devices_options(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--network", action="store_true", help="also ask the neighbouring addresses for printers")
    trial = verb.add_mutually_exclusive_group()
    trial.add_argument("--test-page", action="store_true", help="print the test page on the receipt printer")
    trial.add_argument("--drawer", action="store_true", help="open the drawer; the audit notes it")
    trial.add_argument("--test-label", action="store_true", help="print one label on the label printer")


# Each command is imported when it is used: the till does not load what only an import needs, nor the other way round.


def _run(said: argparse.Namespace) -> int:
    from app.bootstrap.collector import hold_collector

    hold_collector()
    from app.commands.run import run

    return run(said.data, demo_days=said.demo_days if said.demo else None, language=said.language, window=said.window)


def _tour(said: argparse.Namespace) -> int:
    from app.commands.tour import tour

    return tour(said.out, data=said.data, on_screen=said.show)


def _screens(said: argparse.Namespace) -> int:
    from app.commands.screens import screens

    return screens(said.out, data=said.data, every=said.every, only=said.only)


def _manual_pictures(said: argparse.Namespace) -> int:
    from app.commands.screens import manual_pictures

    return manual_pictures(said.out, data=said.data)


def _import(said: argparse.Namespace) -> int:
    from app.commands.imports import ImportOrder, import_file, list_imports, undo

    if said.list:
        return list_imports(said.data)
    if said.undo is not None:
        return undo(said.data, said.undo)
    return import_file(said.data, ImportOrder(said.what, said.file, said.dry_run, said.mapping, said.failed))


def _settings(said: argparse.Namespace) -> int:
    from app.commands.settings import list_settings, set_setting

    return list_settings(said.data) if said.verb == "list" else set_setting(said.data, said.key, said.value)


def _backup(said: argparse.Namespace) -> int:
    from app.commands.backup import backup, list_all, show_recovery_key

    if said.show_key:
        return show_recovery_key(said.data)
    return list_all(said.data, said.to) if said.list else backup(said.data, said.to)


def _restore(said: argparse.Namespace) -> int:
    from app.commands.restore import drill, restore

    if said.drill:
        return drill(said.data, said.file, key=said.key, key_file=said.key_file)
    return restore(said.data, said.file, key=said.key, key_file=said.key_file)


def _report(said: argparse.Namespace) -> int:
    from app.commands.report import ReportOrder, report

    files = tuple(path for path in (said.csv, said.xlsx, said.pdf) if path is not None)
    order = ReportOrder(
        said.what,
        said.first,
        said.last,
        said.text,
        files,
        as_json=said.json,
        language=said.language,
        personal=said.whole_members,
    )
    return report(said.data, order)


def _verify(said: argparse.Namespace) -> int:
    from app.commands.checks import verify

    return verify(said.data)


def _doctor(said: argparse.Namespace) -> int:
    from app.commands.doctor import doctor

    return doctor(said.data)


def _devices(said: argparse.Namespace) -> int:
    from app.commands import devices

    if said.test_page:
        return devices.print_test_page(said.data)
    if said.drawer:
        return devices.open_drawer(said.data)
    return devices.print_test_label(said.data) if said.test_label else devices.list_devices(network=said.network)


def _migrate(said: argparse.Namespace) -> int:
    from app.commands.checks import migrate

    return migrate(said.data)
