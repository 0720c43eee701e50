"""What the rules about the graph cost, and the whole layout, beside the barest code for each."""

from datetime import date
from functools import partial
from typing import Final

import networkx as nx

from benchmarks.floors.graph import answers
from benchmarks.floors.placement import placed
from benchmarks.synthetic import synthetic
from benchmarks.table import Peer, Row
from benchmarks.timing import in_turns, repetitions
from model.checks import CHECKS, COORDINATION, check
from model.codes import StageKind
from model.layout import board, font_measure
from model.layout.geometry import TextMeasure
from model.pathway import Pathway

TODAY: Final = date(2026, 11, 22)
RULES: Final = tuple(
    rule
    for rule in CHECKS
    if rule.id in {"STR-01", "STR-02", "STR-03", "STR-04", "STR-08", "STR-13"}
)
"""Starts, ends, what nothing reaches, dead ends, loops without a way out, parts."""


def rows(count: int) -> list[Row]:
    pathway = synthetic(count)
    stages = [stage.id for stage in pathway.stages]
    arrows = [(arrow.source, arrow.target) for arrow in pathway.handovers]
    ends = {stage.id for stage in pathway.stages if stage.kind is StageKind.END}
    measure = font_measure()
    ruled, plain, by_networkx = in_turns(
        partial(check, pathway, COORDINATION, TODAY, RULES),
        partial(answers, stages, arrows, ends),
        partial(_by_networkx, stages, arrows, ends),
        times=repetitions(count),
    )
    laid, bare = in_turns(
        partial(_laid_out, pathway, measure),
        partial(placed, stages, arrows),
        times=repetitions(count),
    )
    return [
        Row("graph rules", "plain dicts", count, ruled, plain, (Peer("networkx", by_networkx),)),
        Row("whole layout and routing", "plain layered placement", count, laid, bare),
    ]


def _laid_out(pathway: Pathway, measure: TextMeasure) -> object:
    """Lay all out, and ask for what is put to its place only when it is asked for."""
    made = board(pathway, measure)
    faces = [(card.title, card.symbols, card.time) for card in made.cards.values()]
    return made, faces, [arrow.label for arrow in made.arrows.values()]


def _by_networkx(stages: list[str], arrows: list[tuple[str, str]], ends: set[str]) -> object:
    """Ask the floor's questions of a networkx graph, building it included."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(stages)
    graph.add_edges_from(arrows)
    starts = [stage for stage, degree in graph.in_degree() if not degree]
    reached = set(starts).union(*(nx.descendants(graph, start) for start in starts))
    onward = graph.reverse(copy=False)
    ending = ends.union(*(nx.descendants(onward, end) for end in ends))
    loops = [
        loop
        for loop in nx.strongly_connected_components(graph)
        if len(loop) > 1 and not nx.edge_boundary(graph, loop)
    ]
    return (
        set(stages) - reached,
        [stage for stage, degree in graph.out_degree() if not degree and stage not in ends],
        set(stages) - ending,
        loops,
        list(nx.weakly_connected_components(graph)),
    )
