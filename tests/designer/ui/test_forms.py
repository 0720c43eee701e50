"""Every field of every record can be reached in a form."""

import inspect

import pytest
from msgspec import Struct
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.ui.inspector.fields import Around
from designer.ui.inspector.form import Form, Row
from designer.ui.inspector.forms import FORMS
from designer.ui.inspector.parts import ROWS
from model import records
from model.file import read
from model.parts import Approval, Part
from model.records import RECORD_KINDS, Milestone, Note, Record
from model.text import AgeRange
from samples import SAMPLES
from tests.sparing import one_in

# Ids are permanent, order is changed by moving, what milestones and merges keep by nobody.
NOT_TO_EDIT = {"id", "order"}
NOT_IN_FORMS: dict[type[Record], set[str]] = {Milestone: {"content"}, Note: {"clash"}}
NOT_IN_ROWS: dict[type[Struct], set[str]] = {Approval: {"milestone"}}


def parts() -> list[type[Struct]]:
    found = [
        kind
        for _name, kind in inspect.getmembers(records, inspect.isclass)
        if issubclass(kind, Part) and not issubclass(kind, Record) and kind is not Part
    ]
    return [*found, AgeRange]


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_every_field_of_a_record_has_one_row(kind: type[Record]) -> None:
    rows = [
        row.name for section in FORMS[kind].sections for row in section.rows if isinstance(row, Row)
    ]
    assert len(rows) == len(set(rows))
    assert set(rows) == set(kind.__struct_fields__) - NOT_TO_EDIT - NOT_IN_FORMS.get(kind, set())


@pytest.mark.parametrize("part", parts())
def test_every_field_of_a_part_has_one_row(part: type[Struct]) -> None:
    shown = [name for name in part.__struct_fields__ if name not in NOT_IN_ROWS.get(part, ())]
    assert [row.name for row in ROWS[part]] == shown


@pytest.mark.parametrize("kind", one_in(3, RECORD_KINDS))
def test_forms_show_whole_records_without_changing_them(
    kind: type[Record], qtbot: QtBot, qapp: QApplication
) -> None:
    pathway = read(next(sample.path for sample in SAMPLES if sample.name == "t2d"))
    form = Form(FORMS[kind])
    qtbot.addWidget(form)
    form.unfold_all()
    changes: list[object] = []
    form.changed.connect(changes.append)
    for record in pathway.of(kind):
        for language in ("fi", "sv", "en"):
            form.present(record.id, Around(pathway, language))
            form.commit()
    qapp.processEvents()
    assert not changes
