"""A pasted list, read for a preview and for one change."""

from model.entry.bullets import has_columns, lines_of
from model.entry.line import Entry
from model.entry.listed import LONGEST_TEXT, MOST_LINES, Listed, ListedKind
from model.entry.names import known_in
from model.entry.outline import read_outline
from model.entry.tables import read_table
from model.messages import _, ngettext
from model.pathway import Pathway

_ARROWS = ("→", "->", "\uf0e0")


def read_list(pathway: Pathway, text: str, language: str) -> tuple[Listed, ...]:
    """Read a list, an indented text or a table; nothing is left out without a sentence."""
    lines = text[:LONGEST_TEXT].splitlines(keepends=True)
    taken = "".join(lines[:MOST_LINES])
    known = known_in(pathway, language)
    if has_columns(taken):
        listed = read_table(known, taken)
    else:
        listed = _read_outline(pathway, taken, language)
    if len(taken) < len(text):
        listed.append(_rest(lines))
    return tuple(listed)


def _read_outline(pathway: Pathway, text: str, language: str) -> list[Listed]:
    # Twice: an arrow may lead to a stage that stands further down in the list.
    lines = lines_of(text)
    known = known_in(pathway, language)
    for listed in read_outline(known_in(pathway, language), lines):
        if listed.kind is ListedKind.STAGE and not any(sign in listed.words for sign in _ARROWS):
            known.learn(None, None, listed.entry.title, listed.entry.card)
    return read_outline(known, lines)


def _rest(lines: list[str]) -> Listed:
    more = len(lines) - MOST_LINES
    reason = (
        ngettext(
            "A list is read up to line {most}; {count} more line was left out.",
            "A list is read up to line {most}; {count} more lines were left out.",
            more,
        ).format(most=MOST_LINES, count=more)
        if more > 0
        else _("The text is too long for a list; what comes after here was left out.")
    )
    return Listed(
        min(len(lines), MOST_LINES) + 1, "", 0, ListedKind.LEFT_OUT, Entry(), left_out=reason
    )
