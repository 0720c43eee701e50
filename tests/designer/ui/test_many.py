"""Many stages at once: what they have in common, what is set for all, in one step each."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from designer.ui.inspector.fields.choices import ChoiceField
from designer.ui.inspector.many_form import ManyForm
from designer.ui.main_window import MainWindow
from model.codes import ChannelKind, Confirmation, StageKind
from model.document import Document
from model.edits import add, remove, update
from model.records import Channel, Stage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def document(window: MainWindow) -> Document:
    """Return the document, with two channels of which the first stage uses one."""
    document = window.workspace.file.document
    for id, order, kind in (
        ("c0", "a0", ChannelKind.PHONE),
        ("c1", "a1", ChannelKind.CHAT),
    ):
        document.do(
            add(document.pathway, Channel(id=id, order=order, kind=kind, digital=id == "c1"))
        )
    document.do(update(document.pathway, "s0", channels=("c0",), start=True))
    return document


@pytest.fixture
def form(window: MainWindow, document: Document) -> ManyForm:
    del document
    window.board.select(("s0", "s1"))
    form = window.workspace.inspector.many
    assert form is not None
    return form


def choice(form: ManyForm, name: str) -> ChoiceField:
    field = form.fields[name]
    assert isinstance(field, ChoiceField)
    return field


def stages(document: Document) -> list[Stage]:
    return [stage for id in ("s0", "s1") if (stage := document.pathway.find(Stage, id))]


def test_it_says_how_many_and_shows_where_they_differ(form: ManyForm, window: MainWindow) -> None:
    assert form.isVisible()
    assert not window.workspace.inspector.form.isVisible()
    assert "all 2 stages" in form.told.text()
    assert choice(form, "actor").box.currentText() == "— several values —"
    assert choice(form, "phase").box.currentText() == "Arvio"
    box = form.ticks["start"].boxes["start"]
    assert box.checkState() is Qt.CheckState.PartiallyChecked
    assert box.text() == "Customers can come in here (1 of 2)"
    assert form.ticks["public"].boxes["public"].checkState() is Qt.CheckState.Checked


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("actor", "a1"),
        ("phase", "p1"),
        ("phase", None),
        ("kind", StageKind.GUIDANCE),
        ("confirmation", Confirmation.CONFIRMED),
    ],
)
def test_what_is_chosen_is_set_for_all_in_one_step(
    form: ManyForm, document: Document, field: str, value: object
) -> None:
    before = document.pathway
    choice(form, field).choose(value)
    assert [getattr(stage, field) for stage in stages(document)] == [value, value]
    document.undo()
    assert document.pathway == before


def test_choosing_that_they_differ_changes_nothing(form: ManyForm, document: Document) -> None:
    before = document.pathway
    box = choice(form, "actor").box
    box.activated.emit(box.currentIndex())
    assert document.pathway is before


def test_a_click_gives_to_all_the_next_takes_from_all(form: ManyForm, document: Document) -> None:
    before = document.pathway
    box = form.ticks["start"].boxes["start"]
    QTest.mouseClick(box, LEFT, pos=QPoint(10, box.height() // 2))
    assert [stage.start for stage in stages(document)] == [True, True]
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert [stage.start for stage in stages(document)] == [False, False]
    document.undo()
    document.undo()
    assert document.pathway == before


def test_a_channel_is_added_to_all_and_taken_from_all(form: ManyForm, document: Document) -> None:
    phone, chat = form.channels.boxes["c0"], form.channels.boxes["c1"]
    assert phone.text() == "Phone (1 of 2)"
    QTest.keyClick(chat, Qt.Key.Key_Space)
    assert [stage.channels for stage in stages(document)] == [("c0", "c1"), ("c1",)]
    QTest.keyClick(phone, Qt.Key.Key_Space)
    assert [stage.channels for stage in stages(document)] == [("c0", "c1"), ("c1", "c0")]
    QTest.keyClick(phone, Qt.Key.Key_Space)
    assert [stage.channels for stage in stages(document)] == [("c1",), ("c1",)]
    document.undo()
    assert [stage.channels for stage in stages(document)] == [("c0", "c1"), ("c1", "c0")]


def test_what_else_is_selected_stays(window: MainWindow, document: Document) -> None:
    window.board.select(("s0", "s1", "h0"))
    form = window.workspace.inspector.many
    assert form is not None
    assert "What else is selected" in form.told.text()
    handover = document.pathway["h0"]
    choice(form, "kind").choose(StageKind.GROUP)
    assert document.pathway["h0"] is handover


def test_the_last_one_can_be_shown_alone(form: ManyForm, window: MainWindow) -> None:
    QTest.mouseClick(form.last, LEFT)
    assert window.workspace.inspector.many is None
    assert window.workspace.inspector.record == "s1"
    assert window.workspace.inspector.form.isVisible()
    assert not form.isVisible()


def test_when_all_but_one_are_gone_its_own_form_comes(
    form: ManyForm, window: MainWindow, document: Document
) -> None:
    document.do(remove(document.pathway, ("s1",)))
    assert not form.isVisible()
    assert window.workspace.inspector.many is None


def test_it_follows_undo_and_the_language(form: ManyForm, window: MainWindow) -> None:
    choice(form, "actor").choose("a1")
    window.undo()
    assert choice(form, "actor").box.currentText() == "— several values —"
    window.workspace.edit_selected()
    assert form.isAncestorOf(window.focusWidget())


def test_the_findings_menu_selects_all_of_a_rule(window: MainWindow) -> None:
    findings = window.workspace.findings
    rules = [line.rule for line in findings.lines if line.about in ("s0", "s1")]
    rule = max(rules, key=rules.count)
    assert rules.count(rule) == 2
    findings.choose_line(
        next(line for line in findings.lines if line.rule == rule and line.about == "s0")
    )
    findings.view.asked_menu.emit(findings.mapToGlobal(QPoint(0, 0)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    *_acts, one, every = menu.actions()
    every.trigger()
    assert set(window.board.selection.ids) == {"s0", "s1"}
    assert window.focusWidget() is window.board
    one.trigger()
    menu.close()
    assert window.board.selection.ids == ("s0",)
