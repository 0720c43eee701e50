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
from model.ids import Id
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Actor, Handover, Stage


def check(review: Review) -> Iterator[Said]:
    unmarked: dict[Id, None] = {}
    for stage in review.pathway.stages:
        if stage.kind is StageKind.CONTACT and _is_with_health_care(stage, review):
            assessments = _first_assessments(stage.id, review)
            if not assessments:
                message = _("“{title}” does not lead to an assessment of the need for care.")
                yield Said(about=stage.id, message=message.format(title=title(stage)))
            unmarked |= dict.fromkeys(
                each.id for each in assessments if not _is_same_weekday(each, review.pathway)
            )
    for id in unmarked:
        assessment = review.pathway.find(Stage, id)
        if assessment is not None and has_access_time(assessment, review.pathway):
            message = _("“{title}” does not say that the need is assessed on the same weekday.")
            words = message.format(title=title(assessment))
            yield Said(about=id, message=words, field="time_targets")


def _is_with_health_care(contact: Stage, review: Review) -> bool:
    pathway = review.pathway
    match sector_of(contact, pathway):
        case Sector.PRIMARY:
            return True
        case Sector.CUSTOMER | Sector.CLOSE_ONE:
            following = (pathway.find(Stage, id) for id in review.ways[contact.id])
            return any(sector_of(stage, pathway) is Sector.PRIMARY for stage in following)
    return False


def _first_assessments(contact: Id, review: Review) -> list[Stage]:
    """Return the need assessments of health care that one comes to, not those behind them."""
    found: list[Stage] = []
    seen, waiting = {contact}, [contact]
    while waiting:
        for id in review.ways[waiting.pop()]:
            stage = review.pathway.find(Stage, id)
            if id in seen or stage is None:
                continue
            seen.add(id)
            if _assesses(stage, review.pathway):
                found.append(stage)
            else:
                waiting.append(id)
    return found


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
