"""Conflicts that notes keep as text come from files, and files from anywhere."""

import json
from typing import Any

import pytest

from model import edits
from model.document import Document
from model.merge import keep_conflict, kept_conflict, merge
from model.pathway import Pathway
from tests.pathways import At, build

BASE = build(phases=("Arvio",), actors=("Asiakas",), stages=(At("Yhteydenotto"),))


def renamed(name: str) -> Pathway:
    document = Document(BASE)
    document.do(edits.rename(BASE, "s0", "fi", name))
    return document.pathway


def kept(**fields: Any) -> str:
    merged = merge(BASE, renamed("Soitto"), renamed("Chat"))
    text = keep_conflict(merged.conflicts[0], merged.pathway, "B.ketju")
    return json.dumps(json.loads(text) | fields)


def test_what_was_kept_is_read() -> None:
    read = kept_conflict(kept())
    assert read is not None
    assert (read.conflict.path, read.name) == (("title", "fi"), "B.ketju")
    assert (read.conflict.ours, read.conflict.theirs) == ("Soitto", "Chat")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[" * 100_000,
        kept(more=1),
        kept(id="s1"),
        kept(path=["__class__"]),
        kept(path=["id"]),
        kept(path=["title", "fi", "upper"]),
        kept(path=["no such field"]),
        kept(kind="still_used"),
        kept(path=[], ours=None),
        kept(theirs={"record": "stage", "id": "s0", "order": "not an order"}),
        kept(theirs={"record": "phase", "id": "s0", "order": "a0"}),
        kept(theirs=None, ours=None),
    ],
    ids=range(15),
)
def test_anything_else_is_no_conflict(text: str) -> None:
    assert kept_conflict(text) is None


def test_a_conflict_is_not_asked_of_a_record_of_another_kind() -> None:
    read = kept_conflict(kept())
    assert read is not None
    assert read.is_about(BASE["s0"])
    assert read.is_about(None)
    assert not read.is_about(BASE["p0"])
