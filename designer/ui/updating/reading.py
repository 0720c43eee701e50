"""Workbooks read for one state of the pathway, and what those would do that are taken in. No Qt."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import NamedTuple

from designer.merging import OpenQuestion
from designer.ui.merging.words import counts_in_words, to_settle, what_came
from designer.updating import (
    Book,
    ForeignBookError,
    Taken,
    UnreadableBookError,
    Updated,
    book_at,
    joined_in,
    taken,
)
from exporters.excel.read_back import Missing
from exporters.exporter import Progress
from model.describe import Comparison
from model.file import UnreadableFileError
from model.messages import _
from model.pathway import Pathway


class Source(NamedTuple):
    """A workbook's file; `book` is what was read of it, and stays that until it is read anew."""

    path: Path
    book: Book | None = None


class Reading(NamedTuple):
    """A workbook: taken in, or else `refusal` tells why not, cell by cell.

    `is_foreign`: no pathway has made it, but its columns can be told apart by hand.
    """

    source: Source
    taken: Taken | None
    refusal: tuple[str, ...] = ()
    is_foreign: bool = False

    @property
    def name(self) -> str:
        return self.source.path.name


class Looked(NamedTuple):
    """All workbooks, read for this state of the pathway."""

    pathway: Pathway
    readings: tuple[Reading, ...]

    @property
    def taken(self) -> tuple[Taken, ...]:
        """What was understood."""
        return tuple(each.taken for each in self.readings if each.taken is not None)

    @property
    def refused(self) -> tuple[Reading, ...]:
        return tuple(each for each in self.readings if each.taken is None)

    @property
    def missing(self) -> tuple[Missing, ...]:
        """What has no row any more in one of the workbooks, told once."""
        return tuple(dict.fromkeys(gone for book in self.taken for gone in book.read.missing))


def look(pathway: Pathway, sources: Sequence[Source], progress: Progress) -> Looked:
    """Read workbooks one after the other; what cannot be taken in does not stop the others."""

    def step(place: int) -> Progress:
        return lambda share: progress((place + share) / len(sources))

    readings = [_read(pathway, source, step(place)) for place, source in enumerate(sources)]
    return Looked(pathway, tuple(readings))


def _read(pathway: Pathway, source: Source, progress: Progress) -> Reading:
    progress(0.0)
    try:
        book = source.book or book_at(source.path)
    except UnreadableFileError as error:
        return Reading(source, None, (str(error),))
    source = source._replace(book=book)
    try:
        return Reading(source, taken(pathway, book, progress))
    except UnreadableBookError as error:
        return Reading(source, None, error.lines, isinstance(error, ForeignBookError))


class Outcome(NamedTuple):
    """What bringing in does, all of it as `updated.change`; `per_book` says what each book does.

    `before` and `after` are the states around it, `came` how they differ in words.
    """

    before: Pathway
    after: Pathway
    updated: Updated
    came: Comparison
    per_book: tuple[str, ...]


def outcome(pathway: Pathway, books: Sequence[Taken], removing: Collection[Missing]) -> Outcome:
    """Work out what books do that were read for this pathway.

    Raises UnreadableBookError when the pathway cannot be without what is to go.
    """
    updated = joined_in(pathway, books, removing)
    after, _done = updated.change.applied_to(pathway)
    words = []
    now = pathway
    for book in books:
        each = joined_in(now, [book], removing)
        then, _done = each.change.applied_to(now)
        words.append(_in_words(now, then, each.questions))
        now = then
    came = what_came(pathway, after, updated.questions)
    return Outcome(pathway, after, updated, came, tuple(words))


def _in_words(before: Pathway, after: Pathway, questions: tuple[OpenQuestion, ...]) -> str:
    parts = counts_in_words(what_came(before, after, questions))
    if questions:
        parts.append(to_settle(len(questions)))
    return ", ".join(parts) or _("nothing new")
