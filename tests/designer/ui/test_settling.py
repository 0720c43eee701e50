"""What one does about a finding in the window: fix, accept, give; by keys, and undone exactly."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from designer.ui.findings import FindingsPanel
from designer.ui.findings.accepting import AcceptingDialog
from designer.ui.findings.lines import FindingLine, Group
from designer.ui.findings.settling import Act, Kind
from designer.ui.findings.tasking import TaskingDialog
from designer.ui.main_window import MainWindow
from designer.ui.program import Program
from model import edits
from model.checks import COORDINATION, Finding
from model.codes import HandoverKind, Sector, Severity
from model.document import Document
from model.file import save
from model.parts import StoryStep
from model.pathway import Pathway
from model.records import Story, Task, Waiver, Workshop
from model.settling.accepting import Terms
from model.settling.accepting import accept as settle_by_accepting
from tests.designer.ui.conftest import TODAY, type_into
from tests.pathways import At, build

Key = Qt.Key
RESPONSIBILITY = "HAN-05"
"""Who answers before and after a handover: its fix takes the actors of the two stages."""
UNUSED = "RES-02"
UNOWNED = "OWN-01"


def three_referrals() -> Pathway:
    pathway = build(
        Workshop(id="w0", order="a0", on=date(2026, 12, 8)),
        phases=("Arvio", "Hoito"),
        actors=(("Asiakas", Sector.CUSTOMER), "Sote-keskus", "Sairaala", "Järjestö"),
        stages=(
            At("Yhteydenotto", 0, 0),
            At("Arvio", 1, 0, 1),
            At("Tutkimus", 2, 1),
            At("Hoito", 1, 1, 1),
        ),
        arrows=((0, 1), (1, 2), (2, 3)),
    )
    document = Document(pathway)
    for arrow in ("h1", "h2"):
        kind = HandoverKind.RESPONSIBILITY_TRANSFER
        moves = {"fi": "Kun asiakas on tavattu"}
        change = edits.update(document.pathway, arrow, kind=kind, responsibility_moves=moves)
        document.do(change)
    return document.pathway


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "referrals.ketju"
    save(three_referrals(), path)
    return path


@pytest.fixture
def panel(window: MainWindow) -> FindingsPanel:
    panel = window.workspace.findings
    if panel.isHidden():
        window.workspace.toggle_findings()
    panel.choose_profile(COORDINATION)
    return panel


@pytest.fixture
def document(window: MainWindow) -> Document:
    return window.workspace.file.document


def choose(panel: FindingsPanel, rule: str, group: Group | None = None) -> None:
    line = next(
        line
        for line in panel.lines
        if line.rule == rule and group in (None, line.group) and line.finding is not None
    )
    panel.choose_line(line)


def open_rules(panel: FindingsPanel) -> list[str]:
    panel.refresh()
    return [finding.rule for finding in panel.report.findings]


def act(panel: FindingsPanel, kind: Kind) -> Act:
    return next(act for act in panel.explanation.acts if act.kind is kind)


def press(window: MainWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    pressed = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        pressed |= modifier
    QTest.keyClick(QApplication.focusWidget() or window, key, pressed)


CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def accepting(window: MainWindow) -> AcceptingDialog:
    (dialog,) = [each for each in window.findChildren(AcceptingDialog) if each.isVisible()]
    assert QTest.qWaitForWindowActive(dialog)
    QApplication.processEvents()
    assert dialog.isActiveWindow()
    return dialog


def tasking(window: MainWindow) -> TaskingDialog:
    (dialog,) = [each for each in window.findChildren(TaskingDialog) if each.isVisible()]
    assert QTest.qWaitForWindowActive(dialog)
    QApplication.processEvents()
    assert dialog.isActiveWindow()
    return dialog


def leave_dialogs(window: MainWindow) -> None:
    """Let closed dialogs go, and the keys come back to the window."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window)
    QApplication.processEvents()


def accept(window: MainWindow, panel: FindingsPanel, rule: str) -> None:
    choose(panel, rule)
    window.board.setFocus()
    press(window, Key.Key_H, CONTROL, SHIFT)
    dialog = accepting(window)
    type_into(dialog.reason, "Sovittu työpajassa.")
    dialog.role.setEditText("Ylilääkäri")
    QTest.keyClick(dialog.reason, Key.Key_Return, CONTROL)
    leave_dialogs(window)
    panel.refresh()


