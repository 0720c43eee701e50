"""Rules read what they say that they read, so that an edit of it lets them be asked again."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from model import file
from model.checks import CHECKS, Rule, Said
from model.checks.facts import Fact
from model.checks.live import Links
from model.checks.reads import NAMES
from model.checks.review import Review
from model.ids import Id
from model.pathway import Pathway
from model.records import RECORD_KINDS, Handover, Record, Stage
from tests.model.checks.facts_of_rules import FACTS
from tests.pathways import random_pathways
from tests.sparing import one_in

SAMPLES = Path(__file__).parents[3] / "samples"
EXAMPLES = [
    SAMPLES / "monipalvelu.ketju",
    SAMPLES / "omaishoitaja.ketju",
    *sorted((SAMPLES / "checks").glob("*/finds.ketju")),
]
TODAY = date(2026, 6, 1)
READ_BY_ALL = {"id", *NAMES}
"""What a record is called is read for messages, and whoever names it says so."""

Field = tuple[type[Record], Id, str]


@contextmanager
def watched() -> Iterator[set[Field]]:
    """Note which fields of which records are read meanwhile."""
    seen: set[Field] = set()

    def read(record: Record, name: str) -> object:
        kind = type(record)
        if name in kind.__struct_fields__ and name not in READ_BY_ALL:
            seen.add((kind, object.__getattribute__(record, "id"), name))
        return object.__getattribute__(record, name)

    for kind in RECORD_KINDS:
        kind.__getattribute__ = read  # type: ignore[method-assign, assignment]
    try:
        yield seen
    finally:
        for kind in RECORD_KINDS:
            del kind.__getattribute__


def unsaid_by(rule: Rule, pathway: Pathway) -> set[tuple[str, str]]:
    """Return what the rule read without saying so."""
    unsaid: set[Field] = set()
    if rule.each is None:
        with watched() as seen:
            list(rule.check(Review(Pathway(pathway.values()), TODAY)))
        unsaid = seen
    else:
        review, links = Review(pathway, TODAY), Links(pathway)
        pathway.leaving(""), pathway.arriving(""), pathway.info, review.ways, review.places
        for record in pathway.values():
            if isinstance(record, rule.each):
                near = links.around([record.id])
                far = along(near, links, pathway)
                with watched() as seen:
                    list(rule.check(record, review))
                unsaid |= {
                    (kind, id, name)
                    for kind, id, name in seen
                    if id not in near
                    and not (id in far and name in rule.along.get(kind, frozenset()))
                }
    return {
        (kind.__name__, name) for kind, _id, name in unsaid if name not in rule.reads.get(kind, ())
    }


def unsaid_by_fact(fact: Fact[object], pathway: Pathway) -> set[tuple[str, str]]:
    """Return what a fact was found by that its rule is not told of when it is edited."""
    links = Links(pathway)
    pathway.leaving(""), pathway.arriving(""), pathway.info
    unsaid: set[Field] = set()
    for record in pathway.of(fact.kind):
        near = links.around([record.id])
        with watched() as seen:
            list(fact.found(record, pathway))
        unsaid |= {field for field in seen if field[1] not in near}
    return {
        (kind.__name__, name) for kind, _id, name in unsaid if name not in fact.reads.get(kind, ())
    }


def along(near: set[Id], links: Links, pathway: Pathway) -> set[Id]:
    """Return what is up to three links away over stages and handovers."""
    for _link in range(2):
        ways = {id for id in near if isinstance(pathway[id], Stage | Handover)}
        near = near | links.around(ways)
    return near


@pytest.mark.parametrize(
    "path", one_in(6, EXAMPLES), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_rules_say_what_they_read_of_complete_and_of_faulty_pathways(path: Path) -> None:
    pathway = file.read(path)
    assert [rule.id for rule in CHECKS if unsaid_by(rule, pathway)] == []


@settings(max_examples=25, deadline=None)
@given(pathway=random_pathways(max_actors=4, max_phases=3, max_stages=12))
def test_rules_say_what_they_read_of_any_pathway(pathway: Pathway) -> None:
    assert [rule.id for rule in CHECKS if unsaid_by(rule, pathway)] == []


@settings(max_examples=25, deadline=None)
@given(pathway=random_pathways(max_actors=4, max_phases=3, max_stages=12))
def test_facts_are_found_by_what_they_say_that_they_read(pathway: Pathway) -> None:
    assert [name for name, fact in FACTS.items() if unsaid_by_fact(fact, pathway)] == []


def marked(pathway: Pathway) -> Pathway:
    """Return the pathway with every record that can be called something called by its id."""
    return Pathway(
        replace(
            record,
            **{
                name: {"fi": f"⟨{record.id}⟩"}
                for name in sorted(NAMES.intersection(record.__struct_fields__))[-1:]
            },
        )
        for record in pathway.values()
    )


def named_by(said: Said, pathway: Pathway) -> Iterator[Id]:
    """Yield the ids of all that the words may name: a handover is named by its stages."""
    for id in (said.about, *said.also):
        if id is not None:
            yield id
            record = pathway.get(id)
            if isinstance(record, Handover):
                yield from (record.source, record.target)


def told(rule: Rule, pathway: Pathway) -> Iterator[tuple[Said, set[Id]]]:
    """Yield what a rule says, with those whose new names let it be asked again in any case."""
    review, links = Review(pathway, TODAY), Links(pathway)
    if rule.each is None:
        yield from ((said, set()) for said in rule.check(review))
        return
    for record in pathway.values():
        if isinstance(record, rule.each):
            near = links.around([record.id])
            yield from ((said, near) for said in rule.check(record, review))


def named_unsaid(rule: Rule, pathway: Pathway) -> set[Id]:
    """Return whom a rule names without saying so, being asked again, or reading the name."""
    unsaid = set[Id]()
    for said, near in told(rule, pathway):
        in_words = re.findall("⟨(.*?)⟩", said.message)
        unsaid |= {
            id
            for id in set(in_words).difference(near, named_by(said, pathway))
            if not NAMES & rule.reads.get(type(pathway[id]), frozenset())
        }
    return unsaid


def without_topics(pathway: Pathway) -> Pathway:
    return Pathway(
        replace(record, topics=()) if isinstance(record, Stage) else record
        for record in pathway.values()
    )


@given(pathway=random_pathways(max_actors=4, max_phases=3, max_stages=12))
def test_rules_say_whom_they_name(pathway: Pathway) -> None:
    assert [rule.id for rule in CHECKS if named_unsaid(rule, marked(pathway))] == []


@pytest.mark.parametrize(
    "path", one_in(6, EXAMPLES), ids=lambda path: f"{path.parent.name}/{path.stem}"
)
def test_rules_say_whom_they_name_in_complete_and_in_faulty_pathways(path: Path) -> None:
    pathway = marked(file.read(path))
    for each in (pathway, without_topics(pathway)):
        assert [rule.id for rule in CHECKS if named_unsaid(rule, each)] == []


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.id)
def test_a_rule_reads_fields_that_there_are(rule: Rule) -> None:
    for kind, names in (*rule.reads.items(), *rule.along.items()):
        assert names
        assert names <= set(kind.__struct_fields__)
