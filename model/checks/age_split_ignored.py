"""Age split ignored.

A time counts as one for an age group when it says so, or when the law that it names does.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from model import edits
from model.change import Change
from model.checks.facts import Fact
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.legal_limits import (
    FROM_23,
    UNDER_23,
    ages_of,
    newest,
    overlap,
    sector_of,
    target_by,
)
from model.checks.reads import HANDOVERS, reading
from model.checks.remembered import by_record
from model.checks.review import Review
from model.checks.time_targets import TARGET_FIELDS, placed_targets
from model.checks.wording import named
from model.codes import Sector, Severity, StageKind, time_limits
from model.ids import Id
from model.messages import N_, _
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Handover, PathwayInfo, Stage
from model.text import AgeRange

WITH_LIMITS = {StageKind.TREATMENT_SERVICE, StageKind.EXAMINATION}


def check(review: Review) -> Iterator[Said]:
    pathway, info = review.pathway, review.pathway.info
    if info.ages is not None and not _spans_23(info.ages):
        return
    one_sided = _one_sided(review)
    if info.ages is None:
        if one_sided:
            message = _("It is not said for which ages the pathway is.")
            yield Said(about=info.id, message=message, field="ages", evaluated=False)
        return
    for id, missing in one_sided.items():
        record = pathway[id]
        message = (
            _("“{title}” gives no time for those under 23.")
            if missing == UNDER_23
            else _("“{title}” gives no time for those who are 23 or older.")
        )
        words = message.format(title=named(record, pathway))
        yield Said(about=record.id, message=words, field=_field(record))
    if not one_sided and _ought_to_split(pathway) and not _splits(pathway):
        message = _("No time is given separately for those under 23 and for older ones.")
        yield Said(about=info.id, message=message)


def _spans_23(ages: AgeRange) -> bool:
    return overlap(ages, UNDER_23) and overlap(ages, FROM_23)


def _one_sided(review: Review) -> dict[Id, AgeRange]:
    """Return what gives times for one age group only, with the group that is left out."""
    return {
        id: missing
        for fact in (STAGES_LACKING, HANDOVERS_LACKING)
        for missing, ids in review.known(fact).by_value.items()
        for id in ids
    }


def _with_times(pathway: Pathway) -> Iterator[Stage | Handover]:
    yield from pathway.stages
    yield from pathway.handovers


def _missing(record: Stage | Handover, pathway: Pathway) -> AgeRange | None:
    own = _groups(record)
    if own is None or not own:
        return None
    beside = own
    if isinstance(record, Handover):
        stage = pathway.find(Stage, record.target)
        of_stage = () if stage is None else _groups(stage)
        if of_stage is None:
            return None
        beside = (*own, *of_stage)
    for side in (UNDER_23, FROM_23):
        if not any(overlap(ages, side) for ages in beside):
            return side
    return None


def _lacking(record: Stage | Handover, pathway: Pathway) -> Iterator[AgeRange]:
    missing = _missing(record, pathway)
    if missing is not None:
        yield missing


STAGES_LACKING = Fact(Stage, _lacking)
HANDOVERS_LACKING = Fact(Handover, _lacking)


@by_record
def _groups(record: AnyRecord) -> tuple[AgeRange, ...] | None:
    """Return the age groups for which a record gives times, None when it gives one for all."""
    targets = [target for _field, target in placed_targets(record)]
    if any(ages_of(target) is None and not target.law for target in targets):
        return None
    return tuple(ages for target in targets if (ages := ages_of(target)) is not None)


def _field(record: AnyRecord) -> str:
    fields = TARGET_FIELDS[type(record)]
    split = (field for field, target in placed_targets(record) if ages_of(target) is not None)
    return next(split, fields[0])


def _ought_to_split(pathway: Pathway) -> bool:
    """Whether there is care whose limit depends on the age: non-urgent primary care."""
    return any(
        stage.kind in WITH_LIMITS and sector_of(stage, pathway) is Sector.PRIMARY
        for stage in pathway.stages
    )


def _splits(pathway: Pathway) -> bool:
    return any(
        ages_of(target) is not None
        for record in _with_times(pathway)
        for _field, target in placed_targets(record)
    )


def _add_the_other(finding: Finding, pathway: Pathway) -> Change:
    """Give the age group left out the law's limit for the same thing, by the same clock."""
    stage = pathway.find(Stage, finding.about)
    missing = _missing(stage, pathway) if stage is not None else None
    if stage is None or missing is None:
        return Change("")
    added = [
        other for target in stage.time_targets for other in _for_ages(target, missing, pathway)
    ]
    return edits.update(pathway, stage.id, time_targets=(*stage.time_targets, *added))


def _for_ages(target: TimeTarget, ages: AgeRange, pathway: Pathway) -> Iterator[TimeTarget]:
    limit = time_limits.find(target.law)
    if limit is not None and limit.law and ages_of(target) is not None:
        for other in newest(limit):
            if other.ages is not None and overlap(other.ages, ages) and other.id != limit.id:
                written = target_by(other, pathway)
                yield replace(
                    written,
                    starts=target.starts or written.starts,
                    ends=target.ends or written.ends,
                )


RULE = Rule(
    id="TIM-04",
    severity=Severity.WARNING,
    severities={"workshop": Severity.INFO},
    title=N_("Age split ignored"),
    finds=N_(
        "A pathway for people on both sides of 23 years whose times are given for one side only, "
        "or for nobody separately."
    ),
    why=N_("The law gives those under 23 shorter times; without them they wait too long."),
    put_right=N_("Write the times for those under 23 and for older ones beside each other."),
    source="THL (access to treatment, rules from 1.1.2025)",
    reads=reading(
        HANDOVERS,
        {
            PathwayInfo: {"ages"},
            Stage: {"kind", "time_targets"},
            Handover: set(TARGET_FIELDS[Handover]),
            Actor: {"sector"},
        },
    ),
    check=check,
    fixes=(Fix(title=N_("Add the law’s limit for the other age group"), change=_add_the_other),),
)
