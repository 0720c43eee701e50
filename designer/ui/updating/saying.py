"""What the window of workbooks says in its line: what they bring, or why nothing can be brought."""

from collections.abc import Mapping
from pathlib import Path

from designer.ui.merging.words import counts_in_words, to_settle
from designer.ui.updating.outcome import Outcome
from designer.ui.updating.reading import Looked, Reading
from model.messages import _, ngettext


def what_is_next(looked: Looked, outcome: Outcome) -> str:
    """Say what bringing in would do, and what is not brought in."""
    asking = sum(reading.asks_columns for reading in looked.refused)
    refused = len(looked.refused) - asking
    if refused and not looked.taken and not asking:
        return ngettext(
            "The workbook is not taken in, and nothing is changed.",
            "None of the workbooks is taken in, and nothing is changed.",
            refused,
        )
    words = [
        _what_it_does(outcome) if looked.taken or not asking else "",
        _what_is_not_taken(refused),
        _what_asks_columns(asking),
    ]
    return " ".join(filter(None, words))


def name_of_go(looked: Looked) -> str:
    """Say on the button what is brought in: never that all is, when some is refused."""
    if not looked.refused or not looked.taken:
        return _("Bring into the pathway")
    return _("Bring in the others")


def _what_it_does(outcome: Outcome) -> str:
    if not outcome.per_book:
        return _("No workbook is chosen.")
    updated = outcome.updated
    parts = counts_in_words(outcome.came)
    if updated.questions:
        parts.append(to_settle(len(updated.questions)))
    if not parts:
        return ngettext(
            "The workbook changes nothing in the pathway.",
            "The workbooks change nothing in the pathway.",
            len(outcome.per_book),
        )
    words = [_("Brings: {what}.").format(what=", ".join(parts))]
    if updated.questions:
        words.append(_("What is to be settled comes to the board as question notes."))
    if updated.places:
        words.append(
            ngettext(
                "{count} thing was moved in both versions: it lies where it lay here.",
                "{count} things were moved in both versions: they lie where they lay here.",
                updated.places,
            ).format(count=updated.places)
        )
    return " ".join(words)


def _what_is_not_taken(refused: int) -> str:
    if not refused:
        return ""
    return ngettext(
        "{count} workbook is not taken in; nothing of it is brought in.",
        "{count} workbooks are not taken in; nothing of them is brought in.",
        refused,
    ).format(count=refused)


def _what_asks_columns(asking: int) -> str:
    if not asking:
        return ""
    return ngettext(
        "{count} table was not made by Ketjupaja: choose which of its columns is which.",
        "{count} tables were not made by Ketjupaja: choose which of their columns is which.",
        asking,
    ).format(count=asking)


def about_faults(looked: Looked) -> str:
    """Say what is to be done with workbooks that are not taken in."""
    if all(reading.asks_columns and not reading.refusal for reading in looked.refused):
        return _("A table is read as soon as it is chosen which of its columns is which.")
    return _(
        "Nothing at all is taken from a workbook of which a cell is not understood. Put the cells "
        "right, save the workbook, and read it again."
    )


def fault_lines(looked: Looked) -> list[str]:
    """Say why workbooks are not taken in, cell by cell."""
    lines = []
    for reading in looked.refused:
        if reading.asks_columns and not reading.refusal:
            words = _("the table was not made by Ketjupaja; its columns are to be chosen.")
            lines.append(_("{file}: {what}").format(file=reading.name, what=words))
        lines += reading.refusal
    return lines


def fate(reading: Reading, brought: Mapping[Path, str]) -> str:
    """Say what becomes of a workbook; `brought` tells it of those that are brought in."""
    if reading.asks_columns:
        return _("columns to be chosen")
    if reading.taken is None:
        return _("not taken in")
    what = brought.get(reading.source.path, _("left out"))
    return _("{what} (read by its columns)").format(what=what) if reading.source.mappings else what


def counted(words: str, count: int) -> str:
    """Return what a page is called, with how much is on it."""
    return _("{what} ({count})").format(what=words, count=count) if count else words
