"""The words of the import page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.services.exchange.desk import PlanSummary
from app.services.exchange.fields import FIELD_WORDS, AnyField, ImportKind
from app.services.exchange.findings import Finding, Severity
from app.services.exchange.take_back import RunState
from app.ui.kit.words import Words
from app.ui.owner.imports.presenter import Step
from app.values.errors import QT_TRANSLATE_NOOP

KINDS = {
    ImportKind.PRODUCTS: QT_TRANSLATE_NOOP("imports", "Goods"),
    ImportKind.MEMBERS: QT_TRANSLATE_NOOP("imports", "Members"),
    ImportKind.SUPPLIERS: QT_TRANSLATE_NOOP("imports", "Suppliers"),
}
STATES = {
    RunState.RUNNING: QT_TRANSLATE_NOOP("imports", "Running"),
    RunState.DONE: QT_TRANSLATE_NOOP("imports", "Imported"),
    RunState.UNDOING: QT_TRANSLATE_NOOP("imports", "Being taken back"),
    RunState.CANCELLED: QT_TRANSLATE_NOOP("imports", "Stopped, nothing stayed"),
    RunState.UNDONE: QT_TRANSLATE_NOOP("imports", "Taken back"),
}
SEVERITIES = {
    Severity.ERROR: QT_TRANSLATE_NOOP("imports", "Left out"),
    Severity.WARNING: QT_TRANSLATE_NOOP("imports", "Look at it"),
    Severity.INFO: QT_TRANSLATE_NOOP("imports", "Good to know"),
}
STEPS = {
    Step.LOOK: QT_TRANSLATE_NOOP("imports", "Reading the file. The till goes on selling meanwhile."),
    Step.PLAN: QT_TRANSLATE_NOOP("imports", "Trying it out, nothing is stored yet."),
    Step.RUN: QT_TRANSLATE_NOOP("imports", "Importing. The till goes on selling; Stop leaves nothing behind."),
    Step.UNDO: QT_TRANSLATE_NOOP("imports", "Taking the import back. The till goes on selling meanwhile."),
}
NEEDED = {
    ImportKind.PRODUCTS: QT_TRANSLATE_NOOP("imports", "Say above which column holds the name of the goods."),
    ImportKind.MEMBERS: QT_TRANSLATE_NOOP("imports", "Say above which column holds the phone or the card number."),
    ImportKind.SUPPLIERS: QT_TRANSLATE_NOOP("imports", "Say above which column holds the name of the suppliers."),
}


def said(text: str) -> str:
    """A marked text of this page in the language in use."""
    return QCoreApplication.translate("imports", text)


def field_words(kind: ImportKind, field: AnyField) -> str:
    """What a field is called."""
    return QCoreApplication.translate("fields", FIELD_WORDS[kind][field])


def finding_words(words: Words, finding: Finding) -> str:
    """The sentence of a finding."""
    text = QCoreApplication.translate("errors", finding.text)
    return text.format_map(words.shown(finding.params))


def counts_words(words: Words, plan: PlanSummary) -> str:
    """What an import would do, or did, in figures."""
    result = plan.result
    text = (
        QT_TRANSLATE_NOOP("imports", "{rows} rows: {added} new, {changed} changed, {same} as before, {failed} left out")
        if result.dry_run
        else QT_TRANSLATE_NOOP(
            "imports", "Imported: {added} new, {changed} changed; {same} were as before, {failed} left out"
        )
    )
    return said(text).format(
        rows=words.count(result.rows),
        added=words.count(result.added),
        changed=words.count(result.changed),
        same=words.count(result.unchanged),
        failed=words.count(result.failed),
    )
