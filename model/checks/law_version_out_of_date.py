"""Law version out of date.

A limit must hold all the time that readers see the pathway: from its first day, or today, until
the day by which it is reviewed; without such a day, until further notice.
"""

from collections.abc import Iterator
from datetime import date

from msgspec.structs import replace

from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.legal_limits import newest, overlap, span_by
from model.checks.review import Review
from model.checks.time_targets import placed_targets, rewritten
from model.checks.wording import named, words
from model.codes import Severity, TimeBasis, time_limits
from model.codes.time_limits import TimeLimit
from model.messages import N_, _
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import AnyRecord, PathwayInfo, Record
from model.text import AgeRange
from model.times import Standing, standing, validity


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    for field, target in placed_targets(record):
        limit = time_limits.find(target.law)
        message = _wrong(target, limit, review) if limit is not None else None
        if message is not None and limit is not None:
            yield Said(
                about=record.id,
                message=message.format(
                    title=named(record, review.pathway),
                    limit=words(limit.name),
                    first=_day(limit.valid_from),
                    last=_day(limit.valid_to),
                ),
                field=field,
            )


def _wrong(target: TimeTarget, limit: TimeLimit, review: Review) -> str | None:
    days = validity(review.pathway.info, review.today)
    match standing(limit, days):
        case Standing.GOAL if target.basis is TimeBasis.LAW:
            return _("“{title}”: “{limit}” is a county’s goal, not law.")
        case Standing.ENDED:
            return _("“{title}”: the limit “{limit}” was in force only until {last}.")
        case Standing.CHANGES if days.last is None:
            return _(
                "“{title}”: the limit “{limit}” ends on {last}, and the pathway has no review date."
            )
        case Standing.CHANGES:
            return _(
                "“{title}”: the limit “{limit}” ends on {last}, before the pathway is reviewed."
            )
        case Standing.NOT_YET:
            return _("“{title}”: the limit “{limit}” is in force only from {first}.")
        case _:
            return None


def _day(day: date | None) -> str:
    return "" if day is None else f"{day.day}.{day.month}.{day.year}"


def _renew(finding: Finding, pathway: Pathway) -> Change:
    """Put the limits in force for the same thing and the same people in the place of old ones."""

    def better(target: TimeTarget) -> list[TimeTarget] | None:
        limit = time_limits.find(target.law)
        if limit is None or (limit.law and limit.valid_to is None):
            return [target]
        if not limit.law:
            return None if target.basis is TimeBasis.LAW else [target]
        ages = target.ages or pathway.info.ages or AgeRange()
        return [
            replace(
                target,
                limit=span_by(following, pathway),
                law=following.id,
                basis=TimeBasis.LAW,
                ages=following.ages or target.ages,
            )
            for following in newest(limit)
            if following.ages is None or overlap(following.ages, ages)
        ] or None

    return rewritten(pathway, finding.about, finding.field, better)


def _call_it_a_goal(finding: Finding, pathway: Pathway) -> Change:
    def better(target: TimeTarget) -> list[TimeTarget] | None:
        limit = time_limits.find(target.law)
        if limit is None or target.basis is not TimeBasis.LAW:
            return [target]
        if limit.law:
            return [target] if limit.valid_to is None else None
        return [replace(target, basis=TimeBasis.COUNTY_GOAL)]

    return rewritten(pathway, finding.about, finding.field, better)


RULE = Rule(
    id="TIM-10",
    severity=Severity.ERROR,
    severities={"workshop": Severity.OFF},
    title=N_("Law version out of date"),
    finds=N_(
        "A time that rests on a limit of the law that is no longer in force, not yet, or not until "
        "the pathway is reviewed; or on a county’s goal that is called law."
    ),
    why=N_("The limits of access to care changed twice in 16 months; old ones mislead people."),
    put_right=N_("Choose the limit that is in force, or review the pathway before it changes."),
    source="HE 55/2023 vp; HE 134/2024 vp",
    each=Record,
    reads={PathwayInfo: {"valid_from", "valid_to", "next_review", "ages"}},
    check=check,
    fixes=(
        Fix(title=N_("Replace it by the limit in force"), change=_renew),
        Fix(title=N_("Call it the county’s goal"), change=_call_it_a_goal),
    ),
)