# Fixing


def test_one_key_fixes_the_finding_and_undo_restores_exactly(
    window: MainWindow, panel: FindingsPanel, document: Document
) -> None:
    before = document.pathway
    count = open_rules(panel).count(RESPONSIBILITY)
    choose(panel, RESPONSIBILITY)
    window.board.setFocus()
    press(window, Key.Key_Period, CONTROL)
    assert open_rules(panel).count(RESPONSIBILITY) == count - 1
    undo = document.next_undo
    assert undo is not None
    assert undo.label.startswith("Fix: ")
    assert window.board.selection.ids  # what it changed
    window.undo()
    assert document.pathway == before
    assert open_rules(panel).count(RESPONSIBILITY) == count


def test_what_a_fix_would_change_is_told_before_and_framed(
    window: MainWindow, panel: FindingsPanel
) -> None:
    choose(panel, RESPONSIBILITY)
    fix = act(panel, Kind.FIX)
    assert any(line.startswith("Responsible before → ") for line in fix.preview)
    row = panel.explanation.fixes[0]
    assert "Responsible before" in row.button.accessibleDescription()
    assert not window.workspace.reach.frames
    row.button.setFocus()
    assert len(window.workspace.reach.frames) == 1
    window.board.setFocus()
    assert not window.workspace.reach.frames


def test_after_a_fix_the_next_finding_is_chosen(window: MainWindow, panel: FindingsPanel) -> None:
    choose(panel, RESPONSIBILITY)
    window.board.setFocus()
    press(window, Key.Key_Period, CONTROL)
    panel.refresh()
    assert panel.current_finding is not None
    assert panel.current_finding.rule == RESPONSIBILITY
    press(window, Key.Key_Period, CONTROL)
    assert RESPONSIBILITY not in open_rules(panel)


def test_all_alike_are_fixed_in_one_step(
    window: MainWindow, panel: FindingsPanel, document: Document
) -> None:
    before = document.pathway
    assert open_rules(panel).count(RESPONSIBILITY) == 2
    choose(panel, RESPONSIBILITY)
    assert act(panel, Kind.FIX_ALIKE).findings == 2
    press(window, Key.Key_F, CONTROL, SHIFT)
    assert RESPONSIBILITY not in open_rules(panel)
    window.undo()
    assert document.pathway == before


def test_several_fixes_are_asked_about(
    window: MainWindow, panel: FindingsPanel, document: Document
) -> None:
    document.do(edits.update(document.pathway, "s1", start=True))
    panel.refresh()
    choose(panel, "ACC-03")
    assert [row.isHidden() for row in panel.explanation.fixes[:2]] == [False, False]
    before = document.pathway
    press(window, Key.Key_Period, CONTROL)
    assert document.pathway is before
    (menu,) = [each for each in panel.explanation.findChildren(QMenu) if each.isVisible()]
    QTest.keyClick(menu, Key.Key_Return)
    assert "ACC-03" not in open_rules(panel)
    window.undo()
    assert document.pathway == before


def test_nothing_is_changed_that_nobody_sees(
    window: MainWindow, panel: FindingsPanel, document: Document
) -> None:
    choose(panel, RESPONSIBILITY)
    before = document.pathway
    window.workspace.toggle_findings()
    said: list[str] = []
    window.board.hint.connect(said.append)
    press(window, Key.Key_Period, CONTROL)
    assert document.pathway is before
    assert panel.isVisible()
    assert said[-1] == "Here is the finding: the same key again settles it."
    press(window, Key.Key_Period, CONTROL)
    assert document.pathway is not before


def test_the_pane_does_the_same_by_its_buttons(
    window: MainWindow, panel: FindingsPanel, document: Document
) -> None:
    before = document.pathway
    choose(panel, RESPONSIBILITY)
    button = panel.explanation.fixes[0].button
    button.setFocus()
    QTest.keyClick(button, Key.Key_Space)
    assert open_rules(panel).count(RESPONSIBILITY) == 1
    window.undo()
    assert document.pathway == before
    assert open_rules(panel).count(RESPONSIBILITY) == 2


# Accepting


