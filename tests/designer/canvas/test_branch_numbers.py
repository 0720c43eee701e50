"""The numbers at the branches of the focused stage."""

import pytest
from pytestqt.qtbot import QtBot

from designer.ui.canvas.branch_places import Disc, branch_places
from model import edits
from model.file import read
from model.layout import board, font_measure
from model.layout.geometry import Point, Rect
from samples import SAMPLES, Sample
from tests.designer.canvas.conftest import Hand, shown
from tests.designer.canvas.test_walking import branching


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    return shown(qtbot, branching())


def numbers(hand: Hand) -> list[int]:
    return [mark.number for mark in hand.view.hover.numbers.marks]


def test_a_stage_with_several_ways_onward_shows_their_numbers(hand: Hand) -> None:
    hand.view.select(("s1",))
    assert numbers(hand) == [1, 2]
    hand.view.select(("s0",))
    assert numbers(hand) == []
    hand.view.select(())
    assert numbers(hand) == []


def test_numbers_follow_the_board(hand: Hand) -> None:
    hand.view.select(("s1",))
    hand.document.do(edits.connect(hand.pathway, "s1", "s4"))
    hand.view.select(("s1",))
    assert numbers(hand) == [1, 2, 3]
    hand.document.undo()
    hand.document.do(edits.remove(hand.pathway, ["h1"]))
    hand.view.select(("s1",))
    assert numbers(hand) == []


def test_no_numbers_while_the_board_is_tiny(hand: Hand) -> None:
    hand.view.select(("s1",))
    assert numbers(hand) == [1, 2]
    hand.view.zoom_to(0.2)
    assert numbers(hand) == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
@pytest.mark.parametrize("zoom", [1.0, 0.6])
def test_on_the_samples_numbers_cover_no_card_no_label_and_no_other(
    sample: Sample, zoom: float
) -> None:
    pathway = read(sample.path)
    shown = board(pathway, font_measure(), "fi")
    boxes = [card.box for card in shown.cards.values()]
    boxes += [arrow.label.box for arrow in shown.arrows.values() if arrow.label]
    radius, branching, placed = 8.0 / zoom, 0, 0
    for stage in pathway.stages:
        ways = [way.id for way in pathway.leaving(stage.id)]
        if len(ways) == 1:
            continue
        side = shown.cards[stage.id].box
        handle = Disc(Point(side.right, side.centre.y), 8.0)
        squares = [
            Rect(place.x - radius, place.y - radius, 2 * radius, 2 * radius)
            for place in branch_places(shown, ways, radius, handle).values()
        ]
        branching, placed = branching + len(ways), placed + len(squares)
        assert not [square for square in squares for box in boxes if square.meets(box)]
        assert not [
            (one, other)
            for place, one in enumerate(squares)
            for other in squares[:place]
            if abs(one.centre.x - other.centre.x) < radius
            and abs(one.centre.y - other.centre.y) < radius
        ]
    assert placed >= branching - 1
