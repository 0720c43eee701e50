"""The PNG of a board."""

import pytest
from PySide6.QtGui import QColor, QImage

from exporters.diagram.look import LIGHT
from exporters.diagram.png import LONGEST_SIDE, PNG, picture_scale
from exporters.exporter import ExportError
from model.layout import board, font_measure
from model.layout.geometry import Board
from tests.exporters.diagram.drawn import SMALL, hostile, made_by


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


def test_long_boards_are_drawn_smaller_and_vast_ones_refused() -> None:
    assert picture_scale(sized(4_000, 2_000)) == 2
    assert picture_scale(sized(20_000, 2_000)) == LONGEST_SIDE / 20_000
    with pytest.raises(ExportError, match="too large for a picture"):
        picture_scale(sized(20_000, 18_000))
