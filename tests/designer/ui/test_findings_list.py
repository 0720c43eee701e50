"""The list of findings by hand: folded and unfolded, filtered, searched, walked from anywhere."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from designer.ui.findings import FindingsPanel
from designer.ui.findings.grouping import By
from designer.ui.findings.lines import OPEN, FindingLine, Group
from designer.ui.main_window import MainWindow
from designer.ui.open_file import OpenFile
from designer.ui.panel_switch import Below
from model import edits
from model.checks import COORDINATION
from model.records import Goal, Metric, Record
from samples import SAMPLES

Key = Qt.Key


@pytest.fixture
def large(start: MainWindow, qtbot: QtBot) -> MainWindow:
    """Return a window with a sample about which there is much to say."""
    start.activateWindow()
    qtbot.waitUntil(start.isActiveWindow)
    start.show_file(OpenFile.at(next(sample.path for sample in SAMPLES if sample.name == "nepsy")))
    start.workspace.findings.choose_profile(COORDINATION)
    return start


@pytest.fixture
def panel(large: MainWindow) -> FindingsPanel:
    return large.workspace.findings


def tops(panel: FindingsPanel) -> list[QModelIndex]:
    return [panel.model.index(row, 0) for row in range(panel.model.rowCount())]


def folded(panel: FindingsPanel) -> QModelIndex:
    """Return the first line that is folded."""
    view = panel.view
    return next(i for i in tops(panel) if panel.model.hasChildren(i) and not view.isExpanded(i))


def open_lines(panel: FindingsPanel) -> list[FindingLine]:
    return [line for line in panel.lines if line.group in OPEN]


def entry(menu: QMenu, words: str) -> QAction:
    return next(action for action in menu.actions() if action.text().startswith(words))


def choose(panel: FindingsPanel, part: str, name: str) -> None:
    """Choose in the filter's menu, as somebody who opens it."""
    menu = panel.head.filters.choices
    menu.aboutToShow.emit()
    submenus = [m for m in menu.findChildren(QMenu) if m.property("part") == part]
    entry(submenus[-1], name).trigger()


def test_right_and_left_unfold_and_fold(panel: FindingsPanel) -> None:
    view, line = panel.view, folded(panel)
    view.setFocus()
    view.setCurrentIndex(line)
    assert panel.current is None
    assert panel.explanation.words
    QTest.keyClick(view, Key.Key_Right)
    assert view.isExpanded(line)
    QTest.keyClick(view, Key.Key_Down)
    assert view.currentIndex().parent() == line
    assert panel.current_finding in panel.report.findings
    QTest.keyClick(view, Key.Key_Left)
    assert view.currentIndex() == line
    QTest.keyClick(view, Key.Key_Left)
    assert not view.isExpanded(line)
    QTest.keyClick(view, Key.Key_Return)
    assert view.isExpanded(line)


def test_one_button_unfolds_all_and_folds_all(panel: FindingsPanel) -> None:
    above = [index for index in tops(panel) if panel.model.hasChildren(index)]
    panel.head.fold.click()
    assert all(panel.view.isExpanded(index) for index in above)
    panel.head.fold.click()
    assert not any(panel.view.isExpanded(index) for index in above)
    panel.head.grouping.all.trigger()
    assert all(panel.view.isExpanded(index) for index in above)


def test_the_grouping_is_chosen(large: MainWindow, panel: FindingsPanel) -> None:
    every = len(panel.lines)
    panel.head.grouping.choices[By.NONE].trigger()
    assert panel.model.rowCount() == every == len(panel.lines)
    assert not panel.head.fold.isEnabled()
    panel.head.grouping.choices[By.RECORD].trigger()
    stages = {stage.id for stage in large.board.pathway.stages}
    below = [panel.model.row(index) for index in tops(panel)]
    assert any(
        row and row.below and {b.line.about for b in row.below if b.line} <= stages for row in below
    )
    assert len(panel.lines) == every


