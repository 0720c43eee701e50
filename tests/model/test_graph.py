"""The graph questions against networkx, on random graphs."""

from itertools import pairwise

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from model import graph
from model.codes import HandoverKind, StageKind
from model.pathway import Pathway
from model.records import Handover
from tests.pathways import At, build, random_pathways

Edges = set[tuple[int, int]]
edges = st.integers(1, 12).flatmap(
    lambda count: st.tuples(
        st.just(count),
        st.sets(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=30),
    )
)


def ways_of(count: int, pairs: Edges) -> graph.Ways:
    return {
        f"s{one}": tuple(f"s{other}" for other in range(count) if (one, other) in pairs)
        for one in range(count)
    }


def networkx_of(ways: graph.Ways) -> "nx.DiGraph[str]":
    peer: nx.DiGraph[str] = nx.DiGraph()
    peer.add_nodes_from(ways)
    peer.add_edges_from((one, other) for one, others in ways.items() for other in others)
    return peer


@given(edges)
def test_reachability_components_and_parts_equals_plain_networkx(drawn: tuple[int, Edges]) -> None:
    ways = ways_of(*drawn)
    peer = networkx_of(ways)
    assert graph.reachable(ways, ["s0"]) == {"s0"} | nx.descendants(peer, "s0")
    assert {frozenset(found) for found in graph.strong_components(ways)} == {
        frozenset(found) for found in nx.strongly_connected_components(peer)
    }
    assert {frozenset(part) for part in graph.parts(ways)} == {
        frozenset(part) for part in nx.weakly_connected_components(peer)
    }


@given(edges)
def test_each_component_comes_after_all_that_it_leads_to(drawn: tuple[int, Edges]) -> None:
    ways = ways_of(*drawn)
    told: set[str] = set()
    for component in graph.strong_components(ways):
        told.update(component)
        assert told.issuperset(target for stage in component for target in ways[stage])


@given(edges)
def test_what_can_be_met_equals_plain_reaching(drawn: tuple[int, Edges]) -> None:
    ways = ways_of(*drawn)
    closed, goals = {"s1", "s3"}, {"s0", "s2", "s3", "s5"}
    reached = graph.reachable({**ways, **dict.fromkeys(closed & ways.keys(), ())}, ["s0"])
    for goal in goals:
        assert graph.meets(ways, ["s0"], {goal}, ended_by=closed) == (goal in reached)


@given(edges)
def test_what_lies_ahead_equals_plain_reaching(drawn: tuple[int, Edges]) -> None:
    ways = ways_of(*drawn)
    ahead = graph.ahead(ways, ways, graph.strong_components(ways))
    ids = list(ways)
    for stage in ways:
        assert {ids[place] for place in graph.places(ahead[stage])} == graph.reachable(
            ways, [stage]
        )


@given(edges)
def test_loops_are_what_one_can_walk_round(drawn: tuple[int, Edges]) -> None:
    ways = ways_of(*drawn)
    peer = networkx_of(ways)
    on_cycles = {stage for cycle in nx.simple_cycles(peer) for stage in cycle}
    assert {stage for loop in graph.loops(ways) for stage in loop} == on_cycles


@given(edges)
def test_shortest_path(drawn: tuple[int, Edges]) -> None:
    ways = ways_of(*drawn)
    peer = networkx_of(ways)
    for goal in ways:
        path = graph.shortest_path(ways, ["s0"], goal)
        if nx.has_path(peer, "s0", goal):
            assert len(path) == nx.shortest_path_length(peer, "s0", goal) + 1
            assert (path[0], path[-1]) == ("s0", goal)
            assert all(after in ways[before] for before, after in pairwise(path))
        else:
            assert path == ()


@given(edges)
def test_ahead_is_what_can_be_reached(drawn: tuple[int, Edges]) -> None:
    ways = ways_of(*drawn)
    among = list(ways)[::2]
    components = list(graph.strong_components(ways))
    back = graph.turned_round(ways)
    for there, order in ((ways, components), (back, components[::-1])):
        ahead = {
            stage: [among[place] for place in graph.places(bits)]
            for stage, bits in graph.ahead(there, among, order).items()
        }
        assert ahead == {
            stage: [id for id in among if id in graph.reachable(there, [stage])] for stage in ways
        }


@given(edges)
def test_longest_route_is_a_route_and_without_loops_the_longest(drawn: tuple[int, Edges]) -> None:
    count, pairs = drawn
    ways = ways_of(count, pairs)
    route = graph.longest_route(ways, ways)
    assert len(set(route)) == len(route)
    assert all(after in ways[before] for before, after in pairwise(route))
    onward = ways_of(count, {(one, other) for one, other in pairs if one < other})
    longest = nx.dag_longest_path(networkx_of(onward))
    assert len(graph.longest_route(onward, onward)) == len(longest)


def test_no_route_without_a_start() -> None:
    assert graph.longest_route({"s0": ()}, ()) == ()


def test_a_declined_referral_leads_on() -> None:
    pathway = build(
        Handover(
            id="h0",
            source="s0",
            target="s1",
            kind=HandoverKind.REFERRAL,
            if_not_accepted="s2",
        ),
        stages=[At("Hoito"), At("Poliklinikka"), At("Neuvonta")],
        actors=["Terveysasema"],
        phases=["Hoito"],
        arrows=[(0, 1)],
    )
    assert graph.ways_onward(pathway) == {"s0": ("s1", "s2"), "s1": (), "s2": ()}


def test_unfinished_is_what_the_rule_of_dead_ends_finds() -> None:
    pathway = build(
        phases=("Arvio",),
        actors=("Asiakas",),
        stages=(
            At("Yhteydenotto"),
            At("Arvio", column=1),
            At("Hoito", column=2),
            At("Loppu", column=3, kind=StageKind.END),
            At("Irrallinen", column=4),
        ),
        arrows=((0, 1), (0, 2), (1, 3)),
    )
    assert graph.unfinished(pathway) == ("s2",)


def test_the_first_stage_of_a_pathway_is_unfinished() -> None:
    assert graph.unfinished(build(stages=(At("Yhteydenotto", None, None),))) == ("s0",)


@given(random_pathways())
def test_unfinished_ends_are_those_that_the_ways_tell(pathway: Pathway) -> None:
    ways = graph.ways_onward(pathway)
    back = graph.turned_round(ways)
    leading_on = {stage for stage, targets in ways.items() if targets}
    led_to = {stage for stage, sources in back.items() if sources}
    assert graph.unfinished(pathway) == graph.dead_ends(pathway.stages, leading_on, led_to)
