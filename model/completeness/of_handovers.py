"""What must be said of handovers: how the customer gets on, and with whose responsibility."""

from model.checks import (
    actor_change_without_handover,
    clock_ambiguous,
    consultation_unclear,
    customer_not_told,
    isbar_incomplete,
    no_consent_basis,
    nobody_responsible_while_waiting,
    referral_without_criteria,
    referral_without_feedback,
    referral_without_information,
    rejected_referral_without_route,
    responsibility_undefined,
    unlabelled_branch,
)
from model.checks.time_targets import placed_targets
from model.codes import Flow, HandoverKind, IsbarPart, Severity
from model.completeness.givers import by_receiver, by_sender
from model.completeness.look import Look
from model.completeness.parts import Section
from model.completeness.requirement import Found, Presence, Requirement, as_asked_by
from model.ids import Id
from model.messages import N_
from model.records import Handover

_BRANCH = unlabelled_branch.RULE
_CHANGE = actor_change_without_handover.RULE
_CONSENT = no_consent_basis.RULE
_WAIT = nobody_responsible_while_waiting.RULE


def _is_branch(handover: Handover, look: Look) -> bool:
    """Whether it is one of several different ways on, of which not all are taken."""
    ways = {(arrow.target, arrow.kind) for arrow in look.pathway.leaving(handover.source)}
    return handover.flow is not Flow.PARALLEL and len(ways) > 1


def _condition(handover: Handover, _look: Look) -> Presence:
    return bool(handover.condition) or handover.outcome is not None


def _source(handover: Handover, _look: Look) -> Id:
    return handover.source


def _changes_actor(handover: Handover, look: Look) -> bool:
    """Whether the actor changes; where it is only hinted at that the kind is missing, it is not."""
    one, other = look.ends(handover)
    if one is None or other is None or one == other:
        return False
    said = look.said(_CHANGE).get(handover.id, ())
    return handover.kind is not None or any(each.severity is not Severity.INFO for each in said)


def _of_the_pair(handover: Handover, look: Look) -> Id:
    """Return the handover that stands for all of the same two actors."""
    said = look.said(_CHANGE).get(handover.id, ())
    return next((each.about for each in said if each.about), handover.id)


def _is_referral(handover: Handover, _look: Look) -> bool:
    return handover.kind is HandoverKind.REFERRAL


def _is_consultation(handover: Handover, _look: Look) -> bool:
    return handover.kind is HandoverKind.CONSULTATION


def _sends(handover: Handover, _look: Look) -> bool:
    return handover.kind in referral_without_information.SENDS


def _is_reported(handover: Handover, _look: Look) -> bool:
    return handover.kind in isbar_incomplete.REPORTED


def _moves(handover: Handover, _look: Look) -> bool:
    return handover.kind in responsibility_undefined.MOVES


def _isbar(part: IsbarPart) -> Found:
    def there(handover: Handover, _look: Look) -> Presence:
        isbar = handover.isbar
        return isbar is not None and bool(getattr(isbar, part.value) or part in isbar.not_needed)

    return there


def _onward_route(handover: Handover, look: Look) -> Presence:
    return handover.if_not_accepted is not None or any(
        onward.outcome in rejected_referral_without_route.REJECTED
        for onward in look.pathway.leaving(handover.target)
    )


def _needs_consent(handover: Handover, look: Look) -> bool:
    """Whether it crosses fields, or may do so."""
    one, other = look.ends(handover)
    if handover.kind in (None, HandoverKind.SELF_REFERRAL) or one == other:
        return False
    crosses = no_consent_basis.crosses_fields(handover, look.pathway)
    return crosses or as_asked_by(_CONSENT)(handover, look) is None


def _may_wait(handover: Handover, _look: Look) -> bool:
    waits = nobody_responsible_while_waiting.customers_waits(handover)
    return any(wait.limit.most != 0 for wait in waits)


def _while_waiting(field: str) -> Found:
    """Whether it is said; unknown when the words of no time target tell whether one waits."""

    def there(handover: Handover, _look: Look) -> Presence:
        if getattr(handover, field):
            return True
        waits = nobody_responsible_while_waiting.customers_waits(handover)
        return False if any(wait.limit.most for wait in waits) else None

    return there