def test_an_accepted_finding_moves_away_with_reason_role_and_day(
    window: MainWindow, panel: FindingsPanel, document: Document
) -> None:
    before = document.pathway
    accept(window, panel, UNOWNED)
    assert UNOWNED not in open_rules(panel)
    (waiver,) = document.pathway.of(Waiver)
    assert (waiver.reason, waiver.role) == ({"fi": "Sovittu työpajassa."}, {"fi": "Ylilääkäri"})
    assert (waiver.on, waiver.review_on) == (TODAY, date(2027, 5, 20))
    assert [finding.rule for finding in panel.report.accepted] == [UNOWNED]
    window.undo()
    assert document.pathway == before
    assert UNOWNED in open_rules(panel)


def test_an_accepted_finding_can_be_seen_and_withdrawn(
    window: MainWindow, panel: FindingsPanel, document: Document
) -> None:
    accept(window, panel, UNOWNED)
    panel.chips[Group.ACCEPTED].click()
    choose(panel, UNOWNED, Group.ACCEPTED)
    assert "Sovittu työpajassa." in panel.explanation.words
    assert "Ylilääkäri" in panel.explanation.words
    button = panel.explanation.others.button_of(Kind.WITHDRAW)
    assert button is not None
    button.click()
    assert UNOWNED in open_rules(panel)
    assert not document.pathway.of(Waiver)


def test_a_stale_acceptance_is_a_finding_that_remembers(
    window: MainWindow, panel: FindingsPanel, document: Document, program: Program
) -> None:
    accept(window, panel, UNOWNED)
    later = date(2027, 6, 1)
    program.today = lambda: later
    window.rebuild()
    leave_dialogs(window)
    panel = window.workspace.findings
    panel.choose_profile(COORDINATION)
    assert UNOWNED in open_rules(panel)
    choose(panel, UNOWNED)
    assert "Sovittu työpajassa." in panel.explanation.words
    assert act(panel, Kind.ACCEPT).title == "Go on accepting…"
    press(window, Key.Key_H, CONTROL, SHIFT)
    dialog = accepting(window)
    assert dialog.reason.words == "Sovittu työpajassa."
    assert dialog.review_on.day == date(2027, 12, 1)
    dialog.accept()
    assert UNOWNED not in open_rules(panel)
    (waiver,) = document.pathway.of(Waiver)
    assert (waiver.on, waiver.review_on) == (later, date(2027, 12, 1))


def test_when_a_day_begins_the_rules_are_asked_anew(document: Document, qtbot: QtBot) -> None:
    days = [TODAY]
    panel = FindingsPanel(document, COORDINATION, lambda: days[0])
    qtbot.addWidget(panel)
    finding = next(each for each in panel.report.findings if each.rule == UNOWNED)
    terms = Terms({"fi": "Sovittu."}, {"fi": "Johtaja"}, TODAY, date(2027, 5, 20))
    document.watchers.append(panel.follow)
    document.do(settle_by_accepting(document.pathway, finding, terms))
    assert UNOWNED not in open_rules(panel)
    days[0] = date(2027, 5, 20)
    assert UNOWNED in open_rules(panel)
    document.watchers.remove(panel.follow)


def test_without_a_reason_nothing_is_accepted(
    window: MainWindow, panel: FindingsPanel, document: Document
) -> None:
    before = document.pathway
    choose(panel, UNOWNED)
    press(window, Key.Key_H, CONTROL, SHIFT)
    dialog = accepting(window)
    QTest.keyClick(dialog.reason, Key.Key_Return, CONTROL)
    assert dialog.isVisible()
    assert "why" in dialog.fault_shown.text()
    assert dialog.focusWidget() is dialog.reason
    type_into(dialog.reason, "Sovittu")
    dialog.role.setEditText("Ylilääkäri")
    dialog.review_on.box.put("1.1.2030")
    dialog.accept()
    assert "2 years" in dialog.fault_shown.text()
    dialog.review_on.box.put("joskus")
    dialog.accept()
    assert dialog.isVisible()
    assert document.pathway is before
    dialog.reject()


def test_words_of_a_dialog_that_was_left_are_there_again(
    window: MainWindow, panel: FindingsPanel, document: Document
) -> None:
    choose(panel, UNOWNED)
    press(window, Key.Key_H, CONTROL, SHIFT)
    dialog = accepting(window)
    type_into(dialog.reason, "Puoliksi kirj")
    QTest.keyClick(dialog.reason, Key.Key_Escape)
    leave_dialogs(window)
    assert not document.pathway.of(Waiver)
    press(window, Key.Key_H, CONTROL, SHIFT)
    assert accepting(window).reason.words == "Puoliksi kirj"
    accepting(window).reject()


