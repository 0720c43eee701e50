"""Lengths of time in the reader's words (the language in force)."""

from model.messages import _, ngettext, speaking
from model.text import Span, TimeUnit


def length(span: Span) -> str:
    """Return a length of time: “3–12 months”; what could not be read stays as typed."""
    if span.least is None or span.most is None or span.unit is None:
        return span.typed
    if span.most == 0:
        return _("on the same working day") if span.unit is TimeUnit.WORKING_DAY else _("at once")
    if span.least == span.most:
        return _counted(span.unit, span.most, str(span.most))
    return _counted(span.unit, span.most, f"{span.least}–{span.most}")


def length_for(span: Span, language: str, typed_in: str) -> str:
    """Return the words as they were typed to readers of that language, else the length in words."""
    if language == typed_in:
        return span.typed
    with speaking(language):
        return length(span)


def _counted(unit: TimeUnit, count: int, amount: str) -> str:
    match unit:
        case TimeUnit.MINUTE:
            words = ngettext("{amount} minute", "{amount} minutes", count)
        case TimeUnit.HOUR:
            words = ngettext("{amount} hour", "{amount} hours", count)
        case TimeUnit.DAY:
            words = ngettext("{amount} day", "{amount} days", count)
        case TimeUnit.WORKING_DAY:
            words = ngettext("{amount} working day", "{amount} working days", count)
        case TimeUnit.WEEK:
            words = ngettext("{amount} week", "{amount} weeks", count)
        case TimeUnit.MONTH:
            words = ngettext("{amount} month", "{amount} months", count)
        case TimeUnit.YEAR:
            words = ngettext("{amount} year", "{amount} years", count)
    return words.format(amount=amount)
