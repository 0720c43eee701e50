"""What must be said of stages, of the actors that answer for them and of their channels."""

from model.checks import (
    actor_without_contact,
    clock_ambiguous,
    customer_text_missing,
    digital_only,
    emergency_text_missing,
    end_without_meaning,
    ngo_agreement_missing,
    ngo_role_undefined,
    no_access_time,
    no_way_to_get_help,
    nobody_responsible_while_waiting,
    opening_hours_missing,
    referral_need_unsaid,
    stage_without_actor,
    strong_identification_without_help,
    structured_data_incomplete,
    title_missing_or_repeated,
)
from model.checks.parties import PRIVATE_PEOPLE
from model.codes import Sector, StageKind
from model.completeness.givers import by_actor, by_channel, by_stage
from model.completeness.look import Look
from model.completeness.parts import Role, Section
from model.completeness.requirement import Presence, Requirement, as_asked_by, given_by
from model.messages import N_
from model.records import Actor, Channel, Stage, TimePromise


def _is_public(stage: Stage, _look: Look) -> bool:
    return stage.public


def _is_end(stage: Stage, _look: Look) -> bool:
    return stage.kind is StageKind.END


def _is_start(stage: Stage, _look: Look) -> bool:
    return stage.start and stage.public


def _is_contact(stage: Stage, _look: Look) -> bool:
    return stage.start and stage.public and stage.kind is not StageKind.SELF_CARE


def _is_wait(stage: Stage, _look: Look) -> bool:
    return stage.kind is StageKind.WAIT


def _way_back(stage: Stage, look: Look) -> Presence:
    return bool(stage.way_back or look.pathway.leaving(stage.id))


STAGES = (
    Requirement(
        section=Section.ARC, kind=Stage, field="title", given=by_stage,
        rule=title_missing_or_repeated.RULE, what=N_("title of the stage"),
    ),
    Requirement(
        section=Section.ARC, kind=Stage, field="ends_when", given=by_stage, when=_is_end,
        rule=end_without_meaning.RULE, what=N_("when the service ends"),
    ),
    Requirement(
        section=Section.ARC, kind=Stage, field="end_decided_by", given=by_stage, when=_is_end,
        rule=end_without_meaning.RULE, what=N_("who decides on the end"),
    ),
    Requirement(
        section=Section.ARC, kind=Stage, field="way_back", given=by_stage, when=_is_end,
        there=_way_back, rule=end_without_meaning.RULE, what=N_("how one can come back"),
    ),
    Requirement(
        section=Section.HANDOVERS, kind=Stage, field="actor", given=by_stage,
        rule=stage_without_actor.RULE, what=N_("who answers for the stage"),
    ),
    Requirement(
        section=Section.HANDOVERS, kind=Stage, field="more_info", given=by_stage, when=_is_wait,
        there=as_asked_by(nobody_responsible_while_waiting.RULE),
        rule=nobody_responsible_while_waiting.RULE, what=N_("whom to contact while waiting"),
    ),
    Requirement(
        section=Section.CUSTOMER_TEXTS, kind=Stage, field="what_happens", given=by_stage,
        when=_is_public, rule=customer_text_missing.RULE,
        what=N_("what happens, in the customer’s words"),
    ),
    Requirement(
        section=Section.CUSTOMER_TEXTS, kind=Stage, field="more_info", given=by_stage,
        when=lambda stage, _look: stage.public and stage.kind is StageKind.EMERGENCY,
        there=as_asked_by(emergency_text_missing.RULE), rule=emergency_text_missing.RULE,
        what=N_("the number 112"),
    ),
    Requirement(
        section=Section.TIMES, kind=Stage, field="time_targets", given=by_stage,
        when=lambda stage, _look: stage.kind in no_access_time.ASKED,
        there=as_asked_by(no_access_time.RULE), rule=no_access_time.RULE,
        what=N_("how soon one gets there"),
    ),
    Requirement(
        section=Section.TIMES, kind=Stage, field="time_targets", given=by_stage,
        when=lambda stage, _look: bool(stage.time_targets),
        there=as_asked_by(clock_ambiguous.RULE), rule=clock_ambiguous.RULE,
        what=N_("from what and to what the time is counted"),
    ),
    Requirement(
        section=Section.TIMES, kind=TimePromise, field="target", given=given_by(Role.OWNER),
        there=as_asked_by(clock_ambiguous.RULE), rule=clock_ambiguous.RULE,
        what=N_("from what and to what the time is counted"),
    ),
    Requirement(
        section=Section.CHANNELS, kind=Stage, field="channels", given=by_stage, when=_is_public,
        there=as_asked_by(digital_only.RULE), rule=digital_only.RULE,
        what=N_("channel that is not only digital"),
    ),
    Requirement(
        section=Section.CHANNELS, kind=Stage, field="channels", given=by_stage, when=_is_contact,
        there=as_asked_by(no_way_to_get_help.RULE), rule=no_way_to_get_help.RULE,
        what=N_("how to make contact"),
    ),
    Requirement(
        section=Section.CHANNELS, kind=Stage, field="needs_referral", given=by_stage,
        when=_is_start, rule=referral_need_unsaid.RULE, what=N_("whether a referral is needed"),
    ),
    Requirement(
        section=Section.CHANNELS, kind=Stage, field="channels", given=by_stage,
        when=lambda stage, _look: stage.public and bool(stage.omasote),
        there=as_asked_by(strong_identification_without_help.RULE),
        rule=strong_identification_without_help.RULE,
        what=N_("help in using the digital service"),
    ),
)  # fmt: skip


