"""Damages to the structure: gaps and dead ends."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from msgspec.structs import replace

from model import edits, graph
from model.change import Add, Change, Op, Set
from model.checks.ping_pong import BY_AGREEMENT
from model.codes import Flow, OutcomeKind, StageKind
from model.ids import Id
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Handover, Stage
from tests.damage.damage import Damage, cleared_each

TOO_MANY = 31
PARALLEL: dict[str, Any] = {"flow": Flow.PARALLEL}
UNCLEAR = "Tilanne on epäselvä"


def _way(id: Id, source: Id, target: Id, condition: str = "") -> Handover:
    """Return a way of which nothing is left to ask but what the damage is about."""
    return Handover(
        id=id,
        source=source,
        target=target,
        condition={"fi": condition} if condition else {},
        customer_told={"fi": "Kerromme, kuka ottaa sinuun yhteyttä ja milloin."},
        customer_told_by={"fi": "Hoitaja"},
    )


def _no_starts(pathway: Pathway) -> Iterator[Change]:
    starts = [stage.id for stage in pathway.stages if stage.start]
    yield edits.together("", [edits.update(pathway, id, start=False) for id in starts])


def _ends_are_something_else(pathway: Pathway) -> Iterator[Change]:
    ends = [stage.id for stage in pathway.stages if stage.kind is StageKind.END]
    yield edits.together("", [edits.update(pathway, id, kind=StageKind.FOLLOW_UP) for id in ends])


def _without_ways_in(pathway: Pathway) -> Iterator[Change]:
    """Take away all handovers into one stage whose ways on still meet those of the others."""
    for stage in pathway.stages:
        arriving = [arrow.id for arrow in pathway.arriving(stage.id)]
        if arriving and pathway.leaving(stage.id) and not stage.start:
            change = edits.remove(pathway, arriving)
            if not _is_way_of_the_declined(pathway, stage.id) and _is_whole(pathway, change):
                yield change


def _is_way_of_the_declined(pathway: Pathway, stage: Id) -> bool:
    return any(
        arrow.if_not_accepted == stage and stage not in (arrow.source, arrow.target)
        for arrow in pathway.handovers
    )


def _is_whole(pathway: Pathway, change: Change) -> bool:
    after, _done = change.applied_to(pathway)
    return len(graph.parts(graph.ways_onward(after))) == 1


def _without_ways_out(pathway: Pathway) -> Iterator[Change]:
    for stage in pathway.stages:
        leaving = [arrow.id for arrow in pathway.leaving(stage.id)]
        if leaving and pathway.arriving(stage.id):
            yield edits.remove(pathway, leaving)


def _a_stage_that_nothing_follows(pathway: Pathway) -> Iterator[Change]:
    """Lead on from one stage to a new one of which nobody has said what it is."""
    for stage in pathway.stages:
        if pathway.leaving(stage.id) and stage.kind is not StageKind.DECISION:
            id = f"{stage.id}-1"
            new = replace(
                stage, id=id, title={"fi": "Tilanteen selvittely"}, start=False, kind=None
            )
            arrow = _way(f"{id}-in", stage.id, id, UNCLEAR)
            yield Change("", (Add(new), Add(arrow)))


def _an_outcome_that_leads_nowhere(pathway: Pathway) -> Iterator[Change]:
    """Name an outcome of a stage that has one way on, without a condition."""
    for stage in pathway.stages:
        arrows = pathway.leaving(stage.id)
        if len(arrows) == 1 and not arrows[0].condition and stage.kind is not StageKind.END:
            yield edits.update(pathway, stage.id, outcomes=({"fi": UNCLEAR},))


def _parallel_ways_that_are_not_called_so(pathway: Pathway) -> Iterator[Change]:
    """Let all parallel ways out of one stage be alternatives of which nothing is said."""
    for stage in pathway.stages:
        arrows = [arrow for arrow in pathway.leaving(stage.id) if arrow.flow is Flow.PARALLEL]
        if len(arrows) > 1:
            unsaid: dict[str, Any] = {"flow": Flow.ALTERNATIVE, "condition": {}, "outcome": None}
            yield edits.together("", [edits.update(pathway, a.id, **unsaid) for a in arrows])


def _a_branch_of_which_nothing_is_said(pathway: Pathway) -> Iterator[Change]:
    for arrow in pathway.handovers:
        if arrow.flow is not Flow.PARALLEL and len(pathway.leaving(arrow.source)) > 1:
            yield edits.update(pathway, arrow.id, condition={}, outcome=None)


def _one_way_on(pathway: Pathway) -> Iterator[Change]:
    for stage in pathway.stages:
        leaving = [arrow.id for arrow in pathway.leaving(stage.id)]
        if stage.kind is StageKind.DECISION and len(leaving) > 1:
            yield edits.remove(pathway, leaving[1:])


def _no_way_for_the_declined(pathway: Pathway) -> Iterator[Change]:
    for stage in pathway.stages:
        if stage.kind is StageKind.DECISION:
            yield edits.together(
                "",
                [
                    edits.update(pathway, arrow.id, outcome=OutcomeKind.ACCEPTED)
                    for arrow in pathway.leaving(stage.id)
                ],
            )


def _a_loop_that_holds(pathway: Pathway) -> Iterator[Change]:
    """Lead from one stage into two that lead to each other only."""
    for stage in pathway.stages:
        if pathway.leaving(stage.id) and stage.kind is not StageKind.DECISION:
            one, other = f"{stage.id}-1", f"{stage.id}-2"
            stages = [
                replace(stage, id=id, title={"fi": words}, start=False, kind=StageKind.GUIDANCE)
                for id, words in ((one, "Tilanteen selvittely"), (other, "Uusi selvittely"))
            ]
            arrows = [
                _way(f"{one}-in", stage.id, one, UNCLEAR),
                _way(f"{one}-on", one, other),
                _way(f"{other}-on", other, one),
            ]
            records: list[AnyRecord] = [*stages, *arrows]
            yield Change("", tuple(Add(record) for record in records))


def _same_title(pathway: Pathway) -> Iterator[Change]:
    first = pathway.stages[0]
    for stage in pathway.stages[1:]:
        yield edits.update(pathway, stage.id, title=first.title)


def _back_and_forth(pathway: Pathway) -> Iterator[Change]:
    """Lead back to a stage of another organisation that has no other way on, or from such."""
    for arrow in pathway.handovers:
        source, target = pathway.find(Stage, arrow.source), pathway.find(Stage, arrow.target)
        if source and target and _can_bounce(source, target, arrow, pathway):
            back = _way(f"{arrow.id}-back", arrow.target, arrow.source, "Asia kuuluu muualle")
            yield Change("", (Add(back),))


def _can_bounce(source: Stage, target: Stage, arrow: Handover, pathway: Pathway) -> bool:
    organisations = [
        actor.organisation or actor.id
        for stage in (source, target)
        if (actor := pathway.find(Actor, stage.actor))
    ]
    ways = graph.ways_onward(pathway)
    return (
        len(organisations) > 1
        and organisations[0] != organisations[1]
        and StageKind.DECISION not in (source.kind, target.kind)
        and arrow.kind not in BY_AGREEMENT
        and (ways[source.id] == (target.id,) or not ways[target.id])
    )


def _many_stages(pathway: Pathway) -> Iterator[Change]:
    """Put a chain of stages on the first way out of a start."""
    arrow = pathway.handovers[0]
    model = pathway[arrow.source]
    ops: list[Op] = []
    before = arrow.source
    for number in range(TOO_MANY):
        id = f"{before}-{number}" if number == 0 else f"{arrow.source}-{number}"
        title = {"fi": f"Välivaihe {number + 1}"}
        ops.append(Add(replace(model, id=id, title=title, start=False)))
        ops.append(Add(_way(f"{id}-h", before, id)))
        before = id
    yield Change("", (*ops, Set(arrow.id, "source", arrow.source, before)))


def _apart(pathway: Pathway) -> Iterator[Change]:
    """Take away all handovers of one stage to which no declined referral leads."""
    for stage in pathway.stages:
        arrows = [*pathway.arriving(stage.id), *pathway.leaving(stage.id)]
        if arrows and not _is_way_of_the_declined(pathway, stage.id):
            yield edits.remove(pathway, [arrow.id for arrow in arrows])


def _same_topics(pathway: Pathway) -> Iterator[Change]:
    asked = [stage for stage in pathway.stages if stage.topics]
    for earlier, later in pairwise(asked):
        if earlier.actor != later.actor and not later.uses_earlier_assessment:
            yield edits.update(pathway, later.id, topics=earlier.topics)


def _unknown_limit(pathway: Pathway) -> Iterator[Change]:
    for stage in pathway.stages:
        if stage.time_targets:
            first, *others = stage.time_targets
            yield edits.update(
                pathway, stage.id, time_targets=(replace(first, law="TL-99"), *others)
            )


def _a_meeting_that_is_waited_for_in_vain(pathway: Pathway) -> Iterator[Change]:
    """Let one stage part into two new ones that meet in a third, but one can go back instead."""
    for stage in pathway.stages:
        if stage.kind is StageKind.DECISION or not pathway.leaving(stage.id):
            continue
        one, other, meeting, elsewhere = (f"{stage.id}-{n}" for n in range(1, 5))
        titles = {
            one: "Rinnakkainen selvitys",
            other: "Toinen rinnakkainen selvitys",
            meeting: "Yhteinen kokous selvitysten jälkeen",
            elsewhere: "Selvitys jää kesken",
        }
        stages: list[AnyRecord] = [
            replace(
                stage,
                id=id,
                title={"fi": title},
                start=False,
                kind=StageKind.END if id == elsewhere else StageKind.GUIDANCE,
                ends_when={"fi": "Selvitystä ei enää tarvita."},
                end_decided_by={"fi": "Asiakas ja hoitaja yhdessä."},
                way_back={"fi": "Soita uudelleen, jos tilanne muuttuu."},
            )
            for id, title in titles.items()
        ]
        ways = [
            replace(_way(f"{one}-in", stage.id, one, "Selvitykset aloitetaan"), **PARALLEL),
            replace(_way(f"{other}-in", stage.id, other, "Selvitykset aloitetaan"), **PARALLEL),
            replace(_way(f"{one}-on", one, meeting), **PARALLEL),
            replace(_way(f"{other}-on", other, meeting), **PARALLEL),
            _way(f"{other}-away", other, elsewhere, "Asiakas jää pois"),
            _way(f"{meeting}-on", meeting, pathway.leaving(stage.id)[0].target),
        ]
        yield Change("", tuple(Add(record) for record in (*stages, *ways)))


def _the_same_condition(pathway: Pathway) -> Iterator[Change]:
    """Give one alternative the condition and the outcome of another one of the same stage."""
    for stage in pathway.stages:
        arrows = [
            arrow
            for arrow in pathway.leaving(stage.id)
            if arrow.flow is Flow.ALTERNATIVE and (arrow.condition or arrow.outcome)
        ]
        for one, other in pairwise(arrows):
            if one.target != other.target:
                said: dict[str, Any] = {"condition": one.condition, "outcome": one.outcome}
                yield edits.update(pathway, other.id, **said)


def _a_form_that_comes_later(pathway: Pathway) -> Iterator[Change]:
    """Let one handover need a form that no stage before it fills in."""
    ways = graph.ways_onward(pathway)
    filled: dict[str, list[Id]] = {}
    for stage in pathway.stages:
        for form in stage.forms:
            filled.setdefault(form.title["fi"], []).append(stage.id)
    for title, stages in filled.items():
        before = graph.reachable(ways, stages)
        for arrow in pathway.handovers:
            if arrow.source not in before:
                needed = {"fi": f"{title} täytettynä"}
                yield edits.update(pathway, arrow.id, information_needed=needed)


def _a_handover_once_more(pathway: Pathway) -> Iterator[Change]:
    for arrow in pathway.handovers:
        yield edits.add(pathway, replace(arrow, id=f"{arrow.id}-2"))


def _placeholders(pathway: Pathway) -> Iterator[Change]:
    for stage in pathway.stages:
        yield edits.update(pathway, stage.id, title={"fi": "Uusi vaihe"})
    for actor in pathway.actors:
        yield edits.update(pathway, actor.id, name={"fi": "xxx"})


DAMAGES = (
    Damage("STR-01", "no stage is marked as a start", _no_starts),
    Damage("STR-02", "no stage is an end", _ends_are_something_else, frozenset({"STR-04"})),
    Damage("STR-03", "nothing leads into a stage", _without_ways_in),
    Damage("STR-04", "nothing leads out of a stage", _without_ways_out),
    Damage("STR-04", "nothing leads out of a new stage", _a_stage_that_nothing_follows),
    Damage("STR-04", "an outcome leads nowhere", _an_outcome_that_leads_nowhere),
    Damage("STR-05", "nothing is said of a branch", _a_branch_of_which_nothing_is_said),
    Damage("STR-05", "parallel ways are not called so", _parallel_ways_that_are_not_called_so),
    Damage("STR-06", "a decision has one way on", _one_way_on),
    Damage("STR-07", "a decision has no way for the declined", _no_way_for_the_declined),
    Damage("STR-08", "a loop without an exit", _a_loop_that_holds),
    Damage("STR-09", "a stage has no title", cleared_each(Stage, "title")),
    Damage("STR-09", "two stages have the same title", _same_title),
    Damage("STR-10", "a way back to another's stage", _back_and_forth),
    Damage("STR-11", "the same is assessed twice", _same_topics),
    Damage("STR-12", "too many stages", _many_stages),
    Damage("STR-13", "a stage is joined to nothing", _apart),
    Damage("STR-14", "a time limit that does not exist", _unknown_limit),
    Damage("STR-15", "a branch can end elsewhere", _a_meeting_that_is_waited_for_in_vain),
    Damage("STR-16", "two ways have the same condition", _the_same_condition),
    Damage("STR-17", "a form is needed before it is filled in", _a_form_that_comes_later),
    Damage("STR-18", "a handover is there twice", _a_handover_once_more),
    Damage("STR-19", "a placeholder instead of a name", _placeholders),
)
