"""Damages to times."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from model import edits
from model.change import Change
from model.codes import HandoverKind, Sector, StageKind, TimeBasis
from model.codes.time_limits import LIMITS, TimeLimit, find
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import Actor, Handover, Stage, TimePromise
from model.text import AgeRange, Span, read_span
from tests.damage.damage import Damage, changed, cleared

ACCESS = ("accept_within", "answer_within", "see_within")
UNDER_23 = AgeRange(oldest=22)
FROM_23 = AgeRange(youngest=23)


def _sector(pathway: Pathway, stage: Stage | None) -> Sector | None:
    actor = pathway.find(Actor, stage.actor) if stage is not None else None
    return actor.sector if actor is not None else None


def _ages(target: TimeTarget) -> AgeRange | None:
    limit = find(target.law)
    return target.ages or (limit.ages if limit is not None else None)


def _with(pathway: Pathway, stage: Stage, targets: Iterable[TimeTarget]) -> Change:
    return edits.update(pathway, stage.id, time_targets=tuple(targets))


def _no_access_time(pathway: Pathway) -> Iterator[Change]:
    """Take the times away of one stage, and those of the handovers that lead to it."""
    for stage in pathway.stages:
        if stage.kind in {StageKind.CONTACT, StageKind.NEED_ASSESSMENT, StageKind.WAIT}:
            silent = [
                edits.update(pathway, arrow.id, **dict.fromkeys(ACCESS))
                for arrow in pathway.arriving(stage.id)
            ]
            yield edits.together("", [_with(pathway, stage, ()), *silent])


def _longer_than_named(pathway: Pathway) -> Iterator[Change]:
    for stage in pathway.stages:
        for place, target in enumerate(stage.time_targets):
            if target.law:
                targets = list(stage.time_targets)
                targets[place] = replace(target, limit=read_span("2 vuotta"))
                yield _with(pathway, stage, targets)
    for arrow in pathway.handovers:
        for field in ACCESS:
            limit: TimeTarget | None = getattr(arrow, field)
            if limit is not None and limit.law:
                longer = replace(limit, limit=read_span("2 vuotta"))
                yield edits.update(pathway, arrow.id, **{field: longer})


def _to_specialists(pathway: Pathway) -> Iterator[tuple[Handover, Stage]]:
    for arrow in pathway.handovers:
        stage = pathway.find(Stage, arrow.target)
        if (
            stage is not None
            and arrow.kind is HandoverKind.REFERRAL
            and _sector(pathway, stage) is Sector.SPECIALIST
        ):
            yield arrow, stage


def _referral_takes_long(pathway: Pathway) -> Iterator[Change]:
    """Let a referral be accepted, or the customer be seen, later than the law allows."""
    for arrow, _stage in _to_specialists(pathway):
        for field, typed in (("accept_within", "4 viikkoa"), ("see_within", "7 kk")):
            limit: TimeTarget | None = getattr(arrow, field)
            if limit is not None:
                goal = replace(limit, limit=read_span(typed), law="", basis=TimeBasis.PATHWAY_GOAL)
                yield edits.update(pathway, arrow.id, **{field: goal})


def _assessed_later(pathway: Pathway) -> Iterator[Change]:
    """Let the need for care be assessed some days after the contact."""
    for stage in pathway.stages:
        if stage.kind is StageKind.NEED_ASSESSMENT and any(
            target.law == "TL-01" for target in stage.time_targets
        ):
            targets = [
                _some_days(target) if target.limit.most == 0 else target
                for target in stage.time_targets
            ]
            arrows = [
                edits.update(
                    pathway,
                    arrow.id,
                    **{
                        field: _some_days(limit)
                        for field in ACCESS
                        if (limit := getattr(arrow, field)) is not None and limit.law == "TL-01"
                    },
                )
                for arrow in pathway.arriving(stage.id)
            ]
            yield edits.together("", [_with(pathway, stage, targets), *arrows])


def _some_days(target: TimeTarget) -> TimeTarget:
    return replace(target, limit=read_span("3 arkipäivää"), law="", basis=TimeBasis.PATHWAY_GOAL)


def _not_assessed(pathway: Pathway) -> Iterator[Change]:
    """Make guidance of the assessment of the need for care."""
    for stage in pathway.stages:
        if stage.kind is StageKind.NEED_ASSESSMENT and any(
            target.law == "TL-01" for target in stage.time_targets
        ):
            yield edits.update(pathway, stage.id, kind=StageKind.GUIDANCE)


def _ages_widened(pathway: Pathway) -> Iterator[Change]:
    """Take in those under 23 where times are given for older ones only."""
    of_older = any(
        _ages(target) == FROM_23 for stage in pathway.stages for target in stage.time_targets
    )
    ages = pathway.info.ages
    if of_older and ages is not None and (ages.youngest or 0) > UNDER_23.oldest:  # type: ignore[operator]
        yield edits.update(pathway, pathway.info.id, ages=AgeRange(youngest=16))


def _one_side_left_out(pathway: Pathway) -> Iterator[Change]:
    for stage in pathway.stages:
        ages = [_ages(target) for target in stage.time_targets]
        if UNDER_23 in ages and FROM_23 in ages:
            for side in (UNDER_23, FROM_23):
                yield _with(
                    pathway,
                    stage,
                    (target for target in stage.time_targets if _ages(target) != side),
                )


def _no_split(pathway: Pathway) -> Iterator[Change]:
    """Let every time hold for all ages."""
    if not any(_ages(t) for stage in pathway.stages for t in stage.time_targets):
        return
    changes = [_with(pathway, stage, map(_for_all, stage.time_targets)) for stage in pathway.stages]
    for arrow in pathway.handovers:
        limits = {field: getattr(arrow, field) for field in ACCESS}
        whole = {field: _for_all(limit) for field, limit in limits.items() if limit is not None}
        changes.append(edits.update(pathway, arrow.id, **whole))
    ages = edits.update(pathway, pathway.info.id, ages=AgeRange(youngest=16))
    yield edits.together("", [*changes, ages])


def _for_all(target: TimeTarget) -> TimeTarget:
    if _ages(target) is None:
        return target
    return replace(target, ages=None, law="", basis=TimeBasis.PATHWAY_GOAL)


def _therapy_for_the_young(pathway: Pathway) -> Iterator[Change]:
    """Make a treatment one of mental health for the young, without the guarantee."""
    young = edits.update(pathway, pathway.info.id, ages=AgeRange(youngest=13, oldest=16))
    for stage in pathway.stages:
        if stage.kind is StageKind.TREATMENT_SERVICE and _sector(pathway, stage) is Sector.PRIMARY:
            therapy = edits.update(
                pathway,
                stage.id,
                title={**stage.title, "fi": "Ahdistuksen hoito"},
                time_targets=tuple(t for t in stage.time_targets if t.law != "TL-11"),
            )
            yield edits.together("", [young, therapy])


def _no_guarantee(pathway: Pathway) -> Iterator[Change]:
    for stage in pathway.stages:
        kept = [target for target in stage.time_targets if target.law != "TL-11"]
        if len(kept) < len(stage.time_targets):
            yield _with(pathway, stage, kept)


def _specialists_without(pathway: Pathway) -> Iterator[Change]:
    """Take one of the law's limits away wherever a referral to specialised care shows it."""
    for arrow, stage in _to_specialists(pathway):
        for laws in ({"TL-06"}, {"TL-07", "TL-09"}, {"TL-08", "TL-10"}):
            fields = {
                field: None
                for field in ACCESS
                if (limit := getattr(arrow, field)) is not None
                and (limit.law in laws or not limit.law)
            }
            yield edits.together(
                "",
                [
                    edits.update(pathway, arrow.id, **fields),
                    _with(pathway, stage, (t for t in stage.time_targets if t.law not in laws)),
                ],
            )


