"""The outline beside the board, by keys: what is done in one is seen in the other."""

from collections.abc import Callable  # noqa: TC003 - only where it is said to be

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QSplitter, QToolTip
from pytestqt.qtbot import QtBot

from designer.ui.canvas import BoardView
from designer.ui.outline import OutlinePanel
from model import edits, notes
from model.codes import NoteKind, Severity
from model.document import Document
from model.entry import LONGEST_NAME
from model.ids import Id
from model.notes import Anchor
from model.pathway import Pathway
from model.records import Handover, Note, Stage
from tests.designer.canvas.conftest import three_lanes
from tests.designer.outline.test_model import text
from tests.pathways import At, build

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

NO_KEY = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier


class Reader:
    """Someone who has only the outline, and keys."""

    def __init__(self, panel: OutlinePanel, window: QSplitter) -> None:
        self.panel = panel
        self.window = window

    @property
    def pathway(self) -> Pathway:
        return self.panel.board.document.pathway

    @property
    def here(self) -> Id:
        return self.panel.current

    def go(self, key: Id) -> None:
        self.panel.go_to(key)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.panel.tree, key, modifier)
        QApplication.processEvents()  # Qt lets a completer have Enter before it ends the editing

    def write(self, words: str) -> None:
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit), "there is no field to write in"
        QTest.keyClicks(field, words)

    def selected(self) -> list[Id]:
        """Return what the board has selected."""
        return list(self.panel.board.selection.ids)

    def lines(self) -> list[str]:
        return list(text(self.panel.model))


def beside_a_board(qtbot: QtBot, pathway: Pathway) -> Reader:
    window = QSplitter()
    qtbot.addWidget(window)
    board = BoardView(Document(pathway), "fi")
    panel = OutlinePanel(board)
    board.document.watchers.append(panel.follow)
    window.addWidget(panel)
    window.addWidget(board)
    window.resize(1300, 700)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    panel.take_focus()
    return Reader(panel, window)


@pytest.fixture
def reader(qtbot: QtBot) -> Reader:
    return beside_a_board(qtbot, three_lanes())


def test_it_opens_with_everything_unfolded(reader: Reader) -> None:
    assert reader.here == "p0"
    for _row in range(4):
        reader.key(Qt.Key.Key_Down)
    assert reader.here == "h1"


def test_the_board_selects_what_one_reads_and_the_outline_what_is_selected(reader: Reader) -> None:
    reader.go("s1")
    assert reader.selected() == ["s1"]
    reader.panel.board.select(("s0", "s2"))
    assert reader.here == "s2"
    rows = reader.panel.tree.selectionModel().selectedIndexes()
    assert {reader.panel.model.key(row) for row in rows} == {"s0", "s2"}
    assert reader.selected() == ["s0", "s2"]


