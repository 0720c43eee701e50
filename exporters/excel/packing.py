"""From openpyxl's workbook to the bytes of its file, the rows of its sheets made as text.

openpyxl makes an element of every cell, and looks its style up anew, which takes most of the time
of a large workbook. All else of a file is openpyxl's own; so are rows with what no sheet of ours
holds: formulas, comments, text of several looks.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.cell._writer import _set_attributes  # type: ignore[attr-defined]
from openpyxl.compat import safe_string
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter
from openpyxl.xml.functions import Element, SubElement, fromstring

# Read as text, a carriage return would become a line feed (XML 1.0, 2.11).
_KEPT: Final = {"\r": "&#13;"}
_PLAIN: Final = frozenset("snbd")
"""Types of cells that hold one value: text, number, yes or no, day."""


def packed(workbook: Workbook) -> bytes:
    """Return the .xlsx file; its properties say when it was made."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED, allowZip64=True) as archive:
        _Book(workbook, archive).write_data()
    return stream.getvalue()


class _Book(ExcelWriter):
    def write_worksheet(self, ws: Worksheet) -> None:
        book: Any = self
        sheet: Any = ws
        sheet._drawing = SpreadsheetDrawing()  # noqa: SLF001 - all this as openpyxl does it
        sheet._drawing.charts, sheet._drawing.images = sheet._charts, sheet._images  # noqa: SLF001
        stream = BytesIO()
        writer: Any = _Sheet(sheet, stream)
        writer.write()
        sheet._rels = writer._rels  # noqa: SLF001
        book._archive.writestr(sheet.path[1:], stream.getvalue())  # noqa: SLF001
        book.manifest.append(sheet)


class _Sheet(WorksheetWriter):
    def __init__(self, ws: Any, out: BytesIO) -> None:
        super().__init__(ws, out)
        self._page = ws
        self._styles: dict[int, tuple[Any, str]] = {}
        self._rows: dict[tuple[object, ...], str] = {}
        self._letters = [get_column_letter(place) for place in range(1, ws.max_column + 1)]

    def write_row(self, xf: Any, row: Iterable[Any], row_idx: int) -> None:
        cells = list(row)
        if all(cell.data_type in _PLAIN and cell._comment is None for cell in cells):  # noqa: SLF001
            said = self._said_of(row_idx)
            xf.write(fromstring(f'<row r="{row_idx}"{said}>{"".join(self._cells(cells))}</row>'))
        else:
            super().write_row(xf, cells, row_idx)

    def _said_of(self, number: int) -> str:
        """Return what is said of a row; most rows of a sheet are as high as some others."""
        if number not in self._page.row_dimensions:
            return ""
        row = self._page.row_dimensions[number]
        key = (
            *(row.ht, row.hidden, row.outlineLevel, row.collapsed, row.thickBot, row.thickTop),
            *(row._style or ()),  # noqa: SLF001
        )
        if key not in self._rows:
            said = {name: value for name, value in row if name != "r"}
            self._rows[key] = "".join(f" {name}={quoteattr(said[name])}" for name in said)
        return self._rows[key]

    def write_hyperlinks(self) -> None:
        links = self._page._hyperlinks  # noqa: SLF001
        if not links or any(link.target or link.tooltip or link.display for link in links):
            super().write_hyperlinks()
            return
        element = Element("hyperlinks")
        for link in links:
            SubElement(element, "hyperlink", {"ref": link.ref, "location": link.location})
        self.xf.send(element)

    def _cells(self, row: Iterable[Any]) -> Iterator[str]:
        for cell in row:
            style, value = self._style_of(cell._style), cell._value  # noqa: SLF001
            if value is None and not style:
                continue
            start = f'<c r="{self._letters[cell.column - 1]}{cell.row}"{style}'
            if isinstance(value, str) and value:
                if link := cell._hyperlink:  # noqa: SLF001
                    self._page._hyperlinks.append(link)  # noqa: SLF001
                kept = ' xml:space="preserve"' if value != value.strip() else ""
                yield f'{start} t="inlineStr"><is><t{kept}>{escape(value, _KEPT)}</t></is></c>'
                continue
            value, said = _set_attributes(cell)  # appends the link of a cell, too
            start = f'{start} t="{said["t"]}"'
            blank = value is None or value == ""
            yield f"{start}/>" if blank else f"{start}><v>{escape(safe_string(value))}</v></c>"

    def _style_of(self, style: Any) -> str:
        """Return how a cell names its style; cells of one look share one array."""
        if id(style) not in self._styles:
            dressed = style is not None and any(style)
            number = self._page.parent._cell_styles.add(style) if dressed else 0  # noqa: SLF001
            self._styles[id(style)] = style, f' s="{number}"' if dressed else ""
        return self._styles[id(style)][1]
