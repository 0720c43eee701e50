"""What several rules ask of the legal time limits, and targets taken over from them."""

from collections.abc import Iterable, Iterator

from model import edits
from model.change import Change
from model.codes import Sector, TimeBasis
from model.codes.time_limits import LIMITS, TimeLimit, find
from model.lengths import length
from model.messages import speaking
from model.parts import TimeTarget
from model.pathway import Pathway
from model.records import Actor, Handover, Stage
from model.text import AgeRange, Span, Text

ADULT = 23
"""The age at which the limits of access to care change."""
UNDER_23 = AgeRange(oldest=ADULT - 1)
FROM_23 = AgeRange(youngest=ADULT)


def overlap(one: AgeRange, other: AgeRange) -> bool:
    """Whether anybody is of both age groups."""
    return _starts_before_end(one, other) and _starts_before_end(other, one)


def _starts_before_end(one: AgeRange, other: AgeRange) -> bool:
    return one.youngest is None or other.oldest is None or one.youngest <= other.oldest


def ages_of(target: TimeTarget) -> AgeRange | None:
    """Return for whom a target holds: its own age group, else that of the law it names."""
    limit = find(target.law)
    return target.ages or (limit.ages if limit is not None and limit.law else None)


def keeps(target: TimeTarget, limit: TimeLimit) -> bool | None:
    """Whether a target is at most as long as a limit; None when that cannot be said."""
    return target.limit.at_most(limit.span)


def shows(target: TimeTarget, limit: TimeLimit) -> bool:
    """Whether a target is that limit, or one that names no law and is at most as long."""
    return target.law == limit.id or (not target.law and keeps(target, limit) is True)


def newest(limit: TimeLimit) -> tuple[TimeLimit, ...]:
    """Return the limits of the same service and events that hold as far as is known."""
    return tuple(
        other
        for other in LIMITS
        if other.law
        and other.valid_to is None
        and (other.sectors, other.service) == (limit.sectors, limit.service)
        and (other.starts, other.ends) == (limit.starts, limit.ends)
    )


def target_by(limit: TimeLimit, pathway: Pathway) -> TimeTarget:
    """Return a limit as a time target, its clock in the pathway's languages."""
    return TimeTarget(
        limit=span_by(limit, pathway),
        starts=in_languages(limit.starts, pathway),
        ends=in_languages(limit.ends, pathway),
        basis=TimeBasis.LAW,
        law=limit.id,
        ages=limit.ages,
    )


def span_by(limit: TimeLimit, pathway: Pathway) -> Span:
    """Return a limit's length in the words of the pathway's first language."""
    span = limit.span
    with speaking(next(iter(pathway.info.languages), "fi")):
        words = length(span)
    return Span(typed=words, least=span.least, most=span.most, unit=span.unit)


def in_languages(text: Text, pathway: Pathway) -> Text:
    """Return a text in the languages that the pathway must have; in all when it has none."""
    return {code: text[code] for code in pathway.info.languages if code in text} or text


def sector_of(stage: Stage | None, pathway: Pathway) -> Sector | None:
    actor = pathway.find(Actor, stage.actor) if stage is not None else None
    return actor.sector if actor is not None else None


ACCESS_LIMITS = ("accept_within", "answer_within", "see_within")
"""The limits of a handover that say how soon a customer is dealt with."""


def access_targets(arrow: Handover) -> Iterator[TimeTarget]:
    for field in ACCESS_LIMITS:
        target: TimeTarget | None = getattr(arrow, field)
        if target is not None:
            yield target


def is_named_on_the_way(stage: Stage, limit: TimeLimit, pathway: Pathway) -> bool:
    """Whether a handover that leads to the stage names the limit."""
    return any(
        target.law == limit.id
        for arrow in pathway.arriving(stage.id)
        for target in access_targets(arrow)
    )


def with_targets(pathway: Pathway, stage: Stage, limits: Iterable[TimeLimit]) -> Change:
    """Add limits to a stage's time targets."""
    added = (target_by(limit, pathway) for limit in limits)
    return edits.update(pathway, stage.id, time_targets=(*stage.time_targets, *added))
