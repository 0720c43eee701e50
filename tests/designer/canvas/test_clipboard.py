"""Cut, copy and paste over the system's clipboard, and the preview of a pasted list."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.ui import clipboard
from designer.ui.clipboard import RECORDS
from designer.ui.paste_preview import PastePreview
from model import edits
from model.records import Stage
from tests.designer.canvas.conftest import Hand, shown, shown_beside_a_field, three_lanes
from tests.pathways import build

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
LIST = """# Hoito
Tutkimus @Järjestö
  Haastattelu
  Mittaus
Yhteenveto
---
"""

# The offscreen platform says so of every window with a layout.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture(autouse=True)
def empty_clipboard() -> Iterator[None]:
    QApplication.clipboard().clear()
    yield
    QApplication.clipboard().clear()


def titles(hand: Hand) -> list[str]:
    return sorted(edits.name_of(stage) for stage in hand.pathway.stages)


def named(hand: Hand, title: str) -> Stage:
    (found,) = [stage for stage in hand.pathway.stages if edits.name_of(stage) == title]
    return found


def sources(hand: Hand, title: str) -> set[str]:
    arriving = hand.pathway.arriving(named(hand, title).id)
    return {edits.name_of(hand.pathway[arrow.source]) for arrow in arriving}


def put(text: str) -> None:
    QApplication.clipboard().setText(text)


def preview(hand: Hand) -> PastePreview:
    hand.key(Key.Key_V, CONTROL)
    (found,) = hand.view.window().findChildren(PastePreview)
    return found


def column(shown_list: PastePreview, number: int) -> list[str]:
    cells = [shown_list.table.item(row, number) for row in range(shown_list.table.rowCount())]
    return [cell.text() for cell in cells if cell is not None]


def test_copies_keep_the_handovers_between_them_in_another_file(hand: Hand, qtbot: QtBot) -> None:
    hand.view.select(("s1", "s2"))
    hand.key(Key.Key_C, CONTROL)
    other = shown(qtbot, build(phases=("Alku",), actors=("Asiakas",)))
    other.key(Key.Key_V, CONTROL)
    assert titles(other) == ["Hoidon tarpeen arvio", "Hoito"]
    assert sources(other, "Hoito") == {"Hoidon tarpeen arvio"}
    assert [edits.name_of(actor) for actor in other.pathway.actors] == ["Asiakas", "Sote-keskus"]
    other.document.undo()
    assert len(other.pathway.stages) == 0


def test_a_copy_goes_after_the_selected_card_or_into_the_keyboards_cell(hand: Hand) -> None:
    hand.view.select(("s0",))
    hand.key(Key.Key_C, CONTROL)
    hand.view.select(("s3",))
    hand.key(Key.Key_V, CONTROL)
    (copied,) = hand.view.selection.ids
    assert hand.cell_of(copied) == ("a0", "p1", 1)
    hand.view.select(())
    hand.view.enter_cell(("a2", "p0", 0))
    hand.key(Key.Key_V, CONTROL)
    (copied,) = hand.view.selection.ids
    assert hand.cell_of(copied) == ("a2", "p0", 0)


def test_other_programs_get_a_table(hand: Hand) -> None:
    hand.view.select(("s0",))
    hand.key(Key.Key_C, CONTROL)
    lines = QApplication.clipboard().text().splitlines()
    assert lines[-1].split("\t")[:3] == ["Yhteydenotto", "Asiakas", "Arvio"]


def test_cut_and_paste_moves(hand: Hand) -> None:
    hand.view.select(("s3",))
    hand.key(Key.Key_X, CONTROL)
    assert "Omahoito" not in titles(hand)
    hand.view.select(("s0",))
    hand.key(Key.Key_V, CONTROL)
    assert hand.cell_of(named(hand, "Omahoito").id) == ("a0", "p0", 1)


def test_nothing_selected_leaves_the_clipboard_as_it_is(hand: Hand) -> None:
    put("Muistiinpano")
    hand.key(Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "Muistiinpano"
    assert hand.said[-1] == "Select first what to copy: stages, an actor or a phase."


@pytest.mark.parametrize("keys", [(Key.Key_D, Qt.KeyboardModifier.NoModifier),
                                  (Key.Key_D, CONTROL)])  # fmt: skip
def test_duplicates_lie_beside_the_originals(
    hand: Hand, keys: tuple[Qt.Key, Qt.KeyboardModifier]
) -> None:
    hand.view.select(("s0",))
    hand.key(*keys)
    (twin,) = hand.view.selection.ids
    assert twin != "s0"
    assert edits.name_of(hand.pathway[twin]) == "Yhteydenotto"
    assert hand.cell_of(twin)[:2] == ("a0", "p0")


def test_one_line_from_elsewhere_is_one_stage_with_all_its_signs(hand: Hand) -> None:
    put("Soitto #3 @päivystys\n")
    hand.view.select(("s0",))
    hand.key(Key.Key_V, CONTROL)
    assert sources(hand, "Soitto #3 @päivystys") == {"Yhteydenotto"}
    assert len(hand.pathway.actors) == 3


def test_a_pasted_list_is_shown_line_by_line_and_entered_as_one_step(hand: Hand) -> None:
    put(LIST)
    hand.view.select(("s2",))
    shown_list = preview(hand)
    assert column(shown_list, 1)[1:5] == ["Järjestö", "Järjestö", "Järjestö", "Järjestö"]
    assert column(shown_list, 3)[1:4] == ["Hoito", "Tutkimus", "Tutkimus"]
    assert column(shown_list, 4)[5] == "There are no words on this line."
    assert shown_list.summary.text() == (
        "Comes to the board: 4 stages, 5 handovers. 1 line is left out."
    )
    assert len(hand.pathway.stages) == 4
    QTest.keyClick(shown_list.enter, Key.Key_Return)
    assert sources(hand, "Yhteenveto") == {"Haastattelu", "Mittaus"}
    assert sources(hand, "Tutkimus") == {"Hoito"}
    hand.document.undo()
    assert hand.document.next_undo is None


def test_a_line_that_is_unticked_stays_out_and_breaks_no_chain(hand: Hand) -> None:
    put("Tutkimus\nMittaus\nYhteenveto\n")
    shown_list = preview(hand)
    tick = shown_list.table.item(1, 0)
    assert tick is not None
    tick.setCheckState(Qt.CheckState.Unchecked)
    assert column(shown_list, 3)[2] == "Tutkimus"
    assert shown_list.enter.text() == "Add 2 stages"
    shown_list.accept()
    assert "Mittaus" not in titles(hand)
    assert sources(hand, "Yhteenveto") == {"Tutkimus"}


def test_a_list_that_is_given_up_changes_nothing(hand: Hand) -> None:
    put(LIST)
    preview(hand).reject()
    assert hand.document.next_undo is None
    assert QApplication.clipboard().text() == LIST


@pytest.mark.parametrize("data", [b"{", b'{"format": 99, "copied": []}', b"\xff\x00"])
def test_what_cannot_be_read_is_refused_in_words(hand: Hand, data: bytes) -> None:
    copied = QMimeData()
    copied.setData(RECORDS, data)
    QApplication.clipboard().setMimeData(copied)
    before = hand.pathway
    hand.key(Key.Key_V, CONTROL)
    assert hand.pathway is before
    assert hand.said[-1].endswith((".", "!"))


def test_an_empty_clipboard_says_so(hand: Hand) -> None:
    hand.key(Key.Key_V, CONTROL)
    assert hand.said[-1] == "There is nothing on the clipboard that fits the board."
    clipboard.paste_list(hand.view)
    assert hand.said[-1].startswith("Copy a list first")


def test_while_one_writes_the_clipboard_is_the_texts(qtbot: QtBot) -> None:
    hand, field = shown_beside_a_field(qtbot, three_lanes())
    put("Soitto\nKäynti")
    hand.view.select(("s0",))
    hand.key(Key.Key_N)
    clipboard.paste(hand.view)
    assert hand.written_in().words() == "Soitto Käynti"
    hand.key(Key.Key_Escape)
    field.setFocus()
    clipboard.paste(hand.view)
    assert field.text().startswith("Soitto")
    field.selectAll()
    clipboard.copy(hand.view)
    assert not QApplication.clipboard().mimeData().hasFormat(RECORDS)
    clipboard.cut(hand.view)
    assert field.text() == ""
    assert not hand.view.window().findChildren(PastePreview)
    assert hand.document.next_undo is None
