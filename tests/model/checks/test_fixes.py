"""A fix puts right what it is offered for, changes nothing else, and can be taken back."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import fields

from model import edits, file
from model.change import Change
from model.checks import CHECKS, COORDINATION, Finding, LiveChecks, Rule
from model.checks.finding import Fix
from model.document import Document
from model.integrity import LINKS, broken_links
from model.pathway import Pathway
from model.records import AnyRecord
from tests.damage import DAMAGES
from tests.damage.damage import complete
from tests.pathways import random_pathways
from tests.sparing import one_in

SAMPLES = Path(__file__).parents[3] / "samples"
TODAY = date(2026, 6, 1)
STIRRED = 25
"""How many fields of a board get a value of another record."""
DAMAGED = 12
"""In how many ways each damage is done."""

RULES = tuple(rule for rule in CHECKS if rule.fixes)
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


@cache
def donors() -> tuple[Pathway, ...]:
    """Return pathways of which random boards take what is written in them."""
    damaged = (SAMPLES / "checks").glob("*/finds.ketju")
    return (complete(), file.read(SAMPLES / "monipalvelu.ketju"), *map(file.read, sorted(damaged)))


@cache
def damaged(rule: str) -> tuple[Pathway, ...]:
    """Return the complete pathway with single damages that the rule is meant to find."""
    return tuple(
        _after(change)
        for damage in DAMAGES
        if damage.rule == rule
        for change in list(damage.ways(complete()))[:DAMAGED]
    )


def _after(change: Change) -> Pathway:
    document = Document(complete())
    document.do(change)
    return document.pathway


@st.composite
def stirred(draw: st.DrawFn, boards: st.SearchStrategy[Pathway]) -> Pathway:
    """Draw a random board, or a damaged one, with fields of what other pathways say there."""
    pathway = draw(boards)
    dice = draw(st.randoms(use_true_random=False))
    for _step in range(STIRRED):
        record = pathway[dice.choice(sorted(pathway))]
        field = dice.choice([field.name for field in fields(type(record)) if field.name != "id"])
        change = edits.update(pathway, record.id, **{field: _value(dice, record, field, pathway)})
        following, done = change.applied_to(pathway)
        if not any(broken_links(following, [following[id] for id in done.touched])):
            pathway = following
    return pathway


def _value(dice: Random, record: AnyRecord, field: str, pathway: Pathway) -> object:
    """Pick a value for a field: an id of this pathway, or what a complete pathway says there."""
    before = getattr(record, field)
    for link in LINKS.get(type(record), ()):
        if link.field == field and not isinstance(before, tuple):
            linked = [other.id for other in pathway.values() if isinstance(other, link.to)]
            return dice.choice([*sorted(linked), before])
    written = dice.choice(donors()).of(type(record))
    return getattr(dice.choice(written), field) if written else before


def offered(pathway: Pathway, rule: Rule) -> Iterator[Finding]:
    """Try each fix of each finding of a rule, and yield the findings that had one."""
    for finding in _found(pathway, rule):
        for fix in rule.fixes:
            change = fix.change(finding, pathway)
            if change:
                assert change.label
                document = Document(pathway)
                done = document.do(change)
                assert done.ops == change.ops, "all of it fits, and it leaves no loose ends"
                assert finding not in _found(document.pathway, rule)
                assert (
                    _places(document.pathway, rule)[_place(finding)]
                    < (_places(pathway, rule)[_place(finding)])
                )
                assert set(_places(document.pathway, rule)) <= set(_places(pathway, rule))
                assert _changed(pathway, document.pathway) == change.touched
                document.undo()
                assert document.pathway == pathway
                assert document.next_undo is None
                yield finding


def _found(pathway: Pathway, rule: Rule) -> tuple[Finding, ...]:
    return LiveChecks(pathway, COORDINATION, TODAY, (rule,)).report.findings


def _place(finding: Finding) -> tuple[str | None, str]:
    return finding.about, finding.field


def _places(pathway: Pathway, rule: Rule) -> Counter[tuple[str | None, str]]:
    """Count findings by what they are about: put right in part only, one is still there."""
    return Counter(map(_place, _found(pathway, rule)))


def _changed(before: Pathway, after: Pathway) -> set[str]:
    return {id for id in {*before, *after} if before.get(id) != after.get(id)}


@given(pathway=stirred(random_pathways(max_actors=4, max_phases=3, max_stages=10)))
def test_on_a_random_board_a_fix_puts_right_what_it_is_offered_for(pathway: Pathway) -> None:
    for rule in RULES:
        list(offered(pathway, rule))


@pytest.mark.parametrize("rule", one_in(3, RULES), ids=lambda rule: rule.id)
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_on_a_damaged_board_whatever_else_it_says_a_fix_puts_right_what_it_is_offered_for(
    rule: Rule, data: st.DataObject
) -> None:
    list(offered(data.draw(stirred(st.sampled_from(damaged(rule.id)))), rule))


@each_rule
def test_a_damage_to_the_complete_pathway_can_be_fixed(rule: Rule) -> None:
    assert [finding for pathway in damaged(rule.id) for finding in offered(pathway, rule)]


@pytest.mark.parametrize(
    ("rule", "fix"),
    [
        pytest.param(rule, fix, id=f"{rule.id}-{place}")
        for rule in RULES
        for place, fix in enumerate(rule.fixes)
    ],
)
def test_each_single_fix_is_tried_on_something_that_it_puts_right(rule: Rule, fix: Fix) -> None:
    """A rule with two fixes does not pass by the one that works."""
    assert any(
        fix.change(finding, pathway)
        for pathway in (*damaged(rule.id), *donors())
        for finding in _found(pathway, rule)
    )


@each_rule
def test_a_fix_has_a_name_of_its_own(rule: Rule) -> None:
    titles = [fix.title for fix in rule.fixes]
    assert all(titles)
    assert len(set(titles)) == len(titles)
    assert not any(title.endswith(".") for title in titles)


@each_rule
def test_a_fix_of_what_is_gone_meanwhile_does_nothing(rule: Rule) -> None:
    """Others may have edited since the rule was asked: a fix that is too late breaks nothing."""
    for pathway in damaged(rule.id):
        for finding in _found(pathway, rule):
            _try_too_late(rule, finding, pathway)


def _try_too_late(rule: Rule, finding: Finding, pathway: Pathway) -> None:
    document = Document(pathway)
    document.do(edits.remove(pathway, [id for id in (finding.about, *finding.also) if id]))
    for fix in rule.fixes:
        change = fix.change(finding, document.pathway)
        assert document.do(change).ops == change.ops
        document.undo()
