"""What the window of workbooks says in its line: what they bring, or why nothing can be brought."""

from collections.abc import Mapping
from pathlib import Path

from designer.ui.merging.words import counts_in_words, to_settle
from designer.ui.updating.reading import Looked, Outcome, Reading
from model.messages import _, ngettext


def what_is_next(looked: Looked, outcome: Outcome) -> str:
    """Say what bringing in would do, and what is not brought in."""
    refused = len(looked.refused)
    if refused and not looked.taken:
        return ngettext(
            "The workbook is not taken in, and nothing is changed.",
            "None of the workbooks is taken in, and nothing is changed.",
            refused,
        )
    words = [_what_it_does(outcome), _what_is_not_taken(refused)]
    return " ".join(filter(None, words))


def name_of_go(looked: Looked) -> str:
    """Say on the button what is brought in: never that all is, when some is refused."""
    refused = len(looked.refused)
    if not refused or not looked.taken:
        return _("Bring into the pathway")
    return ngettext(
        "Bring in without the refused workbook",
        "Bring in without the {count} refused workbooks",
        refused,
    ).format(count=refused)


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
        "{count} workbook is refused; nothing of it is brought in.",
        "{count} workbooks are refused; nothing of them is brought in.",
        refused,
    ).format(count=refused)


def fate(reading: Reading, brought: Mapping[Path, str]) -> str:
    """Say what becomes of a workbook; `brought` tells it of those that are brought in."""
    if reading.is_foreign:
        return _("not made by Ketjupaja")
    if reading.taken is None:
        return _("not taken in")
    return brought.get(reading.source.path, _("left out"))


def counted(words: str, count: int) -> str:
    """Return what a page is called, with how much is on it."""
    return _("{what} ({count})").format(what=words, count=count) if count else words
