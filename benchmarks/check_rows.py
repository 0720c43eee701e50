"""What all rules together cost: a whole pathway, and what an edit makes them answer again.

Each repetition of a full check is of a pathway whose texts were never seen, as when a file is
opened. The floor asks two graph questions of the same stages and handovers, the peer its own
rules. All of it is processor time. `python -m benchmarks.check_rows` tells which rules grow most.
"""

import gc
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import count
from typing import Final

import networkx as nx

from benchmarks import timing
from benchmarks.peers import bpmnlint
from benchmarks.synthetic import synthetic
from benchmarks.table import Peer, Row
from benchmarks.text_rich import text_rich
from benchmarks.timing import Times, collector_at_rest, processor
from model import edits
from model.change import Change
from model.checks import CHECKS, COORDINATION, LiveChecks, Rule, check
from model.checks.review import Review
from model.document import Document
from model.pathway import Pathway

EDITS: Final = 25
SMALL: Final = 1000
COMPARED: Final = 1000
"""Stages at which the peer is asked."""
PATIENCE: Final = 600.0
"""Seconds for a rule: on a busy machine none is to be ended, which would make the rest fast."""
TODAY: Final = date(2026, 11, 22)
FLOOR: Final = "networkx graph primitives"
GROWN: Final = 10
"""How many times as many stages the larger pathway has of which the rules are asked one by one."""

SEEN: Final = 0.05
"""Seconds: what takes less for the larger pathway is not looked at, its ratio is chance."""

Build = Callable[[int, int], Pathway]
"""Makes a pathway of so many stages; another number makes another one alike."""


def rows(stages: int) -> list[Row]:
    found: list[Row] = []
    repetitions = timing.repetitions(stages)
    for kind, build in (("texts", _rich), ("bare", _bare)):
        peers = _bpmnlint(build(stages, 0)) if stages == COMPARED else ()
        with collector_at_rest():
            floor = timing.of(list(_primitives(build(stages, 0))))
            full = [_full_check(build(stages, number)) for number in range(repetitions)]
            edited = [*_edited(build(stages, repetitions))]
        found.append(Row(f"full check, {kind}", FLOOR, stages, timing.of(full), floor, peers))
        found += (Row(f"{act}, {kind}", "", stages, times) for act, times in edited)
    return found


def _bpmnlint(pathway: Pathway) -> tuple[Peer, ...]:
    times = bpmnlint.times(pathway, timing.MANY) if bpmnlint.is_there() else None
    return (Peer("bpmnlint", times),) if times else ()


def _rich(stages: int, number: int) -> Pathway:
    return text_rich(stages, first_word=number * stages // 20)


def _bare(stages: int, number: int) -> Pathway:
    return synthetic(stages, seed=number + 1)


def _full_check(pathway: Pathway) -> float:
    gc.collect()
    return processor(partial(check, pathway, COORDINATION, TODAY, rule_seconds=PATIENCE))


def _primitives(pathway: Pathway) -> Iterator[float]:
    graph: nx.DiGraph[str] = nx.DiGraph((arrow.source, arrow.target) for arrow in pathway.handovers)
    first = pathway.handovers[0].source

    def ask() -> None:
        nx.descendants(graph, first)
        list(nx.strongly_connected_components(graph))

    for _repetition in range(timing.MANY):
        yield processor(ask)


def _edited(pathway: Pathway) -> Iterator[tuple[str, Times]]:
    """Yield what it takes to check again after each kind of edit of one thing."""
    document = Document(pathway)
    live = LiveChecks(pathway, COORDINATION, TODAY, rule_seconds=PATIENCE)
    stages = [stage.id for stage in pathway.stages]
    stage, arrow = stages[len(stages) // 2], pathway.handovers[len(pathway.handovers) // 2].id
    numbers = count()

    def rename() -> Change:
        return edits.rename(document.pathway, stage, "fi", f"Nimi {next(numbers)}")

    def tell() -> Change:
        text = {"fi": f"Hoitaja soittaa sinulle {next(numbers)} päivän kuluttua."}
        return edits.update(document.pathway, stage, what_happens=text)

    def lead_elsewhere() -> Change:
        target = stages[next(numbers) % len(stages)]
        return edits.update(document.pathway, arrow, target=target)

    acts = {
        "recheck: a title": rename,
        "recheck: what happens": tell,
        "recheck: a handover": lead_elsewhere,
    }
    for act, change in acts.items():
        seconds = []
        for _repetition in range(EDITS):
            done = document.do(change())
            seconds.append(processor(partial(live.follow, document.pathway, done.touched)))
        yield act, timing.of(seconds)


def of_rules() -> str:
    """Tell which rules take most more time for ten times the stages; ten times is linear."""
    small, large = _rich(SMALL, 10), _rich(GROWN * SMALL, 100)
    most = sorted(
        (taken / max(SEEN / GROWN, _asked(rule, small)), rule.id)
        for rule in CHECKS
        if (taken := _asked(rule, large)) > SEEN
    )
    told = ", ".join(f"{rule} {factor:.0f} times" for factor, rule in reversed(most[-5:]))
    return f"{GROWN} times the stages take most more time by these rules: {told}"


def _asked(rule: Rule, pathway: Pathway) -> float:
    """Return the processor time of one rule, asked of a pathway put in order before."""
    review = Review(pathway, TODAY)
    pathway.leaving(""), pathway.arriving(""), review.longest_route
    kind = rule.each

    def ask() -> None:
        if kind is None:
            list(rule.check(review))
        else:
            for record in pathway.values():
                if isinstance(record, kind):
                    list(rule.check(record, review))

    gc.collect()
    gc.disable()  # a collection of all that the pathway holds is not the rule's
    try:
        return processor(ask)
    finally:
        gc.enable()


if __name__ == "__main__":
    print(of_rules())  # noqa: T201 - the line is what it is for
