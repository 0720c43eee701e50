"""Two states are compared as people read a pathway; each difference stands in one place."""

from collections.abc import Iterator

import pytest
from hypothesis import given

from model import edits
from model.describe import compare
from model.describe.conflicts import question
from model.document import Document
from model.merge import merge
from model.messages import speaking
from model.pathway import Pathway
from tests.model.merge.test_cases import BASE, TWO_WORDINGS, having, lacking, of_field
from tests.pathways import random_pathways


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with speaking("en"):
        yield


@given(random_pathways(max_stages=6), random_pathways(max_stages=6))
def test_every_record_that_differs_is_told_once(before: Pathway, after: Pathway) -> None:
    told = compare(before, after, "fi")
    ids = [difference.id for part in told.parts for difference in part.differences]
    differing = {id for id in {*before, *after} if before.get(id) != after.get(id)}
    assert sorted([*ids, *told.moved]) == sorted(differing)
    assert bool(told) is bool(differing)


def test_ways_out_are_told_with_their_stage_in_reading_order() -> None:
    document = Document(having(BASE, "h1", condition={"fi": "jos tarvitaan"}))
    document.do(edits.rename(document.pathway, "s1", "fi", "Tarpeen arvio"))
    document.do(edits.rename(document.pathway, "s0", "fi", "Soitto"))
    parts = compare(BASE, document.pathway, "fi").parts
    assert [(part.heading, [each.id for each in part.differences]) for part in parts] == [
        ("Soitto", ["s0"]),
        ("Tarpeen arvio", ["s1", "h1"]),
    ]


def test_a_conflict_of_a_text_is_asked_with_both_wordings() -> None:
    (conflict,) = TWO_WORDINGS.conflicts
    asked = question(conflict, TWO_WORDINGS.pathway, "fi")
    assert asked.heading == "Stage “Yhteydenotto”"
    assert asked.asked == "What happens (fi) differs in the two versions."
    assert list(asked.answers.values()) == ["Uusi.\n\nOmamme.", "Uusi.\n\nHeidän."]


def test_a_conflict_of_a_link_is_asked_by_names() -> None:
    merged = of_field("actor", "a0", "a1", None)
    asked = question(merged.conflicts[0], merged.pathway, "fi")
    assert list(asked.answers.values()) == ["Sote-keskus", "(empty)"]


def test_a_conflict_about_a_removal_is_asked_by_what_becomes_of_it() -> None:
    merged = merge(BASE, lacking(BASE, "s2"), having(BASE, "s2", title={"fi": "Toinen"}))
    asked = question(merged.conflicts[0], merged.pathway, "fi")
    assert asked.heading == "Stage “Toinen”"
    assert "kept" in asked.asked
    assert list(asked.answers.values()) == ["Remove it", "Keep it"]
