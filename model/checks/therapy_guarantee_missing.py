"""Therapy guarantee missing.

Which treatment is of mental health is seen by the stage's name and topics.
"""

from collections.abc import Iterator

from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.legal_limits import (
    UNDER_23,
    ages_of,
    is_named_on_the_way,
    overlap,
    sector_of,
    shows,
    with_targets,
)
from model.checks.mental_health import is_of_mental_health
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Sector, Severity, StageKind, time_limits
from model.codes.time_limits import TimeLimit
from model.messages import N_, _
from model.pathway import Pathway
from model.records import PathwayInfo, Stage

GUARANTEE = "TL-11"


def check(stage: Stage, review: Review) -> Iterator[Said]:
    guarantee = time_limits.find(GUARANTEE)
    if guarantee is None or not guarantee.is_in_force(review.today):
        return
    if not _is_meant(stage, review.pathway) or _has(stage, guarantee, review.pathway):
        return
    ages = review.pathway.info.ages
    if ages is None:
        message = _("“{title}”: it is not said whether the pathway is for those under 23, too.")
        words = message.format(title=title(stage))
        yield Said(about=stage.id, message=words, evaluated=False)
    elif overlap(ages, UNDER_23):
        message = _("“{title}” does not show the therapy guarantee’s 28 days for those under 23.")
        yield Said(about=stage.id, message=message.format(title=title(stage)), field="time_targets")


def _is_meant(stage: Stage, pathway: Pathway) -> bool:
    return (
        stage.kind is StageKind.TREATMENT_SERVICE
        and is_of_mental_health(stage)
        and sector_of(stage, pathway) is Sector.PRIMARY
    )


def _has(stage: Stage, guarantee: TimeLimit, pathway: Pathway) -> bool:
    """Whether the stage says it, or a handover to it names it; its other times end sooner."""
    return any(
        shows(target, guarantee) and overlap(ages_of(target) or UNDER_23, UNDER_23)
        for target in stage.time_targets
    ) or is_named_on_the_way(stage, guarantee, pathway)


def _copy(finding: Finding, pathway: Pathway) -> Change:
    stage, guarantee = pathway.find(Stage, finding.about), time_limits.find(GUARANTEE)
    if stage is None or guarantee is None or not _is_meant(stage, pathway):
        return Change("")
    return with_targets(pathway, stage, [guarantee])


RULE = Rule(
    id="TIM-05",
    severity=Severity.ERROR,
    severities={"workshop": Severity.INFO},
    title=N_("Therapy guarantee missing"),
    finds=N_(
        "A treatment of mental health in primary care, in a pathway for those under 23, too, "
        "without the limit of 28 days."
    ),
    why=N_(
        "From 1 May 2025 children and young people have a right to begin a short therapy within "
        "28 days."
    ),
    put_right=N_("Add the limit of 28 days for those under 23 to the stage’s times."),
    source="HE 131/2024 vp; StVM 26/2024 vp; Länsi-Uusimaa (therapy guarantee)",
    each=Stage,
    reads={PathwayInfo: {"ages"}},
    check=check,
    fixes=(Fix(title=N_("Copy the law’s limit: 28 days"), change=_copy),),
)
