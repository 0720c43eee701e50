"""The marks at unfinished ends: soft, one click away, and never in the way."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random

import pytest
from PySide6.QtCore import QPointF

from designer.ui.canvas import BoardView
from designer.ui.canvas.capture.unfinished import (
    RADIUS,
    UnfinishedMark,
    is_unfinished,
    mark_place,
)
from designer.ui.canvas.tips import words_at
from model import edits
from model.codes import StageKind
from model.file import read
from model.graph import unfinished
from model.ids import Id
from model.layout import board, font_measure
from model.layout.geometry import Arrow, Board, Card, Point, Rect, TextMeasure
from model.pathway import Pathway
from samples import SAMPLES
from tests.designer.canvas.conftest import Hand
from tests.pathways import crowded
from tests.sparing import one_in

# The offscreen platform says so of every window with a layout.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def marked(view: BoardView) -> set[str]:
    """Return the stages on whose right edge a mark is drawn."""
    marks = [item.pos() for item in view.board_scene.items() if isinstance(item, UnfinishedMark)]
    return {
        card.id
        for card in view.board.cards.values()
        for mark in marks
        if mark.x() == card.box.right and card.box.y < mark.y() < card.box.bottom
    }


def mark_of(hand: Hand, id: str) -> Point:
    box = hand.view.board.cards[id].box
    return Point(box.right + RADIUS / 2, box.centre.y)


def test_marks_are_where_the_rule_of_dead_ends_finds_one(hand: Hand) -> None:
    assert marked(hand.view) == {"s2"} == set(unfinished(hand.pathway))
    hand.view.select(("s2",))
    hand.view.add_stage()
    assert "s2" not in marked(hand.view)
    hand.write("Seuranta")
    hand.view.finish_editing()
    assert marked(hand.view) == set(hand.view.selection.ids)


def test_a_click_on_a_mark_asks_what_follows(hand: Hand) -> None:
    hand.click(hand.at(*mark_of(hand, "s2")))
    assert hand.said[-1].startswith("What follows “Hoito”?")
    hand.write("Seuranta")
    hand.view.finish_editing()
    (arrow,) = hand.pathway.leaving("s2")
    assert arrow.target == hand.view.selection.ids[0]


def test_a_click_on_the_handle_asks_too_and_a_drag_draws_an_arrow(hand: Hand) -> None:
    hand.move(hand.card("s3"))
    hand.click(hand.handle("s3"))
    assert hand.editor() is not None
    hand.view.naming.drop()
    hand.drag(hand.handle("s2"), hand.card("s3"))
    assert [arrow.target for arrow in hand.pathway.leaving("s2")] == ["s3"]


def test_a_mark_says_what_it_asks(hand: Hand) -> None:
    at = hand.at(*mark_of(hand, "s2"))
    assert words_at(hand.view, QPointF(at)).startswith("What comes next?")


def test_marks_can_be_put_away(hand: Hand) -> None:
    hand.view.unfinished.want(False)  # noqa: FBT003 - what it sets
    assert marked(hand.view) == set()
    assert hand.view.unfinished.at(mark_of(hand, "s2")) is None


PATHWAYS = [
    *(pytest.param(read(sample.path), id=sample.name) for sample in SAMPLES),
    *(pytest.param(crowded(seed), id=f"crowded {seed}") for seed in range(20)),
]


@pytest.mark.parametrize("pathway", one_in(5, PATHWAYS))
def test_no_mark_lies_over_a_text_a_line_or_another_card(pathway: Pathway) -> None:
    measure = font_measure()
    drawn = board(pathway, measure, "fi")
    hidden = [
        (card.id, other)
        for card in drawn.cards.values()
        for other in (
            *_texts(card, measure),
            *_around(drawn, card, {arrow.id for arrow in pathway.leaving(card.id)}),
        )
        if _overlap(
            _mark_of(card, [drawn.arrows[each.id] for each in pathway.arriving(card.id)]), other
        )
    ]
    assert hidden == []


def _mark_of(card: Card, arriving: Sequence[Arrow]) -> Rect:
    reach = RADIUS + 0.6  # half the ring's line
    centre = mark_place(card.box, [arrow.points[-1] for arrow in arriving])
    return Rect(centre.x - reach, centre.y - reach, 2 * reach, 2 * reach)


def _texts(card: Card, measure: TextMeasure) -> Iterator[Rect]:
    for line in card.title:
        yield Rect(line.x, line.baseline - 13, measure.width(line.text, line.style), 17)
    if card.time is not None:
        yield card.time.box
    for symbol in card.symbols:
        yield symbol.box


def _around(drawn: Board, card: Card, own: set[Id]) -> Iterator[Rect]:
    """Yield all that is not the card's own: an unfinished one has no arrows that leave it."""
    yield from (other.box for other in drawn.cards.values() if other.id != card.id)
    for arrow in drawn.arrows.values():
        if arrow.id not in own:
            yield from _lines(arrow)
            yield from (arrow.label.box,) if arrow.label is not None else ()


def _lines(arrow: Arrow) -> Iterator[Rect]:
    for start, end in pairwise(arrow.points):
        left, top = min(start.x, end.x), min(start.y, end.y)
        yield Rect(left, top, abs(start.x - end.x), abs(start.y - end.y))


def _overlap(one: Rect, other: Rect) -> bool:
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )


def test_a_dead_end_asked_for_alone_equals_plain() -> None:
    for seed in range(50):
        dice = Random(seed)  # noqa: S311 - nothing secret
        pathway = crowded(seed, stages=dice.randint(1, 12), actors=3, phases=4)
        for _ in range(4):
            alone = {stage.id for stage in pathway.stages if is_unfinished(pathway, stage.id)}
            assert alone == set(unfinished(pathway))
            one, other = dice.choice(pathway.stages), dice.choice(pathway.stages)
            changes = (
                edits.remove(pathway, [way.id for way in pathway.leaving(one.id)]),
                edits.connect(pathway, one.id, other.id),
                edits.update(pathway, one.id, kind=dice.choice((None, StageKind.END))),
                *(
                    edits.update(pathway, way.id, if_not_accepted=other.id)
                    for way in pathway.handovers[:1]
                ),
            )
            pathway, _done = dice.choice(changes).applied_to(pathway)
