"""Kinds of cells: how a value of a record is written in one, and read from what people typed."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import Any, Protocol

from openpyxl.utils.datetime import (
    CALENDAR_MAC_1904,
    CALENDAR_WINDOWS_1900,
    from_excel,
)

from exporters.excel.labels import Kinds, Labels, folded
from exporters.excel.tables import From1904, Value
from model.codes.names import name_of_code
from model.messages import LANGUAGES, _, speaking
from model.text import Span, quoted, read_span, shown

LIST_LIMIT = 8
"""How many of the words of a list a sentence names."""


class CellError(Exception):
    """What a cell holds is not understood; the text is one sentence without the cell's name."""


class Kind(Protocol):
    """One kind of cell. `choices` names the list that its drop-down offers, '' for none."""

    @property
    def choices(self) -> str: ...

    def write(self, value: Any, labels: Labels) -> Value:
        """Return what stands in the cell."""
        ...

    def read(self, cell: Value, labels: Labels) -> Any:
        """Return what a cell means that is not blank; raises CellError with a sentence."""
        ...


class Words:
    """A text as it is typed."""

    choices = ""

    def write(self, value: str, labels: Labels) -> Value:  # noqa: ARG002 - a kind's form
        return shown(value)

    def read(self, cell: Value, labels: Labels) -> str:  # noqa: ARG002
        return as_typed(cell)


class Length:
    """A length of time in words ("6 kk"); what cannot be measured is kept as it was typed."""

    choices = ""

    def write(self, value: Span | None, labels: Labels) -> Value:  # noqa: ARG002
        return shown(value.typed) if value else ""

    def read(self, cell: Value, labels: Labels) -> Span:
        return read_span(as_typed(cell), labels.language)


class Whole:
    """A whole number from `least` to `most`."""

    choices = ""

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def write(self, value: int | None, labels: Labels) -> Value:  # noqa: ARG002
        return value

    def read(self, cell: Value, labels: Labels) -> int:  # noqa: ARG002
        words = as_words(cell)
        if not re.fullmatch(r"\d{1,9}", words) or not self.least <= int(words) <= self.most:
            raise CellError(
                _("“{words}” is not a whole number from {least} to {most}.").format(
                    words=quoted(words), least=self.least, most=self.most
                )
            )
        return int(words)


