"""Colours that can be read, signs for everything that has a meaning."""

import pytest
from fontTools.pens.boundsPen import BoundsPen
from fontTools.svgLib.path import SVGPath
from lxml import etree

from exporters.diagram import icons
from exporters.diagram.look import LIGHT, SIGN_ICONS
from model.codes import ChannelKind, Sector, Severity, StageKind
from model.layout.geometry import CardSign
from tests.contrast import contrast


def test_contrast_of_black_and_white_is_what_wcag_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("sector", [*Sector, None])
def test_a_sector_can_be_read_on_paper_and_on_its_tint(sector: Sector | None) -> None:
    look = LIGHT.sectors[sector]
    assert contrast(look.strong, LIGHT.paper) >= 4.5
    assert contrast(look.strong, look.tint) >= 4.5
    assert contrast(LIGHT.ink, look.tint) >= 7
    for line in (LIGHT.arrow, LIGHT.crossing_arrow, LIGHT.accent):
        assert contrast(line, look.tint) >= 3


@pytest.mark.parametrize("severity", Severity)
def test_a_severity_can_be_read(severity: Severity) -> None:
    look = LIGHT.severities[severity]
    assert contrast(look.strong, look.tint) >= 4.5
    assert contrast(look.strong, LIGHT.paper) >= 4.5


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (LIGHT.on_phase, LIGHT.phase),
        (LIGHT.on_chip, LIGHT.chip),
        (LIGHT.on_label, LIGHT.label),
        (LIGHT.on_note, LIGHT.note),
        (LIGHT.muted, LIGHT.card),
        (LIGHT.alarm, LIGHT.card),
        (LIGHT.accent, LIGHT.paper),
    ],
)
def test_texts_can_be_read(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


def test_a_label_s_border_can_be_seen() -> None:
    assert contrast(LIGHT.label_border, LIGHT.paper) >= 3


def test_no_two_sectors_and_no_two_severities_look_alike() -> None:
    sectors, severities = LIGHT.sectors.values(), LIGHT.severities.values()
    for signs in ([look.icon for look in sectors], [look.icon for look in severities]):
        assert len(set(signs)) == len(signs)
    assert len({look.strong for look in sectors}) == len(LIGHT.sectors)


def test_every_kind_of_stage_and_channel_has_its_own_sign() -> None:
    kinds = [*StageKind, *ChannelKind, *CardSign]
    assert set(SIGN_ICONS) == set(kinds)
    assert len(set(SIGN_ICONS.values())) == len(kinds)


def test_all_signs_are_there() -> None:
    sectors = {look.icon for look in LIGHT.sectors.values()}
    severities = {look.icon for look in LIGHT.severities.values()}
    assert sectors | severities | set(SIGN_ICONS.values()) <= set(icons.names())


@pytest.mark.parametrize("name", icons.names())
def test_an_icon_is_lines_inside_its_square(name: str) -> None:
    pen = BoundsPen(None)
    SVGPath.fromstring(icons.document(name)).draw(pen)
    left, bottom, right, top = pen.bounds
    assert left >= 1
    assert bottom >= 1
    assert right <= 23
    assert top <= 23
    inner = etree.fromstring(f"<svg>{icons.svg(name)}</svg>")
    known = {"path", "circle", "line", "rect", "polyline", "polygon", "ellipse"}
    assert {element.tag for element in inner} <= known
    assert len(inner) >= 1


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(icons.NoSuchIconError):
        icons.svg("no-such-icon")
