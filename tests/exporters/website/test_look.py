"""The style sheets: colours come from the theme, and can be told apart."""

import re

import pytest

from exporters.diagram.look import LIGHT
from model.pathway import Pathway
from model.records import PathwayInfo
from tests.contrast import contrast
from tests.exporters.website.filled import site

TEXT_ON = [
    *(
        (words, behind)
        for words in ("ink", "muted", "link", "link-visited")
        for behind in ("paper", "card", "tint")
    ),
    ("ink", "alarm-tint"),
    ("link", "alarm-tint"),
    ("ink", "notice-tint"),
    ("on-alarm", "alarm"),
    ("on-brand", "brand"),
    ("on-header", "header"),
]


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return site(Pathway([PathwayInfo(id="x")]), "fi")


def test_sector_colours_are_those_of_the_board(files: dict[str, bytes]) -> None:
    light = files["theme.css"].decode().partition("@media")[0]
    colours = dict(re.findall(r"--([a-z_]+): (#\w+);", light))
    for sector, look in LIGHT.sectors.items():
        assert colours[sector or "none"] == look.strong


def test_the_look_takes_every_colour_from_the_theme(files: dict[str, bytes]) -> None:
    """A county changes theme.css and nothing else; print is black on white whatever the theme."""
    style, theme = files["style.css"].decode(), files["theme.css"].decode()
    told = set(re.findall(r"^ +--([a-z_-]+):", theme, re.MULTILINE))
    assert set(re.findall(r"var\(--([a-z_-]+)", style)) <= told | {"sector"}
    on_screen = style.partition("@media print")[0]
    own_colours = set(re.findall(r"#[0-9a-f]{3,8}\b", on_screen))
    assert own_colours <= {"#ffffff"}  # the board is drawn for white paper


def test_light_and_dark_have_enough_contrast(files: dict[str, bytes]) -> None:
    light, _, dark = files["theme.css"].decode().partition("@media")
    schemes = [dict(re.findall(r"--([a-z_-]+): (#\w+);", part)) for part in (light, dark)]
    schemes[1] = {**schemes[0], **schemes[1]}
    for colours in schemes:
        for words, behind in TEXT_ON:
            assert contrast(colours[words], colours[behind]) >= 4.5, (words, behind)
        for sector in LIGHT.sectors:
            assert contrast(colours[sector or "none"], colours["card"]) >= 3
