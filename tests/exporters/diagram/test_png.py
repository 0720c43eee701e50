"""The PNG of a board."""

import pytest
from msgspec.structs import replace
from PySide6.QtGui import QColor, QImage

from exporters.diagram.look import LIGHT
from exporters.diagram.png import LONGEST_SIDE, PNG, picture_scale, png_of_width
from exporters.exporter import ExportError
from exporters.part import Pixels
from model.layout import board, font_measure
from model.layout.geometry import Board
from tests.exporters.diagram.drawn import OPTIONS, SMALL, hostile, made_by


def test_a_picture_has_two_pixels_for_each_of_the_board() -> None:
    image = QImage.fromData(made_by(PNG.build))
    drawn = board(SMALL, font_measure(), "fi")
    assert image.width() == round(drawn.width * 2)
    assert image.height() == round(drawn.height * 2)
    assert image.dotsPerMeterX() == 7559  # 192 dots per inch
    header = drawn.phases[0].header
    assert image.pixelColor(round(header.x + 4) * 2, round(header.centre.y) * 2) == QColor(
        LIGHT.phase
    )


def test_it_carries_its_title() -> None:
    image = QImage.fromData(made_by(PNG.build))
    assert image.text("Title") == "Tyypin 2 diabetes"
    assert "Tyypin" not in image.text("Description")
    assert image.text("Description")


def test_hostile_texts_are_drawn() -> None:
    assert not QImage.fromData(made_by(PNG.build, hostile())).isNull()


def test_the_same_pathway_gives_the_same_bytes() -> None:
    assert made_by(PNG.build) == made_by(PNG.build)


def sized(width: float, height: float) -> Board:
    return Board(width, height, (), (), (), {}, {})


def test_a_picture_is_as_fine_as_was_asked_or_refused_with_what_would_fit() -> None:
    assert picture_scale(sized(4_000, 2_000), 192) == 2
    assert picture_scale(sized(4_000, 2_000), 300) == 3.125
    with pytest.raises(ExportError, match=r"40000 × 4000 pixels.*Choose 76 dpi or less"):
        picture_scale(sized(20_000, 2_000), 192)
    assert picture_scale(sized(20_000, 2_000), 76) * 20_000 <= LONGEST_SIDE
    with pytest.raises(ExportError, match="too large for a picture"):
        picture_scale(sized(40_000, 38_000), 96)
    with pytest.raises(ExportError, match="between 48 and 600 dpi"):
        picture_scale(sized(100, 100), 4_800)


def test_its_resolution_is_written_into_it() -> None:
    options = replace(OPTIONS, pixels=Pixels(resolution=300))
    image = QImage.fromData(made_by(PNG.build, options=options))
    drawn = board(SMALL, font_measure(), "fi")
    assert image.width() == round(drawn.width * 300 / 96)
    assert image.dotsPerMeterX() == image.dotsPerMeterY() == round(300 / 0.0254)


def test_the_paper_can_be_transparent() -> None:
    options = replace(OPTIONS, pixels=Pixels(transparent=True))
    image = QImage.fromData(made_by(PNG.build, options=options))
    card = next(iter(board(SMALL, font_measure(), "fi").cards.values()))
    assert image.pixelColor(2, 2).alpha() == 0
    assert image.pixelColor(round(card.box.centre.x * 2), round(card.box.y * 2) + 8).alpha() == 255
    assert QImage.fromData(made_by(PNG.build)).pixelColor(2, 2) == QColor(LIGHT.paper)


def test_a_picture_for_a_page_is_as_wide_as_the_page_wants() -> None:
    assert QImage.fromData(png_of_width(SMALL, "fi", 700)).width() == 700
