"""What screen readers hear of the rows of the panels: all that signs and columns say."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication
from pytestqt.qtbot import QtBot

from designer.ui.findings.grouping import By
from designer.ui.findings.lines import OPEN, name_of_group
from designer.ui.findings.tree import FindingsTree
from designer.ui.main_window import MainWindow
from designer.ui.merging.joining import merge_into
from designer.ui.merging.session import Page
from designer.ui.open_file import OpenFile
from model import edits
from model.checks import COORDINATION
from model.describe import caption
from samples import SAMPLES
from tests.designer.ui.test_merging import document_of, panel_of, renamed

NAME = QAccessible.Text.Name


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def read_aloud(view: QAbstractItemView, index: QModelIndex) -> str:
    """Return what is read of the row that one comes to by keys."""
    if isinstance(view, FindingsTree):
        view.choose(index)  # unfolds what it stands below
    view.setCurrentIndex(index)
    interface = QAccessible.queryAccessibleInterface(view)
    focused = interface.focusChild()
    assert focused is not None
    return focused.text(NAME)


@pytest.mark.parametrize("by", By)
def test_a_finding_is_read_with_its_weight_its_place_and_its_words(
    start: MainWindow, by: By, qtbot: QtBot
) -> None:
    start.activateWindow()
    qtbot.waitUntil(start.isActiveWindow)
    start.show_file(OpenFile.at(next(sample.path for sample in SAMPLES if sample.name == "nepsy")))
    panel, pathway = start.workspace.findings, start.workspace.file.document.pathway
    panel.choose_profile(COORDINATION)
    panel.group(by)
    panel.view.setFocus()
    seen = set()
    for index in panel.model.leaves():
        row = panel.model.row(index)
        assert row is not None
        assert row.line is not None
        if row.rule in seen or row.line.group not in OPEN:
            continue
        seen.add(row.rule)
        heard = read_aloud(panel.view, index)
        assert heard.startswith(f"{name_of_group(row.line.group)}. ")
        assert " ".join(row.line.message.split()).rstrip(".") in heard
        if row.line.about is not None and row.line.about in pathway:
            place = caption(pathway[row.line.about], pathway, "en")
            assert " ".join(place.split()) in heard, heard
    assert seen


def test_a_question_of_a_merge_is_read_with_both_wordings_when_it_comes(
    window: MainWindow,
) -> None:
    document = document_of(window)
    base = document.pathway
    document.do(edits.rename(base, "s0", "fi", "Soitto"))
    document.do(edits.rename(document.pathway, "s1", "fi", "Käynti"))
    theirs = renamed(renamed(base, "s0", "Chat"), "s1", "Arvio")
    merge_into(window.workspace, theirs, base, "B.ketju")
    page = panel_of(window).questions
    focused = QApplication.focusWidget()
    assert focused is page
    first = QAccessible.queryAccessibleInterface(page).text(NAME)
    assert first == (
        "Question 1 of 2. Stage “Soitto”. Name (fi) differs in the two versions. "
        "Here now: Soitto. In B.ketju: Chat"
    )
    QTest.keySequence(page, "1")
    second = QAccessible.queryAccessibleInterface(page).text(NAME)
    assert second.startswith("Question 1 of 1. Stage “Käynti”")
    QTest.keySequence(page, "1")
    assert "Everything is settled" in QAccessible.queryAccessibleInterface(page).text(NAME)


def test_a_change_is_read_with_what_has_become_of_it(window: MainWindow) -> None:
    document = document_of(window)
    document.do(edits.rename(document.pathway, "s0", "fi", "Soitto"))
    window.actions_by_name["compare"].trigger()
    panel = panel_of(window)
    panel.go_to(Page.CHANGES)
    changes = panel.changes.list
    rows = [changes.model().index(row, 0) for row in range(changes.count())]
    heard = [read_aloud(changes, index) for index in rows]
    assert any(
        each.startswith("Changed. ") and "“Yhteydenotto” → “Soitto”" in each for each in heard
    )


def test_what_is_missing_is_read_with_its_state_and_its_place(window: MainWindow) -> None:
    window.actions_by_name["completeness"].trigger()
    panel = window.workspace.completeness
    bars = panel.sections
    heard = read_aloud(bars, bars.model().index(1, 0))
    line = bars.table.lines[1]
    assert heard.startswith(f"{line.name}: ")
    assert str(line.figure.required) in heard
    gaps = panel.gaps
    gap = gaps.table.lines[0]
    heard = read_aloud(gaps, gaps.model().index(0, 0))
    assert gap.what in heard
    assert gap.where in heard
    assert ": " in heard


def test_a_part_of_the_way_is_read_with_its_time_and_where_that_stands(
    window: MainWindow,
) -> None:
    window.actions_by_name["times"].trigger()
    panel = window.workspace.times
    line = panel.table.lines[0]
    heard = read_aloud(panel.view, panel.table.index(0, 0))
    assert heard.startswith(f"{line.stage}. ")
    assert line.time in heard
    assert line.source in heard
