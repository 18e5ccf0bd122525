"""What can be wrong with a document that moves stock; whichever it is, nothing was stored."""

from __future__ import annotations

from app.values.errors import QT_TRANSLATE_NOOP, UserError


class NothingOnDocument(UserError):
    """No line."""

    text = QT_TRANSLATE_NOOP("errors", "There is nothing on this document yet. Scan an article first.")


class TooManyLines(UserError):
    """Every list has a limit."""

    text = QT_TRANSLATE_NOOP("errors", "A document takes at most {most} lines. Book this one and begin another.")


class BadQuantity(UserError):
    """Nothing, less than nothing, or surely a slip."""

    text = QT_TRANSLATE_NOOP("errors", "Line {line}: a quantity must be above zero and at most {most}.")


class NotACount(UserError):
    """A count line without its two figures."""

    text = QT_TRANSLATE_NOOP("errors", "Line {line}: please type how many there are.")


class BadCost(UserError):
    """Below zero, or surely a slip."""

    text = QT_TRANSLATE_NOOP("errors", "Line {line}: a cost must lie between 0 and {most}.")


class UnknownArticle(UserError):
    """The product or its unit is not there, or no longer."""

    text = QT_TRANSLATE_NOOP("errors", "Line {line}: this article is no longer in the catalogue. Remove the line.")


class UnknownLot(UserError):
    """The lot is not one of this product."""

    text = QT_TRANSLATE_NOOP("errors", "Line {line}: this lot does not belong to the article.")


class BadExpiry(UserError):
    """A day that is surely a slip."""

    text = QT_TRANSLATE_NOOP("errors", "Line {line}: please check the expiry date {day}.")


class UnknownSupplier(UserError):
    """The company is not there, is closed, or sells nothing to us."""

    text = QT_TRANSLATE_NOOP("errors", "This supplier is no longer on the list. Please choose another.")


class ReasonNeeded(UserError):
    """Goods do not vanish without a reason."""

    text = QT_TRANSLATE_NOOP("errors", "Please choose a reason; for “other” say it in a few words.")


class AlreadyPosted(UserError):
    """The document was posted before and has been changed since."""

    text = QT_TRANSLATE_NOOP("errors", "This document was already booked at {at} with other lines. Begin a new one.")


class UnknownDocument(UserError):
    """Nobody knows it."""

    text = QT_TRANSLATE_NOOP("errors", "This document is not in the book.")


class NotReversible(UserError):
    """A document that takes another one back is final."""

    text = QT_TRANSLATE_NOOP("errors", "This document takes another one back and stays. Book a new one instead.")


class AlreadyReversed(UserError):
    """Once only."""

    text = QT_TRANSLATE_NOOP("errors", "This document was taken back already.")


class DraftGone(UserError):
    """Somebody booked or dropped the draft meanwhile."""

    text = QT_TRANSLATE_NOOP("errors", "This draft is no longer there: it was booked or dropped.")


class TooManyDrafts(UserError):
    """Every list has a limit."""

    text = QT_TRANSLATE_NOOP("errors", "{count} documents are open already. Book or drop one first.")
