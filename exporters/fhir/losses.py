"""What of a public pathway a PlanDefinition has no place for, in words."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from exporters.fhir.actions import holds_condition
from exporters.fhir.elements import duration, offset, web_address
from model.codes import Flow
from model.messages import N_, _, ngettext
from model.parts import FormUse, Link, RelatedArtifact
from model.pathway import Pathway
from model.records import (
    Actor,
    Channel,
    Handover,
    ParticipantGroup,
    PathwayInfo,
    Record,
    Stage,
    TimePromise,
)
from model.text import Span

Loss = Callable[[Pathway], str]

# Fields of records that no part of the resource is made from, by what they are about.
UNUSED: Mapping[type[Record], Mapping[str, tuple[str, ...]]] = {
    PathwayInfo: {
        N_("how to get help"): ("how_to_get_help",),
        N_("what to do in an emergency"): ("emergency",),
        N_("who the pathway is not for"): ("not_for",),
        N_("rights"): ("rights",),
        N_("the accessibility statement"): ("accessibility_statement",),
        N_("explained words"): ("glossary",),
        N_("municipalities"): ("municipalities",),
        N_("the next review"): ("next_review",),
        N_("addresses of pages"): ("slug",),
    },
    Stage: {
        N_("where customers come in"): ("start",),
        N_("more information"): ("more_info",),
        N_("fee"): ("fee",),
        N_("who produces the service"): ("provider",),
        N_("outcomes"): ("outcomes",),
        N_("how it ends and the way back"): ("ends_when", "end_decided_by", "way_back"),
        N_("next contact"): ("next_contact",),
        N_("Omasote"): ("omasote",),
    },
    Handover: {
        N_("kind"): ("kind", "outcome", "direct_access"),
        N_("sender and receiver"): ("sender", "receiver"),
        N_("trigger and criteria"): ("trigger", "criteria"),
        N_("ISBAR"): ("isbar",),
        N_("how information travels and on what ground"): ("media", "consent"),
        N_("who is responsible"): (
            "responsible_before",
            "responsible_during",
            "responsible_after",
            "responsibility_moves",
        ),
        N_("time limits between professionals"): (
            "send_within",
            "accept_within",
            "answer_within",
            "feedback_within",
        ),
        N_("acknowledgement, and what if it is not accepted"): (
            "acknowledgement",
            "if_not_accepted",
            "if_not_accepted_text",
        ),
        N_("feedback"): ("feedback_from", "feedback_to"),
        N_("what the customer is told"): ("customer_told", "customer_told_by", "waiting_contact"),
        N_("model referral"): ("model_referral",),
    },
    Actor: {
        N_("contact details"): ("contacts",),
        N_("service languages"): ("languages",),
    },
}


def lost(pathway: Pathway) -> Iterator[str]:
    """Yield a sentence for each kind of content that stays out of the resource."""
    for loss in LOSSES:
        if sentence := loss(pathway):
            yield sentence


def _unused_of(kind: type[Record], sentence: Callable[[int], str]) -> Loss:
    """Return what to say of the unused fields of a kind, only those that are filled."""

    def loss(pathway: Pathway) -> str:
        filled = [record for record in pathway.of(kind) if _has_any(record, _fields(kind))]
        parts = [
            _(about)
            for about, fields in UNUSED[kind].items()
            if any(_has_any(record, fields) for record in filled)
        ]
        count = len(filled)
        return sentence(count).format(count=count, parts=", ".join(parts)) if filled else ""

    return loss


def _fields(kind: type[Record]) -> tuple[str, ...]:
    return tuple(field for fields in UNUSED[kind].values() for field in fields)


def _has_any(record: Record, fields: Sequence[str]) -> bool:
    return any(getattr(record, field) not in (None, "", (), {}, False) for field in fields)


def _of_the_pathway(_count: int) -> str:
    return _("Left out of the pathway as a whole: {parts}.")


def _of_stages(count: int) -> str:
    return ngettext(
        "Left out of {count} stage: {parts}.", "Left out of {count} stages: {parts}.", count
    )


def _of_handovers(count: int) -> str:
    return ngettext(
        "Left out of {count} handover: {parts}.", "Left out of {count} handovers: {parts}.", count
    )


def _of_actors(count: int) -> str:
    return ngettext(
        "Left out of {count} actor: {parts}.", "Left out of {count} actors: {parts}.", count
    )


def _channels(pathway: Pathway) -> str:
    count = len(pathway.of(Channel))
    return _counted(
        count,
        ngettext(
            "Left out: {count} channel with its contact details and hours.",
            "Left out: {count} channels with their contact details and hours.",
            count,
        ),
    )


def _branches(pathway: Pathway) -> str:
    count = sum(_is_branch(pathway.leaving(stage.id)) for stage in pathway.stages)
    return _counted(
        count,
        ngettext(
            "{count} branch: which ways exclude each other and which are gone at the same time "
            "stands in words only.",
            "{count} branches: which ways exclude each other and which are gone at the same time "
            "stands in words only.",
            count,
        ),
    )


def _is_branch(leaving: Sequence[Handover]) -> bool:
    return len(leaving) > 1 or any(arrow.flow is Flow.PARALLEL for arrow in leaving)


def _way_conditions(pathway: Pathway) -> str:
    count = sum(
        bool(arrow.condition) and not holds_condition(pathway.arriving(arrow.target))
        for arrow in pathway.handovers
    )
    return _counted(
        count,
        ngettext(
            "{count} condition is documentation only: several ways lead to the stage, and FHIR’s "
            "conditions would all have to be met.",
            "{count} conditions are documentation only: several ways lead to the stage, and "
            "FHIR’s conditions would all have to be met.",
            count,
        ),
    )


def _times(pathway: Pathway) -> str:
    targets = [target.limit for stage in pathway.stages for target in stage.time_targets]
    targets += [promise.target.limit for promise in pathway.of(TimePromise)]
    waits = [arrow.see_within.limit for arrow in pathway.handovers if arrow.see_within]
    count = sum(duration(limit) is None for limit in targets)
    count += sum(offset(limit) is None for limit in waits)
    count += sum(_is_unheld(stage.duration) for stage in pathway.stages)
    return _counted(
        count,
        ngettext(
            "{count} time stands in words only: FHIR has no working days, and no number can be "
            "read from some words.",
            "{count} times stand in words only: FHIR has no working days, and no number can be "
            "read from some words.",
            count,
        ),
    )


def _is_unheld(span: Span | None) -> bool:
    return span is not None and (duration(span) is None or not span.least)


def _addresses(pathway: Pathway) -> str:
    count = sum(len({*each.url.values()}) > 1 for each in _links(pathway))
    return _counted(
        count,
        ngettext(
            "{count} link keeps only its address in the first language.",
            "{count} links keep only their addresses in the first language.",
            count,
        ),
    )


def _unusable_addresses(pathway: Pathway) -> str:
    """Tell of what has an address that no system should follow."""
    count = sum(
        bool(each.url) and not any(web_address(each.url, code) for code in each.url)
        for each in _links(pathway)
    )
    return _counted(
        count,
        ngettext(
            "Left out: {count} address that is none of the web (http or https).",
            "Left out: {count} addresses that are none of the web (http or https).",
            count,
        ),
    )


def _links(pathway: Pathway) -> Iterator[Link | FormUse | RelatedArtifact]:
    if pathway.info.feedback:
        yield pathway.info.feedback
    yield from pathway.info.related_artifacts
    for stage in pathway.stages:
        yield from stage.links
        yield from stage.forms
        yield from stage.related_artifacts


def _small_facts(pathway: Pathway) -> str:
    info = pathway.info
    artifacts = [*info.related_artifacts, *(a for s in pathway.stages for a in s.related_artifacts)]
    parts = [
        _("when sources were read") if any(each.checked for each in artifacts) else "",
        _("when forms are used")
        if any(form.points for stage in pathway.stages for form in stage.forms)
        else "",
        _("which version each approval is of") if any(a.version for a in info.approvals) else "",
    ]
    told = ", ".join(filter(None, parts))
    return _("Left out: {parts}.").format(parts=told) if told else ""


def _groups(pathway: Pathway) -> str:
    return _("Left out: which groups made the pathway.") if pathway.of(ParticipantGroup) else ""


def _counted(count: int, sentence: str) -> str:
    return sentence.format(count=count) if count else ""


LOSSES: tuple[Loss, ...] = (
    _unused_of(PathwayInfo, _of_the_pathway),
    _unused_of(Stage, _of_stages),
    _unused_of(Handover, _of_handovers),
    _unused_of(Actor, _of_actors),
    _channels,
    _branches,
    _way_conditions,
    _times,
    _addresses,
    _small_facts,
    _unusable_addresses,
    _groups,
)
