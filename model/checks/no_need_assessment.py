"""No need assessment.

Asked of contacts with health care: those that it answers for itself, and those of the customer
that lead straight to it.
"""

from collections.abc import Iterator

from model.checks.finding import Fix, Rule, Said
from model.checks.legal_limits import is_named_on_the_way, sector_of
from model.checks.no_access_time import SAME_WEEKDAY, copy_same_weekday, has_access_time
from model.checks.reads import WAYS, reading
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Sector, Severity, StageKind, time_limits
from model.graph import reachable
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Actor, Handover, Stage


def check(review: Review) -> Iterator[Said]:
    pathway = review.pathway
    assessments = {stage.id for stage in pathway.stages if _assesses(stage, pathway)}
    assessed = reachable(review.ways_back, assessments)
    contacts = [
        stage
        for stage in pathway.stages
        if stage.kind is StageKind.CONTACT and _is_with_health_care(stage, review)
    ]
    for contact in contacts:
        if contact.id not in assessed:
            message = _("“{title}” does not lead to an assessment of the need for care.")
            yield Said(about=contact.id, message=message.format(title=title(contact)))
    ways = {id: () if id in assessments else targets for id, targets in review.ways.items()}
    first = assessments & reachable(ways, (contact.id for contact in contacts))
    for stage in pathway.stages:
        if (
            stage.id in first
            and not _is_same_weekday(stage, pathway)
            and has_access_time(stage, pathway)
        ):
            message = _("“{title}” does not say that the need is assessed on the same weekday.")
            words = message.format(title=title(stage))
            yield Said(about=stage.id, message=words, field="time_targets")


def _is_with_health_care(contact: Stage, review: Review) -> bool:
    pathway = review.pathway
    match sector_of(contact, pathway):
        case Sector.PRIMARY:
            return True
        case Sector.CUSTOMER | Sector.CLOSE_ONE:
            following = (pathway.find(Stage, id) for id in review.ways[contact.id])
            return any(sector_of(stage, pathway) is Sector.PRIMARY for stage in following)
    return False


def _assesses(stage: Stage, pathway: Pathway) -> bool:
    return stage.kind is StageKind.NEED_ASSESSMENT and (
        sector_of(stage, pathway) is Sector.PRIMARY or _is_same_weekday(stage, pathway)
    )


def _is_same_weekday(stage: Stage, pathway: Pathway) -> bool:
    limit = time_limits.find(SAME_WEEKDAY)
    return any(
        target.law == SAME_WEEKDAY or target.limit.most == 0 for target in stage.time_targets
    ) or (limit is not None and is_named_on_the_way(stage, limit, pathway))


RULE = Rule(
    id="TIM-03",
    severity=Severity.ERROR,
    severities={"workshop": Severity.INFO},
    title=N_("No need assessment"),
    finds=N_(
        "A contact with health care that does not lead to a need assessment, or to one that does "
        "not say that it is made on the same weekday."
    ),
    why=N_("The law gives everyone an assessment of the need for care on the day of the contact."),
    put_right=N_("Add the need assessment, and to its times the limit of the same weekday."),
    source="STM, access to non-urgent care from 1.9.2023; Länsi-Uusimaa (availability of services)",
    reads=reading(
        WAYS,
        {
            Stage: {"kind", "time_targets"},
            Handover: {"accept_within", "answer_within", "see_within"},
            Actor: {"sector"},
        },
    ),
    check=check,
    fixes=(Fix(title=N_("Copy the law’s limit: the same weekday"), change=copy_same_weekday),),
)
