"""Sum exceeds promise.

How times are summed: docs/decisions/0010-times-along-a-walk.md.
"""

from collections.abc import Iterator
from math import ceil

from model.checks.finding import Rule, Said
from model.checks.reads import PROMISED
from model.checks.review import Review
from model.checks.wording import listed, named
from model.codes import Severity
from model.ids import Id
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Handover, Stage, TimePromise
from model.times import Times, Verdict, Walk, days_of, verdict


def check(review: Review) -> Iterator[Said]:
    for promise in review.pathway.of(TimePromise):
        yield from _compared(promise, review.promised.get(promise.id), review.pathway)


def _compared(promise: TimePromise, times: Times | None, pathway: Pathway) -> Iterator[Said]:
    promised = days_of(promise.target.limit)
    if promised is None:  # TIM-08 says that nothing can be measured
        return
    if times is None:
        message = _("“{title}” does not say from which stage to which it holds.")
        yield _unknown(promise, message.format(title=named(promise, pathway)))
    elif times.longest is None:
        message = _("“{title}”: no way leads from the one stage to the other.")
        yield _unknown(promise, message.format(title=named(promise, pathway)))
    else:
        match verdict(promised, times):
            case Verdict.EXCEEDED:
                yield _exceeds(promise, times.longest, pathway)
            case Verdict.UNKNOWN:
                yield _lacking(promise, times, pathway)
            case Verdict.CALENDAR:
                message = _("“{title}”: whether the times keep to it depends on the calendar.")
                yield _unknown(promise, message.format(title=named(promise, pathway)))


def _exceeds(promise: TimePromise, walk: Walk, pathway: Pathway) -> Said:
    stages = _stages(walk, pathway)
    message = _(
        "“{title}” promises {limit}, but the times on the longest way from “{start}” to “{end}” "
        "make up to {days} days."
    ).format(
        title=named(promise, pathway),
        limit=promise.target.limit.typed,
        start=named(pathway[stages[0]], pathway),
        end=named(pathway[stages[-1]], pathway),
        days=ceil(walk.days.most),
    )
    return Said(about=promise.id, message=message, also=stages, field="target")


def _stages(walk: Walk, pathway: Pathway) -> tuple[Id, ...]:
    return tuple(id for id in walk.way if isinstance(pathway[id], Stage))


def _lacking(promise: TimePromise, times: Times, pathway: Pathway) -> Said:
    """Say of which stages it is not known how long they, or the wait for them, take."""
    where = dict.fromkeys(
        record.target if isinstance(record, Handover) else record.id
        for record in (pathway[part.about] for part in times.unknown)
    )
    message = _(
        "“{title}”: it cannot be said whether it holds; how long these take, or the wait for "
        "them, is not said: {stages}."
    ).format(title=named(promise, pathway), stages=listed(pathway, tuple(where)))
    return _unknown(promise, message, tuple(where))


def _unknown(promise: TimePromise, message: str, also: tuple[Id, ...] = ()) -> Said:
    return Said(about=promise.id, message=message, also=also, evaluated=False)


RULE = Rule(
    id="TIM-09",
    severity=Severity.WARNING,
    severities={"workshop": Severity.INFO},
    title=N_("Sum exceeds promise"),
    finds=N_("A promised time that is shorter than the waits and the stages on the way together."),
    why=N_("Each part may keep its own time, and still what was promised is not kept."),
    put_right=N_("Shorten times on the way, or promise what they allow."),
    source="Kainuu programme (7 days, 6 months)",
    reads=PROMISED,
    check=check,
)