def _social_without(pathway: Pathway) -> Iterator[Change]:
    """Let a decision of social care say no time, and an assessment one that is not the law's."""
    for stage in pathway.stages:
        if _sector(pathway, stage) is Sector.SOCIAL:
            if stage.kind is StageKind.DECISION:
                yield _with(pathway, stage, ())
            elif stage.kind is StageKind.NEED_ASSESSMENT:
                yield _with(pathway, stage, map(_in_a_month, stage.time_targets))


def _in_a_month(target: TimeTarget) -> TimeTarget:
    if target.law == "TL-01":
        return target
    return replace(target, limit=read_span("30 vrk"), law="", basis=TimeBasis.PATHWAY_GOAL)


def _no_event(pathway: Pathway) -> Iterator[Change]:
    for stage in pathway.stages:
        for place, target in enumerate(stage.time_targets):
            if target.limit.most:
                for event in ("starts", "ends"):
                    targets = list(stage.time_targets)
                    targets[place] = replace(target, **{event: {}})
                    yield edits.update(pathway, stage.id, time_targets=tuple(targets))


def _promised_sooner(promise: TimePromise) -> dict[str, TimeTarget]:
    return {"target": replace(promise.target, limit=read_span("1 vrk"))}


def _outdated(pathway: Pathway) -> Iterator[Change]:
    """Rest a time on the limit that was in force before the one it names."""
    for stage in pathway.stages:
        for place, target in enumerate(stage.time_targets):
            limit = find(target.law)
            for old in _before(limit) if limit is not None else ():
                targets = list(stage.time_targets)
                targets[place] = replace(target, law=old.id, limit=_typed(old))
                yield _with(pathway, stage, targets)


