"""Dates, lengths of time and plain text in the reader's words."""

from datetime import date

import pytest
from msgspec.structs import replace

from exporters.website.words import Bullets, ages, blocks, day, time_limit, within
from model.lengths import length
from model.messages import speaking
from model.parts import TimeTarget
from model.text import AgeRange, read_span


@pytest.mark.parametrize(
    ("language", "written"),
    [("fi", "1.2.2026"), ("sv", "1.2.2026"), ("en", "1 February 2026")],
)
def test_a_day_is_written_as_its_readers_write_it(language: str, written: str) -> None:
    with speaking(language):
        assert day(date(2026, 2, 1)) == written


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("14 vrk", "at most 14 days"),
        ("1 vrk", "at most 1 day"),
        ("≤3 kk", "at most 3 months"),
        ("3-12 kk", "3–12 months"),
        ("heti", "at once"),
        ("sama arkipäivä", "on the same working day"),
        ("7 arkipäivää", "at most 7 working days"),
        ("2 h", "at most 2 hours"),
        ("90 min", "at most 90 minutes"),
        ("6 vk", "at most 6 weeks"),
        ("käynnillä", "käynnillä"),
    ],
)
def test_time_limits(typed: str, words: str) -> None:
    assert time_limit(read_span(typed)) == words


def test_a_length_is_no_limit() -> None:
    assert length(read_span("6 vk")) == "6 weeks"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("7 arkipäivää rajatut ryhmät", "at most 7 working days (rajatut ryhmät)"),
        ("≤14 vrk (kaikki)", "at most 14 days (kaikki)"),
        ("enintään 14 vrk", "at most 14 days"),
        ("sama arkipäivä (terveys)", "on the same working day (terveys)"),
        ("same working day", "on the same working day"),
        ("2 working days", "at most 2 working days"),
        ("at most 2 weeks if urgent", "at most 2 weeks (if urgent)"),
        ("heti", "at once"),
        ("käynnillä", "käynnillä"),
    ],
)
def test_what_was_typed_beside_a_length_is_told(typed: str, words: str) -> None:
    assert within(TimeTarget(limit=read_span(typed))) == words


def test_words_before_and_after_a_length_are_told() -> None:
    span = read_span("7 arkipäivää rajatuille ryhmille")
    typed = replace(span, typed="alku 7 arkipäivää rajatuille ryhmille")
    assert within(TimeTarget(limit=typed)) == "at most 7 working days (alku … rajatuille ryhmille)"


def test_a_limit_for_an_age_group_names_it() -> None:
    target = TimeTarget(limit=read_span("≤14 vrk (alle 23)"), ages=AgeRange(oldest=22))
    assert within(target) == "up to 22 years: at most 14 days"


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (None, ""),
        (AgeRange(), ""),
        (AgeRange(youngest=18), "from 18 years"),
        (AgeRange(oldest=17), "up to 17 years"),
        (AgeRange(youngest=18, oldest=22), "18–22 years"),
        (AgeRange(youngest=3, oldest=3), "3 years old"),
    ],
)
def test_ages(limits: AgeRange | None, words: str) -> None:
    assert ages(limits) == words


def test_blank_lines_part_paragraphs_and_dashes_make_lists() -> None:
    text = "First\nline two\n\nSecond:\n- one\n- two\nAfter"
    assert list(blocks(text)) == ["First\nline two", "Second:", ("one", "two"), "After"]
    assert isinstance(list(blocks(text))[2], Bullets)
    assert list(blocks("")) == []
    assert list(blocks("-5 degrees")) == ["-5 degrees"]
