"""Damages to who owns the pathway, what it is for, and how it is measured."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from msgspec.structs import replace

from model import edits
from model.change import Add, Change
from model.codes import GroupKind, MetricKind, NoteKind, Sector, WorkshopKind
from model.parts import Observation, RelatedArtifact, RolloutAction
from model.pathway import Pathway
from model.records import (
    Goal,
    Metric,
    Note,
    ParticipantGroup,
    PathwayInfo,
    Record,
    Stage,
    Workshop,
)
from tests.damage.damage import Damage, Ways, cleared, cleared_each, of_the_pathway

LONG_AGO = date(2020, 1, 1)
LARGE_WORKSHOPS = 4
HEARD = {GroupKind.DEVELOPER_CUSTOMERS, GroupKind.EXPERIENCE_EXPERTS, GroupKind.CLOSE_ONES}


def _all(records: type[Record], **fields: object) -> Ways:
    """Set fields of all records of a kind at once."""

    def ways(pathway: Pathway) -> Iterator[Change]:
        updates = [edits.update(pathway, record.id, **fields) for record in pathway.of(records)]
        yield edits.together("", updates)

    return ways


def _no_goals(pathway: Pathway) -> Iterator[Change]:
    yield edits.remove(pathway, [goal.id for goal in pathway.of(Goal)])


def _goal_that_nobody_measures(pathway: Pathway) -> Iterator[Change]:
    """Take one goal away from all metrics."""
    for goal in pathway.of(Goal):
        measuring = [metric for metric in pathway.of(Metric) if goal.id in metric.goals]
        yield edits.together(
            "",
            [
                edits.update(
                    pathway, metric.id, goals=tuple(id for id in metric.goals if id != goal.id)
                )
                for metric in measuring
            ],
        )


def _one_more_goal(pathway: Pathway) -> Iterator[Change]:
    del pathway
    goal = Goal(id="goal-more", order="a9", title={"fi": "Läheiset jaksavat"})
    yield Change("", (Add(goal),))


def _no_grounds(pathway: Pathway) -> Iterator[Change]:
    yield _grounds(pathway, lambda _artifact: None)


def _grounds_of_long_ago(pathway: Pathway) -> Iterator[Change]:
    for checked in (LONG_AGO, None):
        yield _grounds(pathway, partial(replace, checked=checked))


def _grounds(
    pathway: Pathway, change: Callable[[RelatedArtifact], RelatedArtifact | None]
) -> Change:
    """Change all that the pathway and its stages rest on, or take it away."""
    records: list[PathwayInfo | Stage] = [pathway.info, *pathway.of(Stage)]
    return edits.together(
        "",
        [
            edits.update(
                pathway,
                record.id,
                related_artifacts=tuple(
                    changed for each in record.related_artifacts if (changed := change(each))
                ),
            )
            for record in records
        ],
    )


def _one_profession(pathway: Pathway) -> Iterator[Change]:
    """Leave one group of the working group, with one profession."""
    first, *others = (g for g in pathway.of(ParticipantGroup) if g.kind is GroupKind.WORKING_GROUP)
    alone = edits.update(pathway, first.id, profession={"fi": "Sairaanhoitajat"})
    yield edits.together("", [alone, edits.remove(pathway, [group.id for group in others])])


def _no_working_group(pathway: Pathway) -> Iterator[Change]:
    groups = [g.id for g in pathway.of(ParticipantGroup) if g.kind is GroupKind.WORKING_GROUP]
    yield edits.remove(pathway, groups)


def _nobody_heard(pathway: Pathway) -> Iterator[Change]:
    groups = [group.id for group in pathway.of(ParticipantGroup) if group.kind in HEARD]
    words = [n.id for n in pathway.of(Note) if n.kind is NoteKind.CUSTOMER_WORDS]
    yield edits.remove(pathway, [*groups, *words])


def _step_that_says_less(pathway: Pathway) -> Iterator[Change]:
    """Take from one step of the rollout one thing at a time."""
    rollout = pathway.info.rollout
    for place, action in enumerate(rollout):
        for field in RolloutAction.__struct_fields__:
            less = replace(action, **{field: None if field == "on" else {}})
            steps = (*rollout[:place], less, *rollout[place + 1 :])
            yield edits.update(pathway, pathway.info.id, rollout=steps)


def _period_open(pathway: Pathway) -> Iterator[Change]:
    for metric in pathway.of(Metric):
        for place, observation in enumerate(metric.observations):
            for open_one in _open(observation):
                seen = (*metric.observations[:place], open_one, *metric.observations[place + 1 :])
                yield edits.update(pathway, metric.id, observations=seen)


def _open(observation: Observation) -> Iterator[Observation]:
    yield replace(observation, starts=None)
    yield replace(observation, ends=None)
    yield replace(observation, starts=observation.ends, ends=LONG_AGO)


def _one_workshop_less(pathway: Pathway) -> Iterator[Change]:
    large = [w.id for w in pathway.of(Workshop) if w.kind is not WorkshopKind.SMALL_GROUP]
    if len(large) == LARGE_WORKSHOPS:
        for id in large:
            yield edits.remove(pathway, [id])


DAMAGES = (
    Damage("OWN-01", "the pathway has no owner", cleared(PathwayInfo, "owner")),
    Damage("OWN-01", "nobody answers in the sectors", cleared(PathwayInfo, "sector_responsibles")),
    Damage("OWN-02", "no goals", _no_goals),
    Damage("OWN-02", "goals that say nothing", _all(Goal, title={})),
    Damage(
        "OWN-03",
        "it is not said for whom or for which ages",
        of_the_pathway("target_group", "ages"),
    ),
    Damage(
        "OWN-03", "it is not said in which area", cleared(PathwayInfo, "area", "municipalities")
    ),
    Damage("OWN-04", "no metric of outcomes", _all(Metric, kind=MetricKind.PROCESS)),
    Damage("OWN-04", "no metric of the process", _all(Metric, kind=MetricKind.EXPERIENCE)),
    Damage(
        "OWN-05",
        "a metric does not say how it is measured",
        cleared_each(Metric, "definition", "unit", "source", "interval", "responsible"),
    ),
    Damage(
        "OWN-05",
        "an outcome metric does not say from where to where",
        cleared_each(
            Metric, "baseline", "target", where=lambda metric: metric.kind is MetricKind.OUTCOME
        ),
    ),
    Damage("OWN-06", "a goal that no metric measures", _goal_that_nobody_measures),
    Damage("OWN-06", "one more goal", _one_more_goal),
    Damage(
        "OWN-07",
        "nothing was counted yet",
        cleared(Metric, "observations", where=lambda metric: metric.kind is MetricKind.PROCESS),
    ),
    Damage("OWN-07", "the period of a figure is open", _period_open),
    Damage("OWN-08", "no law, guideline or method", _no_grounds),
    Damage("OWN-08", "nothing was checked for long", _grounds_of_long_ago),
    Damage("OWN-09", "one profession only", _one_profession),
    Damage("OWN-09", "no working group", _no_working_group),
    Damage("OWN-09", "all from one sector", _all(ParticipantGroup, sector=Sector.PRIMARY)),
    Damage("OWN-10", "no customer was heard", _nobody_heard),
    Damage("OWN-11", "no rollout", cleared(PathwayInfo, "rollout")),
    Damage("OWN-11", "a step of the rollout says less", _step_that_says_less),
    Damage(
        "OWN-12", "a workshop without a goal or result", cleared_each(Workshop, "goal", "result")
    ),
    Damage("OWN-12", "a large workshop is missing", _one_workshop_less),
)
