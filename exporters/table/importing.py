"""A new pathway from a plain table: all that it names comes to be."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from msgspec.structs import replace
from openpyxl.utils import column_index_from_string

from exporters.excel.adding import id_from
from exporters.excel.opening import Page, coordinate
from exporters.excel.read_back import FaultyWorkbookError, WorkbookError
from exporters.importer import Imported
from exporters.table.mapping import TableMapping, lacking
from exporters.table.opening import all_pages, are_of_pathway, shown_pages
from exporters.table.proposing import Proposal, proposed
from exporters.table.reading import read_table
from model.entry.names import LONGEST_NAME
from model.file import UnreadableFileError
from model.messages import _, ngettext
from model.pathway import Pathway
from model.places import Places
from model.records import PathwayInfo, Stage
from model.text import quoted


def read(data: bytes, language: str) -> Imported:
    """Read a table of an unknown form; raises UnreadableFileError with the cell in question."""
    try:
        found = all_pages(data)
        if are_of_pathway(found):
            raise UnreadableFileError(
                _("this is a workbook that a pathway has made; bring it back into that pathway.")
            )
        pages = shown_pages(found)
        base = _empty(data, language)
        proposals = [proposed(page, base, language) for page in pages]
        fitting = [each for each in proposals if not lacking(each.mapping)]
        if not fitting:
            raise UnreadableFileError(_no_names(proposals))
        read = read_table(found, [each.mapping for each in fitting], base)
    except WorkbookError as error:
        raise UnreadableFileError(str(error)) from error
    except FaultyWorkbookError as error:
        raise UnreadableFileError(_first_of(error)) from error
    by_title = {page.title: page for page in pages}
    pathway = _placed(_titled(read.filled_in, by_title, fitting[0].mapping, language))
    return Imported(pathway, tuple(_left_out(by_title, proposals, list(map(str, read.remarks)))))


def _empty(data: bytes, language: str) -> Pathway:
    id = id_from(sha256(data).hexdigest())
    return Pathway([PathwayInfo(id=id, languages=(language,))])


def _no_names(proposals: Sequence[Proposal]) -> str:
    mapping = proposals[0].mapping
    return _("{sheet}: no column is understood to be the name of the stages.").format(
        sheet=quoted(mapping.sheet)
    )


def _first_of(error: FaultyWorkbookError) -> str:
    more = len(error.faults) - 1
    if not more:
        return str(error.faults[0])
    return ngettext(
        "{fault} There is {count} more fault.", "{fault} There are {count} more faults.", more
    ).format(fault=error.faults[0], count=more)


def _left_out(
    pages: dict[str, Page], proposals: Sequence[Proposal], remarks: Sequence[str]
) -> Iterator[str]:
    """Tell what of the table is not in the pathway, and what is understood in spite of its form."""
    for each in proposals:
        mapping, page = each.mapping, pages[each.mapping.sheet]
        if lacking(mapping):
            continue  # told as a sheet that is not read
        for column in mapping.columns:
            at = column_index_from_string(column.letter)
            below = any(place[1] == at and place[0] > mapping.header_row for place in page.cells)
            if below and not column.field:
                where = coordinate(page.title, (max(mapping.header_row, 1), at))
                yield _("{where}: the column “{words}” is not read.").format(
                    where=where, words=quoted(column.words or column.letter)
                )
        yield from (f"{quoted(page.title)}: {remark}" for remark in each.remarks)
    yield from remarks


def _titled(
    pathway: Pathway, pages: dict[str, Page], mapping: TableMapping, language: str
) -> Pathway:
    """Call a pathway as the line above the headers does, else as the sheet is called."""
    page = pages[mapping.sheet]
    above = sorted(
        (place, value)
        for place, value in page.cells.items()
        if place[0] < mapping.header_row and isinstance(value, str)
    )
    title = " ".join(above[0][1].split()) if above else ""
    if not title or len(title) > LONGEST_NAME:
        title = " ".join(page.title.split())
    info = replace(pathway.info, title={language: title})
    return pathway.replacing({info.id: info})


def _placed(pathway: Pathway) -> Pathway:
    """Put each stage in the first free column after those that lead to it, in the table's order."""
    stages = {stage.id: stage for stage in pathway.of(Stage)}
    places = Places(pathway, stages)
    placed: dict[str, Stage] = {}
    for stage in stages.values():
        before = [
            placed[arrow.source] for arrow in pathway.arriving(stage.id) if arrow.source in placed
        ]
        after = [each.column + 1 for each in before if each.phase == stage.phase]
        column = places.take(stage.actor, stage.phase, max(after, default=0))
        placed[stage.id] = replace(stage, column=column)
    return pathway.replacing(dict(placed))
