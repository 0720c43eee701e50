"""No access time."""

from collections.abc import Iterator

from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.legal_limits import access_targets, sector_of, with_targets
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Sector, Severity, StageKind, time_limits
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Stage

SAME_WEEKDAY = "TL-01"
ASKED = {StageKind.CONTACT, StageKind.NEED_ASSESSMENT, StageKind.WAIT}


def check(stage: Stage, review: Review) -> Iterator[Said]:
    if stage.kind in ASKED and not has_access_time(stage, review.pathway):
        message = _("“{title}” does not say how soon one gets there.").format(title=title(stage))
        yield Said(about=stage.id, message=message, field="time_targets")


def has_access_time(stage: Stage, pathway: Pathway) -> bool:
    """Whether the stage says how soon, or every handover that leads to it."""
    arriving = pathway.arriving(stage.id)
    return bool(stage.time_targets) or (
        bool(arriving) and all(any(access_targets(arrow)) for arrow in arriving)
    )


def copy_same_weekday(finding: Finding, pathway: Pathway) -> Change:
    """Give a need assessment in health care the law's limit: the same weekday."""
    stage, limit = pathway.find(Stage, finding.about), time_limits.find(SAME_WEEKDAY)
    if stage is None or limit is None or stage.kind is not StageKind.NEED_ASSESSMENT:
        return Change("")
    if sector_of(stage, pathway) is not Sector.PRIMARY:
        return Change("")
    return with_targets(pathway, stage, [limit])


RULE = Rule(
    id="TIM-01",
    severity=Severity.WARNING,
    severities={"workshop": Severity.INFO},
    title=N_("No access time"),
    finds=N_(
        "A contact, a need assessment or a wait without a time target, to which no handover "
        "says a time either."
    ),
    why=N_("Whoever seeks help cannot know when to expect an answer, nor when to ask again."),
    put_right=N_("Write how soon one gets there; “at once” is a time, too."),
    source="Kainuu programme; THL (access to treatment)",
    each=Stage,
    check=check,
    fixes=(Fix(title=N_("Copy the law’s limit: the same weekday"), change=copy_same_weekday),),
)
