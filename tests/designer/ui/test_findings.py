"""The findings panel: live, explained, and a click goes to the place."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter
from pytestqt.qtbot import QtBot

from designer.ui.findings import FindingsPanel
from designer.ui.findings.lines import RULES, FindingLine, Group
from designer.ui.main_window import MainWindow
from model import edits
from model.checks import COORDINATION, PUBLISHING, WORKSHOP
from model.codes import Severity
from samples import SAMPLES


@pytest.fixture
def panel(window: MainWindow) -> FindingsPanel:
    return window.workspace.findings


def rules(panel: FindingsPanel) -> set[str]:
    return {line.rule for line in panel.lines}


def found(panel: FindingsPanel, rule: str) -> FindingLine:
    """Return the first line of a rule."""
    return next(line for line in panel.lines if line.rule == rule)


def place_of(panel: FindingsPanel, line: FindingLine) -> QModelIndex:
    rows = ((index, panel.model.row(index)) for index in panel.model.leaves())
    return next(index for index, row in rows if row is not None and row.line == line)


def click(panel: FindingsPanel, line: FindingLine) -> None:
    index = place_of(panel, line)
    if not panel.view.isExpanded(index.parent()):
        panel.view.expand(index.parent())
    cell = panel.view.visualRect(index.siblingAtColumn(1)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=cell)


def test_findings_follow_each_change(
    window: MainWindow, panel: FindingsPanel, qtbot: QtBot
) -> None:
    document = window.workspace.file.document
    assert "RES-01" not in rules(panel)
    document.do(edits.update(document.pathway, "s0", actor=None))
    qtbot.waitUntil(lambda: "RES-01" in rules(panel))
    assert panel.marks["s0"][0] is Severity.ERROR
    document.undo()
    qtbot.waitUntil(lambda: "RES-01" not in rules(panel))


def test_many_changes_in_a_row_are_asked_about_once(
    window: MainWindow, panel: FindingsPanel, qtbot: QtBot
) -> None:
    reports: list[object] = []
    panel.reported.connect(reports.append)
    document = window.workspace.file.document
    for name in "abc":
        document.do(edits.rename(document.pathway, "s0", "fi", name))
    qtbot.waitUntil(lambda: len(reports) > 0)
    assert len(reports) == 1


def test_a_click_goes_to_the_place(window: MainWindow, panel: FindingsPanel) -> None:
    document = window.workspace.file.document
    document.do(edits.update(document.pathway, "s1", actor=None))
    panel.refresh()
    click(panel, found(panel, "RES-01"))
    assert window.board.selection.ids == ("s1",)
    assert window.workspace.inspector.record == "s1"


def test_walking_by_keys_explains_and_enter_goes_there(
    window: MainWindow, panel: FindingsPanel
) -> None:
    document = window.workspace.file.document
    document.do(edits.update(document.pathway, "s1", actor=None))
    panel.refresh()
    panel.view.setFocus()
    panel.choose_line(found(panel, "RES-01"))
    assert not set(window.board.selection.ids)
    words = panel.explanation.words
    rule = RULES["RES-01"]
    assert all(part in words for part in (rule.finds, rule.why, rule.put_right, rule.source))
    QTest.keyClick(panel.view, Qt.Key.Key_Return)
    assert window.board.selection.ids == ("s1",)


def test_chips_count_and_filter(panel: FindingsPanel) -> None:
    panel.choose_profile(COORDINATION)
    counts = {group: panel.chips[group].accessibleName() for group in Group}
    errors = panel.report.count(Severity.ERROR)
    assert counts[Group.ERROR].strip() == f"{errors} errors"
    shown = len(panel.lines)
    panel.chips[Group.ERROR].click()
    assert len(panel.lines) == shown - errors
    before = len(panel.lines)
    panel.chips[Group.NOT_EVALUATED].click()
    assert len(panel.lines) == before + len(panel.report.not_evaluated)
    for group in (Group.WARNING, Group.INFO, Group.NOT_EVALUATED):
        panel.chips[group].click()
    assert panel.nothing.isVisible()
    assert "hidden" in panel.nothing.text()


def test_the_profile_is_remembered(window: MainWindow, panel: FindingsPanel) -> None:
    panel.choose_profile(PUBLISHING)
    window.rebuild()
    assert window.workspace.findings.profiles.currentText() == PUBLISHING.title


def test_the_finding_in_view_stays_chosen_when_others_come_and_go(
    window: MainWindow, panel: FindingsPanel
) -> None:
    document = window.workspace.file.document
    document.do(edits.update(document.pathway, "s1", actor=None))
    panel.refresh()
    panel.choose_line(found(panel, "RES-01"))
    document.do(edits.update(document.pathway, "s0", actor=None))
    panel.refresh()
    assert panel.current is not None
    assert (panel.current.rule, panel.current.about) == ("RES-01", "s1")


def test_names_in_findings_are_no_markup(window: MainWindow, panel: FindingsPanel) -> None:
    document = window.workspace.file.document
    document.do(edits.rename(document.pathway, "s1", "fi", "<b>x</b>"))
    document.do(edits.update(document.pathway, "s1", actor=None))
    panel.refresh()
    index = place_of(panel, found(panel, "RES-01")).siblingAtColumn(1)
    tip = index.data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;x&lt;/b&gt;" in tip


@pytest.fixture
def quiet(start: MainWindow, qtbot: QtBot) -> MainWindow:
    """Return a window with a pathway in which the workshop's rules find nothing."""
    start.activateWindow()  # keys go to the active window only
    qtbot.waitUntil(start.isActiveWindow)
    start.filing.open_copy(next(sample.path for sample in SAMPLES if sample.name == "t2d"))
    assert not start.workspace.findings.lines
    return start