def test_an_edit_leaves_what_is_chosen_and_folded(large: MainWindow, panel: FindingsPanel) -> None:
    view, line = panel.view, folded(panel)
    view.expand(line)
    view.choose(panel.model.index(1, 0, line))
    chosen, row = panel.current, panel.model.row(line)
    assert chosen is not None
    assert row is not None
    resets: list[None] = []
    panel.model.modelReset.connect(lambda: resets.append(None))
    document = large.workspace.file.document
    other = next(s.id for s in document.pathway.stages if s.id != chosen.about)
    document.do(edits.update(document.pathway, other, actor=None))
    panel.refresh()
    assert (panel.current, resets) == (chosen, [])
    assert view.isExpanded(panel.model.find(row.key))


def test_the_next_finding_is_a_key_away_while_one_draws(
    large: MainWindow, panel: FindingsPanel
) -> None:
    board = large.board
    board.setFocus()
    QTest.keyClick(board, Key.Key_F12)
    first = panel.current
    assert first == panel.lines[0]
    QTest.keyClick(board, Key.Key_F12)
    assert panel.current == panel.lines[1]
    assert board.hasFocus()
    assert panel.lines[1].message in panel.explanation.words
    about = panel.lines[1].about or large.workspace.file.document.pathway.info.id
    assert large.workspace.inspector.record == about
    QTest.keyClick(board, Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(board, Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)
    assert panel.current == panel.lines[-1]  # round and round
    assert panel.view.isExpanded(panel.view.currentIndex().parent())


def test_the_next_finding_comes_in_front_of_other_panels(
    large: MainWindow, panel: FindingsPanel
) -> None:
    large.workspace.toggle_below(Below.NOTES)
    assert panel.isHidden()
    large.board.setFocus()
    QTest.keyClick(large.board, Key.Key_F12)
    assert panel.isVisible()
    assert panel.current is not None


def test_from_a_folded_line_the_next_finding_is_the_first_below_it(panel: FindingsPanel) -> None:
    line = folded(panel)
    panel.view.setCurrentIndex(line)
    panel.step(1)
    assert panel.view.currentIndex() == panel.model.index(0, 0, line)
    panel.view.setCurrentIndex(line)
    panel.step(-1)
    assert panel.view.currentIndex().parent() != line


def test_enter_goes_to_the_field_a_click_only_shows_it(
    large: MainWindow, panel: FindingsPanel, qtbot: QtBot
) -> None:
    line = next(line for line in panel.lines if line.field and line.about)
    inspector = large.workspace.inspector
    panel.choose_line(line)
    index = panel.view.currentIndex()
    place = panel.view.visualRect(index.siblingAtColumn(1)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert inspector.record == line.about
    field = inspector.form.fields[line.field]
    qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty())
    assert not field.isAncestorOf(large.focusWidget())
    panel.view.setFocus()
    QTest.keyClick(panel.view, Key.Key_Return)
    focused = large.focusWidget()
    assert field is focused or field.isAncestorOf(focused)


@pytest.mark.parametrize(("rule", "kind"), [("OWN-02", Goal), ("OWN-04", Metric)])
def test_that_there_is_no_goal_or_metric_leads_to_where_they_are_added(
    large: MainWindow, panel: FindingsPanel, rule: str, kind: type[Record], qtbot: QtBot
) -> None:
    document = large.workspace.file.document
    document.do(edits.remove(document.pathway, [each.id for each in document.pathway.of(kind)]))
    panel.refresh()
    panel.choose_line(next(line for line in panel.lines if line.rule == rule))
    panel.view.setFocus()
    QTest.keyClick(panel.view, Key.Key_Return)
    form = large.workspace.inspector.form
    related = form.built(kind.__struct_config__.tag)  # type: ignore[arg-type]
    assert related is not None
    assert related.isAncestorOf(large.focusWidget())
    qtbot.waitUntil(lambda: not related.visibleRegion().isEmpty())


def test_what_is_hidden_is_said_and_comes_back(panel: FindingsPanel) -> None:
    assert not panel.notice.isVisible()
    every = len(open_lines(panel))
    choose(panel, "kind", "Structure")
    shown = len(open_lines(panel))
    assert 0 < shown < every
    assert {line.rule.split("-")[0] for line in open_lines(panel)} == {"STR"}
    assert panel.notice.hidden.text().startswith(f"{every - shown} findings are hidden")
    assert panel.head.filters.count == 1
    assert "1 choice" in panel.head.filters.accessibleName()
    panel.notice.hidden.click()
    assert len(open_lines(panel)) == every
    assert panel.head.filters.count == 0
    assert not panel.notice.isVisible()


def test_actor_phase_and_role_are_chosen_together(large: MainWindow, panel: FindingsPanel) -> None:
    pathway = large.board.pathway
    actor = next(a for a in pathway.actors if any(s.actor == a.id for s in pathway.stages))
    name = actor.name.get("en") or actor.name["fi"]
    choose(panel, "actor", name)
    mine = len(open_lines(panel))
    phase = next(s.phase for s in pathway.stages if s.actor == actor.id)
    found = next(p for p in pathway.phases if p.id == phase)
    choose(panel, "phase", found.title.get("en") or found.title["fi"])
    assert 0 < len(open_lines(panel)) <= mine
    assert panel.head.filters.count == 2
    choose(panel, "actor", "All")
    choose(panel, "phase", "All")
    choose(panel, "role", "Owner")
    assert not {line.about for line in panel.lines} & {actor.id for actor in pathway.actors}
    assert "OWN-01" in {line.rule for line in panel.lines}


def test_searching_by_keys(panel: FindingsPanel, qtbot: QtBot) -> None:
    search = panel.head.search
    search.setFocus()
    QTest.keyClicks(search, "HAN-05")
    qtbot.waitUntil(lambda: {line.rule for line in panel.lines} == {"HAN-05"})
    QTest.keyClick(search, Key.Key_Down)
    assert panel.view.hasFocus()
    search.setFocus()
    QTest.keyClick(search, Key.Key_Escape)
    assert search.hasFocus()
    qtbot.waitUntil(lambda: len({line.rule for line in panel.lines}) > 5)


def test_the_list_follows_the_boards_selection_when_wanted(
    large: MainWindow, panel: FindingsPanel
) -> None:
    menu = panel.head.filters.choices
    every = len(open_lines(panel))
    stage = next(line.about for line in panel.lines if line.about in large.board.board.cards)
    assert stage is not None
    large.board.select((stage,))
    assert len(open_lines(panel)) == every
    menu.aboutToShow.emit()
    entry(menu, "&Only").trigger()
    of_stage = open_lines(panel)
    assert 0 < len(of_stage) < every
    pathway = large.board.pathway
    touching = {h.id for h in pathway.handovers if stage in (h.source, h.target)}
    channels = next(other.channels for other in pathway.stages if other.id == stage)
    beside = {stage, *touching, *channels}
    assert all(beside & {line.about, *line.also} for line in of_stage)
    panel.step(1)
    panel.step(1)
    assert open_lines(panel) == of_stage  # going to one of them is no other selection
    large.board.select(())
    assert len(open_lines(panel)) == every


def test_others_ask_for_some_findings_and_the_user_for_all_again(
    large: MainWindow, panel: FindingsPanel
) -> None:
    large.workspace.toggle_below(Below.NOTES)
    panel.chips[Group.ERROR].click()
    about = frozenset(stage.id for stage in large.board.pathway.stages)
    large.workspace.show_findings("Stages & texts", about=about)
    assert panel.isVisible()
    assert all(about & {line.about, *line.also} for line in open_lines(panel))
    assert any(line.group is Group.ERROR for line in panel.lines)
    assert panel.notice.only.text().strip() == "Shown: Stages && texts"
    QTest.mouseClick(panel.notice.only, Qt.MouseButton.LeftButton)
    assert "OWN-01" in {line.rule for line in open_lines(panel)}
    assert not panel.notice.isVisible()


def test_a_click_on_a_line_of_several_moves_nothing_on_the_board(
    large: MainWindow, panel: FindingsPanel
) -> None:
    place = panel.view.visualRect(folded(panel).siblingAtColumn(1)).center()
    before = large.board.selection.ids
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert large.board.selection.ids == before


def test_a_narrow_window_has_the_panels_in_one_button(large: MainWindow, qtbot: QtBot) -> None:
    switch = large.workspace.findings.switch
    large.showNormal()
    large.resize(1900, 800)
    qtbot.waitUntil(switch.segments[Below.NOTES].isVisible)
    large.resize(large.minimumSizeHint().width(), 800)
    qtbot.waitUntil(switch.menu_button.isVisible)
    assert not switch.segments[Below.NOTES].isVisible()
    entry(switch.menu_button.menu(), "Notes").trigger()
    assert large.workspace.notes.isVisible()
