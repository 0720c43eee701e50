"""What a change calls a field is what the form calls it."""

from typing import Final

import pytest

from designer.ui.inspector.form import FormOf, Row
from designer.ui.inspector.forms import FORMS
from model.describe.fields import FIELDS

TICKED: Final = {"start", "public", "done"}
"""A tick's own words say what is so; the label above it only what it is about."""


@pytest.mark.parametrize("form", FORMS.values(), ids=lambda form: form.kind.__name__)
def test_forms_and_changes_call_a_field_the_same(form: FormOf) -> None:
    rows = [row for section in form.sections for row in section.rows if isinstance(row, Row)]
    assert {row.name for row in rows} == set(FIELDS[form.kind])
    for row in rows:
        if row.name not in TICKED:
            assert row.label == FIELDS[form.kind][row.name], row.name
