"""Plain tables as people and other systems make them, and what must become of the small board.

    python -m tests.exporters.table.messy_tables FOLDER     # writes them all, to be looked at

Each is made of one table of stages: the three of the board and a new one.
"""

import sys
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from model.pathway import Pathway
from tests.exporters.excel.books import saved

HEADERS = ["Päävaihe", "Vaihe", "Toimija", "Kuvaus", "Määräaika", "Seuraava vaihe"]
ROWS: list[list[Any]] = [
    ["Alku", "Yhteydenotto", "Asiakas", "Soittaa", "7 vrk", "Arvio"],
    ["Alku", "Arvio", "Hoitaja", None, None, "Hoito"],
    ["Hoito ja tuki", "Hoito", "Hoitaja", None, None, None],
    ["Hoito ja tuki", "Seuranta", "Hoitaja", "Puhelu", "3 kk", None],
]

Fact = tuple[str, str, str, str, str, tuple[str, ...]]
"""Of a stage: phase, name, actor, what happens, first time limit, names of the next ones."""

FACTS: dict[str, Fact] = {
    "Yhteydenotto": ("Alku", "Yhteydenotto", "Asiakas", "Soittaa", "7 vrk", ("Arvio",)),
    "Arvio": ("Alku", "Arvio", "Hoitaja", "", "", ("Hoito",)),
    "Hoito": ("Hoito ja tuki", "Hoito", "Hoitaja", "", "", ()),
    "Seuranta": ("Hoito ja tuki", "Seuranta", "Hoitaja", "Puhelu", "3 kk", ()),
}


def facts(pathway: Pathway) -> dict[str, Fact]:
    """Return what tables say of a pathway's stages, by their Finnish names."""

    def name(id: str | None) -> str:
        record: Any = pathway.get(id or "")
        words = getattr(record, "title", None) or getattr(record, "name", None) or {}
        return str(words.get("fi", ""))

    return {
        name(stage.id): (
            name(stage.phase),
            name(stage.id),
            name(stage.actor),
            stage.what_happens.get("fi", ""),
            stage.time_targets[0].limit.typed if stage.time_targets else "",
            tuple(sorted(name(arrow.target) for arrow in pathway.leaving(stage.id))),
        )
        for stage in pathway.stages
    }


class Messy(NamedTuple):
    """One table. `becomes` is what it makes of the stages, None where `cell` is to be refused."""

    name: str
    data: Callable[[], bytes]
    becomes: Mapping[str, Fact] | None = None
    cell: str = ""
    title: str = "Taul1"


def book(
    edit: Callable[[Worksheet], object] = lambda _sheet: None,
    *,
    above: int = 0,
    headers: list[Any] | None = None,
    rows: list[list[Any]] | None = None,
    title: str = "Taul1",
) -> Callable[[], bytes]:
    """Return how to write a table below so many empty rows and let `edit` do something to it."""

    def write() -> bytes:
        made = Workbook()
        sheet = made.active
        assert isinstance(sheet, Worksheet)
        sheet.title = title
        for place, row in enumerate((headers or HEADERS, *(ROWS if rows is None else rows))):
            for column, value in enumerate(row):
                sheet.cell(above + place + 1, column + 1, value)
        edit(sheet)
        return saved(made)

    return write


def text(separator: str, encoding: str, newline: str = "\r\n", **more: Any) -> Callable[[], bytes]:
    """Return how to write the table as a text file."""
    lines = []
    for row in (more.get("headers", HEADERS), *more.get("rows", ROWS)):
        cells = ["" if cell is None else str(cell) for cell in row]
        lines.append(separator.join(f'"{c}"' if separator in c or "\n" in c else c for c in cells))
    words = newline.join((*more.get("above", ()), *lines, *more.get("below", ("",))))
    return lambda: words.encode(encoding)


def put(cell: str, value: Any) -> Callable[[Worksheet], object]:
    def edit(sheet: Worksheet) -> None:
        sheet[cell] = value

    return edit


def merge(*areas: str) -> Callable[[Worksheet], object]:
    def edit(sheet: Worksheet) -> None:
        for area in areas:
            sheet.merge_cells(area)

    return edit


def titled(sheet: Worksheet) -> None:
    sheet["A1"] = "Uniketjun vaiheet 2026"
    sheet.merge_cells("A1:F1")


