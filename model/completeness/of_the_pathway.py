"""What must be said of a pathway as a whole: what it is, for whom, who answers for it."""

from model.checks import (
    accessibility_statement_missing,
    customer_without_action,
    emergency_text_missing,
    group_not_multiprofessional,
    metric_not_measurable,
    no_coordinator,
    no_developer_customer,
    no_early_identification,
    no_end,
    no_goal,
    no_metric,
    no_ngo,
    no_owner,
    no_prevention,
    no_start,
    no_way_to_get_help,
    not_approved,
    review_date_missing_or_past,
    sector_missing,
    social_health_link_missing,
    structured_data_incomplete,
    summary_too_long,
    target_group_undefined,
    urgent_route_missing,
    workshop_without_goal,
)
from model.checks.parties import HEALTH_CARE
from model.codes import MetricKind, Sector, StageKind
from model.completeness.look import Look
from model.completeness.parts import Role, Section
from model.completeness.requirement import (
    Asked,
    Found,
    Given,
    Presence,
    Requirement,
    as_asked_by,
    given_by,
)
from model.messages import N_
from model.records import Goal, Metric, ParticipantGroup, PathwayInfo, Workshop
from model.text import AgeRange

_OWNER = given_by(Role.OWNER)
_GROUP = given_by(Role.WORKING_GROUP)
_COMMUNICATIONS = given_by(Role.COMMUNICATIONS)


def _area(info: PathwayInfo, _look: Look) -> Presence:
    return bool(info.area or info.municipalities)


def _owner(info: PathwayInfo, _look: Look) -> Presence:
    return info.owner is not None and bool(info.owner.role and info.owner.organisation)


def _approval(info: PathwayInfo, _look: Look) -> Presence:
    return any(approval.role and approval.on for approval in info.approvals)


def _statement(info: PathwayInfo, _look: Look) -> Presence:
    statement = info.accessibility_statement
    return statement is not None and bool(statement.url)


BASICS = (
    Requirement(
        section=Section.BASICS, kind=PathwayInfo, field="title", given=_OWNER,
        rule=structured_data_incomplete.RULE, what=N_("title of the pathway"),
    ),
    Requirement(
        section=Section.BASICS, kind=PathwayInfo, field="summary", given=_COMMUNICATIONS,
        rule=summary_too_long.RULE, what=N_("summary"),
    ),
    Requirement(
        section=Section.BASICS, kind=PathwayInfo, field="target_group", given=_GROUP,
        rule=target_group_undefined.RULE, what=N_("target group"),
    ),
    Requirement(
        section=Section.BASICS, kind=PathwayInfo, field="ages", given=_GROUP,
        there=lambda info, _look: info.ages not in {None, AgeRange()},
        rule=target_group_undefined.RULE, what=N_("ages of the target group"),
    ),
    Requirement(
        section=Section.BASICS, kind=PathwayInfo, field="area", given=_GROUP, there=_area,
        rule=target_group_undefined.RULE, what=N_("area or municipalities"),
    ),
    Requirement(
        section=Section.BASICS, kind=PathwayInfo, field="owner", given=_OWNER, there=_owner,
        rule=no_owner.RULE, what=N_("owner, by role and organisation"),
    ),
)  # fmt: skip


def _needed(sector: Sector) -> Found:
    """Whether a sector takes part or is explained away; unknown while an actor has no sector."""

    def there(info: PathwayInfo, look: Look) -> Presence:
        explained = any(
            absent.sector is sector and absent.reason for absent in info.sectors_not_needed
        )
        if explained or sector in look.sectors:
            return True
        return None if None in look.sectors else False

    return there


def _responsible(sector: Sector) -> Found:
    def there(info: PathwayInfo, _look: Look) -> Presence:
        return any(
            part.sector is sector and (part.role or part.person)
            for part in info.sector_responsibles
        )

    return there


def _takes_part(sector: Sector) -> Asked:
    return lambda _info, look: sector in look.sectors


def _by_sector(sector: Sector) -> Given:
    return _GROUP if sector is Sector.CUSTOMER else given_by(sector)


def _needs_coordinator(_info: PathwayInfo, look: Look) -> bool:
    """Whether there are many services, or too many of which no sector is said."""
    rule = no_coordinator.RULE
    return len(look.services) > no_coordinator.MOST_WITHOUT or bool(look.said(rule))