def _before(limit: TimeLimit) -> Iterator[TimeLimit]:
    for old in LIMITS:
        if old.law and old.valid_to is not None and old.service == limit.service:
            yield old


def _typed(limit: TimeLimit) -> Span:
    return replace(limit.span, typed=f"{limit.value} vrk")


def _goal_called_law(pathway: Pathway) -> Iterator[Change]:
    """Rest a time on a goal that is called law."""
    for stage in pathway.stages:
        for place, target in enumerate(stage.time_targets):
            if target.law:
                targets = list(stage.time_targets)
                targets[place] = replace(target, law="TL-S1", basis=TimeBasis.LAW)
                yield _with(pathway, stage, targets)


def _no_urgent_stage(pathway: Pathway) -> Iterator[Change]:
    urgent = [stage for stage in pathway.stages if stage.kind is StageKind.EMERGENCY]
    if urgent:
        yield edits.together(
            "", [edits.update(pathway, each.id, kind=StageKind.GUIDANCE) for each in urgent]
        )


def _wait_before_urgent_help(pathway: Pathway) -> Iterator[Change]:
    """Make waits of all stages that lead to urgent help."""
    before = {
        arrow.source
        for stage in pathway.stages
        if stage.kind is StageKind.EMERGENCY
        for arrow in pathway.arriving(stage.id)
    }
    if before:
        yield edits.together(
            "", [edits.update(pathway, id, kind=StageKind.WAIT) for id in sorted(before)]
        )


ASSESSED_OR_TREATED = {
    StageKind.NEED_ASSESSMENT,
    StageKind.EXAMINATION,
    StageKind.TREATMENT_SERVICE,
    StageKind.REHABILITATION,
}

DAMAGES = (
    Damage("TIM-01", "a contact, an assessment or a wait has no time", _no_access_time),
    Damage("TIM-02", "a time is longer than the limit that it names", _longer_than_named),
    Damage("TIM-02", "a referral takes longer than the law allows", _referral_takes_long),
    Damage("TIM-03", "the need is not assessed on the same weekday", _assessed_later),
    Damage("TIM-03", "the need for care is not assessed", _not_assessed),
    Damage("TIM-04", "the young are taken in without times of theirs", _ages_widened),
    Damage("TIM-04", "one age group is left out of a stage’s times", _one_side_left_out),
    Damage("TIM-04", "no time is given by age", _no_split),
    Damage("TIM-05", "a therapy for the young has no guarantee", _therapy_for_the_young),
    Damage("TIM-05", "the therapy guarantee is taken away", _no_guarantee),
    Damage("TIM-06", "a referral does not show a limit of the law", _specialists_without),
    Damage("TIM-07", "a stage of social care does not show its limit", _social_without),
    Damage("TIM-08", "a time does not say from what to what", _no_event),
    Damage(
        "TIM-09",
        "less is promised than the stages take",
        changed(TimePromise, _promised_sooner, where=lambda promise: promise.from_stage),
    ),
    Damage("TIM-10", "a time rests on a limit that is no longer in force", _outdated),
    Damage("TIM-10", "a county’s goal is called law", _goal_called_law),
    Damage("TIM-11", "no stage gives urgent help", _no_urgent_stage),
    Damage("TIM-11", "urgent help comes only after a wait", _wait_before_urgent_help),
    Damage(
        "TIM-12",
        "a stage does not say when the next contact is",
        cleared(
            Stage,
            "next_contact",
            where=lambda stage: stage.public and stage.kind in ASSESSED_OR_TREATED,
        ),
    ),
)
