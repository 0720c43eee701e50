"""Workbooks as they come back: renamed, moved, merged, copied, half filled in, made elsewhere.

    python -m tests.exporters.excel.messy FOLDER     # writes them all, to be looked at

Each is made of one small board. What it must become stands beside it: the board with certain
records changed, or a refusal that names a cell.
"""

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from model.codes import Sector, StageKind
from model.pathway import Pathway
from model.text import AgeRange
from tests.exporters.excel.books import (
    add_row,
    column_of,
    opened,
    row_of,
    saved,
    sheet_of,
    write,
    write_at,
)
from tests.exporters.excel.small_board import board, board_bytes, with_records

Edit = Callable[[Workbook], object]


class Messy(NamedTuple):
    """One messy workbook. `edit` returns the cell that a refusal must name, if it is refused.

    `becomes` is what the board must become, None for a refusal.
    """

    name: str
    edit: Edit
    becomes: Pathway | None

    def data(self) -> bytes:
        book = opened(board_bytes())
        self.edit(book)
        return saved(book)


def stage(id: str = "s2", **fields: Any) -> Pathway:
    """Return the board with a stage changed."""
    return with_records(board(), replace(board()[id], **fields))


def title(words: str) -> Pathway:
    return stage(title={"fi": words})


def cell(value: object, column: str = "title", id: str = "s2") -> Edit:
    return lambda book: write(book, "stages", id, column, value)


def info(value: object, field: str = "next_review") -> Edit:
    return lambda book: write(book, "info", field, "2", value)


def percent(share: float) -> Edit:
    def edit(book: Workbook) -> str:
        where = write(book, "stages", "s2", "title", share)
        sheet_of(book, "stages")[where.split("!")[1]].number_format = "0.0%"
        return where

    return edit


def reviewed(on: date) -> Pathway:
    return with_records(board(), replace(board().info, next_review=on))


def both(*edits: Edit) -> Edit:
    def edit(book: Workbook) -> object:
        return [each(book) for each in edits][-1]

    return edit


def header(key: str, column: str, words: str | None) -> Edit:
    return lambda book: write_at(sheet_of(book, key), (1, column_of(book, key, column)), words)


def rename(key: str, words: str) -> Edit:
    def edit(book: Workbook) -> None:
        sheet_of(book, key).title = words

    return edit


def on(key: str, do: Callable[[Worksheet], object]) -> Edit:
    return lambda book: do(sheet_of(book, key))


def raw(value: object, column: str = "title", id: str = "s2") -> Edit:
    """Write a value as openpyxl takes it: a text that begins with = is a formula."""

    def edit(book: Workbook) -> str:
        sheet = sheet_of(book, "stages")
        at = sheet.cell(row_of(book, "stages", id), column_of(book, "stages", column))
        at.value = value  # type: ignore[assignment]
        return f"{sheet.title}!{at.coordinate}"

    return edit


def merged(area: str) -> Edit:
    def edit(book: Workbook) -> str:
        sheet = sheet_of(book, "stages")
        sheet.merge_cells(area)
        return f"{sheet.title}!{area.split(':', maxsplit=1)[0]}"

    return edit


def copied_row(book: Workbook) -> str:
    sheet = sheet_of(book, "stages")
    row = row_of(book, "stages", "s2")
    ids = column_of(book, "stages", "id")
    for column in range(1, ids + 1):
        sheet.cell(8, column).value = sheet.cell(row, column).value
    return f"{sheet.title}!{sheet.cell(8, ids).coordinate}"


def new(key: str, values: dict[str, object], faulty: str = "") -> Edit:
    def edit(book: Workbook) -> str:
        row = add_row(book, key, values)
        at = sheet_of(book, key).cell(row, column_of(book, key, faulty or next(iter(values))))
        return f"{sheet_of(book, key).title}!{at.coordinate}"

    return edit


def insert_rows_above(book: Workbook) -> None:
    sheet_of(book, "stages").insert_rows(1, 3)
    write_at(sheet_of(book, "stages"), (1, 1), "Työryhmän versio")


def insert_column(book: Workbook) -> None:
    sheet = sheet_of(book, "stages")
    sheet.insert_cols(3)
    write_at(sheet, (1, 3), "Omat muistiinpanot")
    write_at(sheet, (2, 3), "tarkista")