def _is_contacted(actor: Actor, look: Look) -> bool:
    """Whether a customer must contact the actor; of NGOs another rule asks the contact."""
    others = actor.sector not in {*PRIVATE_PEOPLE, Sector.NGO}
    return others and actor.id in look.contacted


def _is_ngo(actor: Actor, _look: Look) -> bool:
    return actor.sector is Sector.NGO


def _is_ngo_that_answers(actor: Actor, look: Look) -> bool:
    return actor.sector is Sector.NGO and actor.id in look.answering


def _has_contact(actor: Actor, _look: Look) -> Presence:
    return any(contact.value or contact.text for contact in actor.contacts)


def _needs_name(actor: Actor, look: Look) -> bool:
    return actor.id in look.providers and actor.sector not in PRIVATE_PEOPLE


def _has_name(actor: Actor, _look: Look) -> Presence:
    return bool(actor.name or actor.organisation)


ACTORS = (
    Requirement(
        section=Section.HANDOVERS, kind=Actor, field="name", given=by_actor, when=_needs_name,
        there=_has_name, rule=structured_data_incomplete.RULE, what=N_("name of the actor"),
    ),
    Requirement(
        section=Section.HANDOVERS, kind=Actor, field="role", given=by_actor, when=_is_ngo,
        rule=ngo_role_undefined.RULE, what=N_("what its part in the pathway is"),
    ),
    Requirement(
        section=Section.HANDOVERS, kind=Actor, field="agreement", given=by_actor,
        when=_is_ngo_that_answers, rule=ngo_agreement_missing.RULE,
        what=N_("on what agreement it takes part"),
    ),
    Requirement(
        section=Section.CHANNELS, kind=Actor, field="contacts", given=by_actor,
        when=_is_contacted, there=_has_contact, rule=actor_without_contact.RULE,
        what=N_("public contact"),
    ),
    Requirement(
        section=Section.CHANNELS, kind=Actor, field="contacts", given=by_actor, when=_is_ngo,
        there=_has_contact, rule=ngo_role_undefined.RULE, what=N_("public contact"),
    ),
)  # fmt: skip


def _is_staffed(channel: Channel, _look: Look) -> bool:
    return channel.kind in opening_hours_missing.STAFFED


def _may_close(channel: Channel, look: Look) -> bool:
    """Whether there is a time at which nobody answers."""
    staffed = _is_staffed(channel, look)
    return staffed and not opening_hours_missing.is_always_open(channel)


def _may_need_identification(channel: Channel, _look: Look) -> bool:
    return channel.authentication is True or (channel.digital and channel.authentication is None)


def _support(channel: Channel, _look: Look) -> Presence:
    """Whether help is named; unknown while it is not said whether any is needed."""
    if channel.support:
        return True
    return None if channel.authentication is None else False


CHANNELS = (
    Requirement(
        section=Section.CHANNELS, kind=Channel, field="name", given=by_channel,
        when=lambda channel, look: channel.id in look.used_in_public,
        rule=structured_data_incomplete.RULE, what=N_("name of the channel"),
    ),
    Requirement(
        section=Section.CHANNELS, kind=Channel, field="hours", given=by_channel, when=_is_staffed,
        rule=opening_hours_missing.RULE, what=N_("opening hours"),
    ),
    Requirement(
        section=Section.CHANNELS, kind=Channel, field="out_of_hours", given=by_channel,
        when=_may_close, rule=opening_hours_missing.RULE,
        what=N_("what to do outside opening hours"),
    ),
    Requirement(
        section=Section.CHANNELS, kind=Channel, field="support", given=by_channel,
        when=_may_need_identification, there=_support,
        rule=strong_identification_without_help.RULE,
        what=N_("help in using the digital service"),
    ),
)  # fmt: skip
