"""Between two stages: a new one by key, one that exists by dropping it on their handover."""

from itertools import pairwise

from PySide6.QtCore import QPoint, Qt

from model.records import Handover
from tests.designer.canvas.conftest import Hand

Key = Qt.Key


def ways(hand: Hand) -> set[tuple[str, str]]:
    return {(arrow.source, arrow.target) for arrow in hand.pathway.handovers}


def on_arrow(hand: Hand, id: str) -> QPoint:
    """Return a place on the longest part of an arrow's line."""
    points = hand.view.board.arrows[id].points
    parts = pairwise(points)
    start, end = max(
        parts, key=lambda ends: abs(ends[0].x - ends[1].x) + abs(ends[0].y - ends[1].y)
    )
    return hand.at((start.x + end.x) / 2, (start.y + end.y) / 2)


def test_i_on_a_handover_asks_for_a_stage_between(hand: Hand) -> None:
    hand.view.select(("h1",))
    hand.key(Key.Key_I)
    hand.write("Väliarvio")
    hand.key(Key.Key_Return)
    (new,) = hand.view.selection.ids
    assert ways(hand) == {("s0", "s1"), ("s1", new), (new, "s2")}
    kept = hand.pathway["h1"]
    assert isinstance(kept, Handover)
    assert (kept.target, kept.condition) == (new, {"fi": "tarve hoidolle"})
    hand.document.undo()
    assert ways(hand) == {("s0", "s1"), ("s1", "s2")}
    assert hand.document.next_undo is None


def test_i_on_a_stage_with_one_way_on_takes_that_way(hand: Hand) -> None:
    hand.view.select(("s0",))
    hand.key(Key.Key_I)
    hand.write("Väli")
    hand.key(Key.Key_Return)
    (new,) = hand.view.selection.ids
    assert ("s0", new) in ways(hand)


def test_i_where_no_handover_is_meant_says_what_to_select(hand: Hand) -> None:
    hand.view.select(("s3",))
    hand.key(Key.Key_I)
    assert hand.editor() is None
    assert "Select the handover" in hand.said[-1]


def test_a_card_dropped_on_an_arrow_comes_between_in_one_step(hand: Hand) -> None:
    before = hand.pathway
    target = on_arrow(hand, "h1")
    hand.lead(hand.card("s3"), target)
    assert hand.view.selection.state_of("h1").target
    assert hand.said[-1] == "Put “Omahoito” between “Hoidon tarpeen arvio” and “Hoito”"
    hand.release(target)
    assert ways(hand) == {("s0", "s1"), ("s1", "s3"), ("s3", "s2")}
    assert hand.cell_of("s3") != ("a0", "p1", 0)
    assert not hand.view.selection.state_of("h1").target
    hand.document.undo()
    assert hand.pathway == before
    assert hand.document.next_undo is None


def test_escape_leaves_the_arrow_as_it_was(hand: Hand) -> None:
    target = on_arrow(hand, "h1")
    hand.lead(hand.card("s3"), target)
    hand.key(Key.Key_Escape)
    hand.release(target)
    assert not hand.view.selection.state_of("h1").target
    assert hand.document.next_undo is None


def test_a_card_dropped_on_its_own_arrow_only_moves(hand: Hand) -> None:
    target = on_arrow(hand, "h1")
    hand.lead(hand.card("s1"), target)
    assert not hand.view.selection.state_of("h1").target
    hand.release(target)
    assert ways(hand) == {("s0", "s1"), ("s1", "s2")}


def test_several_cards_dropped_on_an_arrow_only_move(hand: Hand) -> None:
    hand.view.select(("s0", "s3"))
    target = on_arrow(hand, "h1")
    hand.drag(hand.card("s3"), target)
    assert ways(hand) == {("s0", "s1"), ("s1", "s2")}


def test_a_double_click_on_an_arrow_still_opens_it(hand: Hand) -> None:
    opened: list[object] = []
    hand.view.activated.connect(opened.append)
    hand.double_click(on_arrow(hand, "h1"))
    assert opened == ["h1"]
