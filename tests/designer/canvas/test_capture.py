"""Capture by keys: from one stage to the next, with the name field open at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from model import edits
from model.codes import StageKind
from model.pathway import Cell
from model.records import Stage
from tests.designer.canvas.conftest import Hand, shown, shown_beside_a_field, three_lanes
from tests.pathways import At, build

Key = Qt.Key
STEP = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier

# The offscreen platform says so of every window with a layout.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def named(hand: Hand, title: str) -> Stage:
    (found,) = [stage for stage in hand.pathway.stages if edits.name_of(stage) == title]
    return found


def drafted_cell(hand: Hand) -> Cell:
    """Return where the board shows the stage that is being named."""
    (stage,) = [stage for stage in hand.view.pathway.stages if stage.id not in hand.pathway]
    return stage.actor, stage.phase, stage.column


def came_from(hand: Hand, title: str) -> list[str]:
    return [arrow.source for arrow in hand.pathway.arriving(named(hand, title).id)]


@pytest.mark.parametrize("key", [Key.Key_N, Key.Key_Insert])
def test_one_key_makes_the_next_stage_and_it_goes_on_at_once(hand: Hand, key: Qt.Key) -> None:
    hand.view.select(("s2",))
    for title in ("Seuranta", "Kontrolli"):
        hand.key(key)
        hand.write(title)
        hand.key(Key.Key_Return)
    assert came_from(hand, "Seuranta") == ["s2"]
    assert came_from(hand, "Kontrolli") == [named(hand, "Seuranta").id]
    assert hand.cell_of(named(hand, "Kontrolli").id) == ("a1", "p1", 2)
    assert hand.view.hasFocus()
    hand.document.undo()
    assert [edits.name_of(stage) for stage in hand.pathway.stages][-1] == "Seuranta"


def test_a_branch_comes_beside_from_the_same_stage(hand: Hand) -> None:
    hand.view.select(("s1",))
    hand.key(Key.Key_B)
    hand.write("Neuvonta")
    hand.key(Key.Key_Return)
    assert came_from(hand, "Neuvonta") == ["s0"]
    assert hand.cell_of(named(hand, "Neuvonta").id)[1] == "p0"


def test_a_branch_of_what_nothing_leads_to_is_a_stage_beside_it(hand: Hand) -> None:
    hand.view.select(("s3",))
    hand.key(Key.Key_B)
    hand.write("Vertaistuki")
    hand.key(Key.Key_Return)
    assert came_from(hand, "Vertaistuki") == []


def test_several_selected_stages_all_lead_to_the_next(hand: Hand) -> None:
    hand.view.select(("s2", "s3"))
    hand.key(Key.Key_N)
    assert len(hand.view.board.arrows) == 4
    hand.write("Seuranta")
    hand.key(Key.Key_Return)
    assert sorted(came_from(hand, "Seuranta")) == ["s2", "s3"]
    hand.document.undo()
    assert hand.document.next_undo is None


def test_on_a_handover_the_next_stage_comes_between(hand: Hand) -> None:
    hand.view.select(("h0",))
    hand.key(Key.Key_N)
    hand.write("Odotus")
    hand.key(Key.Key_Return)
    assert came_from(hand, "Odotus") == ["s0"]
    assert [arrow.target for arrow in hand.pathway.leaving(named(hand, "Odotus").id)] == ["s1"]


@pytest.mark.parametrize(
    ("start", "key", "cell"),
    [
        ("s0", Key.Key_Right, ("a0", "p1", 1)),  # s3 is in the first column
        ("s2", Key.Key_Left, ("a1", "p0", 0)),
        ("s0", Key.Key_Down, ("a1", "p0", 2)),  # s1 is in the column after
        ("s2", Key.Key_Up, ("a0", "p1", 1)),
    ],
)
def test_arrows_choose_the_lane_or_phase_of_the_next(
    hand: Hand, start: str, key: Qt.Key, cell: Cell
) -> None:
    hand.view.select((start,))
    hand.key(key, STEP)
    hand.write("Uusi")
    hand.key(Key.Key_Return)
    assert hand.cell_of(named(hand, "Uusi").id) == cell
    assert came_from(hand, "Uusi") == [start]


def test_at_the_edge_of_the_board_it_says_so(hand: Hand) -> None:
    hand.view.select(("s0",))
    hand.key(Key.Key_Up, STEP)
    assert hand.editor() is None
    assert hand.said[-1] == "There is no actor that way."


def test_arrows_lead_a_draft_on_while_it_is_named(hand: Hand) -> None:
    hand.view.select(("s0",))
    hand.key(Key.Key_N)
    hand.write("Vertais")
    hand.key(Key.Key_Down, STEP)
    hand.key(Key.Key_Down, STEP)
    hand.key(Key.Key_Right, STEP)
    hand.write("tuki")
    assert drafted_cell(hand) == ("a2", "p1", 0)
    hand.key(Key.Key_Return)
    assert hand.cell_of(named(hand, "Vertaistuki").id) == ("a2", "p1", 0)
    assert came_from(hand, "Vertaistuki") == ["s0"]
    hand.document.undo()
    assert hand.document.next_undo is None


def test_the_board_shows_where_the_words_lead_while_they_are_typed(hand: Hand) -> None:
    hand.view.select(("s0",))
    hand.key(Key.Key_N)
    hand.write("Ryhma ")
    assert drafted_cell(hand) == ("a0", "p0", 1)
    hand.write("@j")
    assert drafted_cell(hand) == ("a2", "p0", 1)
    hand.write(" #ho")
    assert drafted_cell(hand) == ("a2", "p1", 0)
    hand.key(Key.Key_Return)
    assert hand.cell_of(named(hand, "Ryhma").id) == ("a2", "p1", 0)


def test_a_name_that_nobody_has_becomes_an_actor_in_the_same_step(hand: Hand) -> None:
    hand.view.select(("s0",))
    hand.key(Key.Key_N)
    hand.write("Lausunto @Kela")
    assert [lane.name[0].text for lane in hand.view.board.lanes][-1] == "Kela"
    hand.key(Key.Key_Return)
    assert edits.name_of(hand.pathway[named(hand, "Lausunto").actor or ""]) == "Kela"
    hand.document.undo()
    assert len(hand.pathway.actors) == 3


def test_an_arrow_joins_to_a_stage_that_exists(hand: Hand) -> None:
    hand.view.select(("s3",))
    hand.key(Key.Key_N)
    hand.write("-> hoito")
    hand.key(Key.Key_Return)
    assert [arrow.target for arrow in hand.pathway.leaving("s3")] == ["s2"]
    assert len(hand.pathway.stages) == 4
    assert hand.view.selection.ids == ("s3",)  # from where more may follow


def test_escape_leaves_nothing_of_a_draft(hand: Hand) -> None:
    before = hand.pathway
    hand.view.select(("s0",))
    hand.key(Key.Key_N)
    hand.write("Lausunto @Kela")
    hand.key(Key.Key_Escape)
    assert hand.pathway is before
    assert len(hand.view.board.lanes) == 3
    assert hand.document.next_undo is None


def test_the_list_offers_names_and_tab_takes_the_first(hand: Hand) -> None:
    hand.view.select(("s0",))
    hand.key(Key.Key_N)
    hand.write("Tapaaminen @so")
    assert hand.offered() == ["Sote-keskus"]
    hand.key(Key.Key_Tab)
    assert hand.written_in().words() == "Tapaaminen @Sote-keskus"
    assert hand.offered() == []
    hand.key(Key.Key_Return)
    assert named(hand, "Tapaaminen").actor == "a1"


def test_enter_takes_from_the_list_only_what_one_moved_to(hand: Hand) -> None:
    hand.view.select(("s0",))
    hand.key(Key.Key_N)
    hand.write("As")
    assert hand.offered() == ["Asiakas:"]
    hand.key(Key.Key_Return)
    assert named(hand, "As").actor == "a0"
    hand.key(Key.Key_N)
    hand.write("Tuki @")
    hand.key(Key.Key_Down)
    hand.key(Key.Key_Down)
    hand.key(Key.Key_Return)
    assert hand.written_in().words() == "Tuki @Sote-keskus"
    hand.key(Key.Key_Return)
    assert named(hand, "Tuki").actor == "a1"


def test_escape_closes_the_list_first(hand: Hand) -> None:
    hand.view.select(("s0",))
    hand.key(Key.Key_N)
    hand.write("Tuki @")
    hand.key(Key.Key_Escape)
    assert hand.offered() == []
    assert hand.written_in().words() == "Tuki @"
    hand.key(Key.Key_Escape)
    assert hand.editor() is None


def test_a_click_takes_from_the_list(hand: Hand) -> None:
    hand.view.select(("s0",))
    hand.key(Key.Key_N)
    hand.write("Tuki @")
    box = hand.suggestions().visualItemRect(hand.suggestions().item(2))
    QTest.mouseClick(
        hand.suggestions().viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        box.center(),
    )
    assert hand.written_in().words() == "Tuki @Järjestö"
    assert hand.written_in().hasFocus()


def test_a_new_name_may_say_where_an_existing_stage_goes(hand: Hand) -> None:
    hand.double_click(hand.card("s1"))
    hand.write("Arvio @jar")
    hand.key(Key.Key_Return)
    assert edits.name_of(hand.pathway["s1"]) == "Arvio @jar"  # nobody is called so
    hand.double_click(hand.card("s1"))
    hand.write("Arvio @asi #ho")
    assert hand.offered() == ["Hoito"]
    hand.key(Key.Key_Return)
    assert edits.name_of(hand.pathway["s1"]) == "Arvio"
    assert hand.cell_of("s1") == ("a0", "p1", 1)
    hand.document.undo()
    assert hand.cell_of("s1") == ("a1", "p0", 1)
    assert edits.name_of(hand.pathway["s1"]) == "Arvio @jar"


@pytest.mark.parametrize("words", ["Asiakas: soitto", "Soitto -> Hoito", "Soitto #3", "a@b.fi"])
def test_renaming_reads_nothing_else(hand: Hand, words: str) -> None:
    hand.double_click(hand.card("s1"))
    hand.write(words)
    hand.key(Key.Key_Return)
    assert edits.name_of(hand.pathway["s1"]) == words
    assert hand.cell_of("s1") == ("a1", "p0", 1)
    assert len(hand.pathway.handovers) == 2


def test_marks_that_stood_in_a_title_stay_text(qtbot: QtBot) -> None:
    stages = [At("Ryhma #Hoito", actor=0, phase=0)]
    hand = shown(qtbot, build(phases=("Arvio", "Hoito"), actors=("A",), stages=stages))
    hand.double_click(hand.card("s0"))
    hand.key(Key.Key_Home)
    hand.write("Uusi ")
    hand.key(Key.Key_Return)
    assert edits.name_of(hand.pathway["s0"]) == "Uusi Ryhma #Hoito"
    assert hand.cell_of("s0") == ("a0", "p0", 0)


def test_going_elsewhere_keeps_a_draft(qtbot: QtBot) -> None:
    hand, other = shown_beside_a_field(qtbot, three_lanes())
    hand.view.select(("s0",))
    hand.key(Key.Key_N)
    hand.write("Tuki @so")
    other.setFocus()
    assert named(hand, "Tuki").actor == "a1"
    assert other.hasFocus()


def test_words_outlive_the_stage_that_they_followed(hand: Hand) -> None:
    hand.view.select(("s2",))
    hand.key(Key.Key_N)
    hand.write("Seuranta")
    hand.document.merge(edits.remove(hand.pathway, ("s2",)))
    assert hand.written_in().words() == "Seuranta"
    hand.key(Key.Key_Return)
    assert hand.cell_of(named(hand, "Seuranta").id) == ("a1", "p1", 1)


def test_what_is_joined_already_is_said(hand: Hand) -> None:
    hand.view.select(("s1",))
    hand.key(Key.Key_N)
    hand.write("-> Hoito")
    hand.key(Key.Key_Return)
    assert hand.said[-1] == "These stages are joined already."
    assert hand.document.next_undo is None


def test_the_next_unfinished_end_asks_what_follows(hand: Hand) -> None:
    hand.document.do(edits.connect(hand.pathway, "s0", "s3"))
    hand.key(Key.Key_U)
    hand.key(Key.Key_Escape)
    assert hand.view.selection.ids == ("s3",)
    hand.key(Key.Key_U)
    hand.write("Seuranta")
    hand.key(Key.Key_Return)
    assert came_from(hand, "Seuranta") == ["s2"]


def test_when_nothing_is_unfinished_it_says_so(qtbot: QtBot) -> None:
    stages = (At("Hoito"), At("Loppu", column=1, kind=StageKind.END))
    hand = shown(qtbot, build(phases=("Hoito",), actors=("A",), stages=stages, arrows=((0, 1),)))
    hand.key(Key.Key_U)
    assert hand.said[-1] == "Every stage leads on or is an end."
    assert hand.view.unfinished.at(hand.view.board.cards["s1"].box.centre) is None


def test_the_field_lies_within_the_view_at_every_zoom(hand: Hand) -> None:
    for zoom in (0.3, 0.6, 1.0):
        hand.view.zoom_to(zoom)
        hand.view.select(("s2",))
        hand.key(Key.Key_N)
        assert hand.view.viewport().rect().contains(hand.written_in().geometry())
        hand.key(Key.Key_Escape)
