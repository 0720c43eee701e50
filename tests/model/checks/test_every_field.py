"""An edit of any one field of any record is followed as if all was asked again."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from msgspec import NODEFAULT
from msgspec.structs import fields

from model import file
from model.change import Change, Set
from model.checks import CHECKS, COORDINATION, LiveChecks, Rule
from model.integrity import LINKS
from model.pathway import Pathway
from model.records import RECORD_KINDS
from tests.sparing import one_in

SAMPLES = Path(__file__).parents[3] / "samples"
COMPLETE = [SAMPLES / f"{name}.ketju" for name in ("t2d", "monipalvelu", "nepsy")]
TODAY = date(2026, 6, 1)
OF_A_KIND = 2
"""How many records of a kind are edited, so that one is named in findings and one is not."""


@cache
def read(path: Path) -> Pathway:
    return file.read(path)


def single_edits(pathway: Pathway) -> Iterator[Change]:
    """Yield changes of one field of one record, to no value and to one of another record."""
    for record in (each for kind in RECORD_KINDS for each in pathway.of(kind)[:OF_A_KIND]):
        links = {link.field for link in LINKS.get(type(record), ())}
        for field in fields(type(record)):
            if field.name == "id":
                continue
            before = getattr(record, field.name)
            donors = (pathway,) if field.name in links else (pathway, *map(read, COMPLETE))
            others = (
                getattr(other, field.name) for donor in donors for other in donor.of(type(record))
            )
            after = [field.default, next((other for other in others if other != before), before)]
            for value in after:
                if value not in (before, NODEFAULT):
                    yield Change("", (Set(record.id, field.name, before, value),))


def follow_edits(pathway: Pathway, rules: tuple[Rule, ...]) -> None:
    live = LiveChecks(pathway, COORDINATION, TODAY, rules)
    at_first = live.report
    for change in single_edits(pathway):
        edited, done = change.applied_to(pathway)
        anew = LiveChecks(edited, COORDINATION, TODAY, rules).report
        assert live.follow(edited, done.touched) == anew, change
        assert live.follow(pathway, done.touched) == at_first, change


def test_an_edit_of_any_field_is_followed_as_if_all_was_asked_again() -> None:
    follow_edits(file.read(SAMPLES / "checks" / "complete.ketju"), CHECKS)


@pytest.mark.parametrize("rule", one_in(10, CHECKS), ids=lambda rule: rule.id)
def test_so_it_is_by_each_rule_where_it_finds_something(rule: Rule) -> None:
    module = rule.check.__module__.rpartition(".")[2]
    follow_edits(file.read(SAMPLES / "checks" / module / "finds.ketju"), (rule,))