def _needs_link(_info: PathwayInfo, look: Look) -> bool:
    return Sector.SOCIAL in look.sectors and not look.sectors.isdisjoint(HEALTH_CARE)


RESPONSIBILITIES = (
    *(
        Requirement(
            section=Section.HANDOVERS, kind=PathwayInfo, given=_by_sector(sector),
            there=_needed(sector), rule=sector_missing.RULE,
            what=N_("actor of this sector, or why there is none"), of=sector,
        )
        for sector in sector_missing.NEEDED
    ),
    Requirement(
        section=Section.HANDOVERS, kind=PathwayInfo, given=given_by(Sector.NGO),
        there=_needed(Sector.NGO), rule=no_ngo.RULE,
        what=N_("actor of this sector, or why there is none"), of=Sector.NGO,
    ),
    *(
        Requirement(
            section=Section.HANDOVERS, kind=PathwayInfo, field="sector_responsibles",
            given=given_by(sector), there=_responsible(sector), rule=no_owner.RULE,
            when=_takes_part(sector),
            what=N_("who answers for the pathway in this sector"), of=sector,
        )
        for sector in no_owner.ANSWERABLE
    ),
    Requirement(
        section=Section.HANDOVERS, kind=PathwayInfo, field="coordinator", given=_OWNER,
        when=_needs_coordinator, there=as_asked_by(no_coordinator.RULE), rule=no_coordinator.RULE,
        what=N_("who coordinates the customer’s services"),
    ),
    Requirement(
        section=Section.HANDOVERS, kind=PathwayInfo, given=_GROUP, when=_needs_link,
        there=as_asked_by(social_health_link_missing.RULE), rule=social_health_link_missing.RULE,
        what=N_("what links social services and health care"),
    ),
)  # fmt: skip


def _urgent(_info: PathwayInfo, look: Look) -> Presence:
    stages = look.pathway.stages
    return any(stage.kind is StageKind.EMERGENCY for stage in stages) if stages else None


def _own_action(info: PathwayInfo, look: Look) -> Presence:
    asked = as_asked_by(customer_without_action.RULE)
    return asked(info, look) if look.pathway.stages else None


ARC = (
    Requirement(
        section=Section.ARC, kind=PathwayInfo, given=_GROUP, rule=no_start.RULE,
        there=as_asked_by(no_start.RULE), what=N_("where customers come in"),
    ),
    Requirement(
        section=Section.ARC, kind=PathwayInfo, given=_GROUP, rule=no_prevention.RULE,
        there=as_asked_by(no_prevention.RULE), what=N_("prevention or self-care at the start"),
    ),
    Requirement(
        section=Section.ARC, kind=PathwayInfo, given=_GROUP, rule=no_early_identification.RULE,
        there=as_asked_by(no_early_identification.RULE), what=N_("early identification"),
    ),
    Requirement(
        section=Section.ARC, kind=PathwayInfo, given=_GROUP, rule=customer_without_action.RULE,
        there=_own_action, what=N_("what the customer does"),
    ),
    Requirement(
        section=Section.ARC, kind=PathwayInfo, given=_GROUP, rule=urgent_route_missing.RULE,
        there=_urgent, what=N_("stage of urgent help"),
    ),
    Requirement(
        section=Section.ARC, kind=PathwayInfo, given=_GROUP, rule=no_end.RULE,
        there=as_asked_by(no_end.RULE), what=N_("where the need for services ends"),
    ),
)  # fmt: skip

HELP = (
    Requirement(
        section=Section.CUSTOMER_TEXTS, kind=PathwayInfo, field="how_to_get_help", given=_GROUP,
        rule=no_way_to_get_help.RULE, what=N_("how to get help"),
    ),
    Requirement(
        section=Section.CUSTOMER_TEXTS, kind=PathwayInfo, field="emergency", given=_GROUP,
        there=as_asked_by(emergency_text_missing.RULE), rule=emergency_text_missing.RULE,
        what=N_("what to do in an emergency, with the number 112"),
    ),
)  # fmt: skip


