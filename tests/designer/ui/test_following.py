"""A form that has followed changes shows the same as one that is opened fresh."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from designer.ui.inspector.inspector import Inspector
from model import edits
from model.document import Document
from model.file import read
from model.records import Actor, Channel, Handover, Metric, Record, Stage
from samples import SAMPLES
from tests.sparing import one_in

HOW_MANY = 6


def shown(inspector: Inspector) -> list[str]:
    """Return what the form in view says, top to bottom."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    said = []
    for widget in inspector.form.findChildren(QWidget):
        if not widget.isVisibleTo(inspector):
            continue
        if isinstance(widget, QLineEdit | QLabel):
            said.append(widget.text())
        elif isinstance(widget, QPlainTextEdit):
            said.append(widget.toPlainText())
        elif isinstance(widget, QComboBox):
            said.append(widget.currentText())
        elif isinstance(widget, QAbstractButton):
            said.append(f"{widget.accessibleName() or widget.text()} {widget.isChecked()}")
    return sorted(said)


@pytest.mark.parametrize("kind", one_in(5, [Stage, Handover, Actor, Channel, Metric]))
def test_a_followed_form_equals_a_fresh_one(kind: type[Record], qtbot: QtBot) -> None:
    pathway = read(next(sample.path for sample in SAMPLES if sample.name == "t2d"))
    document = Document(pathway)
    followed = Inspector(document, "fi")
    document.watchers.append(followed.follow)
    qtbot.addWidget(followed)
    first, *others = document.pathway.of(kind)[:HOW_MANY]
    followed.show_record(first.id)
    followed.form.unfold_all()
    for other in others:
        document.do(edits.replace_record(document.pathway, replace(other, id=first.id)))  # type: ignore[arg-type]
        _compare(followed, document, first.id, qtbot)
    for _step in others:
        document.undo()
        _compare(followed, document, first.id, qtbot)
    assert document.pathway == pathway


def _compare(followed: Inspector, document: Document, id: str, qtbot: QtBot) -> None:
    fresh = Inspector(document, "fi")
    qtbot.addWidget(fresh)
    fresh.show_record(id)
    fresh.form.unfold_all()
    assert shown(followed) == shown(fresh)