def sort_backwards(book: Workbook) -> None:
    sheet = sheet_of(book, "stages")
    rows = [[each.value for each in row] for row in sheet.iter_rows(min_row=2)]
    filled = [row for row in rows if any(value is not None for value in row)]
    for number, row in enumerate(reversed(filled), start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value


def foreign_sheet(book: Workbook) -> None:
    sheet = book.create_sheet("Laskelmat")
    sheet.append(["Kulu", "Euroa"])
    sheet.append(["Matkat", 120])


def own_table(book: Workbook) -> None:
    """Leave the sheet of stages as people make one themselves: their own file, few columns."""
    del book[sheet_of(book, "stages").title]
    sheet = book.create_sheet("Vaiheet")
    sheet.append(["Vaihe", "Päävaihe"])
    for name, phase in (
        ("Yhteydenotto", "Alku"),
        ("Arvio", "Hoito ja tuki"),
        ("Hoito", "hoito ja tuki"),
    ):
        sheet.append([name, phase])


def only_the_guide(book: Workbook) -> None:
    for sheet in book.worksheets[1:]:
        book.remove(sheet)


def drop_column(key: str, column: str) -> Edit:
    return lambda book: sheet_of(book, key).delete_cols(column_of(book, key, column))


def lose_id(book: Workbook) -> None:
    write(book, "stages", "s2", "id", None)


def swap_names(book: Workbook) -> None:
    write(book, "stages", "s2", "title", "Hoito")
    write(book, "stages", "s3", "title", "Arvio")


def two_answer(book: Workbook) -> str:
    return write(book, "matrix", "s2", "2", "vastaa")


def say_twice(book: Workbook) -> str:
    write(book, "stages", "s2", "title", "Yksi")
    return write(book, "texts", "s2.title", "text.fi", "Toinen")


SWAPPED = with_records(
    board(),
    replace(board()["s2"], title={"fi": "Hoito"}),
    replace(board()["s3"], title={"fi": "Arvio"}),
)
NOTHING = board()

# ruff: noqa: E501 - a workbook a line

MESSY: tuple[Messy, ...] = (
    # texts
    Messy("blanks around a text", cell("  Kartoitus \n"), title("Kartoitus")),
    Messy("a hard space", cell("Kartoitus\xa0"), title("Kartoitus")),
    Messy("lines of Windows", cell("a\r\nb"), title("a\nb")),
    Messy("Excel’s own mark of a line end", cell("a_x000D_\nb"), title("a\nb")),
    Messy("a number for a text", cell(112), title("112")),
    Messy("a fraction for a text", cell(1.5), title("1,5")),
    Messy("a date for a text", cell(datetime(2026, 5, 1)), None),  # noqa: DTZ001
    Messy("a truth for a text", cell(True), None),  # noqa: FBT003
    Messy("a share for a text", percent(0.855), title("85,5 %")),
    Messy("a text that begins with =", cell("=1+1"), title("=1+1")),
    Messy("a text that begins with @", cell("@SUMMA"), title("@SUMMA")),
    Messy("only blanks added", cell("Arvio   "), NOTHING),
    Messy("a name that is gone", cell(None), None),
    Messy("a name of blanks", cell("   "), None),
    # formulas
    Messy("a formula without a value", raw("=A1"), None),
    Messy("a formula to another book", raw("='[Kulut.xlsx]Taul1'!A1"), None),
    Messy("an error", raw("#REF!"), None),
    Messy("a link as formula", raw('=HYPERLINK("http://x.example";"x")'), None),
    # dates
    Messy("a date as text", info("1.5.2027"), reviewed(date(2027, 5, 1))),
    Messy("a date with noughts", info("01.05.2027"), reviewed(date(2027, 5, 1))),
    Messy("a date of ISO", info("2027-05-01"), reviewed(date(2027, 5, 1))),
    Messy("a date with blanks", info(" 1. 5. 2027 "), reviewed(date(2027, 5, 1))),
    Messy("a date of two digits", info("1.5.27"), reviewed(date(2027, 5, 1))),
    Messy("a date that lost its form", info(46508), reviewed(date(2027, 5, 1))),
    Messy("a date with a time", info(datetime(2027, 5, 1)), reviewed(date(2027, 5, 1))),  # noqa: DTZ001
    Messy("a date that is none", info("31.2.2027"), None),
    Messy("a month in words", info("toukokuu 2027"), None),
    # code lists and links
    Messy("a code in capitals", cell("HOIDON TARPEEN ARVIOINTI", "kind"), None),
    Messy("a code in English", cell("need assessment", "kind"), stage(kind=StageKind.NEED_ASSESSMENT)),
    Messy("a code by its own name", cell("follow_up", "kind"), stage(kind=StageKind.FOLLOW_UP)),
    Messy("a code that is none", cell("taikuus", "kind"), None),
    Messy("yes as an x", cell("X", "start"), stage(start=True)),
    Messy("yes as true", cell(True, "start"), stage(start=True)),  # noqa: FBT003
    Messy("yes in Swedish", cell("Ja", "start"), stage(start=True)),
    Messy("neither yes nor no", cell("ehkä", "start"), None),
    Messy("an actor in Swedish", cell("skötare", "actor", "s1"), stage("s1", actor="a2")),
    Messy("an actor by the id", cell("a1", "actor"), stage(actor="a1")),
    Messy("an actor by the id in brackets", cell("Kuka vain [a1]", "actor"), stage(actor="a1")),
    Messy("an actor with blanks", cell(" Asiakas  ", "actor"), stage(actor="a1")),
    Messy("an actor that is none", cell("Hoitja", "actor"), None),
    Messy("no actor", cell(None, "actor"), stage(actor=None)),
    Messy("names that changed places", swap_names, SWAPPED),
    # headers and sheets
    Messy("a header renamed", both(header("stages", "title", "Mitä"), cell("X")), title("X")),
    Messy("a header in English", both(header("stages", "kind", "Kind of stage"), cell("X")), title("X")),
    Messy("a header in capitals", both(header("stages", "title", "NIMI"), cell("X")), title("X")),
    Messy("a header with blanks", both(header("stages", "title", " Nimi \n*"), cell("X")), title("X")),
    Messy("a header twice", header("stages", "phase", "Nimi"), None),
    Messy("a header gone", both(header("stages", "what_happens", None), cell("X")), title("X")),
    Messy("a sheet renamed", both(cell("X"), rename("stages", "Vaiheet (Maija)")), title("X")),
    Messy("a sheet in Swedish", both(cell("X"), rename("stages", "Steg")), title("X")),
    Messy("a foreign sheet", both(foreign_sheet, cell("X")), title("X")),
    Messy("a sheet gone", lambda book: book.remove(sheet_of(book, "handovers")), NOTHING),
    Messy("a sheet emptied", on("stages", lambda sheet: sheet.delete_rows(1, 99)), NOTHING),
    Messy("no sheet of ours", only_the_guide, None),
    Messy("a table of one’s own", own_table, stage(phase="p2")),
    Messy("rows above the headers", both(cell("X"), insert_rows_above), title("X")),
    Messy("a column between", both(cell("X"), insert_column), title("X")),
    Messy("a column gone", both(cell("X"), drop_column("stages", "what_happens")), title("X")),
    Messy("the ids gone", both(cell("Alku", "phase", "s3"), drop_column("stages", "id")), stage("s3", phase="p1")),
    # rows
    Messy("rows in another order", sort_backwards, NOTHING),
    Messy("a row copied", copied_row, None),
    Messy("an id changed", lambda book: write(book, "stages", "s2", "id", "s77"), None),
    Messy("an id lost", lose_id, NOTHING),
    Messy("a new row without a name", new("stages", {"phase": "Alku"}, "title"), None),
    Messy("a new handover to nowhere", new("handovers", {"source": "Arvio", "target": "Puuttuu"}, "target"), None),
    Messy("a new handover without an end", new("handovers", {"source": "Arvio"}, "target"), None),
    Messy("a new channel without a kind", new("channels", {"name": "Chatti"}, "kind"), None),
    Messy("a new time of a handover without its kind", new("times", {"where": "Yhteydenotto → Arvio", "limit": "3 vrk"}, "what"), None),
    Messy("a new time of nothing", new("times", {"where": "Ei mikään", "limit": "3 vrk"}), None),
    Messy("blank rows between", on("stages", lambda sheet: sheet.insert_rows(3, 4)), NOTHING),
    Messy("a cell far below", on("stages", lambda sheet: write_at(sheet, (1_048_576, 60), "x")), NOTHING),
    # merged, locked, doubled
    Messy("merged down", merged("C2:C4"), None),
    Messy("merged across", merged("I2:J2"), None),
    Messy("merged where nothing of ours is", on("stages", lambda sheet: sheet.merge_cells("AZ1:BB3")), NOTHING),
    Messy("a grey cell written", cell(99, "number"), NOTHING),
    Messy("two answer for a stage", two_answer, None),
    Messy("said in two ways", say_twice, None),
    Messy("a text in all languages of one sheet", lambda book: write(book, "texts", "s1.title", "text.sv", "Samtal"), stage("s1", title={"fi": "Yhteydenotto", "sv": "Samtal"})),
    Messy("an age that is none", info("yli sata", "ages.oldest"), None),
    Messy("an age as text", info("65", "ages.oldest"), with_records(board(), replace(board().info, ages=AgeRange(oldest=65)))),
    Messy("a sector in Swedish", lambda book: write(book, "actors", "a2", "sector", "socialservice"), with_records(board(), replace(board()["a2"], sector=Sector.SOCIAL))),
    Messy("a sector in English", lambda book: write(book, "actors", "a2", "sector", "NGO"), with_records(board(), replace(board()["a2"], sector=Sector.NGO))),
)  # fmt: skip


def main(folder: Path) -> None:
    """Write all messy workbooks into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, messy in enumerate(MESSY, start=1):
        (folder / f"{number:02} {messy.name}.xlsx").write_bytes(messy.data())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
