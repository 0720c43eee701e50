"""Walking along the handovers, and back and forward over what was looked at."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model import edits, notes
from model.notes import Anchor
from model.parts import PathwayLink
from model.pathway import Pathway
from model.records import Note
from tests.designer.canvas.conftest import NO_KEY, Hand, shown
from tests.pathways import At, build

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


def branching() -> Pathway:
    """Return s0 → s1 (two ways on: s2, s3), s3 → s1 as a loop back, s4 by itself."""
    return build(
        phases=("Alku", "Arvio", "Hoito"),
        actors=("Asiakas", "Sote-keskus", "Päivystys"),
        stages=(
            At("Soitto", actor=0, phase=0),
            At("Arvio", actor=1, phase=1),
            At("Hoito", actor=1, phase=2),
            At("Kiirehoito", actor=2, phase=2),
            At("Omahoito", actor=0, phase=2),
        ),
        arrows=((0, 1), (1, 2), (1, 3, "oireet pahenevat"), (3, 1)),
    )


@pytest.fixture
def hand(qtbot: QtBot) -> Hand:
    return shown(qtbot, branching())


def walk(hand: Hand, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> list[str | None]:
    walked = []
    for key in keys:
        hand.key(key, modifier)
        walked.append(hand.view.selection.focused)
    return walked


def test_right_goes_along_the_first_way_and_left_back(hand: Hand) -> None:
    hand.view.select(("s0",))
    assert walk(hand, Key.Key_Right, Key.Key_Right) == ["s1", "s2"]
    assert walk(hand, Key.Key_Left, Key.Key_Left) == ["s1", "s0"]


def test_right_takes_the_branch_taken_last(hand: Hand) -> None:
    hand.view.select(("s1",))
    assert walk(hand, Key.Key_2, Key.Key_Left, Key.Key_Right) == ["s3", "s1", "s3"]


def test_left_leads_back_through_a_loop(hand: Hand) -> None:
    hand.view.select(("s0",))
    assert walk(hand, Key.Key_Right, Key.Key_2, Key.Key_Right) == ["s1", "s3", "s1"]
    assert walk(hand, *[Key.Key_Left] * 3) == ["s3", "s1", "s0"]


def test_after_a_jump_left_goes_to_what_leads_here(hand: Hand) -> None:
    hand.view.select(("s0",))
    walk(hand, Key.Key_Right)
    hand.view.select(("s3",))
    assert walk(hand, Key.Key_Left) == ["s1"]


def test_where_nothing_leads_that_way_the_neighbour_is_next(hand: Hand) -> None:
    hand.view.select(("s4",))
    assert walk(hand, Key.Key_Left) == ["s0"]
    assert walk(hand, Key.Key_Left) == ["a0"]
    hand.view.select(("s2",))
    assert walk(hand, Key.Key_Down) == ["s3"]


def test_a_removed_way_is_walked_no_more(hand: Hand) -> None:
    hand.view.select(("s1",))
    walk(hand, Key.Key_2)
    hand.document.do(edits.remove(hand.pathway, ["h2"]))
    hand.view.select(("s1",))
    assert walk(hand, Key.Key_Right) == ["s2"]


def test_the_status_text_numbers_the_branches(hand: Hand) -> None:
    hand.view.select(("s1",))
    assert hand.said[-1].endswith("; next: 1 Hoito, 2 Kiirehoito (oireet pahenevat)")
    hand.view.select(("s0",))
    assert hand.said[-1].endswith("; next: Arvio")


def test_digits_beyond_the_branches_say_so(hand: Hand) -> None:
    hand.view.select(("s1",))
    walk(hand, Key.Key_3)
    assert hand.said[-1] == "From here there are only 2 ways onward."
    hand.view.select(("s2",))
    walk(hand, Key.Key_1)
    assert hand.said[-1] == "Nothing follows this stage."
    hand.view.escape()
    walk(hand, Key.Key_1)
    assert "Select a stage first" in hand.said[-1]


def test_the_keypads_digits_choose_too(hand: Hand) -> None:
    hand.view.select(("s1",))
    assert walk(hand, Key.Key_2, modifier=Qt.KeyboardModifier.KeypadModifier) == ["s3"]


def test_where_one_is_stays_true_when_something_else_changes(hand: Hand) -> None:
    hand.view.select(("s0",))
    hand.document.do(edits.rename(hand.pathway, "s1", "fi", "Hoidon tarpeen arvio"))
    assert hand.said[-1].endswith("next: Hoidon tarpeen arvio")
    hand.key(Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert hand.said[-1] == "Empty cell: Sote-keskus, Alku, column 1"
    hand.document.do(edits.rename(hand.pathway, "a1", "fi", "Terveysasema"))
    assert hand.said[-1] == "Empty cell: Terveysasema, Alku, column 1"


def test_back_and_forward_over_what_was_selected(hand: Hand) -> None:
    for id in ("s0", "s2", "h2", "a1"):
        hand.view.select((id,))
    assert walk(hand, *[Key.Key_Backspace] * 3) == ["h2", "s2", "s0"]
    walk(hand, Key.Key_Backspace)
    assert hand.said[-1] == "There is nothing further back."
    assert walk(hand, *[Key.Key_Backspace] * 3, modifier=SHIFT) == ["s2", "h2", "a1"]
    walk(hand, Key.Key_Backspace, modifier=SHIFT)
    assert hand.said[-1] == "There is nothing further forward."


def test_a_new_place_takes_the_place_of_what_lay_forward(hand: Hand) -> None:
    for id in ("s0", "s1", "s2"):
        hand.view.select((id,))
    walk(hand, Key.Key_Backspace, Key.Key_Backspace)
    hand.view.select(("s4",))
    walk(hand, Key.Key_Backspace, modifier=SHIFT)
    assert hand.view.selection.ids == ("s4",)
    assert walk(hand, Key.Key_Backspace) == ["s0"]


def test_back_passes_over_what_was_removed(hand: Hand) -> None:
    for id in ("s0", "s2", "s3", "s4"):
        hand.view.select((id,))
    hand.document.do(edits.remove(hand.pathway, ["s2", "s3"]))
    assert walk(hand, Key.Key_Backspace) == ["s0"]
    assert walk(hand, Key.Key_Backspace, modifier=SHIFT) == ["s4"]


def test_back_when_nothing_is_selected_is_where_one_was(hand: Hand) -> None:
    hand.view.select(("s2",))
    hand.key(Key.Key_Escape)
    assert walk(hand, Key.Key_Backspace) == ["s2"]


def test_back_goes_to_all_that_was_selected_and_to_where_one_looked(hand: Hand) -> None:
    hand.view.zoom_to(4)
    hand.view.select(("s0", "s1"))
    hand.view.bring_into_sight("s0")
    looked_at = hand.view.camera.visible().center()
    hand.view.select_and_show("s3")
    assert hand.view.camera.visible().center() != looked_at
    hand.key(Key.Key_Backspace)
    assert hand.view.selection.ids == ("s0", "s1")


def test_the_mouses_side_buttons_go_back_and_forward(hand: Hand) -> None:
    for id in ("s0", "s2"):
        hand.view.select((id,))
    somewhere = QPoint(300, 300)
    QTest.mouseClick(hand.view.viewport(), Qt.MouseButton.BackButton, NO_KEY, somewhere)
    assert hand.view.selection.ids == ("s0",)
    QTest.mouseClick(hand.view.viewport(), Qt.MouseButton.ForwardButton, NO_KEY, somewhere)
    assert hand.view.selection.ids == ("s2",)


def test_only_a_hundred_places_are_remembered(hand: Hand) -> None:
    for _ in range(60):
        hand.view.select(("s0",))
        hand.view.select(("s1",))
    walked = walk(hand, *[Key.Key_Backspace] * 99)
    assert walked[:2] == ["s0", "s1"]
    hand.key(Key.Key_Backspace)
    assert hand.said[-1] == "There is nothing further back."


def test_a_rubber_band_is_one_place(hand: Hand) -> None:
    hand.view.select(("s0",))
    board = hand.view.board
    start, end = board.cards["s4"].box, board.cards["s3"].box
    hand.drag(hand.at(start.x - 20, start.y - 10), hand.at(end.right, end.bottom))
    assert len(hand.view.selection.ids) == 3
    assert walk(hand, Key.Key_Backspace) == ["s0"]


def test_what_hangs_on_a_stage_is_said(hand: Hand) -> None:
    link = PathwayLink(file="oma.ketju")
    hand.document.do(edits.update(hand.pathway, "s2", subpathway=link))
    for words in ("Kuka soittaa?", "Milloin?", "Sovittu"):
        hand.document.do(notes.add_note(hand.pathway, Anchor("s2"), words, "fi"))
    settled = hand.pathway.of(Note)[-1].id
    hand.document.do(notes.settle(hand.pathway, (settled,)))
    hand.view.select(("s2",))
    assert hand.said[-1].endswith(
        "phase Hoito, sub-pathway (Ctrl+Enter opens it), 2 open notes; nothing follows"
    )
    hand.view.select(("s1",))
    assert "note" not in hand.said[-1]
