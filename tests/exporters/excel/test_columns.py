"""Values in parts of records: a part comes to be, is changed, and goes."""

import pytest
from msgspec.structs import replace

from exporters.excel.columns import default_of, with_value
from exporters.excel.read_back import read_back
from model.parts import TimeTarget
from model.records import PathwayInfo
from model.text import AgeRange, read_span
from tests.exporters.excel.books import book_bytes, edited, write
from tests.exporters.excel.small_board import board, with_records
from tests.sparing import one_in

AGES = AgeRange(youngest=7, oldest=12)


@pytest.mark.parametrize("owner", ["s1.time_targets.0", "h1.send_within"])
@pytest.mark.parametrize("blank", one_in(3, [{"oldest"}, {"youngest"}, {"youngest", "oldest"}]))
def test_a_time_outlives_its_ages(owner: str, blank: set[str]) -> None:
    time = TimeTarget(limit=read_span("3 vrk"), ages=AGES)
    now = with_records(
        board(),
        replace(board()["s1"], time_targets=(time,)),
        replace(board()["h1"], send_within=time),
    )
    data = edited(
        book_bytes(now), lambda book: [write(book, "times", owner, age, None) for age in blank]
    )
    left = None if len(blank) > 1 else replace(AGES, **dict.fromkeys(blank))
    record, field = owner.split(".")[:2]
    mended = replace(time, ages=left)
    value = (mended,) if field == "time_targets" else mended
    expected = with_records(now, replace(now[record], **{field: value}))
    assert read_back(data, now).filled_in == expected


def test_the_age_of_nought_is_said() -> None:
    info = PathwayInfo(id="info", title={"fi": "Uni"})
    assert with_value(info, ("ages", "youngest"), 0, AgeRange).ages == AgeRange(youngest=0)


def test_what_is_no_field_has_no_default() -> None:
    with pytest.raises(KeyError):
        default_of(AgeRange, "ages")
