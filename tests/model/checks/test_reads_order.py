"""Rules that say things in an order of the board say that they read what the order comes from."""

from datetime import date

from model.checks import CHECKS, Rule
from model.checks.reads import AXES, CELLS, Reads, reading
from model.checks.review import Review
from model.ids import Id
from model.pathway import Pathway
from model.records import Handover
from tests.model.checks.boards import tangled

TODAY = date(2026, 6, 1)
BOARDS = 12


class Turned(Pathway):
    """A pathway that answers which handovers are at a stage the other way round."""

    def leaving(self, stage: Id) -> tuple[Handover, ...]:
        return super().leaving(stage)[::-1]

    def arriving(self, stage: Id) -> tuple[Handover, ...]:
        return super().arriving(stage)[::-1]


def test_rules_that_go_through_handovers_in_their_order_say_so() -> None:
    found = {rule.id: rule for seed in range(BOARDS) for rule in rules_in_order(tangled(seed))}
    assert found.keys() >= {"STR-05", "STR-16", "PRE-05"}
    assert [id for id, rule in found.items() if not says_so(rule)] == []


def rules_in_order(pathway: Pathway) -> list[Rule]:
    """Return the rules that say something else of single records when the order is another."""
    review, turned = Review(pathway, TODAY), Review(Turned(pathway.values()), TODAY)
    return [
        rule
        for rule in CHECKS
        if rule.each is not None
        and any(
            list(rule.check(record, review)) != list(rule.check(record, turned))
            for record in pathway.values()
            if isinstance(record, rule.each)
        )
    ]


def says_so(rule: Rule) -> bool:
    """Whether it is asked again where a stage moves up to three links away, or any lane does."""
    return covers(rule.reads, AXES) and covers(reading(rule.reads, rule.along), CELLS)


def covers(said: Reads, wanted: Reads) -> bool:
    return all(fields <= said.get(kind, frozenset()) for kind, fields in wanted.items())
