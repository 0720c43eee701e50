"""Longer than the law.

A target that names a limit of the law is held against that one. Of those that name none, only
the times of a referral to specialised care are certain enough to be compared; a goal of the
county for anything else may well count from another event than the law.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.legal_limits import keeps, sector_of, span_by
from model.checks.review import Review
from model.checks.time_targets import placed_targets, rewritten
from model.checks.wording import named
from model.codes import HandoverKind, Sector, Severity, StageKind, TimeBasis, time_limits
from model.codes.time_limits import TimeLimit
from model.lengths import length
from model.messages import N_, _
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Handover, Record, Stage

ASSESSED = {StageKind.NEED_ASSESSMENT, StageKind.EXAMINATION}


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    for field, target in placed_targets(record):
        if target.limit.unit is None:  # no length that could be compared: TIM-08 says so
            continue
        limit = _limit_for(record, field, target, review.pathway)
        if limit is None:
            if _only_says_law(target):
                message = _(
                    "“{title}”: it is not said of which law “{limit}” is the limit."
                ).format(title=named(record, review.pathway), limit=target.limit.typed)
                yield Said(about=record.id, message=message, field=field, evaluated=False)
            continue
        keeps_to_it = keeps(target, limit)
        if keeps_to_it is False:
            message = _("“{title}”: “{limit}” is longer than the law allows ({longest}).")
        else:
            message = _(
                "“{title}”: whether “{limit}” keeps to the law’s limit ({longest}) depends on the "
                "calendar."
            )
        if not keeps_to_it:
            words = message.format(
                title=named(record, review.pathway),
                limit=target.limit.typed,
                longest=length(limit.span),
            )
            yield Said(about=record.id, message=words, field=field, evaluated=keeps_to_it is False)


def _only_says_law(target: TimeTarget) -> bool:
    return target.basis is TimeBasis.LAW and not target.law and bool(target.limit.most)


def _limit_for(
    record: AnyRecord, field: str, target: TimeTarget, pathway: Pathway
) -> TimeLimit | None:
    """Return the limit of the law that a target must keep to, None when that is not certain."""
    if target.law:
        limit = time_limits.find(target.law)
        return limit if limit is not None and limit.law else None
    if not isinstance(record, Handover) or record.kind is not HandoverKind.REFERRAL:
        return None
    stage = pathway.find(Stage, record.target)
    if sector_of(stage, pathway) is not Sector.SPECIALIST or stage is None:
        return None
    match field:
        case "accept_within":
            return time_limits.find("TL-06")
        case "see_within":
            return time_limits.find("TL-07" if stage.kind in ASSESSED else "TL-08")
    return None


def _shorten(finding: Finding, pathway: Pathway) -> Change:
    record = pathway.get(finding.about or "")
    if record is None:
        return Change("")

    def better(target: TimeTarget) -> tuple[TimeTarget, ...]:
        limit = _limit_for(record, finding.field, target, pathway)
        if limit is None or keeps(target, limit) is not False:
            return (target,)
        return (replace(target, limit=span_by(limit, pathway)),)

    return rewritten(pathway, finding.about, finding.field, better)


RULE = Rule(
    id="TIM-02",
    severity=Severity.ERROR,
    severities={"workshop": Severity.INFO},
    title=N_("Longer than the law"),
    finds=N_("A time target that is longer than the limit of the law that it stands for."),
    why=N_("A pathway that lets people wait longer than the law allows cannot be published."),
    put_right=N_("Shorten the time to the law’s limit, or name the limit that it really is."),
    source="THL (access to treatment); StVM 25/2024 vp; stm.fi (guarantee of care)",
    each=Record,
    reads={Actor: {"sector"}},
    check=check,
    fixes=(Fix(title=N_("Shorten it to the law’s limit"), change=_shorten),),
)
