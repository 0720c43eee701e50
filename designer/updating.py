"""Bringing workbooks back into a pathway: what they change, in words, and what is to be settled."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from designer.merging import OpenQuestion, comparison_lines, joined
from designer.terminal import Line
from exporters.excel.limits import LARGEST
from exporters.excel.read_back import (
    FaultyWorkbookError,
    Missing,
    NotOursError,
    ReadBack,
    Remark,
    WorkbookError,
    read_back,
    without_missing,
)
from exporters.exporter import Progress
from model.change import Change
from model.describe import compare, question
from model.file import UnreadableFileError
from model.merge import Side, change_between
from model.messages import _, ngettext, spoken_language
from model.pathway import Pathway
from model.storage import reason_of

MOST_FAULTS = 40
"""Faults that are told one by one."""


class Book(NamedTuple):
    """A workbook to bring back, and what it is called."""

    name: str
    data: bytes


class Taken(NamedTuple):
    """A workbook that was understood: what it is called, and what it says."""

    name: str
    read: ReadBack


class UnreadableBookError(UnreadableFileError):
    """A workbook that is not taken in; `lines` tell why, cell by cell."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        self.lines = lines
        super().__init__(" ".join(lines))


class ForeignBookError(UnreadableBookError):
    """A workbook that no pathway has made; its columns can still be told apart by hand."""


class Updated(NamedTuple):
    """What workbooks do to a pathway, as one change; nothing is done yet.

    `missing` are things whose rows are gone, which the change leaves alone unless it was asked to
    remove them. `questions` are what both a workbook and the pathway have changed since; `places`
    counts what both moved, which stays where the pathway has it.
    """

    change: Change
    questions: tuple[OpenQuestion, ...]
    missing: tuple[Missing, ...]
    remarks: tuple[Remark, ...]
    places: int


def book_at(path: Path) -> Book:
    """Read a workbook's bytes, but no more of them than one may have."""
    try:
        with path.open("rb") as stream:
            return Book(path.name, stream.read(LARGEST + 1))
    except OSError as error:
        raise UnreadableFileError(
            _("{file}: the file cannot be read ({reason}).").format(
                file=path, reason=reason_of(error)
            )
        ) from error


def updated(pathway: Pathway, books: Iterable[Book]) -> Updated:
    """Return what workbooks change, one after the other; rows that are gone change nothing.

    Raises UnreadableBookError for a book that is not understood, with each cell named.
    """
    return joined_in(pathway, [taken(pathway, book) for book in books])


def updated_with_removals(pathway: Pathway, books: Iterable[Book]) -> Updated:
    """Return what workbooks change when what has no row any more is to go."""
    read = [taken(pathway, book) for book in books]
    return joined_in(pathway, read, [each for book in read for each in book.read.missing])


def taken(pathway: Pathway, book: Book, progress: Progress = lambda _share: None) -> Taken:
    """Read one workbook; raises UnreadableBookError, with each cell named."""
    try:
        return Taken(book.name, read_back(book.data, pathway, progress))
    except NotOursError as error:
        raise ForeignBookError(tuple(fault_lines(book.name, error))) from error
    except (WorkbookError, FaultyWorkbookError) as error:
        raise UnreadableBookError(tuple(fault_lines(book.name, error))) from error


def joined_in(
    pathway: Pathway, books: Sequence[Taken], removing: Collection[Missing] = ()
) -> Updated:
    """Return what workbooks change that were read for this very pathway, one after the other.

    Of what has no row any more `removing` goes, the rest stays and is told as missing. Raises
    UnreadableBookError when the pathway cannot be without what is to go.
    """
    now = pathway
    going = frozenset(removing)
    questions: tuple[OpenQuestion, ...] = ()
    places = 0
    for book in books:
        read = _without(book, going)
        # What other books changed before is "ours" for this one; its own base stays what it was.
        joining = joined(now, read.filled_in, read.base, book.name)
        now, _done = joining.change.applied_to(now)
        questions += joining.questions
        places += joining.places
    label = _("Bring in “{name}”").format(name=", ".join(book.name for book in books))
    missing = dict.fromkeys(each for book in books for each in book.read.missing)
    return Updated(
        change_between(pathway, now, label),
        questions,
        tuple(each for each in missing if each not in going),
        tuple(remark for book in books for remark in book.read.remarks),
        places,
    )


def _without(book: Taken, going: frozenset[Missing]) -> ReadBack:
    missing = tuple(each for each in book.read.missing if each in going)
    if not missing:
        return book.read
    try:
        return without_missing(book.read._replace(missing=missing))
    except WorkbookError as error:
        raise UnreadableBookError(tuple(fault_lines(book.name, error))) from error


def update_lines(before: Pathway, done: Updated) -> Iterator[Line]:
    """Tell in words what would change, what must be settled, what is missing, what was left out."""
    after, _done = done.change.applied_to(before)
    notes = {each.note for each in done.questions}
    comparison = compare(before, after.replacing(dict.fromkeys(notes)), spoken_language())
    yield from comparison_lines(comparison)
    for each in done.questions:
        told = question(each.conflict, after, spoken_language())
        yield Line(f"? {told.heading}: {told.asked}", "bold")
        yield Line("    " + _("Here: {words}").format(words=told.answers[Side.OURS]))
        yield Line(
            "    " + _("In {name}: {words}").format(name=each.name, words=told.answers[Side.THEIRS])
        )
    if done.missing:
        count = len(done.missing)
        yield Line(
            ngettext(
                "{count} row is gone from the workbook. Nothing is removed for that; "
                "--delete-missing removes it:",
                "{count} rows are gone from the workbook. Nothing is removed for that; "
                "--delete-missing removes them:",
                count,
            ).format(count=count),
            "bold",
        )
        yield from (Line(f"  − {each.where}: {each.name}") for each in done.missing)
    yield from (Line(f"! {remark}") for remark in done.remarks)


def fault_lines(name: str, error: WorkbookError | FaultyWorkbookError) -> Iterator[str]:
    """Tell why a workbook is not taken in, cell by cell."""
    if isinstance(error, WorkbookError):
        yield f"{name}: {error}"
        return
    yield _("{file}: the workbook is not taken in, nothing is changed.").format(file=name)
    yield from (f"  {fault}" for fault in islice(error.faults, MOST_FAULTS))
    if len(error.faults) > MOST_FAULTS:
        more = len(error.faults) - MOST_FAULTS
        yield "  " + ngettext("and {count} more.", "and {count} more.", more).format(count=more)
