"""Whatever stands in a table and however it is mapped: a sound pathway, or a refusal in words."""

from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from openpyxl.utils import get_column_letter

from exporters.excel.limits import WorkbookError
from exporters.excel.opening import ErrorValue, Page
from exporters.excel.read_back import FaultyWorkbookError
from exporters.table import TABLE
from exporters.table.mapping import ROWS, MappedColumn, MappingError, TableMapping, fields_of
from exporters.table.opening import pages_of
from exporters.table.proposing import proposed
from exporters.table.reading import read_table
from model import file
from model.file import UnreadableFileError
from tests.exporters.excel.small_board import board
from tests.exporters.table.messy_tables import MESSY

REFUSED = (WorkbookError, FaultyWorkbookError, MappingError)
MANY = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
NAMES = ["Yhteydenotto", "Arvio", "Hoitaja", "Asiakas", "Alku", "kyllä", "7 vrk", "Yhteensä", "s2"]
VALUES = st.one_of(
    st.none(),
    st.sampled_from(NAMES),
    st.text(max_size=6),
    st.integers(-5, 90_000),
    st.floats(allow_nan=True),
    st.booleans(),
    st.dates(date(1899, 1, 1), date(2200, 1, 1)),
    st.just(ErrorValue("#N/A")),
)


@st.composite
def pages_with_mappings(draw: st.DrawFn) -> tuple[Page, TableMapping]:
    width, height = draw(st.integers(1, 6)), draw(st.integers(0, 7))
    cells: dict[tuple[int, int], Any] = {
        (row, at): value
        for row in range(1, height + 1)
        for at in range(1, width + 1)
        if (value := draw(VALUES)) not in (None, "")
    }
    places = st.tuples(st.integers(1, 7), st.integers(1, 6))
    formulas = draw(st.frozensets(places, max_size=2))
    merged = {}
    if draw(st.booleans()):
        row, at = draw(places)
        area = f"{get_column_letter(at)}{row}:{get_column_letter(at)}{row + 1}"
        merged = dict.fromkeys([(row, at), (row + 1, at)], area)
    rows = draw(st.sampled_from(ROWS)).key
    keys = draw(st.permutations([field.key for field in fields_of(rows)]))
    names = [key for key in ("title", "name", "source", "target") if key in keys]
    wanted = list(dict.fromkeys((*names, *keys)))[:width]
    columns = tuple(
        MappedColumn(get_column_letter(at), "", key) for at, key in enumerate(wanted, 1)
    )
    mapping = TableMapping(
        rows=rows,
        header_row=0,
        new_actors=draw(st.booleans()),
        new_phases=draw(st.booleans()),
        fill_down=draw(st.booleans()),
        columns=columns,
    )
    return Page("Taul1", cells, formulas, merged, {}), mapping


@MANY
@given(pages_with_mappings())
def test_any_cells_in_any_columns(drawn: tuple[Page, TableMapping]) -> None:
    page, mapping = drawn
    try:
        read = read_table([page], [mapping], board())
    except REFUSED:
        return
    assert file.loads(file.dumps(read.filled_in)) == read.filled_in
    assert set(board()) <= set(read.filled_in)


@MANY
@given(pages_with_mappings())
def test_a_proposal_can_be_used_or_tells_what_it_lacks(drawn: tuple[Page, TableMapping]) -> None:
    page, _mapping = drawn
    mapping = proposed(page, board(), "fi").mapping
    with suppress(*REFUSED):
        read_table([page], [replace(mapping, new_actors=True, new_phases=True)], board())


@MANY
@given(
    st.sampled_from(
        [messy.name for messy in MESSY if "UTF" in messy.name or "quotes" in messy.name]
    ),
    st.lists(st.tuples(st.integers(0, 400), st.binary(min_size=1, max_size=2)), max_size=4),
)
def test_damaged_text_files(name: str, damage: list[tuple[int, bytes]]) -> None:
    data = bytearray(next(messy.data for messy in MESSY if messy.name == name)())
    for place, wrong in damage:
        data[place : place + len(wrong)] = wrong
    with suppress(*REFUSED):
        pages = pages_of(bytes(data))
        read_table(pages, [proposed(pages[0], board(), "fi").mapping], board())
    with suppress(UnreadableFileError):
        TABLE.read(bytes(data), "fi")


def test_a_formula_in_a_text_file_is_a_text() -> None:
    words = '=HYPERLINK("http://x";"y")'
    data = b'Vaihe;Kuvaus\nUusi;"=HYPERLINK(""http://x"";""y"")"\n'
    made = TABLE.read(data, "fi").pathway
    assert [stage.what_happens for stage in made.stages] == [{"fi": words}]


@pytest.mark.parametrize("sign", ["\u202e", "\x07", "\ud800"])
def test_signs_that_no_file_can_hold_do_no_harm(sign: str) -> None:
    made = TABLE.read(f"Vaihe;Kuvaus\nA{sign}b;x\n".encode("utf-8", "surrogatepass"), "fi").pathway
    assert file.loads(file.dumps(made)) == made
