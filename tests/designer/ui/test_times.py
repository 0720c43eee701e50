"""The panel of times in the window: what it asks, what it answers, and the path on the board."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.ui.main_window import MainWindow
from designer.ui.panel_switch import Below
from designer.ui.times import TimesPanel
from designer.ui.times.questions import BETWEEN, WHOLE, Which
from designer.ui.times.table import SHARE_ROLE, Column
from model import edits
from model.codes import Sector, StageKind
from model.file import save
from model.ids import Id
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import AnyRecord, Handover, PathwayInfo, Stage, TimePromise
from model.text import read_span
from model.times import PartKind
from tests.pathways import At, build


def within(typed: str, law: str = "") -> TimeTarget:
    return TimeTarget(limit=read_span(typed), law=law)


def timed() -> Pathway:
    """Return s0 → s1 → s2 → s3 with a loop s1 ⇄ s2; nobody says how long s2 takes."""
    drawn = build(
        phases=("Arvio", "Hoito"),
        actors=(("Asiakas", Sector.CUSTOMER), ("Sote-keskus", Sector.PRIMARY)),
        stages=(
            At("Yhteydenotto", actor=0, phase=0),
            At("Hoidon tarpeen arvio", 1, 0, 1),
            At("Hoito", 1, 1),
            At("Loppu", 0, 1, 1, StageKind.END),
        ),
        arrows=((0, 1), (1, 2), (2, 3), (2, 1)),
    )
    stages = {
        "s0": replace(stage(drawn, "s0"), start=True, duration=read_span("1 h")),
        "s1": replace(stage(drawn, "s1"), duration=read_span("2 h")),
    }
    arrow, other = drawn["h0"], drawn["h1"]
    assert isinstance(arrow, Handover)
    assert isinstance(other, Handover)
    changed: dict[Id, AnyRecord | None] = {
        **stages,
        "info": PathwayInfo(id="info", languages=("fi",)),
        "h0": replace(arrow, see_within=within("14 vrk")),
        "h1": replace(other, see_within=within("3 kk", "TL-02")),
        "t0": TimePromise(
            id="t0",
            order="a0",
            title={"fi": "Arvioon kolmessa viikossa"},
            target=within("21 vrk"),
            from_stage="s0",
            to_stage="s1",
        ),
    }
    return drawn.replacing(changed)


def stage(pathway: Pathway, id: Id) -> Stage:
    found = pathway.find(Stage, id)
    assert found is not None
    return found


@pytest.fixture
def opened(start: MainWindow, tmp_path: Path) -> MainWindow:
    save(timed(), tmp_path / "timed.ketju")
    start.filing.open(tmp_path / "timed.ketju")
    start.board.setFocus()
    return start


@pytest.fixture
def panel(opened: MainWindow) -> TimesPanel:
    QTest.keySequence(opened, "Ctrl+T")
    return opened.workspace.times


def path(window: MainWindow) -> tuple[Id, ...]:
    shown = window.board.times_path.path
    return shown.way if shown is not None else ()


def labels(window: MainWindow) -> dict[Id, str]:
    return {item.placed.about: item.placed.label.text for item in window.board.times_path.labels}


def rows(panel: TimesPanel) -> list[list[str]]:
    table = panel.table
    shown = (Column.STAGE, Column.TIME, Column.SUM)
    return [
        [table.data(table.index(row, column)) for column in shown]
        for row in range(table.rowCount())
    ]


def entries(panel: TimesPanel) -> list[str]:
    return [entry.words for entry in panel.aside.entries]


def choose(panel: TimesPanel, row: int) -> None:
    """Go to a question by keys."""
    panel.questions.setFocus()
    QTest.keyClick(panel.questions, Qt.Key.Key_Home)
    for _step in range(row):
        QTest.keyClick(panel.questions, Qt.Key.Key_Down)


def test_the_key_opens_the_panel_on_the_first_promise_and_closes_it(opened: MainWindow) -> None:
    panel = opened.workspace.times
    assert panel.isHidden()
    QTest.keySequence(opened, "Ctrl+T")
    assert not panel.isHidden()
    assert QApplication.focusWidget() is panel.questions
    assert panel.headline.words == (
        "The promise holds: promised 21 vrk, the longest way takes 14 d 3 h."
    )
    assert path(opened) == ("s0", "h0", "s1")
    QTest.keySequence(opened, "Ctrl+T")
    assert panel.isHidden()
    assert path(opened) == ()
    assert labels(opened) == {}
    assert QApplication.focusWidget() is opened.board


def test_the_parts_are_listed_with_their_sums_and_shares(panel: TimesPanel) -> None:
    assert rows(panel) == [
        ["Yhteydenotto", "1 h", "1 h"],
        ["Hoidon tarpeen arvio", "14 vrk", "14 d"],
        ["Hoidon tarpeen arvio", "2 h", "14 d"],
    ]
    shares = [panel.table.index(row, Column.SHARE).data(SHARE_ROLE) for row in range(3)]
    assert sum(share for share, _kind in shares) == pytest.approx(1)
    assert [kind for _share, kind in shares] == [PartKind.DOING, PartKind.WAIT, PartKind.DOING]
    assert panel.table.index(1, Column.SOURCE).data() == "Handover: Customer seen within"


def test_the_board_has_waits_on_arrows_and_sums_at_cards(
    opened: MainWindow, panel: TimesPanel
) -> None:
    del panel
    assert labels(opened) == {
        "s0": "1 h · sum 1 h",
        "h0": "wait ≤ 14 vrk",
        "s1": "2 h · sum 14 d",
    }
    assert opened.board.selection.state_of("s3").dimmed


def test_what_is_not_known_is_said_and_leads_to_where_it_is_entered(
    opened: MainWindow, panel: TimesPanel
) -> None:
    choose(panel, 1)
    assert panel.headline.words == (
        "It cannot be said: of 1 part nobody has said how long it takes."
    )
    assert entries(panel)[:2] == ["How long these take is not said (1)", "Stage: Hoito"]
    assert path(opened) == ("s0", "h0", "s1", "h1", "s2", "h2", "s3")
    assert labels(opened)["s2"].startswith("takes ? · sum")
    assert labels(opened)["s2"].endswith("+ ?")
    item = panel.aside.item(1)
    QTest.mouseClick(
        panel.aside.viewport(),
        Qt.MouseButton.LeftButton,
        pos=panel.aside.visualItemRect(item).center(),
    )
    inspector = opened.workspace.inspector
    assert inspector.record == "s2"
    assert inspector.form.fields["duration"].isVisible()
    assert path(opened)  # one sees what one fills in
    panel.aside.setFocus()
    QTest.keyClick(panel.aside, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert inspector.form.fields["duration"].isAncestorOf(focused)


def test_loops_are_told_as_counted_once_and_selected_by_a_click(
    opened: MainWindow, panel: TimesPanel
) -> None:
    choose(panel, 1)
    place = entries(panel).index("Loops, counted once (1)") + 1
    assert "Hoito" in entries(panel)[place]
    panel.aside.setCurrentRow(place)
    QTest.mouseClick(
        panel.aside.viewport(),
        Qt.MouseButton.LeftButton,
        pos=panel.aside.visualItemRect(panel.aside.item(place)).center(),
    )
    assert set(opened.board.selection.ids) == {"s1", "s2"}


def test_limits_of_the_law_are_told_with_their_age_group_and_first_day(panel: TimesPanel) -> None:
    choose(panel, 1)
    told = entries(panel)[-1]
    assert told.startswith("TL-02 ")
    assert "from 23 years on" in told
    assert "in force since 1.1.2025" in told


def test_two_selected_stages_are_asked_by_the_same_key(opened: MainWindow) -> None:
    panel = opened.workspace.times
    opened.board.select(("s2", "s0"))
    QTest.keySequence(opened, "Ctrl+T")
    assert panel.questions.currentRow() == 2
    assert path(opened) == ("s0", "h0", "s1", "h1", "s2")
    opened.board.select(("s1", "s2"))
    assert path(opened) == ("s1", "h1", "s2")
    opened.board.select(("s3",))  # what is looked at goes on
    assert path(opened) == ("s1", "h1", "s2")
    QTest.keySequence(opened, "Ctrl+T")
    assert panel.isHidden()


def test_without_two_stages_the_panel_says_what_to_do(panel: TimesPanel) -> None:
    choose(panel, 2)
    assert panel.headline.words == "Select two stages on the board, Shift adds the second."
    assert rows(panel) == []


def test_escape_on_the_board_takes_the_path_away_and_a_tick_brings_it_back(
    opened: MainWindow, panel: TimesPanel
) -> None:
    QTest.keyClick(panel.questions, Qt.Key.Key_Escape)
    assert path(opened) == ()
    assert not panel.on_board.isChecked()
    assert QApplication.focusWidget() is opened.board
    QTest.mouseClick(panel.on_board, Qt.MouseButton.LeftButton, pos=panel.on_board.rect().center())
    panel.on_board.setChecked(True)
    assert path(opened) == ("s0", "h0", "s1")
    opened.board.setFocus()
    QTest.keyClick(opened.board, Qt.Key.Key_Escape)
    assert path(opened) == ()
    assert not panel.on_board.isChecked()


def test_another_panel_in_front_takes_the_path_away(opened: MainWindow, panel: TimesPanel) -> None:
    QTest.mouseClick(panel.switch.segments[Below.NOTES], Qt.MouseButton.LeftButton)
    assert path(opened) == ()
    opened.workspace.toggle_below(Below.TIMES)
    assert path(opened) == ("s0", "h0", "s1")


def test_an_edit_is_followed_once_it_is_calm_and_only_while_seen(
    opened: MainWindow, panel: TimesPanel, qtbot: QtBot
) -> None:
    document = opened.workspace.file.document

    def write(typed: str) -> None:
        document.do(edits.update(document.pathway, "h0", see_within=within(typed)))

    write("30 vrk")
    assert panel.headline.words.startswith("The promise holds")
    qtbot.waitUntil(lambda: panel.headline.words.startswith("The promise does not hold"))
    assert labels(opened)["h0"] == "wait ≤ 30 vrk"
    QTest.keySequence(opened, "Ctrl+T")
    write("7 vrk")
    assert not panel.is_waiting
    QTest.keySequence(opened, "Ctrl+T")
    assert panel.headline.words.startswith("The promise holds")


def test_the_shortest_way_is_shown_on_demand(opened: MainWindow, panel: TimesPanel) -> None:
    document = opened.workspace.file.document
    document.do(edits.connect(document.pathway, "s0", "s3"))
    panel.ask(WHOLE)
    QTest.mouseClick(panel.walks[Which.SHORTEST], Qt.MouseButton.LeftButton)
    assert len(path(opened)) == 3
    QTest.mouseClick(panel.walks[Which.LONGEST], Qt.MouseButton.LeftButton)
    assert len(path(opened)) == 7


def test_what_was_asked_goes_when_it_is_removed(opened: MainWindow, panel: TimesPanel) -> None:
    opened.board.select(("s0", "s1"))
    panel.ask(BETWEEN)
    document = opened.workspace.file.document
    document.do(edits.remove(document.pathway, ("s1",)))
    panel.present()
    assert path(opened) == ()
    assert panel.headline.words.startswith("Select two stages")
    document.do(edits.remove(document.pathway, ("t0",)))
    panel.present()
    assert panel.questions.count() == 2


def test_a_promise_without_stages_leads_to_where_they_are_entered(
    opened: MainWindow, panel: TimesPanel
) -> None:
    document = opened.workspace.file.document
    document.do(edits.update(document.pathway, "t0", to_stage=None))
    panel.present()
    assert "does not say from which stage" in panel.headline.words
    panel.aside.setFocus()
    panel.aside.setCurrentRow(0)
    QTest.keyClick(panel.aside, Qt.Key.Key_Return)
    assert opened.workspace.inspector.record == "t0"


def test_an_empty_pathway_says_that_no_way_leads_anywhere(
    start: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    save(Pathway([PathwayInfo(id="info")]), tmp_path / "empty.ketju")
    start.filing.open(tmp_path / "empty.ketju")
    start.board.setFocus()
    QTest.keySequence(start, "Ctrl+T")
    panel = start.workspace.times
    qtbot.waitUntil(lambda: panel.headline.words == "No way leads there.")
    assert panel.questions.count() == 2
    assert not panel.walks[Which.LONGEST].isEnabled()


def test_where_it_is_narrow_the_answer_has_its_own_row_and_the_stages_their_names(
    panel: TimesPanel,
) -> None:
    narrow = {Column.SUM, Column.SHARE, Column.SOURCE}
    for width, hidden, beneath in ((1400, set(), False), (560, narrow, True), (1400, set(), False)):
        panel.setFixedWidth(width)
        QApplication.processEvents()
        assert {column for column in Column if panel.view.isColumnHidden(column)} == hidden
        assert (panel.headline.y() > panel.switch.geometry().bottom()) is beneath
