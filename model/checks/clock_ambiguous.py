"""Ambiguous clock."""

from collections.abc import Iterator

from msgspec.structs import replace

from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.legal_limits import in_languages
from model.checks.review import Review
from model.checks.time_targets import placed_targets, rewritten
from model.checks.wording import joined, named
from model.codes import Severity, time_limits
from model.messages import N_, _
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import AnyRecord, Record, TimePromise


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    for field, target in placed_targets(record):
        missing = _missing(target, record)
        if not missing:
            continue
        name, limit = named(record, review.pathway), target.limit.typed
        if target.limit.unit is None:
            message = _("“{title}”: “{limit}” is no length of time that a clock could measure.")
            words = message.format(title=name, limit=limit)
            yield Said(about=record.id, message=words, field=field, evaluated=False)
        else:
            message = _("“{title}”: the time “{limit}” does not say {missing}.").format(
                title=name, limit=limit, missing=joined(missing)
            )
            yield Said(about=record.id, message=message, field=field)


def _missing(target: TimeTarget, record: AnyRecord) -> list[str]:
    if target.limit.most == 0:  # "at once" needs no clock
        return []
    has_start, has_end = bool(target.starts), bool(target.ends)
    if isinstance(record, TimePromise):
        has_start |= record.from_stage is not None
        has_end |= record.to_stage is not None
    return [
        *([] if has_start else [_("from what it is counted")]),
        *([] if has_end else [_("what must have happened by then")]),
    ]


def _take_the_laws(finding: Finding, pathway: Pathway) -> Change:
    """Write the events that the law's limit names where the target names none."""
    record = pathway.get(finding.about or "")
    if record is None:
        return Change("")

    def better(target: TimeTarget) -> tuple[TimeTarget, ...] | None:
        if not _missing(target, record):
            return (target,)
        limit = time_limits.find(target.law)
        if limit is None:
            return None
        starts = target.starts or in_languages(limit.starts, pathway)
        return (
            replace(target, starts=starts, ends=target.ends or in_languages(limit.ends, pathway)),
        )

    return rewritten(pathway, record.id, finding.field, better)


RULE = Rule(
    id="TIM-08",
    severity=Severity.ERROR,
    severities={"workshop": Severity.INFO},
    title=N_("Ambiguous clock"),
    finds=N_("A time target that does not name the event that starts it and the one that ends it."),
    why=N_("“Within 6 months” promises nothing when each reader counts from another day."),
    put_right=N_("Write from what the time is counted and to what."),
    source="Kainuu programme (“within 6 months” leaves the start open)",
    each=Record,
    check=check,
    fixes=(Fix(title=N_("Take the clock from the law’s limit"), change=_take_the_laws),),
)
