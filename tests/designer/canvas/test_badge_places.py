"""Badges of arrows lie on no badge, card or label, on the samples and on crowded boards."""

from collections.abc import Iterator
from itertools import combinations
from math import dist

import pytest
from PySide6.QtCore import QPointF

from designer.ui.canvas.badge_places import badge_places
from designer.ui.canvas.badges import RADIUS
from model import edits, file
from model.codes import Severity
from model.ids import Id
from model.layout import board, font_measure
from model.layout.geometry import Board, Point, Rect
from samples import SAMPLES, Sample
from tests.designer.canvas.conftest import Hand
from tests.pathways import At, build, crowded


def overlaps(board: Board, places: dict[Id, Point]) -> Iterator[str]:
    boxes = {f"card {id}": card.box for id, card in board.cards.items()}
    boxes |= {f"label {id}": arrow.label.box for id, arrow in board.arrows.items() if arrow.label}
    for id, place in places.items():
        for name, box in boxes.items():
            if reaches(place, box):
                yield f"{id} on {name}"
    for (one, at), (other, there) in combinations(places.items(), 2):
        if dist(at, there) < 2 * RADIUS:
            yield f"{one} on {other}"


def reaches(place: Point, box: Rect) -> bool:
    return (
        box.x - RADIUS < place.x < box.right + RADIUS
        and box.y - RADIUS < place.y < box.bottom + RADIUS
    )


def badges(board: Board) -> dict[Id, Point]:
    """Return the places of badges when something was found about every record."""
    return dict(badge_places(board, {*board.arrows, *board.cards}))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.path.stem)
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_on_the_samples(sample: Sample, language: str) -> None:
    drawn = board(file.read(sample.path), font_measure(), language)
    places = badges(drawn)
    assert places.keys() == drawn.arrows.keys()
    assert list(overlaps(drawn, places)) == []


@pytest.mark.parametrize("seed", range(30))
def test_on_crowded_boards(seed: int) -> None:
    drawn = board(crowded(seed), font_measure(), "fi")
    assert list(overlaps(drawn, badges(drawn))) == []


def test_where_a_label_fills_the_line_the_badge_sits_at_the_labels_edge() -> None:
    pathway = build(
        actors=["A"],
        phases=["P"],
        stages=[At("Yksi"), At("Kaksi", column=1)],
        arrows=[(0, 1, "lähete")],
    )
    drawn = board(pathway, font_measure(), "fi")
    label = drawn.arrows["h0"].label
    assert label is not None
    (place,) = badges(drawn).values()
    assert place.y in {label.box.y - RADIUS - 1, label.box.bottom + RADIUS + 1}
    assert label.box.x < place.x < label.box.right


def test_a_badge_without_anything_in_its_way_sits_in_the_middle_of_the_line() -> None:
    pathway = build(
        actors=["A", "B"],
        phases=["P"],
        stages=[At("Yksi"), At("Kaksi", column=4), At("Väli", 1, column=2)],
        arrows=[(0, 1)],
    )
    drawn = board(pathway, font_measure(), "fi")
    start, end = drawn.arrows["h0"].points
    assert badges(drawn) == {"h0": ((start.x + end.x) / 2, start.y)}


def test_only_what_is_marked_takes_room() -> None:
    drawn = board(crowded(1), font_measure(), "fi")
    some = list(drawn.arrows)[::2]
    assert badge_places(drawn, some).keys() == set(some)
    assert badge_places(drawn, ()) == {}


def test_the_board_draws_badges_there_and_leaves_room_for_them(hand: Hand) -> None:
    hand.view.set_findings({"h1": (Severity.ERROR, 1)})
    item = hand.view.board_scene.arrows["h1"]
    assert item.badge_at == badge_places(hand.view.board, {"h1"})["h1"]
    assert item.boundingRect().contains(QPointF(*item.badge_at))
    before = item.badge_at
    hand.document.do(edits.move_stage(hand.pathway, "s2", actor="a2", phase="p1", column=2))
    assert item.badge_at == badge_places(hand.view.board, {"h1"})["h1"] != before
    hand.view.set_findings({})
    assert item.badge_at is None
