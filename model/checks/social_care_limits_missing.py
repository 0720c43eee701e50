"""Social-care limits missing.

A need assessment without any time is told by TIM-01.
"""

from collections.abc import Iterator

from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.legal_limits import is_named_on_the_way, sector_of, shows, with_targets
from model.checks.no_access_time import has_access_time
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Sector, Severity, StageKind, time_limits
from model.codes.time_limits import TimeLimit
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Stage

ASSESSMENT = "TL-12"
DECISION = "TL-14"


def check(stage: Stage, review: Review) -> Iterator[Said]:
    limit = _missing(stage, review.pathway)
    if limit is not None:
        message = (
            _("“{title}” does not show within how many working days the assessment begins (7).")
            if limit.id == ASSESSMENT
            else _("“{title}” does not show that a decision is carried out within 3 months.")
        )
        yield Said(about=stage.id, message=message.format(title=title(stage)), field="time_targets")


def _missing(stage: Stage, pathway: Pathway) -> TimeLimit | None:
    if sector_of(stage, pathway) is not Sector.SOCIAL:
        return None
    match stage.kind:
        case StageKind.NEED_ASSESSMENT if has_access_time(stage, pathway):
            limit = time_limits.find(ASSESSMENT)
        case StageKind.DECISION:
            limit = time_limits.find(DECISION)
        case _:
            return None
    if limit is None or any(shows(target, limit) for target in stage.time_targets):
        return None
    return None if is_named_on_the_way(stage, limit, pathway) else limit


def _copy(finding: Finding, pathway: Pathway) -> Change:
    stage = pathway.find(Stage, finding.about)
    limit = _missing(stage, pathway) if stage is not None else None
    if stage is None or limit is None:
        return Change("")
    return with_targets(pathway, stage, [limit])


RULE = Rule(
    id="TIM-07",
    severity=Severity.WARNING,
    severities={"workshop": Severity.INFO},
    title=N_("Social-care limits missing"),
    finds=N_(
        "A need assessment of social care without the limit of 7 working days for the groups that "
        "the law names, or a decision without the limit of 3 months."
    ),
    why=N_("Whoever waits for a decision needs to know by when it must be made and carried out."),
    put_right=N_("Add the law’s limit to the stage’s times."),
    source="Social Welfare Act 36 § and 45 § (nkl.fi, vasso.fi)",
    each=Stage,
    check=check,
    fixes=(Fix(title=N_("Copy the law’s limit"), change=_copy),),
)
