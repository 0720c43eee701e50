"""Bringing workbooks back into a pathway: what they change, in words, and what is to be settled."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
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
from model.describe import compare
from model.describe.conflicts import question
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


def taken(pathway: Pathway, book: Book, progress: Progress = lambda _share: None) -> Taken:
    """Read one workbook; raises UnreadableBookError, with each cell named."""
    with told_of(book.name):
        return Taken(book.name, read_back(book.data, pathway, progress))


@contextmanager
def told_of(name: str) -> Iterator[None]:
    """Let reading a workbook, called `name`, raise UnreadableBookError, with each cell named."""
    try:
        yield
    except NotOursError as error:
        raise ForeignBookError(tuple(fault_lines(name, error))) from error
    except (WorkbookError, FaultyWorkbookError) as error:
        raise UnreadableBookError(tuple(fault_lines(name, error))) from error


class Step(NamedTuple):
    """What one of several workbooks does to what those before it have made of a pathway."""

    before: Pathway
    after: Pathway
    questions: tuple[OpenQuestion, ...]
    places: int


def steps(
    pathway: Pathway, books: Sequence[Taken], removing: Collection[Missing] = ()
) -> Iterator[Step]:
    """Tell what workbooks do that were read for this very pathway, one after the other.

    Of what has no row any more `removing` goes, the rest stays. Raises UnreadableBookError when
    the pathway cannot be without what is to go.
    """
    going = frozenset(removing)
    now = pathway
    for book in books:
        read = _without(book, going)
        # What other books changed before is "ours" for this one; its own base stays what it was.
        joining = joined(now, read.filled_in, read.base, book.name)
        after, _done = joining.change.applied_to(now)
        yield Step(now, after, joining.questions, joining.places)
        now = after


def joined_in(
    pathway: Pathway, books: Sequence[Taken], removing: Collection[Missing] = ()
) -> Updated:
    """Return what workbooks change, all of it as one change; see `steps`."""
    return as_one(pathway, books, list(steps(pathway, books, removing)), removing)


def as_one(
    pathway: Pathway,
    books: Sequence[Taken],
    done: Sequence[Step],
    removing: Collection[Missing] = (),
) -> Updated:
    """Return what workbooks have `done` to a pathway as one change."""
    after = done[-1].after if done else pathway
    label = _("Bring in “{name}”").format(name=", ".join(book.name for book in books))
    return Updated(
        change_between(pathway, after, label),
        tuple(question for step in done for question in step.questions),
        tuple(each for each in missing_of(books) if each not in removing),
        tuple(remark for book in books for remark in book.read.remarks),
        sum(step.places for step in done),
    )


def missing_of(books: Sequence[Taken]) -> tuple[Missing, ...]:
    """Return what has no row any more in one of some workbooks, told once."""
    return tuple(dict.fromkeys(each for book in books for each in book.read.missing))


def _without(book: Taken, going: frozenset[Missing]) -> ReadBack:
    missing = tuple(each for each in book.read.missing if each in going)
    if not missing:
        return book.read
    with told_of(book.name):
        return without_missing(book.read._replace(missing=missing))


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
