"""Changes as JSON and back: equal, and refused when anything is not as it must be."""

import json
from datetime import date
from typing import Any

import pytest

from model import edits
from model.change import Add, Change, Remove, Set
from model.codes import Sector, StageKind
from model.journal.encoding import (
    NotReadableError,
    decode,
    decode_all,
    encode,
    encode_all,
    kinds_in,
)
from model.records import RECORD_KINDS, Actor, PathwayInfo, Stage, Task
from model.text import read_span
from tests.pathways import At, build

PATHWAY = build(actors=["Asiakas"], phases=["Alku"], stages=[At("Yksi"), At("Kaksi")])
STAGE = PATHWAY.stages[0].id
VALUES: dict[str, Any] = {
    "title": {"fi": "Ä “<b>”\n\u2028 🎈", "sv": "å"},
    "kind": next(iter(StageKind)),
    "duration": read_span("3–12 kk"),
    "channels": ("c1", "c2"),
    "column": 7,
    "start": True,
    "actor": None,
    "uses_earlier_assessment": False,
}


@pytest.mark.parametrize("field", VALUES)
def test_a_value_is_read_as_the_type_of_its_field(field: str) -> None:
    change = Change("Muutos", (Set(STAGE, field, getattr(PATHWAY[STAGE], field), VALUES[field]),))
    read = decode(encode(change, kinds_in(PATHWAY, [change])))
    assert read == change
    after = read.ops[0]
    assert isinstance(after, Set)
    assert type(after.after) is type(VALUES[field])


def test_whole_records_and_dates_come_back() -> None:
    task = Task(id="t1", order="a0", title={"fi": "Soita"}, due=date(2026, 12, 1))
    change = Change("", (Add(task), Set("t1", "due", task.due, None), Remove(task)))
    assert decode(encode(change, {})) == change


def test_of_a_record_that_is_gone_since_the_value_tells_its_type() -> None:
    changes = [
        Change("", (Set("gone", "sector", Sector.CUSTOMER, Sector.NGO),)),
        Change("", (Set("gone", "name", {}, {"fi": "Yhdistys"}),)),
        Change("", (Set("gone", "languages", ("fi",), ("fi", "sv")),)),
    ]
    assert list(decode_all(encode_all(changes, PATHWAY))) == changes


def test_a_history_knows_the_kinds_of_what_it_removed() -> None:
    removed = edits.remove(PATHWAY, [STAGE])
    renamed = edits.rename(PATHWAY, STAGE, "fi", "Uusi")
    without, _done = removed.applied_to(PATHWAY)
    written = encode_all([renamed, removed], without)
    assert json.loads(written)[0]["ops"][0]["kind"] == "stage"
    assert list(decode_all(written)) == [renamed, removed]


def test_every_field_of_every_kind_can_be_read() -> None:
    for kind in RECORD_KINDS:
        tag = str(kind.__struct_config__.tag)
        some = PathwayInfo(id="p") if kind is PathwayInfo else None
        for field in kind.__struct_fields__:
            value = getattr(some, field) if some is not None else None
            change = Change("", (Set("x", field, value, value),))
            if value is not None:
                assert decode(encode(change, {"x": tag})) == change


def damaged(**changed: object) -> bytes:
    op = {"op": "set", "id": "s0", "kind": "stage", "field": "column", "before": 0, "after": 1}
    return json.dumps({"label": "", "ops": [{**op, **changed}]}).encode()


@pytest.mark.parametrize(
    "data",
    [
        damaged(field="nothing"),
        damaged(field="__class__"),
        damaged(kind="dragon"),
        damaged(after="one"),
        damaged(after=-1),
        damaged(field="title", before={}, after={"fi": ""}),
        damaged(op="run"),
        damaged(more=1),
        damaged(kind="", field="nothing"),
        b"",
        b"[]",
        b"\xff",
        b'{"label": "", "ops": [{"op": "add", "record": {"record": "stage"}}]}',
        b'{"label": "", "ops": ' + b"[" * 5000,
    ],
)
def test_what_is_not_right_is_refused(data: bytes) -> None:
    with pytest.raises(NotReadableError):
        decode(data)


def test_a_field_is_read_by_the_kind_that_is_told() -> None:
    contacts = PATHWAY.find(Actor, PATHWAY.actors[0].id)
    stage = PATHWAY.find(Stage, STAGE)
    assert contacts is not None
    assert stage is not None
    with pytest.raises(NotReadableError):
        decode(encode(Change("", (Set("x", "contacts", (), ()),)), {"x": "stage"}))