def test_the_role_that_accepts_is_remembered_for_other_pathways(
    window: MainWindow, panel: FindingsPanel, program: Program, document: Document
) -> None:
    accept(window, panel, UNOWNED)
    assert program.settings.accepting_role == "Ylilääkäri"
    document.do(edits.remove(document.pathway, [document.pathway.of(Waiver)[0].id]))
    window.rebuild()
    panel = window.workspace.findings
    panel.choose_profile(COORDINATION)
    choose(panel, UNOWNED)
    press(window, Key.Key_H, CONTROL, SHIFT)
    dialog = accepting(window)
    assert dialog.role.words == "Ylilääkäri"
    QTest.keyClick(dialog.reason, Key.Key_Escape)
    leave_dialogs(window)
    press(window, Key.Key_H, CONTROL, SHIFT)
    assert accepting(window).role.words == "Ylilääkäri"  # and no words were kept as a draft
    accepting(window).reject()


# Tasks


def test_a_finding_is_given_as_a_task_until_the_next_workshop(
    window: MainWindow, panel: FindingsPanel, document: Document
) -> None:
    count = len(open_rules(panel))
    choose(panel, UNOWNED)
    finding = panel.current_finding
    assert finding is not None
    press(window, Key.Key_T, CONTROL, SHIFT)
    dialog = tasking(window)
    assert dialog.task.words == finding.message
    assert dialog.due.day == date(2026, 12, 8)
    dialog.responsible.setEditText("Johtoryhmä")
    QTest.keyClick(dialog.task, Key.Key_Return, CONTROL)
    (task,) = document.pathway.of(Task)
    assert (task.rule, task.about, task.workshop) == (UNOWNED, "info", "w0")
    assert (task.responsible, task.due) == ({"fi": "Johtoryhmä"}, date(2026, 12, 8))
    assert len(open_rules(panel)) == count
    assert "Given as a task to: Johtoryhmä, by 8.12.2026." in panel.explanation.words


