"""From plain tables and their mappings to a state of the pathway to be merged.

After the rows and columns are known, cells are read by the same readers as those of our own
workbooks. Two things differ, since a plain table knows nothing of the pathway: a blank cell leaves
things as they are, and a row that is not there means nothing.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from exporters.excel.adding import Adding
from exporters.excel.description import HANDOVERS
from exporters.excel.labels import Labels
from exporters.excel.layout import Sheet, laid_out
from exporters.excel.opening import Page
from exporters.excel.read_back import ReadBack, refuse_unsavable
from exporters.excel.reading import Matched, Reader
from exporters.excel.remarks import Remarks
from exporters.table.beyond import Beyond
from exporters.table.headers import located, page_for
from exporters.table.lanes import Lanes
from exporters.table.mapping import MappingError, TableMapping, names_of, refuse_unfit
from exporters.table.matching import matched
from exporters.table.rows import Table, table_of
from exporters.table.twins import refuse_twins
from model.messages import _, speaking
from model.pathway import Pathway
from model.text import quoted


def read_table(pages: Sequence[Page], mappings: Iterable[TableMapping], now: Pathway) -> ReadBack:
    """Read plain tables into a pathway; `base` of what is returned is the pathway as it is now.

    Of hidden sheets it is only told that they are not read.

    Raises MappingError for mappings that cannot be used, WorkbookError for a table without what a
    mapping reads, FaultyWorkbookError with all cells that are not understood.
    """
    wanted = list(mappings)
    language = _language(wanted)
    for mapping in wanted:
        refuse_unfit(mapping)
    remarks = Remarks()
    with speaking(language):
        sheets = {sheet.key: sheet for sheet in laid_out(now, (language,))}
    tables = [_table(page, mapping, sheets, remarks) for page, mapping in _paired(pages, wanted)]
    _tell_unread(pages, tables, remarks)
    reader = Reader(now, Labels(now, language), remarks)
    _read(tables, reader)
    remarks.refuse_faulty()
    filled_in = reader.edits.applied_to(now)
    refuse_unsavable(filled_in, _("with the table the pathway could not be saved: {reason}"))
    return ReadBack(now, filled_in, (), tuple(remarks.remarks))


def _language(mappings: Sequence[TableMapping]) -> str:
    languages = {mapping.language for mapping in mappings}
    if len(languages) != 1:
        raise MappingError(_("all tables of one book must be in one language."))
    return languages.pop()


def _paired(
    pages: Sequence[Page], mappings: Sequence[TableMapping]
) -> list[tuple[Page, TableMapping]]:
    """Return each mapping with its sheet; raises MappingError for two of one sheet."""
    shown = [page for page in pages if not page.hidden]
    pairs = [(page_for(mapping, shown), mapping) for mapping in mappings]
    titles = Counter(page.title for page, _mapping in pairs)
    for title, count in titles.items():
        if count > 1:
            raise MappingError(
                _(
                    "Several mappings of columns are for the sheet “{sheet}”; it would be read "
                    "twice. Leave only one."
                ).format(sheet=quoted(title))
            )
    return pairs


def _tell_unread(pages: Sequence[Page], tables: Sequence[Table], remarks: Remarks) -> None:
    read = {table.page.title for table in tables}
    for page in pages:
        if page.title not in read and page.cells:
            words = _("this sheet is hidden; it is not read.")
            remarks.of_sheet(page.title, words if page.hidden else _("this sheet is not read."))


def _table(
    page: Page,
    mapping: TableMapping,
    sheets: dict[str, Sheet],
    remarks: Remarks,
) -> Table:
    return table_of(page, located(mapping, page), sheets[mapping.rows], remarks)


def _read(tables: Sequence[Table], reader: Reader) -> None:
    adding = Adding(reader, f"{reader.base.info.id} table")
    rows: list[tuple[Table, Matched]] = []
    # Handovers are known by their stages, which other sheets may bring along.
    records = [each for each in tables if each.mapping.rows != HANDOVERS.key]
    arrows = [each for each in tables if each.mapping.rows == HANDOVERS.key]
    for group in (records, arrows):
        found = [(each, matched(each, reader.labels, reader.remarks)) for each in group]
        refuse_twins(found, reader.remarks)
        for each, match in found:
            adding.learn(each.found, match)
        rows += found
    lanes = Lanes(reader)
    for each, _match in rows:
        lanes.learn(each)
    for each, match in rows:
        _read_known(each, match, reader)
    for each, match in rows:
        adding.read_new(each.found, match)
    beyond = Beyond(reader)
    for each, match in rows:
        beyond.read(each, {number: row.record for number, row in match.known.items()})
        beyond.read(each, {number: adding.id_of(each.found, number) for number in match.new})
    reader.edits.settle_parts(reader.base)


def _read_known(table: Table, rows: Matched, reader: Reader) -> None:
    """Take in what cells say of records that are there; blank cells and names say nothing."""
    found = table.found
    names = names_of(table.mapping.rows)
    places = {heading.key: place for place, heading in enumerate(found.sheet.headings)}
    for number, row in rows.known.items():
        has_id = found.id_column is not None and not found.is_blank(number, found.id_column)
        for column, heading in found.columns.items():
            if found.is_blank(number, column) or (heading.key in names and not has_id):
                continue
            if not reader.is_merged(found, number, (column,)):
                reader.read_cell(found, (number, column), row.cells[places[heading.key]])
