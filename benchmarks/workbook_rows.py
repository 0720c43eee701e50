"""What a workbook costs, written and brought back, beside bare openpyxl with the very same cells.

Both in one run. The floor writes every cell of our workbook with its value and its style, the
styles made beforehand; it reads by loading our workbook. What ours takes besides is finding out
what to write: the pathway laid out, the checks' findings, heights of rows, drop-downs and marks;
on reading limits, names and comparing every cell.
"""

from copy import copy
from datetime import UTC, datetime
from functools import partial
from io import BytesIO
from typing import Any, Final, NamedTuple

from openpyxl import Workbook, load_workbook

from benchmarks.synthetic import synthetic
from benchmarks.table import Row
from benchmarks.timing import in_turns, repetitions
from exporters.excel import EXCEL
from exporters.excel.read_back import read_back
from exporters.exporter import Options
from model.pathway import Pathway

_MADE_AT = datetime(2026, 11, 22, 9, tzinfo=UTC)

_STYLES: Final = (
    "_fonts",
    "_fills",
    "_borders",
    "_alignments",
    "_protections",
    "_number_formats",
    "_cell_styles",
)
"""Where a workbook of openpyxl keeps what its cells look like."""


class Content(NamedTuple):
    """What a workbook holds: its styles, and of each sheet row, column, value, style of cells."""

    styles: dict[str, Any]
    sheets: list[tuple[str, list[tuple[int, int, Any, Any]]]]


def rows(stages: int) -> list[Row]:
    pathway = synthetic(stages)
    data = _ours(pathway)
    content = _content(data)
    times = repetitions(stages)
    written, bare = in_turns(partial(_ours, pathway), partial(_floor, content), times=times)
    back, loaded = in_turns(
        partial(read_back, data, pathway), lambda: load_workbook(BytesIO(data)), times=times
    )
    return [
        Row("workbook: written", "openpyxl, same cells", stages, written, bare),
        Row("workbook: brought back", "openpyxl load", stages, back, loaded),
    ]


def _ours(pathway: Pathway) -> bytes:
    [(_name, data)] = EXCEL.build(
        pathway, Options(languages=("fi",), made_at=_MADE_AT), lambda _share: None
    )
    return data


def _content(data: bytes) -> Content:
    book = load_workbook(BytesIO(data))
    return Content(
        {name: getattr(book, name) for name in _STYLES},
        [
            (
                sheet.title,
                [
                    (cell.row or 1, cell.column or 1, cell.value, getattr(cell, "_style", None))
                    for row in sheet.iter_rows()
                    for cell in row
                    if cell.value is not None or cell.has_style
                ],
            )
            for sheet in book.worksheets
        ],
    )


def _floor(content: Content) -> bytes:
    book = Workbook()
    for name, value in content.styles.items():
        setattr(book, name, value)
    for title, cells in content.sheets:
        sheet = book.create_sheet(title)
        for row, column, value, style in cells:
            cell: Any = sheet.cell(row, column)
            cell._style = copy(style)  # noqa: SLF001 - how openpyxl's guide copies a style
            cell.value = value
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
