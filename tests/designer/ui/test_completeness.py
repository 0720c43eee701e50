"""The completeness panel: figures, drilling down by click and by keys, and following edits."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from benchmarks.synthetic import synthetic
from designer.ui.completeness.bars_table import EVERYTHING, Column, Part
from designer.ui.completeness.gaps_table import Column as GapColumn
from designer.ui.completeness.panel import CompletenessPanel
from designer.ui.inspector.fields.records import RecordsField
from designer.ui.main_window import MainWindow
from model import edits
from model.change import Add, Change
from model.checks import WORKSHOP
from model.codes import Sector
from model.completeness import Requirement, Role, Section, State, measure, share_in_words
from model.completeness.look import Look
from model.completeness.measure import Answer, answered
from model.records import AnyRecord, Waiver
from tests.designer.ui.conftest import TODAY


@pytest.fixture
def panel(window: MainWindow) -> CompletenessPanel:
    window.actions_by_name["completeness"].trigger()
    return window.workspace.completeness


def click(view: QTableView, row: int) -> None:
    index = view.model().index(row, 0)
    view.scrollTo(index)
    place = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))


def texts(panel: CompletenessPanel) -> list[str]:
    return [line.gap.about for line in panel.gaps.table.lines]


def choose(panel: CompletenessPanel, part: Part) -> None:
    view = panel.sections if panel.sections.table.row_of(part) >= 0 else panel.givers
    click(view, view.table.row_of(part))


def test_the_total_is_told_in_words(panel: CompletenessPanel, window: MainWindow) -> None:
    total = window.workspace.measuring.completeness.total
    words = panel.total.accessibleName()
    assert f"({total.settled}/{total.required}): {total.missing} missing" in words
    assert f"{total.unknown} could not be evaluated" in words


def test_every_section_and_everyone_who_gives_something_has_a_line(
    panel: CompletenessPanel,
) -> None:
    assert [line.part for line in panel.sections.table.lines] == [
        EVERYTHING,
        *(Part(section=section) for section in Section),
    ]
    givers = [line.part.giver for line in panel.givers.table.lines]
    assert givers[:2] == [Role.OWNER, Role.WORKING_GROUP]
    assert Sector.PRIMARY in givers
    assert Sector.CUSTOMER not in givers


def test_at_first_everything_that_is_missing_is_listed(
    panel: CompletenessPanel, window: MainWindow
) -> None:
    assert panel.sections.line is not None
    assert panel.sections.line.part == EVERYTHING
    assert len(panel.gaps.table.lines) == len(window.workspace.measuring.completeness.gaps)


def test_a_click_on_a_section_lists_what_is_missing_in_it(panel: CompletenessPanel) -> None:
    choose(panel, Part(section=Section.CUSTOMER_TEXTS))
    assert texts(panel) == ["info", "info", "s0", "s1"]
    assert panel.gaps.isColumnHidden(GapColumn.SECTION)
    assert not panel.gaps.isColumnHidden(GapColumn.WHO)


def test_a_click_on_who_gives_it_lists_what_they_are_to_give(panel: CompletenessPanel) -> None:
    choose(panel, Part(section=Section.CUSTOMER_TEXTS))
    choose(panel, Part(giver=Sector.PRIMARY))
    assert {line.gap.giver for line in panel.gaps.table.lines} == {Sector.PRIMARY}
    assert panel.sections.line is None
    assert not panel.gaps.isColumnHidden(GapColumn.SECTION)
    choose(panel, EVERYTHING)
    assert panel.givers.line is None


def test_a_click_on_what_is_missing_reveals_record_and_field(
    panel: CompletenessPanel, window: MainWindow
) -> None:
    choose(panel, Part(section=Section.CUSTOMER_TEXTS))
    click(panel.gaps, texts(panel).index("s1"))
    assert window.board.selection.ids == ("s1",)
    inspector = window.workspace.inspector
    assert inspector.record == "s1"
    assert inspector.form.fields["what_happens"].isVisible()


def test_keys_lead_from_the_figures_to_the_field_and_back(
    panel: CompletenessPanel, window: MainWindow
) -> None:
    assert panel.sections.hasFocus()
    for _step in range(3):
        QTest.keyClick(panel.sections, Qt.Key.Key_Down)
    assert panel.sections.line is not None
    assert panel.sections.line.part == Part(section=Section.CUSTOMER_TEXTS)
    QTest.keyClick(panel.sections, Qt.Key.Key_Return)
    assert panel.gaps.hasFocus()
    QTest.keyClick(panel.gaps, Qt.Key.Key_Left)
    assert panel.sections.hasFocus()
    QTest.keyClick(panel.sections, Qt.Key.Key_Return)
    panel.gaps.selectRow(texts(panel).index("s1"))
    QTest.keyClick(panel.gaps, Qt.Key.Key_Return)
    inspector = window.workspace.inspector
    assert inspector.record == "s1"
    focused = window.focusWidget()
    assert focused is not None
    assert inspector.form.fields["what_happens"].isAncestorOf(focused)


@pytest.mark.parametrize(
    ("section", "listed"),
    [
        (Section.METRICS, "goal"),
        (Section.METRICS, "metric"),
        (Section.PARTICIPATION, "participant_group"),
        (Section.PARTICIPATION, "workshop"),
    ],
)
def test_what_is_missing_altogether_leads_to_the_list_where_it_is_added(
    panel: CompletenessPanel, window: MainWindow, section: Section, listed: str
) -> None:
    choose(panel, Part(section=section))
    places = [line.gap.requirement.place for line in panel.gaps.table.lines]
    panel.gaps.selectRow(places.index(listed))
    panel.gaps.setFocus()
    QTest.keyClick(panel.gaps, Qt.Key.Key_Return)
    inspector = window.workspace.inspector
    assert inspector.record == "info"
    field = inspector.form.built(listed)
    focused = window.focusWidget()
    assert isinstance(field, RecordsField)
    assert focused is field.button
    assert field.isVisible()


def test_the_figures_follow_an_edit_once_it_is_calm(
    panel: CompletenessPanel, window: MainWindow, qtbot: QtBot
) -> None:
    choose(panel, Part(section=Section.CUSTOMER_TEXTS))
    measuring = window.workspace.measuring
    before = measuring.completeness.total
    document = window.workspace.file.document
    with qtbot.waitSignal(measuring.measured):
        document.do(edits.update(document.pathway, "s1", what_happens={"en": "You are heard."}))
    assert measuring.completeness.total.there > before.there
    assert texts(panel) == ["info", "info", "s0"]
    assert panel.sections.line is not None
    assert panel.sections.line.part == Part(section=Section.CUSTOMER_TEXTS)


def test_what_was_put_right_leaves_the_next_one_chosen(
    panel: CompletenessPanel, window: MainWindow
) -> None:
    choose(panel, Part(section=Section.CUSTOMER_TEXTS))
    panel.gaps.selectRow(2)
    document = window.workspace.file.document
    document.do(edits.update(document.pathway, "s0", what_happens={"en": "You call."}))
    window.workspace.measuring.refresh()
    assert panel.gaps.currentIndex().row() == 2
    assert texts(panel)[2] == "s1"


def test_a_section_that_is_complete_says_that_nothing_is_missing(
    panel: CompletenessPanel, window: MainWindow
) -> None:
    choose(panel, Part(section=Section.LANGUAGES))
    assert panel.gaps.isHidden()
    assert panel.nothing.text() == "Nothing is required here."
    document = window.workspace.file.document
    info = document.pathway.info.id
    change = edits.update(document.pathway, info, languages=("fi", "en"))
    document.do(change)
    window.workspace.measuring.refresh()
    assert not panel.gaps.isHidden()


def test_what_is_accepted_is_told_apart_in_words_too(
    panel: CompletenessPanel, window: MainWindow
) -> None:
    waiver = Waiver(id="w0", rule="CUS-01", about="s0", reason={"en": "Told by phone"})
    window.workspace.file.document.do(Change("", (Add(waiver),)))
    window.workspace.measuring.refresh()
    choose(panel, Part(section=Section.CUSTOMER_TEXTS))
    last = panel.gaps.table.lines[-1]
    assert last.gap.about == "s0"
    assert last.gap.state is State.ACCEPTED
    told = panel.gaps.table.index(len(panel.gaps.table.lines) - 1, GapColumn.WHAT).data()
    assert told.endswith("(accepted as missing)")


def test_figures_and_signs_are_read_out(panel: CompletenessPanel) -> None:
    row = panel.sections.table.row_of(Part(section=Section.CUSTOMER_TEXTS))
    heard = panel.sections.table.index(row, Column.NAME).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard.startswith("Customers’ texts: 0")
    assert "4 missing" in heard
    choose(panel, Part(section=Section.CUSTOMER_TEXTS))
    sign = panel.gaps.table.index(2, GapColumn.STATE).data(Qt.ItemDataRole.AccessibleTextRole)
    assert sign == "Missing: What happens, in the customer’s words, Yhteydenotto"


def test_the_status_line_tells_the_share_and_opens_the_panel(window: MainWindow) -> None:
    workspace = window.workspace
    workspace.measuring.refresh()
    share = f"{workspace.measuring.completeness.total.percent}\N{NO-BREAK SPACE}%"
    assert workspace.status.completeness.text() == f"Complete: {share}"
    assert workspace.completeness.isHidden()
    QTest.mouseClick(workspace.status.completeness, Qt.MouseButton.LeftButton)
    assert not workspace.completeness.isHidden()
    assert workspace.completeness.sections.hasFocus()


def test_the_first_figure_comes_after_the_window_and_moves_nothing(
    start: MainWindow, file: Path, qtbot: QtBot
) -> None:
    start.filing.open(file)
    status, measuring = start.workspace.status, start.workspace.measuring
    assert status.completeness.text() == "Complete: …"
    QApplication.processEvents()
    before = status.hint.geometry()
    with qtbot.waitSignal(measuring.measured):
        pass
    assert measuring.total is not None
    assert status.completeness.text() == f"Complete: {share_in_words(measuring.total)}"
    assert status.hint.geometry() == before


def test_a_pathway_is_measured_in_slices_to_its_end(window: MainWindow, qtbot: QtBot) -> None:
    document = window.workspace.file.document
    others = [record for record in synthetic(400).values() if record.id != "pathway"]
    document.do(Change("", tuple(map(Add, others))))
    measuring = window.workspace.measuring
    with qtbot.waitSignal(measuring.measured):
        document.do(edits.rename(document.pathway, "s7", "en", "Seen"))
    assert measuring.pathway is document.pathway
    assert measuring.completeness == measure(document.pathway, WORKSHOP, TODAY)


def test_a_slice_that_fails_is_told_once_and_the_next_change_measures_all(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_at_s1(requirement: Requirement, record: AnyRecord, look: Look) -> Answer:
        if record.id == "s1":
            raise ZeroDivisionError
        return answered(requirement, record, look)

    document, measuring = window.workspace.file.document, window.workspace.measuring
    measuring.refresh()
    with monkeypatch.context() as patched, qtbot.captureExceptions() as told:
        patched.setattr("model.completeness.live.answered", fail_at_s1)
        document.do(edits.update(document.pathway, "s1", what_happens={"en": "You are heard."}))
        qtbot.waitUntil(lambda: bool(told))
        qtbot.wait(20)
        assert [kind for kind, _error, _trace in told] == [ZeroDivisionError]
    with qtbot.waitSignal(measuring.measured):
        document.do(edits.update(document.pathway, "info", version="2"))
    plain = measure(document.pathway, WORKSHOP, TODAY)
    assert measuring.total == plain.total
    assert measuring.completeness == plain


def test_the_panel_opens_with_its_figures_in_sight(window: MainWindow) -> None:
    window.resize(1920, 1080)
    window.actions_by_name["completeness"].trigger()
    panel = window.workspace.completeness
    last = panel.sections.table.index(len(panel.sections.table.lines) - 1, 0)
    assert panel.sections.viewport().rect().contains(panel.sections.visualRect(last))


def test_where_it_is_narrow_the_figures_stay_and_the_bars_go(
    panel: CompletenessPanel, window: MainWindow
) -> None:
    window.resize(1920, 1080)
    assert not panel.sections.isColumnHidden(Column.BAR)
    panel.split.setSizes([120, 800, 800])
    assert panel.sections.isColumnHidden(Column.BAR)
    assert not panel.sections.isColumnHidden(Column.SHARE)


def test_another_language_names_the_records_in_it(
    panel: CompletenessPanel, window: MainWindow
) -> None:
    document = window.workspace.file.document
    titles = {"fi": "Yhteydenotto", "en": "Making contact"}
    document.do(edits.update(document.pathway, "s0", title=titles))
    window.workspace.measuring.refresh()
    window.workspace.choose_language("en")
    choose(panel, Part(section=Section.CUSTOMER_TEXTS))
    assert [line.where for line in panel.gaps.table.lines][2] == "Making contact"


def test_a_record_that_is_gone_is_listed_until_it_is_measured_again(
    panel: CompletenessPanel, window: MainWindow
) -> None:
    window.actions_by_name["completeness"].trigger()
    document = window.workspace.file.document
    document.do(edits.remove(document.pathway, ("s1",)))
    window.actions_by_name["completeness"].trigger()
    choose(panel, Part(section=Section.CUSTOMER_TEXTS))
    click(panel.gaps, texts(panel).index("s1"))
    assert window.workspace.inspector.record == "info"
    window.workspace.measuring.refresh()
    assert "s1" not in texts(panel)
