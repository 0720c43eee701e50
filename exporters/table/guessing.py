"""What the words over the columns of a plain table say: which rows these are, which fields."""

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Final, NamedTuple

from exporters.excel.description import STAGES
from exporters.excel.opening import Page
from exporters.table.headers import headers, headers_by_row
from exporters.table.mapping import ROWS, names_of
from exporters.table.words import other_words, own_words, plain, sheet_words

_NEARLY: Final = 0.86
_SHORTEST, _LONGEST = 4, 60
"""Letters of words that may be nearly known ones: short ones are near to too many."""
# How much is said of what rows are, beside one for each column with our own words over it: by the
# words over their names; by the sheet's name; by its being stages; where they have no names.
_NAME: Final = 1.5
_SHEET: Final = 1.5
_LIKELY: Final = 0.2
_NAMELESS: Final = 0.4


class Guess(NamedTuple):
    """What the headers of a row would mean if the rows were of some kind."""

    score: float
    rows: str
    header_row: int
    fields: Mapping[int, str]


def best_guess(page: Page) -> Guess:
    """Return what a sheet's rows are, on which row its headers stand and what they mean."""
    by_row = {
        row: words for row, words in headers_by_row(page).items() if _may_be(page, row, words)
    }
    guesses = [
        _guess(page, row, sheet.key, words, _field_called)
        for row, words in by_row.items()
        for sheet in ROWS
    ]
    best = max(guesses, key=lambda each: each.score, default=None)
    if best is None or best.score < 1:
        # Nothing is known of the words: the fullest of the first rows, of equal ones the first.
        widths = {row: sum(map(bool, words.values())) for row, words in by_row.items()}
        header = max(by_row, key=lambda row: (widths[row], -row), default=0)
    else:
        header = best.header_row
    nearly = [guess_as(page, header, sheet.key) for sheet in ROWS]
    best = max(nearly, key=lambda each: each.score)
    return best if best.score >= 1 else Guess(0, STAGES.key, header, {})


def _may_be(page: Page, row: int, words: Mapping[int, str]) -> bool:
    """Whether a row may hold headers: most of what stands in it are texts."""
    there = [page.cells[row, column] for column in words if (row, column) in page.cells]
    return bool(there) and sum(isinstance(value, str) for value in there) * 2 > len(there)


def guess_as(page: Page, row: int, rows: str) -> Guess:
    """Return what the headers of a row would mean, words that are nearly known ones included."""
    return _guess(page, row, rows, headers(page, row), _field_nearly_called)


def _guess(
    page: Page,
    row: int,
    rows: str,
    words: Mapping[int, str],
    called: Callable[[str, str], tuple[str, float]],
) -> Guess:
    score = 0.0
    names = names_of(rows)
    fields: dict[int, str] = {}
    for column, each in words.items():
        field, weight = called(plain(each), rows)
        if field and field not in fields.values():
            fields[column] = field
            score += weight * (_NAME if field in names else 1)
    if score and plain(page.title) in sheet_words(rows):
        score += _SHEET
    if not names <= set(fields.values()):
        score *= _NAMELESS
    elif rows == STAGES.key:
        score += _LIKELY
    return Guess(score, rows, row, fields)


def _field_called(key: str, rows: str) -> tuple[str, float]:
    """Return the field that words over a column mean, and how much that says; ('', 0) for none."""
    own, other = own_words(rows), other_words(rows)
    if key in own:
        return own[key], 1.0
    if key in other:
        return other[key], 0.9
    return "", 0


def _field_nearly_called(key: str, rows: str) -> tuple[str, float]:
    """Return the one field that words over a column nearly mean, or each part of them means."""
    field, weight = _field_called(key, rows)
    if field or not _SHORTEST < len(key) < _LONGEST:
        return field, weight
    known = {**other_words(rows), **own_words(rows)}
    parts = {known.get(part.strip()) for part in key.replace(",", "/").split("/")} - {None}
    if len(parts) == 1:
        return str(parts.pop()), 0.8
    near = {known[name] for name in get_close_matches(key, known, n=5, cutoff=_NEARLY)}
    return (near.pop(), 0.7) if len(near) == 1 else ("", 0)
