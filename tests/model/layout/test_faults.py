"""The finder of faults finds each kind of fault when it is put into a good board."""

from collections.abc import Callable

import pytest

from model.codes import NoteKind
from model.layout import board, font_measure
from model.layout.geometry import Board, Point, Rect, Shown
from model.records import Note
from tests.model.layout.faults import faults
from tests.pathways import At, build

MEASURE = font_measure()
GOOD = board(
    build(
        Note(id="n0", order="a0", kind=NoteKind.IDEA, text={"fi": "Etänä?"}, about="s0"),
        Note(id="n1", order="a1", kind=NoteKind.RISK, about="h1"),
        Note(id="n2", order="a2", kind=NoteKind.RISK, actor="a1", phase="p0"),
        phases=["A"],
        actors=["B", "C"],
        stages=[At("Yksi"), At("Kaksi", column=1), At("Kolme", column=2), At("Neljä", 1, 0, 2)],
        arrows=[(0, 1, "jos"), (1, 2, "jos ei"), (0, 3)],
    ),
    MEASURE,
    shown=Shown(notes=frozenset({"n0", "n1", "n2"})),
)
ONE, TWO = GOOD.cards["s0"].box, GOOD.cards["s1"].box


def _card(drawn: Board, id: str, box: Rect) -> Board:
    return drawn._replace(cards={**drawn.cards, id: drawn.cards[id]._replace(box=box)})


def _arrow(drawn: Board, id: str, *points: Point) -> Board:
    arrow = drawn.arrows[id]._replace(points=points)
    return drawn._replace(arrows={**drawn.arrows, id: arrow})


def _label(drawn: Board, id: str, box: Rect) -> Board:
    arrow = drawn.arrows[id]
    assert arrow.label
    moved = arrow._replace(words=arrow.label._replace(box=box))
    return drawn._replace(arrows={**drawn.arrows, id: moved})


def _note(id: str, box: Rect) -> Board:
    return GOOD._replace(notes={**GOOD.notes, id: GOOD.notes[id]._replace(box=box)})


def _label_box(id: str) -> Rect:
    label = GOOD.arrows[id].label
    assert label
    return label.box


def _higher(box: Rect) -> Rect:
    return box._replace(y=box.y - 60)


PUT_IN: dict[str, Callable[[], Board]] = {
    "lies on card": lambda: _card(GOOD, "s0", TWO._replace(x=TWO.x - 1)),
    "crosses card": lambda: _arrow(
        GOOD, "h2", Point(ONE.x, TWO.centre.y + 3), Point(TWO.right + 30, TWO.centre.y + 3)
    ),
    "crosses a header": lambda: _arrow(
        GOOD, "h2", Point(ONE.right, 20), GOOD.arrows["h2"].points[0]
    ),
    "lie on each other": lambda: _arrow(GOOD, "h2", *GOOD.arrows["h0"].points),
    "labels of": lambda: _label(GOOD, "h1", _label_box("h0")),
    "lies on card s1": lambda: _label(GOOD, "h0", TWO),
    "does not lie on its arrow": lambda: _label(
        GOOD, "h0", _label_box("h0")._replace(y=ONE.bottom + 2)
    ),
    "runs through the label": lambda: _arrow(
        GOOD,
        "h2",
        Point(_label_box("h0").centre.x, ONE.y - 8),
        Point(_label_box("h0").centre.x, ONE.bottom + 8),
    ),
    "slants": lambda: _arrow(GOOD, "h0", Point(1, 2), Point(30, 40)),
    "no room for its head": lambda: _arrow(
        GOOD, "h0", Point(TWO.x - 5, TWO.centre.y), Point(TWO.x, TWO.centre.y)
    ),
    "does not fit": lambda: _card(GOOD, "s0", ONE._replace(width=20)),
    "outside the board": lambda: GOOD._replace(width=TWO.x),
    "begins at no card": lambda: _arrow(GOOD, "h2", *GOOD.arrows["h2"].points[1:]),
    "ends at no card": lambda: _arrow(GOOD, "h2", *GOOD.arrows["h2"].points[:-1]),
    "note n2 lies on card s1": lambda: _note("n2", TWO),
    "is not in its card": lambda: _note("n0", GOOD.notes["n2"].box),
    "covers something on its card": lambda: _note("n0", _higher(GOOD.notes["n0"].box)),
    "notes n1 and n2 meet": lambda: _note("n2", GOOD.notes["n1"].box),
    "note n2 lies on the label of h0": lambda: _note("n2", _label_box("h0")),
    "note n2 lies on a header": lambda: _note("n2", GOOD.lanes[0].header),
    "runs through note n2": lambda: _note("n2", _label_box("h0")),
}


def test_the_good_board_has_none() -> None:
    assert faults(GOOD, MEASURE) == []


@pytest.mark.parametrize("sentence", PUT_IN)
def test_a_fault_put_in_is_found(sentence: str) -> None:
    assert any(sentence in found for found in faults(PUT_IN[sentence](), MEASURE))