def test_shift_and_arrows_select_several(reader: Reader) -> None:
    reader.go("s2")
    reader.key(Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert reader.panel.board.selection.ids == ("s2", "s3")


def test_a_name_is_changed_in_place(reader: Reader) -> None:
    reader.go("s1")
    reader.key(Qt.Key.Key_F2)
    reader.write("Arviointi")
    reader.key(Qt.Key.Key_Return)
    assert reader.pathway["s1"].title == {"fi": "Arviointi"}  # type: ignore[union-attr]
    assert "  1.2 Arviointi · Sote-keskus" in reader.lines()
    assert QApplication.focusWidget() is reader.panel.tree


def test_escape_leaves_the_name_and_an_empty_one_changes_nothing(reader: Reader) -> None:
    reader.go("s1")
    reader.key(Qt.Key.Key_Return)
    reader.write("Muu")
    reader.key(Qt.Key.Key_Escape)
    reader.key(Qt.Key.Key_F2)
    reader.key(Qt.Key.Key_Backspace)
    reader.key(Qt.Key.Key_Return)
    assert reader.panel.board.document.next_undo is None


def test_what_is_being_written_survives_changes_and_findings(reader: Reader) -> None:
    reader.go("s1")
    reader.key(Qt.Key.Key_F2)
    reader.write("Arvi")
    document = reader.panel.board.document
    document.merge(edits.rename(document.pathway, "s0", "fi", "Soitto"))
    reader.panel.set_marks({"s1": (Severity.ERROR, 1)})
    reader.write("o")
    reader.key(Qt.Key.Key_Return)
    assert reader.pathway["s1"].title == {"fi": "Arvio"}  # type: ignore[union-attr]


def test_n_adds_a_stage_after_once_it_has_a_name(reader: Reader) -> None:
    reader.go("s1")
    reader.key(Qt.Key.Key_N)
    assert len(reader.pathway.stages) == 4
    reader.write("Tutkimukset")
    reader.key(Qt.Key.Key_Return)
    added = reader.pathway.find(Stage, reader.here)
    assert added is not None
    assert added.title == {"fi": "Tutkimukset"}
    assert [arrow.source for arrow in reader.pathway.arriving(added.id)] == ["s1"]
    assert reader.panel.board.selection.ids == (added.id,)
    assert QApplication.focusWidget() is reader.panel.tree
    reader.panel.board.document.undo()
    assert reader.pathway == three_lanes()


def test_the_words_typed_mean_what_they_mean_on_the_board(reader: Reader) -> None:
    reader.go("s1")
    reader.key(Qt.Key.Key_N)
    reader.write("Vertaistuki @J")
    reader.key(Qt.Key.Key_Return)
    added = reader.pathway.find(Stage, reader.here)
    assert added is not None
    assert (added.title, added.actor) == ({"fi": "Vertaistuki"}, "a2")


@pytest.mark.parametrize("leave", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_stage_without_a_name_leaves_nothing_behind(reader: Reader, leave: Qt.Key) -> None:
    before = reader.lines()
    reader.go("s1")
    reader.key(Qt.Key.Key_N)
    assert reader.lines() != before
    reader.key(leave)
    assert reader.lines() == before
    assert reader.panel.board.document.next_undo is None
    assert reader.here == "s1"


def test_n_on_a_phase_adds_to_its_end(reader: Reader) -> None:
    reader.go("p1")
    reader.key(Qt.Key.Key_N)
    reader.write("Seuranta")
    reader.key(Qt.Key.Key_Return)
    added = reader.pathway.find(Stage, reader.here)
    assert added is not None
    assert (added.phase, added.column) == ("p1", 1)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Right])
def test_a_handover_leads_to_its_target(reader: Reader, key: Qt.Key) -> None:
    reader.go("h1")
    reader.key(key)
    assert reader.here == "s2"
    assert reader.panel.board.selection.ids == ("s2",)


def test_the_condition_of_a_handover_is_written_in_place(reader: Reader) -> None:
    reader.go("h0")
    reader.key(Qt.Key.Key_F2)
    reader.write("aina")
    reader.key(Qt.Key.Key_Return)
    assert reader.pathway["h0"].condition == {"fi": "aina"}  # type: ignore[union-attr]


def test_c_joins_to_a_stage_found_by_typing(reader: Reader) -> None:
    reader.go("s0")
    reader.key(Qt.Key.Key_C)
    reader.write("oma")
    reader.key(Qt.Key.Key_Return)
    added = reader.pathway.find(Handover, reader.here)
    assert added is not None
    assert (added.source, added.target) == ("s0", "s3")
    assert QApplication.focusWidget() is reader.panel.tree


def test_the_target_is_chosen_by_arrows_too_and_escape_joins_nothing(reader: Reader) -> None:
    reader.go("s3")
    for end in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        reader.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        reader.key(Qt.Key.Key_Down)
        assert len(reader.pathway.handovers) == 2
        reader.key(end)
    assert [arrow.target for arrow in reader.pathway.leaving("s3")] == ["s1"]


def test_what_no_stage_is_called_joins_nothing(reader: Reader) -> None:
    reader.go("s0")
    reader.key(Qt.Key.Key_C)
    reader.write("xyz")
    assert not reader.panel.chooser.nothing.isHidden()
    reader.key(Qt.Key.Key_Return)
    assert len(reader.pathway.handovers) == 2


