"""Damages to what handovers tell."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from msgspec.structs import replace

from model import edits
from model.change import Change
from model.checks.isbar_incomplete import REPORTED
from model.checks.measure_not_repeated import LONG
from model.checks.no_consent_basis import crosses_fields
from model.checks.parties import PRIVATE_PEOPLE, receiver, sector_of, sender
from model.codes import HandoverKind, IsbarPart, MeasurePoint, Sector, StageKind
from model.ids import Id
from model.parts import FormUse
from model.pathway import Pathway
from model.records import Handover, Stage, TimePromise
from model.text import AgeRange
from tests.damage.damage import Damage, Ways, cleared, cleared_each


def _is_referral(arrow: Handover) -> bool:
    return arrow.kind is HandoverKind.REFERRAL


def _moves(arrow: Handover) -> bool:
    return arrow.kind in {
        HandoverKind.REFERRAL,
        HandoverKind.RESPONSIBILITY_TRANSFER,
        HandoverKind.WARM_HANDOVER,
    }


def _no_feedback(pathway: Pathway) -> Iterator[Change]:
    """Take away whatever tells the sender of one referral."""
    feedbacks = [
        edits.update(pathway, arrow.id, kind=HandoverKind.GUIDANCE)
        for arrow in pathway.handovers
        if arrow.kind is HandoverKind.CARE_FEEDBACK
    ]
    for arrow in pathway.handovers:
        if _is_referral(arrow):
            silent = edits.update(pathway, arrow.id, feedback_to=None, no_feedback_reason={})
            yield edits.together("", [silent, *feedbacks])


def _bare_between_professionals(pathway: Pathway) -> Iterator[Change]:
    yield from _bare(pathway, lambda sectors: not sectors & PRIVATE_PEOPLE)


def _bare_between_customer_and_professional(pathway: Pathway) -> Iterator[Change]:
    yield from _bare(pathway, lambda sectors: bool(sectors & PRIVATE_PEOPLE))


def _bare(
    pathway: Pathway, is_meant: Callable[[frozenset[Sector | None]], bool]
) -> Iterator[Change]:
    """Take the kind of all handovers between one pair of actors, both ways."""
    between = defaultdict[frozenset[Id | None], list[Id]](list)
    for arrow in pathway.handovers:
        pair = frozenset({sender(arrow, pathway), receiver(arrow, pathway)})
        sectors = frozenset(sector_of(id, pathway) for id in pair)
        if len(pair) > 1 and None not in pair and is_meant(sectors):
            between[pair].append(arrow.id)
    for arrows in between.values():
        yield edits.together("", [edits.update(pathway, id, kind=None) for id in arrows])


def _kinds(*kinds: HandoverKind) -> Callable[[Handover], bool]:
    return lambda arrow: arrow.kind in kinds


def _without_a_part_of_isbar(pathway: Pathway) -> Iterator[Change]:
    for arrow in pathway.handovers:
        for part in IsbarPart:
            if arrow.isbar and arrow.kind in REPORTED and getattr(arrow.isbar, part.value):
                isbar = replace(arrow.isbar, **{part.value: {}})
                yield edits.update(pathway, arrow.id, isbar=isbar)


def _a_consultation(pathway: Pathway) -> Iterator[Change]:
    """Call a referral or transfer a consultation: the responsibility moves all the same."""
    for arrow in pathway.handovers:
        moves = arrow.responsible_after not in (None, arrow.responsible_before)
        if moves and arrow.kind in {HandoverKind.REFERRAL, HandoverKind.RESPONSIBILITY_TRANSFER}:
            yield edits.update(pathway, arrow.id, kind=HandoverKind.CONSULTATION)


def _consultation_without(field: str) -> Ways:
    """Clear a field of one consultation, or of a referral that becomes one."""

    def ways(pathway: Pathway) -> Iterator[Change]:
        for arrow in pathway.handovers:
            if arrow.kind in {HandoverKind.CONSULTATION, HandoverKind.REFERRAL}:
                stays = arrow.responsible_before or sender(arrow, pathway)
                fields = {"responsible_after": stays, field: None}
                yield edits.update(pathway, arrow.id, kind=HandoverKind.CONSULTATION, **fields)

    return ways


def _not_used_on_the_way(pathway: Pathway) -> Iterator[Change]:
    """Take the measure away where a promise says that the pathway takes half a year or more."""
    if any(promise.target.limit.at_most(LONG) is False for promise in pathway.of(TimePromise)):
        yield from _not_used(MeasurePoint.MIDDLE)(pathway)


def _not_used(point: MeasurePoint) -> Ways:
    """Let no use of one measure that is used at the start be at the point."""

    def ways(pathway: Pathway) -> Iterator[Change]:
        uses = defaultdict[str, list[Stage]](list)
        for stage in pathway.stages:
            for form in stage.forms:
                if MeasurePoint.START in form.points or form.title["fi"] in uses:
                    uses[form.title["fi"]].append(stage)
        for title, stages in uses.items():
            yield edits.together(
                "",
                [
                    edits.update(pathway, stage.id, forms=_without(stage.forms, title, point))
                    for stage in stages
                ],
            )

    return ways


def _without(forms: tuple[FormUse, ...], title: str, point: MeasurePoint) -> tuple[FormUse, ...]:
    return tuple(
        replace(form, points=tuple(each for each in form.points if each is not point))
        if form.title["fi"] == title
        else form
        for form in forms
    )


def _no_consent(pathway: Pathway) -> Iterator[Change]:
    for arrow in pathway.handovers:
        if (
            arrow.kind not in (None, HandoverKind.SELF_REFERRAL)
            and crosses_fields(arrow, pathway)
            and arrow.consent is not None
        ):
            yield edits.update(pathway, arrow.id, consent=None)


def _mere_guidance_to_an_ngo(pathway: Pathway) -> Iterator[Change]:
    for arrow in pathway.handovers:
        if sector_of(receiver(arrow, pathway), pathway) is Sector.NGO:
            mere = HandoverKind.GUIDANCE
            yield edits.update(pathway, arrow.id, kind=mere, follow_up_question={})


def _only_for_the_young(pathway: Pathway) -> Iterator[Change]:
    """Let the customers be at most 23 years old, and nobody move on to adult services."""
    moving_on = [stage.id for stage in pathway.stages if stage.kind is StageKind.TRANSITION]
    for oldest in (17, 23):
        yield edits.together(
            "",
            [
                edits.update(pathway, pathway.info.id, ages=AgeRange(youngest=13, oldest=oldest)),
                *(edits.update(pathway, id, kind=StageKind.GUIDANCE) for id in moving_on),
            ],
        )


DAMAGES = (
    Damage("HAN-01", "handovers between two actors have no kind", _bare_between_professionals),
    Damage(
        "HAN-01",
        "handovers between the customer and an actor have no kind",
        _bare_between_customer_and_professional,
    ),
    Damage(
        "HAN-02", "a referral has no criteria", cleared(Handover, "criteria", where=_is_referral)
    ),
    Damage(
        "HAN-03",
        "a referral lists no information",
        cleared(
            Handover,
            "information",
            where=_kinds(HandoverKind.REFERRAL, HandoverKind.RESPONSIBILITY_TRANSFER),
        ),
    ),
    Damage("HAN-04", "a part of ISBAR is missing", _without_a_part_of_isbar),
    Damage(
        "HAN-04",
        "ISBAR is missing",
        cleared(Handover, "isbar", where=lambda arrow: arrow.kind in REPORTED),
    ),
    Damage(
        "HAN-05",
        "a handover does not say who is responsible",
        cleared_each(
            Handover,
            "responsible_before",
            "responsible_after",
            "responsibility_moves",
            where=_moves,
        ),
    ),
    Damage("HAN-06", "a consultation has no answer time", _consultation_without("answer_within")),
    Damage(
        "HAN-06",
        "a consultation does not say who stays responsible",
        _consultation_without("responsible_after"),
    ),
    Damage("HAN-06", "a consultation moves the responsibility", _a_consultation),
    Damage("HAN-07", "nobody gets feedback of a referral", _no_feedback),
    Damage("HAN-08", "a measure is not used at the end", _not_used(MeasurePoint.END)),
    Damage("HAN-08", "a measure is not used on the way", _not_used_on_the_way),
    Damage(
        "HAN-09",
        "a declined referral leads nowhere",
        cleared_each(Handover, "if_not_accepted", "if_not_accepted_text", where=_is_referral),
    ),
    Damage(
        "HAN-10",
        "the customer is not told",
        cleared_each(Handover, "customer_told", "customer_told_by"),
    ),
    Damage("HAN-11", "no ground for handing information over", _no_consent),
    Damage("HAN-12", "guidance to an NGO is not followed up", _mere_guidance_to_an_ngo),
    Damage("HAN-13", "the young grow out of the pathway", _only_for_the_young),
    Damage(
        "HAN-14", "a referral has no model", cleared(Handover, "model_referral", where=_is_referral)
    ),
)
