"""The first sheet of the workbook: how it is filled in, and ways to the other sheets."""

from collections.abc import Mapping, Sequence
from typing import Final

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from exporters.excel.layout import Sheet
from exporters.excel.look import LINK, lead_to, protect
from exporters.excel.tables import Table
from exporters.excel.workbook import (
    HEADER_FILL,
    HEADER_FONT,
    WRAPPED,
    cell_at,
    put,
    row_height,
    set_up_print,
)
from model.messages import N_, _

_WIDTHS: Final = (34, 86)
_TITLE: Final = Font(name="Calibri", size=16, bold=True, color="1B3350")

_ABOUT: Final[Mapping[str, str]] = {
    "info": N_("What is said of the pathway as a whole, one thing a row."),
    "phases": N_("The columns of the board."),
    "stages": N_("What happens, in whose lane and in which phase; a row is a card of the board."),
    "handovers": N_("From which stage to which one goes on, and what passes along."),
    "actors": N_("Who takes part: the lanes of the board."),
    "channels": N_("How one deals with the services; stages choose from these."),
    "tasks": N_("Who does what until the next meeting."),
    "goals": N_("What the pathway is for."),
    "metrics": N_("How one sees whether the goals are met."),
    "matrix": N_("Stage by stage who answers for it and who else takes part."),
    "times": N_("Each time target of stages and handovers, with the limits set by law."),
    "omasote": N_("Which functions of Omasote each stage uses, and who answers there."),
    "texts": N_("All texts in the languages of the pathway, side by side, for translating."),
}


def write_guide(
    page: Worksheet, title: str, sheets: Sequence[Sheet], tables: Sequence[Table]
) -> None:
    """Write what people should know first; the sheets given are already named in it."""
    for letter, width in zip("AB", _WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
    put(cell_at(page, 1, 1), title or _("(no name)"))
    cell_at(page, 1, 1).font = _TITLE
    for number, words in enumerate(_instructions(), start=3):
        cell = cell_at(page, number, 1)
        put(cell, words)
        cell.alignment = WRAPPED
        page.merge_cells(start_row=number, start_column=1, end_row=number, end_column=2)
        page.row_dimensions[number].height = row_height((sum(_WIDTHS),), (words,)) + 4
    _contents(page, len(_instructions()) + 4, sheets, tables)
    page.sheet_view.showGridLines = False
    set_up_print(page, _WIDTHS, 0)
    page.print_title_rows = None
    protect(page)


def _contents(
    page: Worksheet, number: int, sheets: Sequence[Sheet], tables: Sequence[Table]
) -> None:
    for place, words in enumerate((_("Sheet"), _("What it holds")), start=1):
        header = cell_at(page, number, place)
        put(header, words)
        header.font, header.fill = HEADER_FONT, HEADER_FILL
    only_read = _("Only for reading: worked out when the workbook was made.")
    contents = [
        *((sheet.title, _(_ABOUT[sheet.key])) for sheet in sheets),
        *((table.name, only_read) for table in tables),
    ]
    for row, (name, about) in enumerate(contents, start=number + 1):
        put(cell_at(page, row, 1), name)
        lead_to(cell_at(page, row, 1), name)
        cell_at(page, row, 1).font = LINK
        put(cell_at(page, row, 2), about)
        cell_at(page, row, 2).alignment = WRAPPED


def _instructions() -> tuple[str, ...]:
    return (
        _(
            "Fill in the white cells. What is grey is worked out by the program. Red cells must be "
            "filled in, yellow ones are gaps."
        ),
        _(
            "A new stage, handover or actor is a new row below the last one; its id is left blank. "
            "The ids at the right tell what each row is about: they are not to be changed."
        ),
        _(
            "To remove something, empty the white cells of its row. The program tells which rows "
            "are gone, and removes only what is then ticked (on the command line all, with "
            "--delete-missing)."
        ),
        _(
            "Bring the workbook back from the program’s File menu (Bring in workbooks), or with "
            "the command “ketjupaja update”. It tells what changes before anything is changed, and "
            "merges it with what others have done since."
        ),
    )
