"""What lies near a point is found by Qt's index; it is what a search of the whole board finds."""

from random import Random

import pytest
from pytestqt.qtbot import QtBot

from designer.ui.canvas import BoardView
from designer.ui.canvas.hits import arrow_at, card_at
from model import edits
from model.document import Document
from model.file import read
from model.layout.geometry import Point
from samples import SAMPLES

REACH = 12.0


def agree_everywhere(view: BoardView) -> None:
    dice, board = Random(3), view.board  # noqa: S311 - nothing secret
    places = [
        Point(dice.uniform(0, board.width), dice.uniform(0, board.height)) for _ in range(400)
    ]
    places += [point for arrow in board.arrows.values() for point in arrow.points]
    places += [card.box.centre for card in board.cards.values()]
    for place in places:
        near = view.board_scene.near(place, REACH)
        assert card_at(near, place) == card_at(board, place)
        assert (arrow_at(near, place, REACH) is None) == (arrow_at(board, place, REACH) is None)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_near_is_what_is_there_also_after_changes(qtbot: QtBot, sample: object) -> None:
    document = Document(read(sample.path))  # type: ignore[attr-defined]
    view = BoardView(document, "fi")
    qtbot.addWidget(view)
    agree_everywhere(view)
    stage = document.pathway.stages[0]
    document.do(edits.remove(document.pathway, (stage.id,)))
    agree_everywhere(view)
    document.undo()
    agree_everywhere(view)