WAYS = (
    Requirement(
        section=Section.ARC, kind=Handover, field="condition", given=by_sender, when=_is_branch,
        there=_condition, rule=_BRANCH, found_at=_source, what=N_("when this way is taken"),
    ),
    Requirement(
        section=Section.HANDOVERS, kind=Handover, field="kind", given=by_sender,
        when=_changes_actor, rule=_CHANGE, found_at=_of_the_pair,
        what=N_("how the customer is handed over"),
    ),
    Requirement(
        section=Section.HANDOVERS, kind=Handover, field="customer_told", given=by_sender,
        rule=customer_not_told.RULE, what=N_("what the customer is told"),
    ),
    Requirement(
        section=Section.HANDOVERS, kind=Handover, field="customer_told_by", given=by_sender,
        rule=customer_not_told.RULE, what=N_("who tells the customer"),
    ),
    Requirement(
        section=Section.HANDOVERS, kind=Handover, field="consent", given=by_sender,
        when=_needs_consent, there=as_asked_by(_CONSENT), rule=_CONSENT,
        what=N_("on what ground information is handed over"),
    ),
    *(
        Requirement(
            section=Section.HANDOVERS, kind=Handover, field=field, given=by_sender, when=_may_wait,
            there=_while_waiting(field), rule=_WAIT, what=what,
        )
        for field, what in (
            ("responsible_during", N_("who is responsible during the wait")),
            ("waiting_contact", N_("whom to contact while waiting")),
        )
    ),
    *(
        Requirement(
            section=Section.HANDOVERS, kind=Handover, field=field, given=by_sender, when=_moves,
            rule=responsibility_undefined.RULE, what=what,
        )
        for field, what in (
            ("responsible_before", N_("who is responsible before")),
            ("responsible_after", N_("who is responsible after")),
            ("responsibility_moves", N_("when the responsibility moves")),
        )
    ),
    Requirement(
        section=Section.TIMES, kind=Handover, given=by_receiver,
        when=lambda handover, _look: any(placed_targets(handover)),
        there=as_asked_by(clock_ambiguous.RULE), rule=clock_ambiguous.RULE,
        what=N_("from what and to what the time is counted"),
    ),
)  # fmt: skip

REFERRALS = (
    Requirement(
        section=Section.HANDOVERS, kind=Handover, field="criteria", given=by_receiver,
        when=_is_referral, rule=referral_without_criteria.RULE, what=N_("criteria of the referral"),
    ),
    Requirement(
        section=Section.HANDOVERS, kind=Handover, field="information", given=by_sender,
        when=_sends, rule=referral_without_information.RULE,
        what=N_("what information goes with it"),
    ),
    *(
        Requirement(
            section=Section.HANDOVERS, kind=Handover, field="isbar", given=by_sender,
            when=_is_reported, there=_isbar(part), rule=isbar_incomplete.RULE,
            what=N_("ISBAR"), of=part,
        )
        for part in IsbarPart
    ),
    Requirement(
        section=Section.HANDOVERS, kind=Handover, field="if_not_accepted", given=by_receiver,
        when=_is_referral, there=_onward_route, rule=rejected_referral_without_route.RULE,
        what=N_("where the customer goes on when it is not accepted"),
    ),
    Requirement(
        section=Section.HANDOVERS, kind=Handover, field="if_not_accepted_text", given=by_receiver,
        when=_is_referral, rule=rejected_referral_without_route.RULE,
        what=N_("what is told when it is not accepted"),
    ),
    Requirement(
        section=Section.HANDOVERS, kind=Handover, field="feedback_to", given=by_receiver,
        when=_is_referral, there=as_asked_by(referral_without_feedback.RULE),
        rule=referral_without_feedback.RULE, what=N_("who gets feedback"),
    ),
    Requirement(
        section=Section.HANDOVERS, kind=Handover, field="responsible_after", given=by_sender,
        when=_is_consultation, rule=consultation_unclear.RULE, what=N_("who stays responsible"),
    ),
    Requirement(
        section=Section.TIMES, kind=Handover, field="answer_within", given=by_receiver,
        when=_is_consultation, rule=consultation_unclear.RULE, what=N_("how soon it is answered"),
    ),
)  # fmt: skip