def test_delete_removes_and_the_keyboard_stays_in_the_outline(reader: Reader) -> None:
    reader.go("h1")
    reader.key(Qt.Key.Key_Delete)
    assert "h1" not in reader.pathway
    assert QApplication.focusWidget() is reader.panel.tree
    assert reader.here in reader.pathway
    assert reader.panel.board.selection.ids == (reader.here,)


def test_alt_and_arrows_move_a_stage_as_on_the_board(reader: Reader) -> None:
    reader.go("s1")
    reader.key(Qt.Key.Key_Down, ALT)
    assert reader.pathway["s1"].actor == "a2"  # type: ignore[union-attr]
    reader.key(Qt.Key.Key_Right, ALT)
    assert reader.pathway["s1"].phase == "p1"  # type: ignore[union-attr]
    assert reader.here == "s1"
    reader.go("p0")
    reader.key(Qt.Key.Key_Right, ALT)
    assert [phase.id for phase in reader.pathway.phases] == ["p1", "p0"]
    assert reader.here == "p0"


def test_a_note_is_written_below_its_stage_and_ticked_off(reader: Reader) -> None:
    reader.go("s1")
    reader.key(Qt.Key.Key_M)
    reader.write("! Jono on liian iso")
    reader.key(Qt.Key.Key_Return)
    note = reader.pathway.find(Note, reader.here)
    assert note is not None
    assert (note.kind, note.text, note.about) == (NoteKind.RISK, {"fi": "Jono on liian iso"}, "s1")
    assert "    Jono on liian iso · risk" in reader.lines()
    reader.key(Qt.Key.Key_X)
    assert "    Jono on liian iso · risk, settled" in reader.lines()
    reader.key(Qt.Key.Key_Delete)
    assert not reader.pathway.of(Note)


def test_what_is_folded_current_and_in_sight_survives_edits_and_undo(qtbot: QtBot) -> None:
    pathway = build(
        phases=("Arvio", "Hoito"),
        stages=[At(f"vaihe {n}", None, n % 2, n) for n in range(60)],
        arrows=[(n, n + 1) for n in range(59)],
    )
    reader = beside_a_board(qtbot, pathway)
    tree, model, document = reader.panel.tree, reader.panel.model, reader.panel.board.document
    tree.collapse(model.index_of("s2"))
    reader.go("s31")
    changes: list[Callable[[Pathway], object]] = [
        lambda now: document.do(edits.rename(now, "s31", "fi", "uusi nimi")),
        lambda now: document.do(edits.add_stage_after(now, "s59", title={"fi": "loppu"})),
        lambda now: document.do(edits.move_stage(now, "s2", actor=None, phase="p1", column=2)),
        lambda now: document.merge(edits.move_to_place(now, "p0", 1)),
        lambda _now: document.undo(),
        lambda _now: document.undo(),
    ]
    for change in changes:
        change(document.pathway)
        assert reader.here == "s31"
        assert not tree.isExpanded(model.index_of("s2"))
        assert tree.isExpanded(model.index_of("s4"))
        assert tree.viewport().rect().intersects(tree.visualRect(model.index_of("s31")))


def test_what_was_folded_is_folded_when_it_comes_back(reader: Reader) -> None:
    model, tree = reader.panel.model, reader.panel.tree
    tree.collapse(model.index_of("s1"))
    document = reader.panel.board.document
    document.do(edits.remove(document.pathway, ("s1",)))
    document.undo()
    assert not tree.isExpanded(model.index_of("s1"))
    assert tree.isExpanded(model.index_of("s0"))


def test_hidden_it_does_nothing_and_shown_it_has_caught_up(reader: Reader) -> None:
    reader.panel.hide()
    document = reader.panel.board.document
    document.do(edits.rename(document.pathway, "s0", "fi", "Soitto"))
    assert "  1.1 Yhteydenotto · Asiakas" in reader.lines()
    reader.panel.show()
    assert "  1.1 Soitto · Asiakas" in reader.lines()


