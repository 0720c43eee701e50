"""Every look can be read: texts, borders, signs and focus, of widgets and of the board."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from designer.ui import themes
from designer.ui.style_sheet import style_sheet
from designer.ui.themes import CONTRAST, DARK, LIGHT, ColourName, Colours, Theme
from exporters.diagram import look as exported
from model.codes import Sector, Severity
from tests.contrast import contrast

Pair = tuple[str, str, str]
"""What it is, and the two colours."""

TEXT, SIGN = 4.5, 3.0
HIGH = 7.0


def texts_of_widgets(c: Colours) -> Iterator[Pair]:
    for ground in ("paper", "ground", "marked"):
        for text in ("ink", "muted", "accent", "brand", "error", "warning"):
            yield f"{text} on {ground}", getattr(c, text), getattr(c, ground)
    yield "placeholder", c.placeholder, c.paper
    yield "pressed button", c.ink, c.pressed
    yield "progress", c.ink, c.progress
    yield "button", c.on_button, c.button
    yield "hovered button", c.on_button, c.button_hover
    yield "chosen", c.on_chosen, c.chosen
    yield "selected words", c.on_selection, c.selection
    yield "tool tip", c.on_tip, c.tip
    yield "not evaluated", c.unknown, c.unknown_tint
    yield "accepted", c.success, c.success_tint
    yield "not evaluated, hidden", c.unknown, c.paper
    yield "accepted, hidden", c.success, c.paper


def texts_of_board(theme: Theme) -> Iterator[Pair]:
    look = theme.board
    for ground in (look.paper, look.card):
        yield "name", look.ink, ground
        yield "signs of channels, notices", look.muted, ground
        yield "alarm", look.alarm, ground
    yield "phase", look.on_phase, look.phase
    yield "time", look.on_chip, look.chip
    yield "label", look.on_label, look.label
    yield "selected label", look.accent, look.label
    yield "note", look.on_note, look.note
    for sector, its in look.sectors.items():
        yield f"actor of {sector}", look.ink, its.tint
        yield f"name of {sector}", its.strong, its.tint
        yield f"name of {sector} on paper", its.strong, look.paper
    for severity, mark in look.severities.items():
        yield f"chip of {severity}", mark.strong, mark.tint
        yield f"{severity} in a list", mark.strong, theme.colours.paper
        yield f"number on {severity}", look.card, mark.strong


def signs_of_widgets(c: Colours) -> Iterator[Pair]:
    for ground in ("paper", "ground", "marked"):
        for sign in ("focus", "accent", "unknown", "success"):
            yield f"{sign} on {ground}", getattr(c, sign), getattr(c, ground)
    for ground in (c.paper, c.ground):
        yield "border", c.border, ground
        yield "handle", c.handle, ground
        yield "button", max((c.button, c.button_border), key=lambda x: contrast(x, ground)), ground
    yield "focused button", c.button_focus, c.button
    yield "chosen", c.chosen, c.paper
    yield "focus of the chosen one", c.chosen_focus, c.chosen
    yield "focus of the chosen one on paper", c.chosen_focus, c.paper
    yield "tick", "#ffffff", c.button


def signs_of_board(theme: Theme) -> Iterator[Pair]:
    look = theme.board
    grounds = {"paper": look.paper, "card": look.card} | {
        str(sector): its.tint for sector, its in look.sectors.items()
    }
    for name, ground in grounds.items():
        for line in ("arrow", "crossing_arrow", "accent", "alarm"):
            yield f"{line} on {name}", getattr(look, line), ground
        yield f"scroll bar on {name}", theme.colours.handle, ground
        yield f"note on {name}", look.note_border, ground
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO):
            yield f"{severity} on {name}", look.severities[severity].strong, ground
    for sector, its in look.sectors.items():
        yield f"card of {sector}", its.strong, look.card
    yield "border of a label", look.label_border, look.label
    yield "border of a label on paper", look.label_border, look.paper


def too_weak(pairs: Iterator[Pair], least: float) -> list[str]:
    return [
        f"{what}: {one} on {other} is {contrast(one, other):.2f}"
        for what, one, other in pairs
        if contrast(one, other) < least
    ]


LOOKS = pytest.mark.parametrize(
    ("theme", "least"),
    [(LIGHT, TEXT), (DARK, TEXT), (CONTRAST, HIGH)],
    ids=["light", "dark", "contrast"],
)


@LOOKS
def test_every_text_can_be_read(theme: Theme, least: float) -> None:
    assert too_weak(texts_of_widgets(theme.colours), least) == []
    assert too_weak(texts_of_board(theme), least) == []


@LOOKS
def test_every_border_sign_and_focus_can_be_seen(theme: Theme, least: float) -> None:
    del least
    assert too_weak(signs_of_widgets(theme.colours), SIGN) == []
    assert too_weak(signs_of_board(theme), SIGN) == []


@LOOKS
def test_the_signs_in_files_can_be_seen(theme: Theme, least: float) -> None:
    del least
    for file in Path(themes.__path__[0]).glob("marks/chevron-*.svg"):
        stroke = re.search(r'stroke="(#\w+)"', file.read_text(encoding="utf-8"))
        assert stroke is not None
        assert contrast(stroke[1], theme.colours.paper) >= SIGN


@LOOKS
def test_a_sheet_names_only_files_that_are_there(theme: Theme, least: float) -> None:
    del least
    named = re.findall(r'url\("([^"]+)"\)', style_sheet(theme))
    assert named
    assert [name for name in named if not Path(name).is_file()] == []


def test_high_contrast_has_no_tints_and_thick_frames() -> None:
    look = CONTRAST.board
    assert {its.tint for its in look.sectors.values()} == {look.paper}
    assert look.lane_edge
    assert contrast(look.lane_edge, look.paper) >= SIGN
    assert CONTRAST.focus_width > LIGHT.focus_width
    assert look.emphasis > LIGHT.board.emphasis


@LOOKS
def test_sectors_and_severities_differ_by_more_than_colour(theme: Theme, least: float) -> None:
    del least
    look = theme.board
    assert set(look.sectors) == {*Sector, None}
    for signs in (look.sectors, look.severities):
        icons = [its.icon for its in signs.values()]
        assert len(set(icons)) == len(icons)
    assert len({its.strong for its in look.sectors.values()}) == len(look.sectors)


def test_what_is_exported_looks_as_in_the_light() -> None:
    assert LIGHT.board is exported.LIGHT


def test_signs_are_drawn_in_colours_that_there_are() -> None:
    assert set(get_args(ColourName)) <= set(Colours._fields)
