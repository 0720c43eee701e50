"""Specialist limits missing.

A time shows a limit when it names it, or when it names no law and is at most as long: the time
for accepting a referral that of its handling, those for being seen and of the stage the others.
"""

from collections.abc import Iterator

from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.legal_limits import (
    FROM_23,
    UNDER_23,
    access_targets,
    overlap,
    sector_of,
    shows,
    with_targets,
)
from model.checks.mental_health import is_of_mental_health
from model.checks.review import Review
from model.checks.wording import joined, named, words
from model.codes import HandoverKind, Sector, Severity, time_limits
from model.codes.time_limits import TimeLimit
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Actor, Handover, PathwayInfo, Stage
from model.text import AgeRange

HANDLED = "TL-06"
OF_ALL = ("TL-07", "TL-08")
OF_THE_YOUNG = ("TL-09", "TL-10")
"""In mental health, for those under 23, in place of those of all."""


def check(arrow: Handover, review: Review) -> Iterator[Said]:
    missing = [
        limit
        for limit in _needed(arrow, review.pathway)
        if not _is_shown(limit, arrow, review.pathway)
    ]
    if missing:
        message = _("The referral “{title}” does not show all limits of the law: {limits}.").format(
            title=named(arrow, review.pathway),
            limits=joined([words(limit.name) for limit in missing]),
        )
        stage = review.pathway.find(Stage, arrow.target)
        yield Said(about=arrow.id, message=message, also=(stage.id,) if stage else ())


def _needed(arrow: Handover, pathway: Pathway) -> list[TimeLimit]:
    stage = pathway.find(Stage, arrow.target)
    if arrow.kind is not HandoverKind.REFERRAL or stage is None:
        return []
    if sector_of(stage, pathway) is not Sector.SPECIALIST:
        return []
    ids = [HANDLED]
    ages = pathway.info.ages or AgeRange()
    if not is_of_mental_health(stage) or overlap(ages, FROM_23):
        ids += OF_ALL
    if is_of_mental_health(stage) and overlap(ages, UNDER_23):
        ids += OF_THE_YOUNG
    return [limit for limit in map(time_limits.find, ids) if limit is not None]


def _is_shown(limit: TimeLimit, arrow: Handover, pathway: Pathway) -> bool:
    stage = pathway.find(Stage, arrow.target)
    every = (*access_targets(arrow), *(stage.time_targets if stage else ()))
    if any(target.law == limit.id for target in every):
        return True
    if limit.id == HANDLED:
        unnamed = [arrow.accept_within]
    else:
        unnamed = [arrow.see_within, *(stage.time_targets if stage else ())]
    return any(target is not None and shows(target, limit) for target in unnamed)


def _copy(finding: Finding, pathway: Pathway) -> Change:
    arrow = pathway.find(Handover, finding.about)
    stage = pathway.find(Stage, arrow.target) if arrow is not None else None
    if arrow is None or stage is None:
        return Change("")
    needed = _needed(arrow, pathway)
    return with_targets(
        pathway, stage, [limit for limit in needed if not _is_shown(limit, arrow, pathway)]
    )


RULE = Rule(
    id="TIM-06",
    severity=Severity.WARNING,
    severities={"workshop": Severity.INFO},
    title=N_("Specialist limits missing"),
    finds=N_(
        "A referral to specialised care that does not show the law’s limits for handling it, for "
        "the assessment and for the treatment."
    ),
    why=N_("A customer who knows the limits knows when to ask what has become of the referral."),
    put_right=N_(
        "Add to the receiving stage: 3 weeks, 3 months and 6 months; in mental health for those "
        "under 23: 6 weeks and 3 months."
    ),
    source="STM (guarantee of care); Kanta-Häme (referral to specialised care)",
    each=Handover,
    reads={PathwayInfo: {"ages"}, Actor: {"sector"}},
    check=check,
    fixes=(Fix(title=N_("Copy the law’s limits to the receiving stage"), change=_copy),),
)
