"""Names edited in place: no word is lost, and nothing is left of what was given up."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from pytestqt.qtbot import QtBot

from model import edits, notes
from model.entry import LONGEST_NAME
from model.notes import Anchor
from model.records import Actor, Note, Stage
from tests.designer.canvas.conftest import Hand, shown, shown_beside_a_field, three_lanes
from tests.pathways import At, build

Key = Qt.Key

# The offscreen platform says so of every window with a layout.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_escape_keeps_the_old_name(hand: Hand) -> None:
    hand.view.select(("s1",))
    hand.view.rename_selected()
    hand.write("Muu")
    hand.key(Key.Key_Escape)
    assert hand.document.next_undo is None
    assert hand.editor() is None
    assert hand.view.hasFocus()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Escape])
@pytest.mark.parametrize("id", ["s1", "a1", "p0"])
def test_what_was_named_stays_selected(hand: Hand, id: str, key: Qt.Key) -> None:
    hand.view.select((id,))
    hand.key(Key.Key_F2)
    hand.write("Muu")
    hand.key(key)
    assert hand.view.selection.ids == (id,)
    assert hand.view.hasFocus()


def test_going_elsewhere_keeps_the_words(qtbot: QtBot) -> None:
    hand, other = shown_beside_a_field(qtbot, three_lanes())
    hand.view.select(("s1",))
    hand.view.rename_selected()
    hand.write("Arvio")
    other.setFocus()
    assert hand.pathway["s1"].title == {"fi": "Arvio"}  # type: ignore[union-attr]
    assert other.hasFocus()
    assert hand.editor() is None


def test_a_click_on_the_board_keeps_the_words(hand: Hand) -> None:
    hand.double_click(hand.card("s1"))
    hand.write("Arvio")
    hand.click(hand.card("s3"))
    assert hand.pathway["s1"].title == {"fi": "Arvio"}  # type: ignore[union-attr]
    assert hand.view.selection.ids == ("s3",)


def test_the_window_can_end_the_naming(hand: Hand) -> None:
    hand.double_click(hand.card("s1"))
    hand.write("Arvio")
    hand.view.finish_editing()
    assert hand.pathway["s1"].title == {"fi": "Arvio"}  # type: ignore[union-attr]


def test_names_are_written_in_the_boards_language(hand: Hand) -> None:
    hand.view.set_language("sv")
    hand.view.select(("s1",))
    hand.view.rename_selected()
    assert hand.written_in().words() == ""
    assert hand.written_in().placeholderText() == "Hoidon tarpeen arvio"
    hand.write("Bedomning")
    hand.key(Key.Key_Return)
    stage = hand.pathway["s1"]
    assert isinstance(stage, Stage)
    assert stage.title == {"fi": "Hoidon tarpeen arvio", "sv": "Bedomning"}
    assert hand.view.board.cards["s1"].title[0].text == "Bedomning"
    hand.view.add_stage()
    hand.write("Radgivning")
    hand.key(Key.Key_Return)
    made = hand.pathway[hand.view.selection.ids[0]]
    assert isinstance(made, Stage)
    assert made.title == {"sv": "Radgivning"}
    hand.view.set_language("fi")
    assert hand.view.board.cards["s1"].title[0].text == "Hoidon tarpeen arvio"


def test_a_stage_given_up_leaves_nothing_not_even_an_undo_step(hand: Hand) -> None:
    before = hand.pathway
    hand.view.select(("s0",))
    hand.view.add_stage()
    assert len(hand.view.board.cards) == 5
    hand.write("Ehk")
    hand.key(Key.Key_Escape)
    assert hand.pathway is before
    assert len(hand.view.board.cards) == 4
    assert (hand.document.next_undo, hand.document.next_redo) == (None, None)


def test_a_stage_without_a_name_is_not_made(hand: Hand) -> None:
    hand.view.add_stage()
    hand.key(Key.Key_Return)
    assert len(hand.pathway.stages) == 4
    assert len(hand.view.board.cards) == 4


def test_an_actor_comes_after_the_selected_one(hand: Hand) -> None:
    hand.view.select(("a0",))
    hand.view.add_actor()
    hand.write("Laheiset")
    hand.key(Key.Key_Return)
    assert [edits.name_of(actor) for actor in hand.pathway.actors] == [
        "Asiakas",
        "Laheiset",
        "Sote-keskus",
        "Järjestö",
    ]
    assert hand.view.selection.ids == (hand.pathway.actors[1].id,)
    hand.document.undo()
    assert len(hand.pathway.actors) == 3


def test_a_phase_comes_after_the_selected_one(hand: Hand) -> None:
    hand.view.select(("p0",))
    hand.view.add_phase()
    hand.write("Tutkimus")
    hand.key(Key.Key_Return)
    assert [edits.name_of(phase) for phase in hand.pathway.phases] == [
        "Arvio",
        "Tutkimus",
        "Hoito",
    ]


def test_the_first_things_on_an_empty_board(qtbot: QtBot) -> None:
    hand = shown(qtbot, build())
    assert hand.view.empty_notice.text().startswith("The board is empty.")
    hand.view.add_actor()
    hand.write("Asiakas")
    hand.key(Key.Key_Return)
    hand.view.add_phase()
    hand.write("Arvio")
    hand.key(Key.Key_Return)
    assert hand.view.empty_notice.text().startswith("Press Q")
    hand.view.escape()
    hand.view.add_stage()
    hand.write("Yhteydenotto")
    hand.key(Key.Key_Return)
    (stage,) = hand.pathway.stages
    assert (stage.actor, stage.phase) == (hand.pathway.actors[0].id, hand.pathway.phases[0].id)
    assert not hand.view.empty_notice.isVisible()


def test_a_change_from_elsewhere_does_not_end_the_writing(hand: Hand) -> None:
    hand.view.select(("s0",))
    hand.view.add_stage()
    hand.write("Esitieto")
    hand.document.merge(edits.rename(hand.pathway, "s3", "fi", "Toisaalla nimetty"))
    assert hand.written_in().words() == "Esitieto"
    hand.key(Key.Key_Return)
    assert [arrow.source for arrow in hand.pathway.arriving(hand.view.selection.ids[0])] == ["s0"]


def test_the_writing_ends_when_its_place_goes(hand: Hand) -> None:
    hand.double_click(hand.card("s1"))
    hand.document.merge(edits.remove(hand.pathway, ("s1",)))
    assert hand.editor() is None


def test_pasted_lines_become_one(hand: Hand) -> None:
    hand.double_click(hand.card("s1"))
    pasted = QMimeData()
    pasted.setText("Hoidon\n tarpeen\tarvio\n")
    hand.written_in().insertFromMimeData(pasted)
    hand.key(Key.Key_Return)
    assert hand.document.next_undo is None


def test_a_name_that_is_wiped_out_stays(hand: Hand) -> None:
    hand.view.select(("a0",))
    hand.view.rename_selected()
    hand.key(Key.Key_Backspace)
    hand.key(Key.Key_Return)
    actor = hand.pathway["a0"]
    assert isinstance(actor, Actor)
    assert actor.name == {"fi": "Asiakas"}


def paste(hand: Hand, words: str) -> None:
    data = QMimeData()
    data.setText(words)
    hand.written_in().insertFromMimeData(data)


def test_a_name_takes_no_more_letters_than_it_keeps_and_says_so(hand: Hand) -> None:
    hand.view.select(("s1",))
    hand.key(Key.Key_F2)
    paste(hand, "x" * (LONGEST_NAME + 1))
    assert "at most 500 letters" in hand.said[-1]
    assert hand.written_in().words() == "Hoidon tarpeen arvio"
    paste(hand, "x" * LONGEST_NAME)
    hand.said.clear()
    hand.write("y")
    hand.write("ä")
    assert ["at most 500 letters" in said for said in hand.said] == [True, True]
    hand.key(Key.Key_Backspace)
    hand.write("y")
    hand.key(Key.Key_Return)
    title = hand.pathway["s1"].title  # type: ignore[union-attr]
    assert title == {"fi": "x" * (LONGEST_NAME - 1) + "y"}


def test_a_name_that_is_longer_already_stays_whole(qtbot: QtBot) -> None:
    long = "sana " * 120 + "loppu"
    hand = shown(qtbot, build(phases=["P"], actors=["A"], stages=[At(long)]))
    hand.view.select(("s0",))
    hand.key(Key.Key_F2)
    hand.key(Key.Key_Return)
    assert hand.document.next_undo is None
    hand.key(Key.Key_F2)
    hand.key(Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    hand.key(Key.Key_Backspace)
    hand.key(Key.Key_Return)
    assert hand.pathway["s0"].title == {"fi": long[:-1]}  # type: ignore[union-attr]


def test_the_lines_of_a_note_stay_lines(hand: Hand) -> None:
    hand.document.do(notes.add_note(hand.pathway, Anchor("s1"), "Eka\nToka", "fi"))
    note = hand.pathway.of(Note)[0].id
    hand.view.select((note,))
    hand.key(Key.Key_F2)
    hand.key(Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    hand.write("!")
    hand.key(Key.Key_Return)
    assert hand.pathway[note].text == {"fi": "Eka\nToka!"}  # type: ignore[union-attr]


def test_a_line_that_adds_nothing_stays_to_be_put_right(hand: Hand) -> None:
    hand.view.select(("s1",))
    hand.key(Key.Key_N)
    hand.write("@Sote-keskus")
    hand.key(Key.Key_Return)
    assert "is there already" in hand.said[-1]
    assert hand.written_in().words() == "@Sote-keskus"
    hand.write(" Soitto")
    hand.key(Key.Key_Return)
    assert hand.editor() is None
    added = hand.pathway.find(Stage, hand.view.selection.focused)
    assert added is not None
    assert (added.title, added.actor) == ({"fi": "Soitto"}, "a1")