def summed(sheet: Worksheet) -> None:
    sheet.append(["Yhteensä", None, None, None, "=COUNTA(E2:E5)"])


def with_footnote(sheet: Worksheet) -> None:
    sheet["A7"] = "Lähde: työpaja 12.3.2026"


def two_headers(sheet: Worksheet) -> None:
    sheet.insert_rows(1)
    sheet["A1"], sheet["C1"] = "Mitä", "Kuka ja milloin"
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("C1:F1")


def header_down(sheet: Worksheet) -> None:
    sheet.insert_rows(2)
    for letter in "ABCDEF":
        sheet.merge_cells(f"{letter}1:{letter}2")


def again(sheet: Worksheet) -> None:
    sheet.insert_rows(4)
    for place, words in enumerate(HEADERS, 1):
        sheet.cell(4, place).value = words


def with_hidden(sheet: Worksheet) -> None:
    assert sheet.parent is not None
    other = sheet.parent.create_sheet("Luonnos")
    other.append(HEADERS)
    other.append(["Alku", "Piilossa", "Asiakas"])
    other.sheet_state = "hidden"


def with_heading(sheet: Worksheet) -> None:
    sheet.insert_rows(4)
    sheet["A4"] = "Hoito ja tuki"
    sheet.merge_cells("A4:F4")


def gaps(sheet: Worksheet) -> None:
    sheet.insert_rows(3)
    sheet.insert_rows(5, 2)


def with_rows(number: int, **cells: Any) -> list[list[Any]]:
    """Return the rows with cells of one changed, by their headers' beginnings."""
    rows = [list(row) for row in ROWS]
    for words, value in cells.items():
        at = next(n for n, each in enumerate(HEADERS) if each.lower().startswith(words))
        rows[number][at] = value
    return rows


def fact(key: str, place: int, value: Any) -> dict[str, Fact]:
    changed: Any = list(FACTS[key])
    changed[place] = value
    return {**FACTS, key: tuple(changed)}


SPACED = [[f" {cell}  " if cell else cell for cell in row] for row in ROWS]
GROUPED = [
    [None if n in (1, 3) and at == 0 else c for at, c in enumerate(r)] for n, r in enumerate(ROWS)
]
SHUFFLED = [[row[at] for at in (5, 2, 1, 4, 0, 3)] for row in ROWS]
QUOTED = with_rows(3, kuvaus="Rivi 1\nrivi 2; ja ”muuta”")
SHOUTED = [
    [c.upper() if at in (0, 1, 2) and n < 3 else c for at, c in enumerate(r)]
    for n, r in enumerate(ROWS)
]

