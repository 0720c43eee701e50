"""From 10 to 400 %, badges touch neither each other nor words, and are as large as they may be."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath, QPolygonF

from designer.ui.canvas.badge_places import BadgePlaces
from designer.ui.canvas.badge_rooms import BadgeRooms
from designer.ui.canvas.badges import LOZENGE, RADIUS, number, reach
from designer.ui.canvas.items import FAR
from designer.ui.canvas.nearby import Nearby
from model import file
from model.codes import Severity
from model.ids import Id
from model.layout import board, font_measure
from model.layout.geometry import Board, Point, TextLine
from samples import SAMPLES, Sample
from tests.designer.canvas.conftest import Hand
from tests.pathways import At, build, crowded

ZOOMS = (0.1, 0.2, 0.35, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0, 2.0, 4.0)
FORMS = (Severity.ERROR, Severity.WARNING, Severity.INFO)


def rooms_of(drawn: Board) -> BadgeRooms:
    """Return the rooms when something was found about every record."""
    return BadgeRooms(Nearby(drawn), places_of(drawn))


def places_of(drawn: Board) -> BadgePlaces:
    return BadgePlaces(Nearby(drawn), {*drawn.arrows, *drawn.cards})


def badges_of(drawn: Board) -> dict[Id, Point]:
    places = places_of(drawn)
    return {id: at for id in (*drawn.cards, *drawn.arrows) if (at := places.of(id)) is not None}


def form(at: Point, radius: float, severity: Severity) -> QPainterPath:
    """Return a badge as `paint_badge` draws it, a hair smaller."""
    path, centre, r = QPainterPath(), QPointF(*at), radius - 0.01
    if severity is Severity.ERROR:
        path.addEllipse(centre, r, r)
    elif severity is Severity.WARNING:
        far = r * LOZENGE
        ends = [QPointF(0, -far), QPointF(far, 0), QPointF(0, far), QPointF(-far, 0)]
        path.addPolygon(QPolygonF([centre + end for end in ends]))
        path.closeSubpath()
    else:
        path.addRect(centre.x() - r + 1, centre.y() - r + 1, 2 * r - 2, 2 * r - 2)
    return path


def texts(drawn: Board) -> Iterator[TextLine]:
    for card in drawn.cards.values():
        yield from card.title
    for arrow in drawn.arrows.values():
        if arrow.label is not None:
            yield from arrow.label.lines


def written(line: TextLine) -> QPainterPath:
    path = QPainterPath()
    width = font_measure().width(line.text, line.style)
    path.addRect(line.x, line.baseline - 9, width, 11)  # from the top of its letters to below "g"
    return path


def touching(drawn: Board, zoom: float) -> list[str]:
    places, rooms = badges_of(drawn), rooms_of(drawn)
    radii = {id: rooms.radius(id, zoom, among_words=zoom >= FAR) for id in places}
    found = []
    for (one, at), (other, there) in combinations(places.items(), 2):
        if max(abs(at.x - there.x), abs(at.y - there.y)) > 2 * LOZENGE * max(radii.values()):
            continue
        forms = [
            (form(at, radii[one], s), form(there, radii[other], t)) for s in FORMS for t in FORMS
        ]
        if any(mine.intersects(theirs) for mine, theirs in forms):
            found.append(f"{one} touches {other}")
    if zoom >= FAR:
        lines = [(line.text, written(line)) for line in texts(drawn)]
        for id, at in places.items():
            shapes = [form(at, radii[id], severity) for severity in FORMS]
            found += [
                f"{id} on “{text}”"
                for text, box in lines
                if any(box.intersects(shape) for shape in shapes)
            ]
    return found


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.path.stem)
@pytest.mark.parametrize("zoom", ZOOMS)
def test_on_the_samples(sample: Sample, zoom: float) -> None:
    assert touching(board(file.read(sample.path), font_measure(), "fi"), zoom) == []


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("zoom", [0.1, 0.5, 1.0])
def test_on_crowded_boards(seed: int, zoom: float) -> None:
    assert touching(board(crowded(seed), font_measure(), "fi"), zoom) == []


def test_a_badge_with_room_grows_far_away_and_one_without_does_not() -> None:
    drawn = board(
        build(actors=["A"], phases=["P"], stages=[At("Yksi"), At("Kaksi", column=3)]),
        font_measure(),
        "fi",
    )
    one, two = drawn.cards.values()
    free = rooms_of(drawn)
    assert free.radius(one.id, 0.1, among_words=False) == reach(0.1) > 2 * RADIUS
    beside = two._replace(box=one.box._replace(x=one.box.x + 2 * RADIUS))
    crowd = rooms_of(drawn._replace(cards={one.id: one, two.id: beside}))
    assert crowd.radius(one.id, 0.1, among_words=False) < RADIUS


def test_the_board_draws_its_badges_as_large(hand: Hand) -> None:
    hand.view.set_findings({"s0": (Severity.ERROR, 12), "h1": (Severity.WARNING, 1)})
    scene = hand.view.board_scene
    assert scene.cards["s0"].rooms is scene.arrows["h1"].rooms
    room = scene.cards["s0"].rooms.radius("s0", 0.5, among_words=True)
    assert RADIUS < room < reach(0.5)  # its title is below it
    assert number(12) == "9+"
