"""The field that stays open for a whole list."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.ui.paste_preview import PastePreview
from designer.ui.quick_add import QuickAdd, QuickAddField
from model import edits
from model.change import Change
from model.records import Stage
from tests.designer.canvas.conftest import Hand, shown, shown_beside_a_field, three_lanes
from tests.pathways import At, build

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier

# The offscreen platform says so of every window with a layout.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Typing:
    """What is typed into the field."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        hand.key(Key.Key_Q)

    @property
    def bar(self) -> QuickAdd:
        return self.hand.view.quick_add

    @property
    def field(self) -> QuickAddField:
        assert self.bar.field.hasFocus()
        return self.bar.field

    def line(self, words: str, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClicks(self.field, words)
        self.key(Key.Key_Return, modifier)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(self.field, key, modifier)

    def said(self) -> str:
        return self.bar.words.accessibleName()


def named(hand: Hand, title: str) -> Stage:
    (found,) = [stage for stage in hand.pathway.stages if edits.name_of(stage) == title]
    return found


def sources(hand: Hand, title: str) -> set[str]:
    arriving = hand.pathway.arriving(named(hand, title).id)
    return {edits.name_of(hand.pathway[arrow.source]) for arrow in arriving}


def test_each_line_follows_the_one_before(hand: Hand) -> None:
    hand.view.select(("s2",))
    typing = Typing(hand)
    typing.line("Seuranta")
    typing.line("Kontrolli @jar")
    assert typing.field.words() == ""
    typing.key(Key.Key_Escape)
    assert hand.view.hasFocus()
    assert sources(hand, "Seuranta") == {"Hoito"}
    assert sources(hand, "Kontrolli") == {"Seuranta"}
    assert hand.view.selection.ids == (named(hand, "Kontrolli").id,)


def test_a_list_begins_on_an_empty_board(qtbot: QtBot) -> None:
    hand = shown(qtbot, build())
    typing = Typing(hand)
    assert typing.said() == "The list begins here. One line is one stage."
    typing.line("Yhteydenotto @Asiakas #Arvio")
    (stage,) = hand.pathway.stages
    assert (stage.actor, stage.phase) == (hand.pathway.actors[0].id, hand.pathway.phases[0].id)


def test_branches_and_where_they_meet(hand: Hand) -> None:
    hand.view.select(("s2",))
    typing = Typing(hand)
    typing.line("Laakehoito")
    typing.line("Keskusteluapu", SHIFT)
    typing.line("Arvio vaikutuksista", CONTROL)
    assert sources(hand, "Laakehoito") == sources(hand, "Keskusteluapu") == {"Hoito"}
    assert sources(hand, "Arvio vaikutuksista") == {"Laakehoito", "Keskusteluapu"}
    one, other = named(hand, "Laakehoito"), named(hand, "Keskusteluapu")
    assert (one.actor, one.phase, one.column) == (other.actor, other.phase, other.column)
    hand.document.undo()  # stage and both handovers: one step
    assert len(hand.pathway.leaving(one.id)) == 0


def test_arrows_and_clicks_choose_where_to_go_on(hand: Hand) -> None:
    hand.view.select(("s2",))
    typing = Typing(hand)
    typing.line("Laakehoito")
    typing.key(Key.Key_Up)
    typing.key(Key.Key_Up)
    assert typing.said() == "Goes on from “Hoito”."
    typing.line("Liikunta")
    assert sources(hand, "Liikunta") == {"Hoito"}
    hand.click(hand.card("s3"))
    assert typing.said() == "Goes on from “Omahoito”."
    hand.key(Key.Key_Q)
    typing.line("Vertaistuki")
    assert sources(hand, "Vertaistuki") == {"Omahoito"}


def test_it_says_what_enter_will_do(hand: Hand) -> None:
    hand.view.select(("s2",))
    typing = Typing(hand)
    QTest.keyClicks(typing.field, "Ryhma @Kela #arv")
    assert typing.said() == ("New stage: actor Kela, phase Arvio; new actor Kela; follows “Hoito”")
    typing.field.clear()
    QTest.keyClicks(typing.field, "-> omah")
    assert typing.said() == "Handover “Hoito” → “Omahoito”"
    typing.field.clear()
    QTest.keyClicks(typing.field, "@Kela")
    assert typing.said() == "New actor Kela"


def test_what_leads_to_nothing_stays_written_and_is_explained(hand: Hand) -> None:
    hand.view.select(("s1",))
    typing = Typing(hand)
    typing.line("-> Hoito")
    assert typing.said() == "These stages are joined already."
    assert typing.field.words() == "-> Hoito"
    assert hand.document.next_undo is None


def test_undo_in_the_empty_field_takes_back_a_line_at_a_time(hand: Hand) -> None:
    hand.view.select(("s2",))
    typing = Typing(hand)
    typing.line("Seuranta")
    typing.line("Kontrolli")
    QTest.keyClicks(typing.field, "Lo")
    typing.key(Key.Key_Z, CONTROL)  # the field's own
    assert len(hand.pathway.stages) == 6
    typing.field.clear()
    typing.key(Key.Key_Z, CONTROL)
    assert typing.said() == "Goes on from “Seuranta”."
    typing.line("Loppuarvio")
    assert sources(hand, "Loppuarvio") == {"Seuranta"}


def test_no_words_are_lost(qtbot: QtBot) -> None:
    hand, other = shown_beside_a_field(qtbot, three_lanes())
    hand.view.select(("s2",))
    typing = Typing(hand)
    QTest.keyClicks(typing.field, "Seuranta")
    other.setFocus()
    assert typing.bar.field.words() == "Seuranta"
    hand.view.setFocus()
    hand.key(Key.Key_Q)
    typing.key(Key.Key_Escape)
    assert hand.view.selection.ids == ("s2",)
    hand.key(Key.Key_Q)
    assert typing.field.words() == "Seuranta"
    hand.view.finish_editing()  # as before saving
    assert sources(hand, "Seuranta") == {"Hoito"}
    assert typing.field.words() == ""


def test_a_change_from_elsewhere_leaves_the_words(hand: Hand) -> None:
    hand.view.select(("s2",))
    typing = Typing(hand)
    QTest.keyClicks(typing.field, "Seuranta")
    hand.document.merge(edits.remove(hand.pathway, ("s2",)))
    assert typing.field.words() == "Seuranta"
    typing.key(Key.Key_Return)
    assert sources(hand, "Seuranta") == set()


def test_the_bar_hides_no_card(qtbot: QtBot) -> None:
    stages = [At(f"Vaihe {n}", actor=n, phase=0) for n in range(9)]
    actors = [f"Toimija {n}" for n in range(9)]
    hand = shown(qtbot, build(phases=("Hoito",), actors=actors, stages=stages), 900, 500)
    hand.view.zoom_to(1)
    hand.view.select_and_show("s8")
    typing = Typing(hand)
    typing.line("Seuranta")
    view = hand.view
    made = view.camera.box_on_screen(view.board.cards[view.selection.ids[0]].box)
    on_view = made.translated(view.viewport().geometry().topLeft())
    assert view.viewport().rect().contains(made)
    assert not on_view.intersects(typing.bar.geometry())
    assert typing.bar.geometry().top() > view.viewport().geometry().bottom()
    assert view.rect().contains(typing.bar.geometry())
    assert typing.bar.height() > typing.field.height() + typing.bar.words.height()
    typing.key(Key.Key_Escape)
    assert view.viewportMargins().bottom() == 0


def test_the_list_of_names_lies_above_the_bar(hand: Hand) -> None:
    typing = Typing(hand)
    QTest.keyClicks(typing.field, "Tuki @")
    (offered,) = [found for found in [hand.suggestions()] if not found.isHidden()]
    assert offered.geometry().bottom() < typing.bar.geometry().top()
    typing.key(Key.Key_Tab)
    assert typing.field.words() == "Tuki @Asiakas"


def test_several_pasted_lines_are_shown_first(hand: Hand) -> None:
    hand.view.select(("s2",))
    typing = Typing(hand)
    text = QMimeData()
    text.setText("Seuranta\nKontrolli @Kela\n")
    QApplication.clipboard().setMimeData(text)
    typing.key(Key.Key_V, CONTROL)
    (preview,) = hand.view.window().findChildren(PastePreview)
    assert len(hand.pathway.stages) == 4
    preview.accept()
    assert sources(hand, "Kontrolli") == {"Seuranta"}
    assert isinstance(hand.document.next_undo, Change)
    hand.document.undo()
    assert len(hand.pathway.stages) == 4


def test_a_line_too_long_for_a_name_is_not_let_in(hand: Hand) -> None:
    typing = Typing(hand)
    data = QMimeData()
    data.setText("x" * 501)
    typing.field.insertFromMimeData(data)
    assert typing.field.words() == ""
    assert "at most 500 letters" in typing.said()
    assert typing.bar.words.property("voice") == "fault"
