"""Texts on the board: measured by the shipped font, broken into lines, never clipped."""

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from model.layout.font import UNKNOWN_WIDTH, baseline_of, font_measure
from model.layout.geometry import TextStyle
from model.layout.metrics import FONT_FAMILY, FONT_FILES, FONTS
from model.layout.text import wrap, wrap_evenly
from tests.pathways import any_words, words

MEASURE = font_measure()
TITLE = TextStyle.CARD_TITLE
SENTENCES = (
    "Kuntoutussuunnitelman tarkistus – tilanne 7 vrk jälkeen",
    "AVAT To Wa “Yö” ≤ 3 kk → jatko…",
    "Sámegiella: čđŋšŧž ČĐŊŠŦŽ åäö ÅÄÖ",
)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("style", TextStyle)
def test_widths_are_those_that_qt_draws(style: TextStyle) -> None:
    for path in FONT_FILES:
        assert QFontDatabase.addApplicationFont(str(path)) >= 0
    font = QFont(FONT_FAMILY)
    font.setPixelSize(FONTS[style].size_px)
    font.setBold(FONTS[style].bold)
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    for sentence in SENTENCES:
        drawn = QFontMetricsF(font).horizontalAdvance(sentence)
        rounding = len(sentence) / 64  # Qt counts a letter's width in 64ths of a pixel
        assert MEASURE.width(sentence, style) == pytest.approx(drawn, abs=rounding)


@pytest.mark.parametrize("path", FONT_FILES)
def test_the_font_has_the_letters_of_finnish_swedish_and_sami(path: str) -> None:
    with TTFont(path) as font:
        known = set(font.getBestCmap())
        assert font["name"].getDebugName(1) == FONT_FAMILY
    needed = "".join(SENTENCES) + "áâéõüæøÁÂÉÕÜÆØ—‘’„”«»·•€§°×≥←↑↓"
    assert [letter for letter in needed if ord(letter) not in known] == []


def test_the_fonts_licence_is_beside_it() -> None:
    licence = (FONT_FILES.regular.parent / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_unknown_letters_count_as_wide_and_marks_as_nothing() -> None:
    size = FONTS[TITLE].size_px
    assert MEASURE.width("漢", TITLE) == UNKNOWN_WIDTH * size
    assert MEASURE.width("e\u0330", TITLE) == MEASURE.width("e", TITLE)


def test_a_baseline_lies_in_the_lower_half_of_its_line() -> None:
    for style in TextStyle:
        assert FONTS[style].line_height / 2 < baseline_of(style) < FONTS[style].line_height


@given(st.one_of(words, any_words), st.integers(30, 200))
def test_lines_fit_and_keep_every_letter(text: str, width: int) -> None:
    lines = wrap(text, TITLE, width, MEASURE)
    for line in lines:
        assert MEASURE.width(line, TITLE) <= width or len(line) == 1
    shown = "".join(lines).replace("-", "").replace(" ", "")
    assert shown == "".join(text.split()).replace("-", "")


@given(st.one_of(words, any_words), st.integers(60, 120))
def test_even_lines_are_as_few_and_not_wider(text: str, width: int) -> None:
    lines = wrap(text, TITLE, width, MEASURE)
    even = wrap_evenly(text, TITLE, width, MEASURE)
    assert len(even) == len(lines)
    assert all(MEASURE.width(line, TITLE) <= width or len(line) == 1 for line in even)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", ()),
        ("   ", ()),
        ("Kuntoutussuunnitelman tarkistus", ("Kuntoutus-", "suunnitelman", "tarkistus")),
        ("asiakasohjauskeskus", ("asiakasohjaus-", "keskus")),
        ("Rehabiliteringsplanering", ("Rehabiliterings-", "planering")),
        ("Uusi monipalvelukoordinaattori", ("Uusi monipalvelu-", "koordinaattori")),
        ("Järjestelmällisyydelläänkään", ("Järjestelmällisyydel-", "läänkään")),
        ("e\u0301" * 30, ("e\u0301" * 16 + "-", "e\u0301" * 14)),
    ],
)
def test_words_are_cut_where_a_reader_expects_it(text: str, lines: tuple[str, ...]) -> None:
    assert wrap(text, TITLE, 136, MEASURE) == lines
