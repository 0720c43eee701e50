"""Bringing a workbook back: what people wrote into it, as a state of the pathway to be merged.

    read = read_back(data, pathway)
    merge(read.base, pathway, read.filled_in)

Nothing of a workbook is taken in while any of its cells is not understood.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from exporters.excel.adding import Adding
from exporters.excel.carried import (
    MARK,
    SHEET,
    Carried,
    DamagedError,
    as_brought_before,
    as_it_was,
    from_pieces,
    shown_part,
)
from exporters.excel.edits import Missing, without
from exporters.excel.labels import Labels
from exporters.excel.layout import Sheet, in_all_languages, laid_out
from exporters.excel.limits import WorkbookError
from exporters.excel.lists import LISTS_SHEET
from exporters.excel.matching import matched
from exporters.excel.opening import Page, pages
from exporters.excel.reading import Reader, missing_of
from exporters.excel.recognising import Recognised, leading_language, recognised
from exporters.excel.remarks import FaultyWorkbookError, Remark, Remarks
from exporters.exporter import Progress
from model import file
from model.integrity import loose_ends
from model.merge import change_between
from model.messages import LANGUAGES, N_, _, speaking
from model.pathway import Pathway
from model.text import in_language, quoted

__all__ = [
    "OPENED",
    "FaultyWorkbookError",
    "Missing",
    "NotOursError",
    "ReadBack",
    "Remark",
    "WorkbookError",
    "read_back",
    "read_pages",
    "refuse_unsavable",
    "without_missing",
]

_OWN_SHEETS = (N_("Guide"), N_("Findings"), N_("Times in sum"))


OPENED: Final = 0.6
"""The share of reading that opening the file takes, as measured."""


class NotOursError(WorkbookError):
    """A workbook without any sheet of ours: a plain table, perhaps."""


class ReadBack(NamedTuple):
    """What a workbook says.

    `base` is the pathway as it was when the workbook was made, `filled_in` what people have made
    of it there; both hold as it is now what the workbook does not show. `missing` are records and
    parts whose rows are gone: they are still in `filled_in`. A workbook that does not tell what it
    was made of misses nothing: what is not there may have come since. `remarks` tell what was left
    out, or understood in spite of its form.
    """

    base: Pathway
    filled_in: Pathway
    missing: tuple[Missing, ...]
    remarks: tuple[Remark, ...]


def read_back(data: bytes, now: Pathway, progress: Progress = lambda _share: None) -> ReadBack:
    """Read a workbook that is to be brought back into a pathway.

    Raises WorkbookError for what is no workbook of this pathway (NotOursError for one that no
    pathway has made), FaultyWorkbookError with all cells that are not understood.
    """
    return read_pages(pages(data, lambda share: progress(share * OPENED)), now, progress)


def read_pages(
    found_pages: Sequence[Page], now: Pathway, progress: Progress = lambda _share: None
) -> ReadBack:
    """Read a workbook that is open already, as `read_back` does."""
    remarks = Remarks()
    progress(OPENED)
    carried = _carried(found_pages, now, remarks)
    base = as_it_was(carried.pathway, now)
    sheets = _laid_out(carried)
    own = [name for title in _OWN_SHEETS for name in in_all_languages(title)]
    found = recognised(
        [page for page in found_pages if not _is_hidden(page)],
        sheets,
        (*own, LISTS_SHEET, SHEET),
        remarks,
    )
    if not found:
        remarks.refuse_faulty()
        raise NotOursError(_("no sheet of the workbook is one of a pathway’s."))
    labels = Labels(base, carried.languages[0])
    reader = Reader(base, labels, remarks)
    missing = _read(found, reader, f"{now.info.id} {carried.checksum}")
    remarks.refuse_faulty()
    progress(0.9)
    filled_in = as_brought_before(reader.edits.applied_to(base), base, now)
    _refuse_unsavable(filled_in)
    return ReadBack(base, filled_in, missing if carried.checksum else (), tuple(remarks.remarks))


def without_missing(read: ReadBack) -> ReadBack:
    """Return what a workbook says when the rows that are gone mean that things are to go.

    Raises WorkbookError where the pathway cannot be without them.
    """
    table = without(read.filled_in, read.missing)
    fewer = read.filled_in.replacing(
        {id: each for id, each in table.items() if id in read.filled_in}
    )
    loose = loose_ends(fewer, change_between(read.filled_in, fewer))
    filled_in, _done = loose.applied_to(fewer)
    _refuse_unsavable(filled_in)
    return read._replace(filled_in=filled_in)


def _read(found: Sequence[Recognised], reader: Reader, book: str) -> tuple[Missing, ...]:
    adding = Adding(reader, book)
    # Sheets of records come first in `found` or not: names must be known before the matrix is.
    order = sorted(found, key=lambda each: each.sheet.key == "matrix")
    rows = []
    for each in order:
        match = matched(each, reader.labels, reader.remarks)
        adding.learn(each, match)
        rows.append((each, match))
    for each, match in rows:
        reader.read_rows(each, match)
        _tell_strange_columns(each, reader)
    for each, match in rows:
        adding.read_new(each, match)
    reader.edits.settle_parts(reader.base)
    return tuple(missing for each, match in rows for missing in missing_of(each, match))


def _tell_strange_columns(found: Recognised, reader: Reader) -> None:
    for column, words in found.others.items():
        filled = any(at > found.header_row for at, place in found.page.cells if place == column)
        known = found.sheet.key == "matrix" and reader.knows_actor(words)
        if filled and not known:
            reader.remarks.remark(
                found.page.title,
                (found.header_row, column),
                _("the column “{words}” is not known; it is not read.").format(words=quoted(words)),
            )


def _carried(found: Sequence[Page], now: Pathway, remarks: Remarks) -> Carried:
    """Return what the workbook carries; without it, it counts as made of the pathway as it is."""
    hidden = next((page for page in found if _is_hidden(page)), None)
    try:
        if hidden is None:
            raise DamagedError
        last = max(row for row, _column in hidden.cells)
        carried = from_pieces([str(hidden.cells.get((row, 1), "")) for row in range(1, last + 1)])
    except DamagedError:
        remarks.of_sheet(
            SHEET,
            _(
                "the workbook does not tell which version it was made of; it is compared with the "
                "pathway as it is now, and nothing counts as missing."
            ),
        )
        return Carried(shown_part(now), _languages_of(found, now), "")
    if carried.pathway.info.id != now.info.id:
        raise WorkbookError(
            _("the workbook was made of another pathway (“{title}”).").format(
                title=quoted(in_language(carried.pathway.info.title, carried.languages[0]))
            )
        )
    return carried


def _languages_of(found: Sequence[Page], now: Pathway) -> tuple[str, ...]:
    """Return the pathway's languages, first the one that the workbook itself is in."""
    own = tuple(now.info.languages) or LANGUAGES[:1]
    sheets = {}
    for language in dict.fromkeys((*own, *LANGUAGES)):
        with speaking(language):
            sheets[language] = laid_out(shown_part(now), (language,))
    leading = leading_language(found, sheets)
    if leading not in own:
        raise WorkbookError(
            _(
                "the workbook is in a language that the pathway has not, and does not tell which "
                "version it was made of; export a new one."
            )
        )
    return tuple(dict.fromkeys((leading, *own)))


def _is_hidden(page: Page) -> bool:
    return page.cells.get((1, 1)) == MARK


def _laid_out(carried: Carried) -> tuple[Sheet, ...]:
    with speaking(carried.languages[0]):
        return laid_out(carried.pathway, carried.languages)


def _refuse_unsavable(pathway: Pathway) -> None:
    # What no sheet shows may link to what has come since: only a merge puts the two together.
    refuse_unsavable(
        shown_part(pathway), _("with the workbook the pathway could not be saved: {reason}")
    )


def refuse_unsavable(pathway: Pathway, words: str) -> None:
    """Raise WorkbookError, with the reason in `words`, for what a pathway's file could not hold."""
    try:
        file.loads(file.dumps(pathway))
    except file.UnreadableFileError as error:
        raise WorkbookError(words.format(reason=error)) from error
