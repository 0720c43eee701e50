"""The customer's order of stages: the phases as on the board, inside them the way onward.

The board shows what lies beside what; whoever reads from top to bottom wants the next thing next.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby

from model.ids import Id
from model.pathway import Pathway
from model.records import Stage


def in_customers_order(pathway: Pathway) -> tuple[Stage, ...]:
    """Return all stages, phase by phase: each after those that lead to it, ways kept together.

    Where ways go round, the round begins where one comes into it. What the ways leave open is in
    the order of the board. Takes the square of the stages of the largest phase at worst.
    """
    taken: dict[Id, int] = {}
    for _phase, group in groupby(pathway.stages, key=lambda stage: stage.phase):
        left = {stage.id: place for place, stage in enumerate(group)}
        while left:
            following = min(left, key=lambda id: _rank(pathway, id, left, taken))
            taken[following] = len(taken)
            del left[following]
    stages = {stage.id: stage for stage in pathway.stages}
    return tuple(stages[id] for id in taken)


def _rank(
    pathway: Pathway, id: Id, left: Mapping[Id, int], taken: Mapping[Id, int]
) -> tuple[bool, int, int]:
    """Return what makes a stage the next one: nothing left leads to it; last way come; board."""
    sources = set(_sources(pathway, id))
    last_come = max((taken[source] for source in sources if source in taken), default=-1)
    return bool(sources & left.keys()), -last_come, left[id]


def _sources(pathway: Pathway, id: Id) -> Iterator[Id]:
    return (arrow.source for arrow in pathway.arriving(id) if arrow.source != id)