def is_low(window: MainWindow) -> bool:
    panel = window.workspace.findings
    return panel.height() == panel.minimumSizeHint().height() < 100


def break_something(window: MainWindow) -> None:
    """Leave a stage without an actor, from the board as a user's change."""
    document = window.workspace.file.document
    document.do(edits.update(document.pathway, document.pathway.stages[3].id, actor=None))
    window.workspace.findings.refresh()


def test_findings_lie_low_while_there_are_none(quiet: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: is_low(quiet))
    assert quiet.workspace.findings.nothing.isVisible()


def test_new_findings_make_nothing_jump_until_one_goes_to_them(
    quiet: MainWindow, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: is_low(quiet))
    panel, height = quiet.workspace.findings, quiet.board.height()
    break_something(quiet)
    QApplication.processEvents()
    assert panel.lines
    assert (is_low(quiet), quiet.board.height()) == (True, height)
    click(panel, panel.lines[0])
    assert quiet.board.selection.ids == (panel.lines[0].about,)
    qtbot.waitUntil(lambda: panel.height() >= 120)
    quiet.workspace.file.document.undo()
    panel.refresh()
    QApplication.processEvents()
    assert panel.height() >= 120


def test_keys_and_another_profile_give_the_findings_room(quiet: MainWindow, qtbot: QtBot) -> None:
    panel = quiet.workspace.findings
    break_something(quiet)
    panel.view.setFocus()
    qtbot.waitUntil(lambda: panel.height() >= 120)
    quiet.workspace.file.document.undo()
    panel.refresh()
    panel.choose_profile(WORKSHOP)
    qtbot.waitUntil(lambda: is_low(quiet))


def test_the_height_chosen_is_kept_through_pathways_without_findings(
    quiet: MainWindow, qtbot: QtBot
) -> None:
    panel = quiet.workspace.findings
    break_something(quiet)
    panel.view.setFocus()
    qtbot.waitUntil(lambda: panel.height() >= 120)
    drag_up(panel, 60)
    chosen = panel.height()
    assert chosen > 190
    quiet.workspace.file.document.undo()
    panel.refresh()
    panel.choose_profile(WORKSHOP)
    qtbot.waitUntil(lambda: is_low(quiet))
    quiet.rebuild()
    qtbot.waitUntil(lambda: is_low(quiet))
    break_something(quiet)
    quiet.workspace.findings.view.setFocus()
    qtbot.waitUntil(lambda: quiet.workspace.findings.height() == chosen)


def drag_up(panel: FindingsPanel, pixels: int) -> None:
    """Drag the upper edge of the panel."""
    place = panel.parentWidget()
    splitter = place.parentWidget() if place else None
    assert isinstance(splitter, QSplitter)
    handle = splitter.handle(1)
    at = handle.rect().center()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseMove(handle, at - QPoint(0, pixels))
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=at)
