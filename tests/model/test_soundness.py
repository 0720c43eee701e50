"""Where parallel branches meet: who waits, and whether what is waited for can fail to come."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from model import soundness
from model.codes import Flow, StageKind
from model.ids import Id
from model.pathway import Pathway
from model.records import Handover
from tests.pathways import At, build

ALTERNATIVE, PARALLEL, OPTIONAL = Flow.ALTERNATIVE, Flow.PARALLEL, Flow.OPTIONAL


def board(
    count: int, *arrows: tuple[int, int, Flow], ends: tuple[int, ...] = (), declined: int = -1
) -> Pathway:
    """Build stages s0, s1, ... and arrows h0, h1, ...; the first arrow may be declined."""
    plain = build(
        stages=[
            At(f"Vaihe {n}", None, None, n, StageKind.END if n in ends else None)
            for n in range(count)
        ],
        arrows=[(source, target) for source, target, _flow in arrows],
    )
    flows: dict[Id, Handover | None] = {
        arrow.id: replace(arrow, flow=arrows[int(arrow.id[1:])][2]) for arrow in plain.of(Handover)
    }
    first = flows.get("h0")
    if first is not None and declined >= 0:
        flows["h0"] = replace(first, if_not_accepted=f"s{declined}")
    return plain.replacing(flows)


def stuck(pathway: Pathway, *starts: str) -> dict[Id, tuple[tuple[Id, ...], tuple[Id, ...]]]:
    found = soundness.search(pathway, starts or ("s0",))
    assert found.is_complete
    return {
        each.stage: (tuple(arrow.source for arrow in each.awaited), each.walk)
        for each in found.stuck
    }


def test_only_a_stage_into_which_parallel_ways_meet_waits() -> None:
    split = (0, 1, PARALLEL), (0, 2, PARALLEL)
    assert not soundness.meetings(board(4, *split, (1, 3, ALTERNATIVE), (2, 3, ALTERNATIVE)))
    assert not soundness.meetings(board(4, *split, (1, 3, PARALLEL), (2, 3, ALTERNATIVE)))
    waiting = soundness.meetings(board(4, *split, (1, 3, PARALLEL), (2, 3, PARALLEL)))
    assert {id: [arrow.id for arrow in arrows] for id, arrows in waiting.items()} == {
        "s3": ["h2", "h3"]
    }


def test_two_starts_that_part_into_the_same_stage_do_not_meet_there() -> None:
    assert not soundness.meetings(
        board(5, (0, 2, PARALLEL), (0, 3, PARALLEL), (1, 2, PARALLEL), (1, 4, PARALLEL))
    )


def test_branches_that_all_come_hold_nobody() -> None:
    split = (0, 1, PARALLEL), (0, 2, PARALLEL)
    assert stuck(board(4, *split, (1, 3, PARALLEL), (2, 3, PARALLEL), ends=(3,))) == {}


def test_a_branch_that_can_end_elsewhere_is_waited_for_in_vain() -> None:
    pathway = board(
        5,
        (0, 1, PARALLEL),
        (0, 2, PARALLEL),
        (1, 3, PARALLEL),
        (2, 3, PARALLEL),
        (2, 4, ALTERNATIVE),
        ends=(4,),
    )
    assert stuck(pathway) == {"s3": (("s2",), ("s0", "s2", "s4"))}


def test_a_branch_that_only_parts_into_one_more_is_not_missed() -> None:
    pathway = board(
        6,
        (0, 1, PARALLEL),
        (0, 2, PARALLEL),
        (1, 3, PARALLEL),
        (2, 3, PARALLEL),
        (2, 4, PARALLEL),
        (2, 5, OPTIONAL),
        ends=(4,),
    )
    assert stuck(pathway) == {}


def test_alternatives_that_are_both_waited_for() -> None:
    pathway = board(4, (0, 1, ALTERNATIVE), (0, 2, ALTERNATIVE), (1, 3, PARALLEL), (2, 3, PARALLEL))
    assert stuck(pathway) == {"s3": (("s2",), ("s0", "s1", "s3"))}


def test_an_optional_way_may_be_left_out() -> None:
    pathway = board(
        4, (0, 1, PARALLEL), (0, 2, OPTIONAL), (1, 3, PARALLEL), (2, 3, PARALLEL), ends=(3,)
    )
    assert stuck(pathway) == {"s3": (("s2",), ("s0", "s1", "s3"))}


def test_a_declined_referral_goes_its_own_way() -> None:
    arrows = (2, 3, ALTERNATIVE), (0, 1, PARALLEL), (0, 2, PARALLEL)
    meeting = (1, 4, PARALLEL), (3, 4, PARALLEL)
    assert stuck(board(6, *arrows, *meeting, ends=(5,))) == {}
    assert stuck(board(6, *arrows, *meeting, ends=(5,), declined=5)) == {
        "s4": (("s3",), ("s0", "s2", "s5"))
    }


def test_a_loop_with_a_way_out_is_walked_once_and_left() -> None:
    pathway = board(
        4,
        (0, 1, PARALLEL),
        (0, 2, PARALLEL),
        (1, 1, ALTERNATIVE),
        (1, 3, PARALLEL),
        (2, 3, PARALLEL),
        ends=(3,),
    )
    assert stuck(pathway) == {}


def test_what_comes_only_from_another_start_is_missed() -> None:
    pathway = board(4, (0, 2, PARALLEL), (1, 2, PARALLEL), (2, 3, ALTERNATIVE), ends=(3,))
    assert stuck(pathway, "s0", "s1") == {"s2": (("s1",), ("s0", "s2"))}


def test_the_search_says_when_it_stops() -> None:
    """Twenty optional ways: a million ways of walking."""
    arrows = [(0, n, OPTIONAL) for n in range(1, 21)]
    pathway = board(22, *arrows, *((n, 21, PARALLEL) for n in range(1, 21)), ends=(21,))
    assert not soundness.search(pathway, ("s0",), most_steps=100).is_complete


flows = st.sampled_from(Flow)


@st.composite
def small(draw: st.DrawFn) -> Pathway:
    """Draw a board without loops whose last stage is an end."""
    count = draw(st.integers(3, 6))
    pairs = draw(
        st.lists(
            st.tuples(st.integers(0, count - 2), st.integers(1, count - 1), flows).filter(
                lambda arrow: arrow[0] < arrow[1]
            ),
            min_size=2,
            max_size=9,
            unique_by=lambda arrow: arrow[:2],
        )
    )
    return board(count, *pairs, ends=(count - 1,))


@settings(max_examples=150, deadline=None)
@given(pathway=small())
def test_the_order_of_walking_changes_nothing(pathway: Pathway) -> None:
    assert set(stuck(pathway)) == _stuck_in_any_order(pathway)


def _stuck_in_any_order(pathway: Pathway) -> set[Id]:
    """Walk with every branch going on at any time, which takes long: for small boards."""
    awaited = {
        id: {arrow.id for arrow in arrows} for id, arrows in soundness.meetings(pathway).items()
    }
    ends = {stage.id for stage in pathway.stages if stage.kind is StageKind.END}
    nothing = frozenset[Id]()
    first = frozenset({"s0"}), nothing, nothing
    seen, waiting, found = {first}, [first], set[Id]()
    while waiting:
        stages, come, met = waiting.pop()
        if not stages:
            found |= {id for id, arrows in awaited.items() if come & arrows and id not in met}
        for left in stages:
            for taken in _choices(pathway, left, left in ends):
                here, there, gone_on = set(stages - {left}), set(come), set(met)
                for arrow in taken:
                    needed = awaited.get(arrow.target, set())
                    if arrow.id in needed:
                        there.add(arrow.id)
                        if needed <= there:
                            there -= needed
                            here.add(arrow.target)
                            gone_on.add(arrow.target)
                    else:
                        here.add(arrow.target)
                following = frozenset(here), frozenset(there), frozenset(gone_on)
                if following not in seen:
                    seen.add(following)
                    waiting.append(following)
    return found


def _choices(pathway: Pathway, stage: Id, is_end: bool) -> list[list[Handover]]:  # noqa: FBT001
    arrows = () if is_end else pathway.leaving(stage)
    parallel = [arrow for arrow in arrows if arrow.flow is PARALLEL]
    alternatives = [arrow for arrow in arrows if arrow.flow is ALTERNATIVE]
    if len(parallel) == 1 and parallel[0] in soundness.meetings(pathway).get(
        parallel[0].target, ()
    ):
        alternatives += parallel
        parallel = []
    sets = [parallel]
    if alternatives:
        sets = [[*chosen, arrow] for chosen in sets for arrow in alternatives]
    for arrow in arrows:
        if arrow.flow is OPTIONAL:
            sets += [[*chosen, arrow] for chosen in sets]
    return sets


@pytest.mark.parametrize("flow", Flow)
def test_a_board_without_meetings_is_not_walked(flow: Flow) -> None:
    pathway = board(3, (0, 1, flow), (1, 2, flow))
    assert soundness.search(pathway, ("s0",), most_steps=0) == soundness.Search(
        (), is_complete=True
    )
