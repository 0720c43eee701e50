"""Texts in several languages and spans of time."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.text import (
    Span,
    TimeUnit,
    in_language,
    read_span,
    shown,
    with_language,
    without_blanks,
)


@pytest.mark.parametrize(
    ("typed", "language", "least", "most", "unit"),
    [
        ("6 kk", "fi", 6, 6, TimeUnit.MONTH),
        ("≤3 kk", "fi", 3, 3, TimeUnit.MONTH),
        ("3-12 kk", "fi", 3, 12, TimeUnit.MONTH),
        ("1–3 v", "fi", 1, 3, TimeUnit.YEAR),
        ("2 v", "sv", 2, 2, TimeUnit.WEEK),
        ("2 år", "sv", 2, 2, TimeUnit.YEAR),
        ("3 månader", "sv", 3, 3, TimeUnit.MONTH),
        ("14 vrk", "fi", 14, 14, TimeUnit.DAY),
        ("14 päivää", "fi", 14, 14, TimeUnit.DAY),
        ("14 dygn", "sv", 14, 14, TimeUnit.DAY),
        ("7 arkipäivää", "fi", 7, 7, TimeUnit.WORKING_DAY),
        ("7 vardagar", "sv", 7, 7, TimeUnit.WORKING_DAY),
        ("enintään 48 tuntia", "fi", 48, 48, TimeUnit.HOUR),
        ("3 viikkoa lähetteestä", "fi", 3, 3, TimeUnit.WEEK),
        ("heti", "fi", 0, 0, TimeUnit.MINUTE),
        ("sama arkipäivä", "fi", 0, 0, TimeUnit.WORKING_DAY),
        ("samma vardag", "sv", 0, 0, TimeUnit.WORKING_DAY),
        ("up to 3 working days", "en", 3, 3, TimeUnit.WORKING_DAY),
        ("käynnillä", "fi", None, None, None),
        ("12-3 kk", "fi", None, None, None),
        ("99999 kk", "fi", None, None, None),
    ],
)
def test_spans_are_read_as_people_write_them(
    typed: str, language: str, least: int | None, most: int | None, unit: TimeUnit | None
) -> None:
    span = read_span(typed, language)
    assert (span.typed, span.least, span.most, span.unit) == (typed, least, most, unit)


@pytest.mark.parametrize(
    ("mine", "limit", "answer"),
    [
        ("3 kk", "3 kk", True),
        ("12 kk", "1 v", True),
        ("1 v", "11 kk", False),
        ("2 vk", "14 vrk", True),
        ("15 vrk", "2 vk", False),
        ("3 kk", "6 kk", True),
        ("84 vrk", "3 kk", True),
        ("94 vrk", "3 kk", False),
        ("90 vrk", "3 kk", None),
        ("7 arkipäivää", "7 arkipäivää", True),
        ("5 arkipäivää", "14 vrk", True),
        ("7 arkipäivää", "6 vrk", False),
        ("7 arkipäivää", "8 vrk", None),
        ("5 arkipäivää", "7 vrk", None),
        ("3-12 kk", "6 kk", False),
        ("käynnillä", "6 kk", None),
        ("6 kk", "käynnillä", None),
        ("heti", "sama arkipäivä", True),
    ],
)
def test_spans_compare_or_say_that_they_cannot(mine: str, limit: str, answer: object) -> None:
    assert read_span(mine).at_most(read_span(limit)) is answer


@settings(deadline=None)
@given(st.integers(0, 400), st.sampled_from(["min", "h", "vrk", "arkipäivää", "vk", "kk", "v"]))
def test_a_span_keeps_within_itself(amount: int, unit: str) -> None:
    span = read_span(f"{amount} {unit}")
    assert span.at_most(span)
    days = span.days()
    assert days is not None
    assert days[0] <= days[1]


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_words_are_kept(words: str) -> None:
    span = read_span(words)
    assert span.typed == " ".join(words.split())


def test_iso_durations() -> None:
    assert [read_span(typed).iso for typed in ("6 kk", "48 h", "3 vk", "7 arkipäivää")] == [
        "P6M",
        "PT48H",
        "P3W",
        "P7D",
    ]
    assert Span(typed="joskus").iso is None


def test_a_text_falls_back_to_a_language_that_has_it() -> None:
    assert in_language({"fi": "Vaihe", "sv": "Steg"}, "sv") == "Steg"
    assert in_language({"sv": "Steg"}, "fi") == "Steg"
    assert in_language({"en": "Stage", "sv": "Steg"}, "fi") == "Steg"
    assert in_language({"se": "Lávki"}, "fi") == "Lávki"
    assert in_language({}, "fi") == ""


def test_writing_one_language_leaves_the_others() -> None:
    text = with_language({"fi": "Vaihe"}, "sv", "Steg")
    assert text == {"fi": "Vaihe", "sv": "Steg"}
    assert with_language(text, "fi", "  ") == {"sv": "Steg"}


@pytest.mark.parametrize(
    "parts", [{"most": 6}, {"least": 1, "most": 6}, {"unit": TimeUnit.DAY}, {"least": 1}]
)
def test_a_length_is_whole_or_none(parts: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="needs its least"):
        Span(typed="?", **parts)


def test_a_length_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="longer than the most"):
        Span(typed="12-3 kk", least=12, most=3, unit=TimeUnit.MONTH)


def test_languages_without_words_are_left_out() -> None:
    assert without_blanks({"fi": "Vaihe", "sv": "", "en": " \n"}) == {"fi": "Vaihe"}


def test_what_would_turn_the_display_stands_as_its_code() -> None:
    text = {"fi": "Lähete \u202ehyväksytty\u202c\x1b[31m"}
    assert in_language(text, "fi") == "Lähete [U+202E]hyväksytty[U+202C][U+001B][31m"


def test_what_texts_are_written_with_stays() -> None:
    words = "Rivi 1\n\tRivi 2 \u00ad\u200d\u200e 👩\u200d⚕️ Čielggadus"
    assert shown(words) == words