def _metric(*kinds: MetricKind) -> Found:
    """Whether there is a metric of these kinds; unknown while one has no kind."""

    def there(_info: PathwayInfo, look: Look) -> Presence:
        held = {metric.kind for metric in look.pathway.of(Metric)}
        return True if held.intersection(kinds) else None if None in held else False

    return there


def _is_outcome(metric: Metric, _look: Look) -> bool:
    return metric.kind is MetricKind.OUTCOME


METRICS = (
    Requirement(
        section=Section.METRICS, kind=PathwayInfo, lists=Goal, given=_OWNER, rule=no_goal.RULE,
        there=as_asked_by(no_goal.RULE), what=N_("goal"),
    ),
    Requirement(
        section=Section.METRICS, kind=PathwayInfo, lists=Metric, given=_OWNER, rule=no_metric.RULE,
        there=_metric(MetricKind.PROCESS), what=N_("metric of how the process works"),
    ),
    Requirement(
        section=Section.METRICS, kind=PathwayInfo, lists=Metric, given=_OWNER, rule=no_metric.RULE,
        there=_metric(MetricKind.OUTCOME, MetricKind.EXPERIENCE),
        what=N_("metric of outcomes or of customers’ experience"),
    ),
    *(
        Requirement(
            section=Section.METRICS, kind=Metric, field=field, given=_OWNER, what=what,
            rule=metric_not_measurable.RULE,
        )
        for field, what in (
            ("definition", N_("what is counted")),
            ("unit", N_("unit of measure")),
            ("source", N_("source of the figures")),
            ("interval", N_("how often it is measured")),
            ("responsible", N_("who answers for the metric")),
        )
    ),
    *(
        Requirement(
            section=Section.METRICS, kind=Metric, field=field, given=_OWNER, what=what,
            rule=metric_not_measurable.RULE, when=_is_outcome,
        )
        for field, what in (
            ("baseline", N_("starting level")),
            ("target", N_("target level")),
        )
    ),
)  # fmt: skip


def _was_held(workshop: Workshop, look: Look) -> bool:
    return workshop.on is not None and workshop.on <= look.review.today


PARTICIPATION = (
    Requirement(
        section=Section.PARTICIPATION, kind=PathwayInfo, lists=ParticipantGroup, given=_GROUP,
        there=as_asked_by(group_not_multiprofessional.RULE), rule=group_not_multiprofessional.RULE,
        what=N_("working group of several professions and sectors"),
    ),
    Requirement(
        section=Section.PARTICIPATION, kind=PathwayInfo, lists=ParticipantGroup, given=_GROUP,
        there=as_asked_by(no_developer_customer.RULE), rule=no_developer_customer.RULE,
        what=N_("customers who were heard"),
    ),
    Requirement(
        section=Section.PARTICIPATION, kind=PathwayInfo, lists=Workshop, given=_GROUP,
        there=as_asked_by(workshop_without_goal.RULE), rule=workshop_without_goal.RULE,
        what=N_("the four large workshops"),
    ),
    Requirement(
        section=Section.PARTICIPATION, kind=Workshop, field="goal", given=_GROUP,
        rule=workshop_without_goal.RULE, what=N_("goal of the workshop"),
    ),
    Requirement(
        section=Section.PARTICIPATION, kind=Workshop, field="result", given=_GROUP,
        when=_was_held, rule=workshop_without_goal.RULE, what=N_("what came of the workshop"),
    ),
)  # fmt: skip

PUBLISHING = (
    Requirement(
        section=Section.PUBLISHING, kind=PathwayInfo, field="approvals", given=_OWNER,
        there=_approval, rule=not_approved.RULE, what=N_("approval, by role and day"),
    ),
    Requirement(
        section=Section.PUBLISHING, kind=PathwayInfo, field="last_reviewed", given=_OWNER,
        rule=review_date_missing_or_past.RULE, what=N_("day of the last review"),
    ),
    Requirement(
        section=Section.PUBLISHING, kind=PathwayInfo, field="next_review", given=_OWNER,
        rule=review_date_missing_or_past.RULE, what=N_("day of the next review"),
    ),
    Requirement(
        section=Section.PUBLISHING, kind=PathwayInfo, field="accessibility_statement",
        given=_COMMUNICATIONS, there=_statement, rule=accessibility_statement_missing.RULE,
        what=N_("address of the accessibility statement"),
    ),
)  # fmt: skip
