"""Every word of the till has its Chinese, and the tool that says so would notice if it had not."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from tests.rules.source import ROOT


@pytest.fixture(scope="module")
def i18n() -> ModuleType:
    """The tool in .ci, which is no package."""
    specification = importlib.util.spec_from_file_location("shuke_i18n", ROOT / ".ci" / "i18n.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules["shuke_i18n"] = module  # dataclasses look their module up
    specification.loader.exec_module(module)
    return module


SAMPLE = """
from app.values.errors import QT_TRANSLATE_NOOP

class Pay(QWidget):
    def show(self):
        self.tr("Change due {amount}").format(amount=1)
        self.tr("%n item(s)", "", 3)
        QCoreApplication.translate("Keys", "Pay " "now")

class NotEnough(UserError):
    text = QT_TRANSLATE_NOOP("errors", "{member} has {balance} points.")
"""


def test_everything_is_translated(i18n: ModuleType) -> None:
    wanted = i18n.collect()
    findings = i18n.findings(wanted, i18n.read(i18n.TS))

    assert wanted, "no text was found: lupdate looked in the wrong place"
    assert not findings, "run `make i18n` and fill in:\n" + "\n".join(findings)


def test_texts_are_found_with_and_without_qt(i18n: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "pay.py").write_text(SAMPLE, encoding="utf-8")

    found = {(message.context, message.source, message.plural) for message in i18n.collect(tmp_path)}

    assert found == {
        ("Pay", "Change due {amount}", False),
        ("Pay", "%n item(s)", True),
        ("Keys", "Pay now", False),
        ("errors", "{member} has {balance} points.", False),
    }


def test_missing_unfinished_and_broken_translations_are_found(i18n: ModuleType) -> None:
    message = i18n.Message("errors", "{member} has {balance} points.")
    whole = replace(message, chinese="{member} 有 {balance} 积分。", finished=True)

    assert i18n.findings([message], [whole]) == []
    assert "not in the .ts file" in i18n.findings([message], [])[0]
    assert "no Chinese" in i18n.findings([message], [replace(whole, finished=False)])[0]
    assert "no Chinese" in i18n.findings([message], [replace(whole, chinese=" ")])[0]
    assert "other places" in i18n.findings([message], [replace(whole, chinese="{member} 有积分。")])[0]


def test_a_file_keeps_its_messages(i18n: ModuleType, tmp_path: Path) -> None:
    messages = [
        i18n.Message("Pay", "%n item(s)", "", "%n 件", plural=True, finished=True),
        i18n.Message("Pay", "<b>Open</b> & close", "verb", "打开\n关闭", finished=True),
        i18n.Message("errors", "Not yet"),
    ]
    i18n.write(tmp_path / "a.ts", messages)

    assert i18n.read(tmp_path / "a.ts") == sorted(messages, key=lambda one: one.key)
    i18n.run_qt_tool("lrelease", "-silent", tmp_path / "a.ts", "-qm", tmp_path / "a.qm")
    assert (tmp_path / "a.qm").stat().st_size > 0


def test_finished_texts_are_kept_and_new_ones_filled_in(i18n: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "more.tsv").write_text("Pay\t收款\nClose\\nnow\t关闭\\n吧\nEmpty\t\n", encoding="utf-8")
    known = [i18n.Message("A", "Open", "", "打开", finished=True)]
    wanted = [i18n.Message("A", "Open"), i18n.Message("B", "Open"), i18n.Message("B", "Pay")]
    wanted += [i18n.Message("B", "Close\nnow"), i18n.Message("B", "Empty")]

    merged = i18n.merge(wanted, known, i18n.read_tsv(tmp_path / "more.tsv"))

    assert [message.chinese for message in merged] == ["打开", "打开", "收款", "关闭\n吧", ""]
    assert [message.finished for message in merged] == [True, True, True, True, False]
