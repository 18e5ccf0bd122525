"""Keep the Chinese words of the till: collect texts from the code, merge translations, compile.

    python .ci/i18n.py update [FILE.tsv ...]   code -> resources/i18n/shuke_zh_CN.ts, finished texts are kept;
                                               each TSV line is `English<TAB>Chinese`, a line break is `\\n`
    python .ci/i18n.py compile [--if-older]    .ts -> .qm, which Qt loads and git does not hold
    python .ci/i18n.py check                   what is missing, unfinished or has other places than its source

`update` fills a new text also from the same text in another context. What is still without Chinese is printed
as TSV lines, ready to be filled in and given back. `lupdate` sees `tr`, `translate` and a QT_TRANSLATE_NOOP
of our own in modules without Qt; it does not see other names such as `N_`.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from xml.etree import ElementTree as Tree

import PySide6

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "app"
TS = ROOT / "resources" / "i18n" / "shuke_zh_CN.ts"
QM = TS.with_suffix(".qm")
LANGUAGE = "zh_CN"
PLACE = re.compile(r"\{[^{}]*\}|%n|%L?\d+")


@dataclass(frozen=True, slots=True)
class Message:
    """One text of the code and its Chinese.

    Attributes:
        comment: What tells two equal texts of one context apart; mostly empty.
        plural: The text counts something (`%n`).
        finished: Somebody stands by the Chinese.
    """

    context: str
    source: str
    comment: str = ""
    chinese: str = ""
    plural: bool = False
    finished: bool = False

    @property
    def key(self) -> tuple[str, str, str]:
        return self.context, self.source, self.comment


def run_qt_tool(name: str, *arguments: str | Path) -> str:
    """Run one of the programs that come with PySide6; returns what it said."""
    home = Path(PySide6.__file__).parent
    program = next((path for path in (home / name, home / f"{name}.exe") if path.exists()), None)
    if program is None:
        sys.exit(f"{name} is not in {home}: PySide6-Essentials is damaged.")
    done = subprocess.run([program, *map(str, arguments)], cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{name} failed:\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def collect(sources: Path = SOURCES) -> list[Message]:
    """Every text of the code, without translations."""
    with tempfile.TemporaryDirectory() as scratch:
        target = Path(scratch) / TS.name
        options = ("-extensions", "py", "-no-obsolete", "-locations", "none", "-target-language", LANGUAGE)
        run_qt_tool("lupdate", *options, sources, "-ts", target)
        return read(target) if target.exists() else []


def read(path: Path) -> list[Message]:
    """The messages of a .ts file, without those no longer in the code."""
    found: list[Message] = []
    for context in Tree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        found.extend(
            message for element in context.iter("message") if (message := read_message(name, element)) is not None
        )
    return found


def read_message(context: str, element: Tree.Element) -> Message | None:
    """One message, or None if it is obsolete."""
    target = element.find("translation")
    state = "" if target is None else target.get("type", "")
    if state in ("obsolete", "vanished"):
        return None
    plural = element.get("numerus") == "yes"
    chinese = "" if target is None else (target.findtext("numerusform") if plural else target.text) or ""
    return Message(
        context,
        element.findtext("source", ""),
        element.findtext("comment", ""),
        chinese,
        plural,
        finished=state == "" and bool(chinese),
    )


def write(path: Path, messages: Iterable[Message]) -> None:
    """Write a .ts file in a fixed order, so that two people's changes merge."""
    root = Tree.Element("TS", version="2.1", language=LANGUAGE, sourcelanguage="en")
    contexts: dict[str, Tree.Element] = {}
    for message in sorted(messages, key=lambda one: one.key):
        if message.context not in contexts:
            contexts[message.context] = Tree.SubElement(root, "context")
            Tree.SubElement(contexts[message.context], "name").text = message.context
        add_message(contexts[message.context], message)
    Tree.indent(root, "    ")
    body = Tree.tostring(root, encoding="unicode")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8", newline="\n")


