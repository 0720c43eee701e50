"""What a workbook costs, written and brought back, beside bare openpyxl with the very same cells.

Both in one run. The floor writes every cell of our workbook with its value, without any form, list
or mark; it reads by loading our workbook. What ours takes besides is looking: form, drop-downs,
gaps and the checks' findings on writing; limits, names and comparing every cell on reading.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from io import BytesIO

from openpyxl import Workbook, load_workbook

from benchmarks.table import Row
from benchmarks.timing import of, processor
from exporters.excel import EXCEL
from exporters.excel.read_back import read_back
from exporters.exporter import Options
from model.pathway import Pathway

REPETITIONS = 5
_MADE_AT = datetime(2026, 11, 22, 9, tzinfo=UTC)

Cells = list[tuple[str, list[tuple[int, int, object]]]]
"""Each sheet's title, and its cells: row, column, value."""


def rows(pathway: Pathway) -> list[Row]:
    data = _ours(pathway)
    cells = _cells(data)
    stages = len(pathway.stages)
    written, floor_written = partial(_ours, pathway), partial(_floor, cells)
    back, floor_back = partial(read_back, data, pathway), partial(load_workbook, BytesIO(data))
    return [
        _row("workbook: written", "openpyxl, same cells", stages, written, floor_written),
        _row("workbook: brought back", "openpyxl load", stages, back, floor_back),
    ]


def _row(
    act: str, floor_act: str, stages: int, ours: Callable[[], object], floor: Callable[[], object]
) -> Row:
    ours_seconds, floor_seconds = [], []
    for _turn in range(REPETITIONS):  # in turns: what slows the machine down slows both
        ours_seconds.append(processor(ours))
        floor_seconds.append(processor(floor))
    return Row(act, floor_act, stages, of(ours_seconds), of(floor_seconds))


def _ours(pathway: Pathway) -> bytes:
    [(_name, data)] = EXCEL.build(
        pathway, Options(languages=("fi",), made_at=_MADE_AT), lambda _share: None
    )
    return data


def _cells(data: bytes) -> Cells:
    book = load_workbook(BytesIO(data))
    return [
        (
            sheet.title,
            [
                (cell.row, cell.column or 1, cell.value)
                for row in sheet.iter_rows()
                for cell in row
                if cell.value is not None
            ],
        )
        for sheet in book.worksheets
    ]


def _floor(cells: Cells) -> bytes:
    book = Workbook()
    for title, values in cells:
        sheet = book.create_sheet(title)
        for row, column, value in values:
            sheet.cell(row, column).value = value
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()
