"""The published schema says what the reader takes."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from model import file, schema
from samples import SAMPLES, TEMPLATES
from tests.pathways import build

SHIPPED = [each.path for each in (*SAMPLES, *TEMPLATES)]


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(schema.schema())


def test_the_stored_schema_is_current() -> None:
    assert schema.PATH.read_text("utf-8") == schema.as_text(), "run python -m model.schema"


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema.schema())


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_shipped_pathways_are_valid(path: Path, validator: Draft202012Validator) -> None:
    validator.validate(json.loads(path.read_bytes()))


def test_every_kind_of_record_is_described() -> None:
    kinds = schema.schema()["$defs"]
    assert {"PathwayInfo", "Stage", "Handover", "Milestone"} <= kinds.keys()
    assert all("description" in kinds[kind] for kind in ("PathwayInfo", "Stage", "Handover"))


@pytest.mark.parametrize(
    "damage",
    [
        {"unknown": 1},
        {"id": "not an id"},
        {"order": 5},
        {"title": {"Finnish": "x"}},
        {"kind": "nonsense"},
        {"record": "nonsense"},
    ],
    ids=str,
)
def test_what_the_reader_refuses_is_not_valid(
    damage: dict[str, Any], validator: Draft202012Validator
) -> None:
    whole = json.loads(file.dumps(build(phases=["Hoito"])))
    phase = next(record for record in whole["records"] if record["record"] == "phase")
    validator.validate(whole)
    phase.update(damage)
    with pytest.raises(ValidationError):
        validator.validate(whole)
    with pytest.raises(file.UnreadableFileError):
        file.loads(json.dumps(whole).encode())