_DAY_FORMS = (
    (re.compile(r"(\d{1,2})\s*\.\s*(\d{1,2})\s*\.\s*(\d{4}|\d{2})\.?"), (2, 1, 0)),
    (re.compile(r"(\d{1,2})\s*/\s*(\d{1,2})\s*/\s*(\d{4})"), (2, 1, 0)),
    (re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?"), (0, 1, 2)),
)
# Days from 1954 to 2119, as Excel counts them: a date whose cell has lost its form.
_SERIALS = range(20_000, 80_000)


class Day:
    """A date: of its own type, or as Finns, Swedes and ISO write it (the day before the month)."""

    choices = ""

    def write(self, value: date | None, labels: Labels) -> Value:  # noqa: ARG002
        return value

    def read(self, cell: Value, labels: Labels) -> date:  # noqa: ARG002
        if isinstance(cell, date):
            return cell
        if isinstance(cell, int) and not isinstance(cell, bool) and cell in _SERIALS:
            first = CALENDAR_MAC_1904 if isinstance(cell, From1904) else CALENDAR_WINDOWS_1900
            found = from_excel(cell, first)
            if isinstance(found, datetime):
                return found.date()
        words = as_words(cell)
        for form, (year, month, day) in _DAY_FORMS:
            if found := form.fullmatch(words):
                parts = [int(part) for part in found.groups()]
                full = parts[year] + 2000 if len(found[year + 1]) == 2 else parts[year]  # noqa: PLR2004
                try:
                    return date(full, parts[month], parts[day])
                except ValueError:
                    break
        raise CellError(
            _("“{words}” is not a date; write it as in 31.12.2026.").format(words=quoted(words))
        )


_YES = frozenset(
    ["yes", "y", "kyllä", "k", "joo", "ja", "j", "x", "1", "true", "tosi", "sant", "✓", "✔"]
)
_NO = frozenset(["no", "n", "ei", "e", "nej", "0", "false", "epätosi", "falskt", "-", "–"])


class YesOrNo:
    """Yes or no; a blank cell is no, or open where nobody need have decided."""

    choices = "yes_no"

    def write(self, value: bool | None, labels: Labels) -> Value:  # noqa: ARG002, FBT001
        return "" if value is None else yes(value)

    def read(self, cell: Value, labels: Labels) -> bool:  # noqa: ARG002
        words = as_words(cell).casefold()
        if words in _YES:
            return True
        if words in _NO:
            return False
        raise CellError(
            _("“{words}” is neither {yes} nor {no}.").format(
                words=quoted(words), yes=_("yes"), no=_("no")
            )
        )


class Code:
    """One value of a code list, by its name in any of the program's languages."""

    def __init__(self, codes: type[StrEnum]) -> None:
        self.codes = codes

    @property
    def choices(self) -> str:
        return self.codes.__name__

    def write(self, value: StrEnum | None, labels: Labels) -> Value:  # noqa: ARG002
        return "" if value is None else name_of_code(value)

    def read(self, cell: Value, labels: Labels) -> StrEnum:  # noqa: ARG002
        return code_called(self.codes, as_words(cell))


class Codes(Code):
    """Several values of a code list, one a line or with commas between."""

    def write(self, value: Sequence[StrEnum], labels: Labels) -> Value:  # type: ignore[override] # noqa: ARG002
        return "\n".join(map(name_of_code, value))

    def read(self, cell: Value, labels: Labels) -> Any:  # noqa: ARG002
        parts = _members(as_words(cell), r"[\n;,]")
        return tuple(dict.fromkeys(code_called(self.codes, part) for part in parts))


class Listed:
    """Short texts, one a line."""

    choices = ""

    def write(self, value: Sequence[str], labels: Labels) -> Value:  # noqa: ARG002
        return "\n".join(map(shown, value))

    def read(self, cell: Value, labels: Labels) -> tuple[str, ...]:  # noqa: ARG002
        return tuple(dict.fromkeys(_members(as_typed(cell), r"[\n;]")))


class Link:
    """Another record, by its name, or by its id where names do not tell."""

    def __init__(self, *kinds: Any) -> None:
        self.kinds: Kinds = kinds

    @property
    def choices(self) -> str:
        return self.kinds[0].__name__ if len(self.kinds) == 1 else ""

    def write(self, value: str | None, labels: Labels) -> Value:
        return labels.label(value, self.kinds) if value else ""

    def read(self, cell: Value, labels: Labels) -> str:
        return record_called(self.kinds, as_words(cell), labels)


class Links(Link):
    """Several records, one a line."""

    def write(self, value: Sequence[str], labels: Labels) -> Value:  # type: ignore[override]
        return "\n".join(labels.label(id, self.kinds) for id in value)

    def read(self, cell: Value, labels: Labels) -> Any:
        return tuple(dict.fromkeys(self._found(as_words(cell), labels)))

    def _found(self, words: str, labels: Labels) -> Iterator[str]:
        for line in _members(words, r"\n"):
            # A name may hold a semicolon, so the whole line is tried first.
            parts = [line] if labels.find(line, self.kinds) else _members(line, ";")
            yield from (record_called(self.kinds, part, labels) for part in parts)


def as_words(cell: Value) -> str:
    """Return what stands in a cell as people see it there."""
    match cell:
        case None:
            return ""
        case bool():
            return yes(cell)
        case date():
            return f"{cell.day}.{cell.month}.{cell.year}"
        case float():
            return f"{cell:.15g}".replace(".", ",")
    return str(cell)


def as_typed(cell: Value) -> str:
    """Return the text that somebody typed; raises CellError for what Excel made something else of.

    Excel makes a date of "1/2" and a truth of "TOSI": nobody knows any more what was meant.
    """
    if isinstance(cell, bool | date):
        raise CellError(
            _(
                "“{words}” is a date or a truth value where a text is wanted; put ' before it."
            ).format(words=as_words(cell))
        )
    return as_words(cell)


def yes(answer: bool) -> str:  # noqa: FBT001 - it is what is said
    return _("yes") if answer else _("no")


def code_called(codes: type[StrEnum], words: str) -> StrEnum:
    """Return the value of a code list that people call so; raises CellError."""
    known = _codes_by_name(codes)
    if (found := known.get(folded(words))) is not None:
        return found
    near = get_close_matches(folded(words), known, n=1, cutoff=0.75)
    if near:
        raise CellError(
            _("“{words}” is not in the list; did you mean “{name}”?").format(
                words=quoted(words), name=name_of_code(known[near[0]])
            )
        )
    raise CellError(
        _("“{words}” is not in the list; there are: {known}.").format(
            words=quoted(words), known=_some([name_of_code(code) for code in codes])
        )
    )


@cache
def _codes_by_name(codes: type[StrEnum]) -> dict[str, StrEnum]:
    known: dict[str, StrEnum] = {}
    for language in LANGUAGES:
        with speaking(language):
            for code in codes:
                known.setdefault(folded(name_of_code(code)), code)
    for code in codes:
        known.setdefault(folded(str(code)), code)
    return known


def record_called(kinds: Kinds, words: str, labels: Labels) -> str:
    """Return the id of the record that people call so; raises CellError."""
    found = labels.find(words, kinds)
    if len(found) == 1:
        return found[0]
    if found:
        raise CellError(
            _("“{words}” is the name of several; write which by its id: {ids}.").format(
                words=quoted(words), ids=_some([f"[{id}]" for id in found])
            )
        )
    near = labels.near(words, kinds)
    if near:
        raise CellError(
            _("there is nothing called “{words}”; did you mean “{name}”?").format(
                words=quoted(words), name=quoted(near)
            )
        )
    raise CellError(
        _(
            "there is nothing called “{words}”; add it first, on the board or on a sheet of its "
            "own."
        ).format(words=quoted(words))
    )


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:LIST_LIMIT]) + ("…" if len(names) > LIST_LIMIT else "")


def _members(words: str, separator: str) -> list[str]:
    return [part for part in map(str.strip, re.split(separator, words)) if part]
