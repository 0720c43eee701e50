"""The pure parts: cells that move together, hits, and headers' texts in their room."""

import pytest

from designer.ui.canvas.grid import moved_together
from designer.ui.canvas.header_texts import lane_header, phase_header
from designer.ui.canvas.hits import End, arrow_at, end_at
from designer.ui.canvas.moves import move_stages
from model.codes import Sector
from model.layout import board, font_measure
from model.layout.geometry import Point, Rect
from tests.designer.canvas.conftest import three_lanes
from tests.pathways import At, build

PATHWAY = three_lanes()
BOARD = board(PATHWAY, font_measure(), "fi")


def test_cards_keep_their_distances() -> None:
    cells = moved_together(PATHWAY, BOARD, ("s0", "s1"), "s0", ("a1", "p0", 1))
    assert cells == {"s0": ("a1", "p0", 1), "s1": ("a2", "p1", 0)}


def test_cards_stay_on_the_board() -> None:
    cells = moved_together(PATHWAY, BOARD, ("s0", "s1"), "s0", ("a2", "p1", 0))
    assert cells == {"s0": ("a2", "p1", 0), "s1": ("a2", "p1", 0)}


def test_a_new_column_shifts_nobody_else() -> None:
    cells = moved_together(PATHWAY, BOARD, ("s1", "s2"), "s1", ("a1", "p0", 2))
    assert cells == {"s1": ("a1", "p0", 2), "s2": ("a1", "p1", 0)}


def test_cards_that_move_into_one_cell_keep_their_order() -> None:
    pathway = build(
        phases=("Arvio", "Hoito"),
        actors=("Asiakas",),
        stages=(At("Ylempi"), At("Alempi"), At("Siellä", phase=1)),
    )
    there = ("a0", "p1", 0)
    moved, _done = move_stages(pathway, {"s0": there, "s1": there}).applied_to(pathway)
    assert [stage.id for stage in moved.in_cell(*there)] == ["s2", "s0", "s1"]


def test_the_nearest_line_is_hit() -> None:
    first, second = BOARD.arrows["h0"].points[:2]
    middle = Point((first.x + second.x) / 2, (first.y + second.y) / 2)
    assert arrow_at(BOARD, Point(middle.x, middle.y + 4), 6) == "h0"
    assert arrow_at(BOARD, Point(middle.x, middle.y + 8), 6) is None


def test_an_arrows_ends_are_told_apart() -> None:
    arrow = BOARD.arrows["h0"]
    assert end_at(arrow, arrow.points[0], 5) is End.SOURCE
    assert end_at(arrow, arrow.points[-1], 5) is End.TARGET
    assert end_at(arrow, Point(-100, 0), 5) is None


LONG = build(
    phases=("Ennaltaehkäisy ja varhainen tuki", "Hoito"),
    actors=(
        ("Erikoissairaanhoidon moniammatillinen diabetestiimi", Sector.SPECIALIST),
        ("Asiakas", Sector.CUSTOMER),
    ),
    stages=(At("Yhteydenotto"), At("Hoito", phase=1, column=3)),
)


@pytest.mark.parametrize("zoom", [0.1, 0.2, 0.35, 0.5, 0.8, 1.0, 1.3, 2.0, 4.0])
def test_headers_texts_stay_in_their_room_at_every_zoom(zoom: float) -> None:
    header_zoom = max(0.7, min(zoom, 1.3))
    measure = font_measure()
    long = board(LONG, measure, "fi")
    for lane in long.lanes:
        width = lane.header.width * header_zoom
        box = Rect(lane.header.x * header_zoom, 40, width, lane.strip.height * zoom)
        placed = lane_header(lane, box, 2000, zoom, header_zoom)
        for line in placed.lane.name + placed.lane.sector_name:
            right = line.x + measure.width(line.text, line.style)
            assert right * placed.scale <= box.right + 0.5
            assert box.y <= line.baseline * placed.scale <= box.bottom
        assert placed.scale >= zoom or placed.scale == header_zoom
    for phase in long.phases:
        box = Rect(100, 4, phase.header.width * zoom, phase.header.height * header_zoom)
        title = phase_header(phase, box, zoom, header_zoom)
        for line in title.phase.title:
            right = line.x + measure.width(line.text, line.style)
            assert right * title.scale <= box.right + 0.5


def test_a_phases_title_stays_in_sight_while_it_scrolls_away() -> None:
    wide = board(LONG, font_measure(), "fi").phases[1]
    box = Rect(-300, 4, wide.header.width, wide.header.height)
    (line,) = phase_header(wide, box, 1, 1).phase.title
    assert line.x >= 0


def test_a_lanes_name_stays_in_sight_while_it_scrolls_away() -> None:
    lane = board(LONG, font_measure(), "fi").lanes[1]
    box = Rect(0, -300, lane.header.width, 400)
    placed = lane_header(lane, box, 600, 4, 1)
    assert all(0 <= line.baseline <= 100 for line in placed.lane.name)