MESSY: tuple[Messy, ...] = (
    Messy("as it should be", book(), FACTS),
    Messy("merged title above", book(titled, above=2), FACTS),
    Messy("far down", book(above=12), FACTS),
    Messy("empty rows between", book(gaps), FACTS),
    Messy("sums below", book(summed), FACTS),
    Messy("a source below", book(with_footnote), FACTS),
    Messy("two rows of headers", book(two_headers), FACTS),
    Messy("headers merged downwards", book(header_down), FACTS),
    Messy("headers again in the middle", book(again), FACTS),
    Messy("a hidden sheet", book(with_hidden), FACTS),
    Messy("spaces around", book(rows=SPACED), FACTS),
    Messy("capitals", book(rows=SHOUTED), FACTS),
    Messy("phase only on the first of its rows", book(rows=GROUPED), FACTS),
    Messy("phases merged downwards", book(merge("A2:A3", "A4:A5")), FACTS),
    Messy(
        "columns in another order",
        book(headers=[HEADERS[at] for at in (5, 2, 1, 4, 0, 3)], rows=SHUFFLED),
        FACTS,
    ),
    Messy(
        "Swedish headers",
        book(headers=["Huvudfas", "Steg", "Ansvarig", "Beskrivning", "Tidsfrist", "Nästa steg"]),
        FACTS,
    ),
    Messy(
        "English headers",
        book(headers=["Phase", "Stage", "Owner", "Description", "Time limit", "Next step"]),
        FACTS,
    ),
    Messy(
        "headers nearly right",
        book(
            headers=[
                "Päävaihe:",
                "Vaihe *",
                "Toimiaj",
                "KUVAUS",
                "Määräaika\n(arvio)",
                "1. Seuraava vaihe",
            ]
        ),
        FACTS,
    ),
    Messy("a header twice", book(put("G1", "Kuvaus")), FACTS),
    Messy("a strange column", book(put("G1", "Kustannuspaikka")), FACTS),
    Messy("a formula's value is not there", book(put("D5", '="Puhelu"')), None, "D5"),
    Messy("an error of a formula", book(put("D5", "#REF!")), None, "D5"),
    Messy(
        "a number as a name",
        book(rows=with_rows(3, vaihe=112)),
        {
            **{k: v for k, v in FACTS.items() if k != "Seuranta"},
            "112": ("Hoito ja tuki", "112", "Hoitaja", "Puhelu", "3 kk", ()),
        },
    ),
    Messy("a date as a name", book(rows=with_rows(3, vaihe=date(2026, 3, 1))), None, "B5"),
    Messy("a date as a text", book(rows=with_rows(3, kuvaus=date(2026, 3, 1))), None, "D5"),
    Messy("an actor misspelt", book(rows=with_rows(3, toimija="Hoitja")), None, "C5"),
    Messy("an actor who is not there", book(rows=with_rows(3, toimija="Lääkäri")), None, "C5"),
    Messy("a phase that is not there", book(rows=with_rows(3, päävaihe="Lopetus")), None, "A5"),
    Messy("two actors in a cell", book(rows=with_rows(3, toimija="Hoitaja, Asiakas")), None, "C5"),
    Messy(
        "a next stage that is not there", book(rows=with_rows(2, seuraava="Kuntoutus")), None, "F4"
    ),
    Messy("a stage that leads to itself", book(rows=with_rows(2, seuraava="Hoito")), None, "F4"),
    Messy("a row without a name", book(rows=with_rows(3, vaihe=None)), None, "B5"),
    Messy("a stage twice", book(rows=[*ROWS, ROWS[0]]), None, "B6"),
    Messy("descriptions merged", book(merge("D2:D3")), None, "D2"),
    Messy("a heading merged over a row", book(with_heading), None, "A4"),
    Messy(
        "several next stages",
        book(rows=with_rows(1, seuraava="Hoito\nSeuranta")),
        fact("Arvio", 5, ("Hoito", "Seuranta")),
    ),
    Messy(
        "next stages with commas",
        book(rows=with_rows(1, seuraava="Hoito, Seuranta")),
        fact("Arvio", 5, ("Hoito", "Seuranta")),
    ),
    Messy("no next stage, as a dash", book(rows=with_rows(2, seuraava="–")), FACTS),
    Messy(
        "days as bare numbers",
        book(headers=[*HEADERS[:4], "Määräaika (kk)", HEADERS[5]], rows=with_rows(3, määräaika=3)),
        FACTS,
    ),
    Messy("semicolons, Windows-1252", text(";", "cp1252"), FACTS),
    Messy("commas, UTF-8 with a mark", text(",", "utf-8-sig"), FACTS),
    Messy("commas, UTF-8 without one", text(",", "utf-8", "\n"), FACTS),
    Messy("tabs, UTF-16", text("\t", "utf-16"), FACTS),
    Messy("tabs, UTF-16 without a mark", text("\t", "utf-16-le"), FACTS),
    Messy(
        "line breaks in quotes",
        text(";", "utf-8", rows=QUOTED),
        fact("Seuranta", 3, "Rivi 1\nrivi 2; ja ”muuta”"),
    ),
    Messy("a line that tells the separator", text(",", "utf-8", above=("sep=,",)), FACTS),
    Messy(
        "a title above, in a text file", text(";", "utf-8", above=("Uniketju;;;;;", ";;;;;")), FACTS
    ),
    Messy(
        "a text file with an unknown actor",
        text(";", "utf-8", rows=with_rows(3, toimija="Lääkäri")),
        None,
        "C5",
    ),
    Messy("quotes that do not match", text(";", "utf-8", below=('"Alku;',)), None),
    Messy("no text at all", lambda: b"\x00\x01\x02\x03" * 100, None),
    Messy("nothing", lambda: b"", None),
    Messy("an empty sheet", lambda: saved(Workbook()), None),
)


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for each in MESSY:
        data = each.data()
        ending = "xlsx" if data.startswith(b"PK") else "csv"
        (folder / f"{each.name}.{ending}").write_bytes(data)


if __name__ == "__main__":
    main()