def add_message(context: Tree.Element, message: Message) -> None:
    """Put one message under its context."""
    element = Tree.SubElement(context, "message", {"numerus": "yes"} if message.plural else {})
    Tree.SubElement(element, "source").text = message.source
    if message.comment:
        Tree.SubElement(element, "comment").text = message.comment
    target = Tree.SubElement(element, "translation", {} if message.finished else {"type": "unfinished"})
    if message.plural:
        target = Tree.SubElement(target, "numerusform")
    target.text = message.chinese or None


def read_tsv(path: Path) -> dict[str, str]:
    """English to Chinese of one hand-written file; says which line it does not understand."""
    words: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        english, tab, chinese = line.partition("\t")
        if not tab:
            sys.exit(f"{path}:{number}: there is no tab between English and Chinese.")
        if chinese.strip():
            words[english.replace("\\n", "\n")] = chinese.strip().replace("\\n", "\n")
    return words


def merge(wanted: Iterable[Message], known: Iterable[Message], words: dict[str, str]) -> list[Message]:
    """The wanted messages with the Chinese that is known; hand-written words win over older ones."""
    known = list(known)
    by_key = {message.key: message for message in known if message.finished}
    by_source = {message.source: message.chinese for message in known if message.finished} | words
    merged = []
    for message in wanted:
        old = by_key.get(message.key)
        chinese = words.get(message.source) or (old.chinese if old else by_source.get(message.source, ""))
        merged.append(replace(message, chinese=chinese, finished=bool(chinese)))
    return merged


def findings(wanted: Iterable[Message], have: Iterable[Message]) -> list[str]:
    """What is wrong with the translations `have` of the code's texts `wanted`."""
    known = {message.key: message for message in have}
    found = []
    for message in wanted:
        there = known.get(message.key)
        if there is None:
            found.append(f"{message.context}: not in the .ts file: {message.source!r}")
        elif not there.finished or not there.chinese.strip():
            found.append(f"{message.context}: no Chinese: {message.source!r}")
        elif places(there.source) != places(there.chinese):
            found.append(f"{message.context}: other places: {there.source!r} / {there.chinese!r}")
    return found


def places(text: str) -> Counter[str]:
    """The places of a text that are filled in later: {name}, %n, %1."""
    return Counter(place for place in PLACE.findall(text) if place != "%n")


def update(files: Sequence[Path]) -> None:
    """Bring the .ts file up to date with the code and print what still has no Chinese."""
    words: dict[str, str] = {}
    for path in files:
        words |= read_tsv(path)
    messages = merge(collect(), read(TS) if TS.exists() else [], words)
    write(TS, messages)
    missing = sorted({message.source for message in messages if not message.finished})
    unused = sorted(set(words) - {message.source for message in messages})
    print(f"{len(messages)} texts, {len(missing)} without Chinese, {len(unused)} given that no code uses.")
    for source in missing:
        print(source.replace("\n", "\\n") + "\t")
    for source in unused:
        print(f"unused: {source!r}", file=sys.stderr)


def compile_words() -> None:
    """Make the .qm file that Qt loads."""
    run_qt_tool("lrelease", "-silent", TS, "-qm", QM)


def ensure_compiled() -> bool:
    """Compile if the .qm file is missing or older than its source; returns whether it was."""
    if not TS.exists() or (QM.exists() and QM.stat().st_mtime >= TS.stat().st_mtime):
        return False
    compile_words()
    return True


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says; returns the exit code."""
    match list(arguments):
        case ["update", *files]:
            update([Path(name) for name in files])
        case ["compile"]:
            compile_words()
        case ["compile", "--if-older"]:
            ensure_compiled()
        case ["check"]:
            found = findings(collect(), read(TS))
            print("\n".join(found) or "Every text has its Chinese.")
            return bool(found)
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