def test_a_row_shows_that_its_finding_was_given(window: MainWindow, panel: FindingsPanel) -> None:
    def row_of(rule: str) -> QModelIndex:
        return next(
            leaf.siblingAtColumn(1)
            for leaf in panel.model.leaves()
            if (row := panel.model.row(leaf)) is not None and row.rule == rule
        )

    tooltip, sign = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.DecorationRole
    assert row_of(UNOWNED).data(sign) is None
    choose(panel, UNOWNED)
    press(window, Key.Key_T, CONTROL, SHIFT)
    dialog = tasking(window)
    dialog.responsible.setEditText("<b>Johto</b>")
    dialog.accept()
    panel.refresh()
    assert row_of(UNOWNED).data(sign) is not None
    given = "Given as a task to: &lt;b&gt;Johto&lt;/b&gt;, by 8.12.2026."
    assert given in row_of(UNOWNED).data(tooltip)
    read_out = row_of(UNOWNED).siblingAtColumn(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Given as a task to" in read_out
    window.undo()
    panel.refresh()
    assert row_of(UNOWNED).data(sign) is None


def test_of_two_tasks_the_one_that_is_still_to_be_done_is_told(
    panel: FindingsPanel, document: Document
) -> None:
    for number, (role, done) in enumerate((("Johtaja", True), ("Lääkäri", False), ("IT", True))):
        task = Task(
            id=f"t{number}",
            order=f"a{number}",
            title={"fi": "Sopikaa"},
            responsible={"fi": role},
            about="info",
            rule=UNOWNED,
            done=done,
        )
        document.do(edits.add(document.pathway, task))
    panel.refresh()
    choose(panel, UNOWNED)
    assert "Given as a task to: Lääkäri." in panel.explanation.words
    assert "Johtaja" not in panel.explanation.words
    assert panel.settling.given()[UNOWNED, None] == "Given as a task to: Lääkäri."


def test_another_language_names_those_who_have_tasks_in_it(
    window: MainWindow, panel: FindingsPanel, document: Document
) -> None:
    task = Task(
        id="t0",
        order="a0",
        title={"fi": "Sopikaa"},
        responsible={"fi": "Lääkäri", "sv": "Läkaren"},
        about="info",
        rule=UNOWNED,
    )
    document.do(edits.add(document.pathway, task))
    panel.refresh()
    choose(panel, UNOWNED)
    assert "Given as a task to: Lääkäri." in panel.explanation.words
    window.workspace.choose_language("sv")
    row = panel.view.row
    assert row is not None
    assert row.given == "Given as a task to: Läkaren."
    assert row.given in panel.explanation.words


def test_a_done_task_of_what_is_still_found_says_so(
    window: MainWindow, panel: FindingsPanel, document: Document
) -> None:
    choose(panel, UNOWNED)
    press(window, Key.Key_T, CONTROL, SHIFT)
    dialog = tasking(window)
    dialog.responsible.setEditText("Johtoryhmä")
    dialog.accept()
    panel.refresh()
    button = panel.explanation.others.button_of(Kind.TICK)
    assert button is not None
    button.click()
    panel.refresh()
    assert document.pathway.of(Task)[0].done
    assert "still found" in panel.explanation.words


def test_a_task_says_what_and_who_and_not_yesterday(
    window: MainWindow, panel: FindingsPanel, document: Document
) -> None:
    choose(panel, UNOWNED)
    press(window, Key.Key_T, CONTROL, SHIFT)
    dialog = tasking(window)
    dialog.accept()
    assert "role" in dialog.fault_shown.text()
    dialog.responsible.setEditText("Johtoryhmä")
    dialog.due.box.put("1.1.2020")
    dialog.accept()
    assert "past" in dialog.fault_shown.text()
    assert not document.pathway.of(Task)
    dialog.reject()


def test_a_fix_that_comes_too_late_says_so(
    window: MainWindow, panel: FindingsPanel, document: Document
) -> None:
    choose(panel, RESPONSIBILITY)
    fix = act(panel, Kind.FIX)
    fix.do()
    once = document.pathway
    said: list[str] = []
    panel.settling.said.connect(said.append)
    fix.do()
    assert document.pathway is once
    assert said == ["There is nothing to fix any more."]
    assert window.board.selection.ids


# What cannot be settled, and what leads elsewhere


def test_about_a_rule_that_failed_nothing_is_offered(panel: FindingsPanel) -> None:
    failed = Finding(
        rule=UNOWNED, severity=Severity.ERROR, about=None, message="broke", failed=True
    )
    panel.explanation.show_line(FindingLine(Group.ERROR, UNOWNED, None, (), "broke", failed))
    assert panel.explanation.acts == ()
    assert not panel.explanation.others.isVisible()


def test_of_a_line_that_stands_for_several_the_keys_say_that_they_cannot(
    window: MainWindow, panel: FindingsPanel
) -> None:
    group = next(
        index
        for row in range(panel.model.rowCount())
        if panel.model.hasChildren(index := panel.model.index(row, 0))
    )
    panel.view.setCurrentIndex(group)
    said: list[str] = []
    window.board.hint.connect(said.append)
    press(window, Key.Key_H, CONTROL, SHIFT)
    assert said == ["That cannot be done about this line."]


def test_a_story_that_no_longer_follows_is_walked_from_the_step_that_does_not(
    window: MainWindow, panel: FindingsPanel, document: Document
) -> None:
    steps = (
        StoryStep(stage="s0", leaves_by="h0"),
        StoryStep(stage="s1", leaves_by="h1"),
        StoryStep(stage="s3", leaves_by="h2"),
        StoryStep(stage="s2"),
    )
    story = Story(id="y0", order="a0", title={"fi": "Maija, 78"}, steps=steps)
    document.do(edits.add(document.pathway, story))
    panel.refresh()
    choose(panel, "CUS-14")
    walk = panel.explanation.others.button_of(Kind.WALK)
    assert walk is not None
    QTest.mouseClick(walk, Qt.MouseButton.LeftButton)
    beside = window.workspace.beside
    assert beside.walking is not None
    assert (beside.walking.story, beside.walking.here, beside.walking.step.stage) == ("y0", 2, "s3")
    shown = beside.walk.findChildren(QLabel) if beside.walk is not None else []
    assert "The way that led here now leads elsewhere." in [label.text() for label in shown]
    press(window, Key.Key_Backspace)
    assert beside.walking.here == 1