def test_another_language_and_the_board_of_a_new_file(reader: Reader) -> None:
    document = reader.panel.board.document
    document.do(edits.rename(document.pathway, "s0", "sv", "Kontakt"))
    reader.panel.board.set_language("sv")
    reader.panel.set_language("sv")
    assert "  1.1 Kontakt · Asiakas" in reader.lines()


def test_an_empty_pathway_says_what_to_expect(qtbot: QtBot) -> None:
    reader = beside_a_board(qtbot, build())
    assert not reader.panel.nothing.isHidden()
    reader.key(Qt.Key.Key_N)
    reader.write("Yhteydenotto")
    reader.key(Qt.Key.Key_Return)
    assert [stage.title for stage in reader.pathway.stages] == [{"fi": "Yhteydenotto"}]
    assert reader.panel.nothing.isHidden()


def test_the_menu_offers_what_fits_the_line(reader: Reader) -> None:
    reader.go("h1")
    reader.panel.tree.asked_menu.emit(reader.panel.mapToGlobal(reader.panel.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert reader.here == "s2"


def test_closing_keeps_what_is_being_written(reader: Reader) -> None:
    reader.go("s1")
    reader.key(Qt.Key.Key_F2)
    reader.write("Kesken")
    reader.panel.finish_editing()
    assert reader.pathway["s1"].title == {"fi": "Kesken"}  # type: ignore[union-attr]


@pytest.mark.parametrize("key", [Qt.Key.Key_N, Qt.Key.Key_I])
def test_on_a_handover_a_stage_is_put_between(reader: Reader, key: Qt.Key) -> None:
    reader.go("h1")
    reader.key(key)
    reader.write("Tutkimukset")
    reader.key(Qt.Key.Key_Return)
    added = reader.pathway.find(Stage, reader.here)
    assert added is not None
    assert added.title == {"fi": "Tutkimukset"}
    assert [arrow.source for arrow in reader.pathway.arriving(added.id)] == ["s1"]
    assert [arrow.target for arrow in reader.pathway.leaving(added.id)] == ["s2"]
    reader.panel.board.document.undo()
    assert reader.pathway == three_lanes()


def test_i_needs_a_handover(reader: Reader) -> None:
    reader.go("s3")
    reader.key(Qt.Key.Key_I)
    assert not reader.panel.tree.delegate.is_editing
    assert len(reader.pathway.stages) == 4


def test_b_adds_a_branch_beside_the_stage(reader: Reader) -> None:
    reader.go("s2")
    reader.key(Qt.Key.Key_B)
    reader.write("Kuntoutus")
    reader.key(Qt.Key.Key_Return)
    added = reader.pathway.find(Stage, reader.here)
    assert added is not None
    assert [arrow.source for arrow in reader.pathway.arriving(added.id)] == ["s1"]
    beside = reader.pathway["s2"]
    assert (added.phase, added.column) == (beside.phase, beside.column)  # type: ignore[union-attr]


def test_long_texts_come_through_the_field_whole(reader: Reader) -> None:
    document = reader.panel.board.document
    document.do(edits.rename(document.pathway, "s1", "fi", "x" * 700))
    document.do(notes.add_note(document.pathway, Anchor("s1"), "y" * 700 + "\nToka", "fi"))
    note = document.pathway.of(Note)[0].id
    done = document.next_undo
    for key in ("s1", note):
        reader.go(key)
        reader.key(Qt.Key.Key_F2)
        reader.key(Qt.Key.Key_Return)
    assert document.next_undo is done
    reader.go("s1")
    reader.key(Qt.Key.Key_F2)
    reader.key(Qt.Key.Key_End)
    reader.key(Qt.Key.Key_Backspace)
    reader.key(Qt.Key.Key_Return)
    assert reader.pathway["s1"].title == {"fi": "x" * 699}  # type: ignore[union-attr]


def test_a_field_that_is_full_says_so(reader: Reader) -> None:
    reader.go("s1")
    reader.key(Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.insert("x" * 600)
    assert len(field.text()) == LONGEST_NAME
    assert "at most 500 letters" in QToolTip.text()
