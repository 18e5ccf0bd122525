"""Rules about windows and words: nothing blocks the till, and every word can be translated."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.rules.source import Finding, Rule, Source, below, name_of, our_python

BLOCKING = {
    "QMessageBox": {"information", "question", "warning", "critical", "about", "aboutQt"},
    "QInputDialog": {"getText", "getInt", "getDouble", "getItem", "getMultiLineText"},
    "QFileDialog": {"getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"},
    "QColorDialog": {"getColor"},
    "QFontDialog": {"getFont"},
}
# What may run an event loop: the program itself.
PROGRAMS = ("app", "application", "qapp", "QApplication", "QCoreApplication", "QGuiApplication")
# Where the text stands among the arguments.
TEXT_AT = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}
LOOK_UPS = ("office",)
"""Functions of ours that look a marked text up."""
SHOWN_BY_METHODS = {
    "setText", "setWindowTitle", "setToolTip", "setStatusTip", "setPlaceholderText", "setTitle", "setInformativeText",
    "setLabelText", "setAccessibleName", "setHeaderLabels", "setHorizontalHeaderLabels", "addTab", "showMessage",
}  # fmt: skip
SHOWN_BY_WIDGETS = {
    "QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu",
}  # fmt: skip
WORD = re.compile(r"[A-Za-z]{2,}|[\u4e00-\u9fff]")


def static_dialogs(source: Source) -> Iterator[Finding]:
    """A dialog that stops the till until it is answered."""
    for node in source.nodes(ast.Attribute):
        assert isinstance(node, ast.Attribute)
        owner = name_of(node.value).split(".")[-1]
        if node.attr in BLOCKING.get(owner, ()):
            yield Finding(node.lineno, f"{owner}.{node.attr} blocks the till and every test; use the prompter")


def nested_loops(source: Source) -> Iterator[Finding]:
    """`exec()` of anything but the program."""
    for node in source.nodes(ast.Call):
        assert isinstance(node, ast.Call)
        if isinstance(node.func, ast.Attribute) and node.func.attr in ("exec", "exec_"):
            owner = name_of(node.func.value).split(".")[-1].lstrip("_")
            if owner not in PROGRAMS:
                yield Finding(node.lineno, f"{owner or 'a dialog'}.exec() runs a loop inside the loop; use open()")


def built_texts(source: Source) -> Iterator[Finding]:
    """A text put together before it is looked up: it can never match a translation."""
    for node in source.nodes(ast.Call):
        assert isinstance(node, ast.Call)
        name = name_of(node.func).split(".")[-1]
        at = TEXT_AT.get(name)
        if at is None or (name == "translate" and len(node.args) < 2):
            continue
        if any(is_built(argument) for argument in node.args[: at + 1]):
            yield Finding(node.lineno, f"an f-string or a text put together in {name}(); format after the look-up")


def is_built(node: ast.AST) -> bool:
    """Whether a text is put together here: f-string, +, %, format()."""
    if isinstance(node, ast.Call):
        return name_of(node.func).split(".")[-1] in ("format", "format_map", "join", "replace")
    return isinstance(node, ast.JoinedStr | ast.BinOp)


def unmarked_texts(source: Source) -> Iterator[Finding]:
    """A text handed to our own look-up without its mark: nobody is asked to translate it."""
    for node in source.nodes(ast.Call):
        assert isinstance(node, ast.Call)
        first = node.args[0] if node.args else None
        if name_of(node.func) in LOOK_UPS and isinstance(first, ast.Constant) and first.value:
            yield Finding(node.lineno, f"{name_of(node.func)}({first.value!r}) is not marked; use QT_TRANSLATE_NOOP")


def bare_words(source: Source) -> Iterator[Finding]:
    """A widget given a word that nobody can translate."""
    for node in source.nodes(ast.Call):
        assert isinstance(node, ast.Call)
        name = name_of(node.func).split(".")[-1]
        if name not in SHOWN_BY_METHODS | SHOWN_BY_WIDGETS:
            continue
        for argument in node.args:
            if any(WORD.search(text) for text in literal_texts(argument)):
                yield Finding(node.lineno, f"words without tr() in {name}()")


def literal_texts(node: ast.AST) -> Iterator[str]:
    """The literal pieces of text an expression shows as they are."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            yield from literal_texts(part)
    elif isinstance(node, ast.BinOp):
        yield from literal_texts(node.left)
        yield from literal_texts(node.right)
    elif isinstance(node, ast.List | ast.Tuple):
        for part in node.elts:
            yield from literal_texts(part)


def _ui(*texts: str) -> tuple[Source, ...]:
    return tuple(Source("app/ui/cashier/payment.py", text) for text in texts)


RULES = (
    Rule(
        "no-static-dialog",
        static_dialogs,
        our_python,
        bad=_ui(
            "QMessageBox.question(self, 'a', 'b')",
            "QtWidgets.QMessageBox.critical(None, 'a', 'b')",
            "ask = QMessageBox.warning",
            "QFileDialog.getOpenFileName(self)",
            "QInputDialog.getText(self, 'a', 'b')",
        ),
        good=_ui("QMessageBox.StandardButton.Yes", "box = QMessageBox(self)\nbox.open()"),
    ),
    Rule(
        "no-nested-loop",
        nested_loops,
        our_python,
        bad=_ui("dialog.exec()", "PayDialog(self).exec()", "self._menu.exec(here)", "dialog.exec_()"),
        good=_ui("application.exec()", "QApplication.exec()", "dialog.open()", "menu.popup(here)"),
    ),
    Rule(
        "no-built-text",
        built_texts,
        our_python,
        bad=_ui(
            "self.tr(f'Line {n}')",
            "self.tr('Line ' + n)",
            "self.tr('Line %d' % n)",
            "self.tr('Line {}'.format(n))",
            "QCoreApplication.translate('a', f'Line {n}')",
            "QCoreApplication.translate(f'a{n}', 'Line')",
            "x = QT_TRANSLATE_NOOP('errors', 'a' + 'b')",
        ),
        good=_ui(
            "self.tr('Line {n}').format(n=n)",
            "QCoreApplication.translate('errors', problem.text)",
            "text.translate(FULL_WIDTH | OTHER)",
            "x = QT_TRANSLATE_NOOP('errors', 'a' 'b')",
        ),
    ),
    Rule(
        "no-unmarked-text",
        unmarked_texts,
        below("app/ui/"),
        bad=_ui("office('Take out')", "label.setText(office('Take {count} out').format(count=1))"),
        good=_ui("office(QT_TRANSLATE_NOOP('office', 'Take out'))", "office(texts.SAVED)", "office('')"),
    ),
    Rule(
        "no-bare-words",
        bare_words,
        below("app/ui/"),
        bad=_ui(
            "QLabel('Pay')",
            "self.title.setText('收款')",
            "button.setToolTip(f'Pay {n}')",
            "QPushButton('Pay ' + key)",
            "table.setHorizontalHeaderLabels(['Item', 'Price'])",
        ),
        good=_ui("QLabel(self.tr('Pay'))", "QLabel('×')", "x.setText(f'{n} / {m}')", "x.setObjectName('pay')"),
    ),
)
