"""Damages to what handovers tell."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from model import edits
from model.change import Change
from model.checks.parties import PRIVATE_PEOPLE, receiver, sector_of, sender
from model.codes import HandoverKind, Sector
from model.ids import Id
from model.pathway import Pathway
from model.records import Handover
from tests.damage.damage import Damage, cleared, cleared_each


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
    Damage("HAN-07", "nobody gets feedback of a referral", _no_feedback),
    Damage(
        "HAN-09",
        "a declined referral leads nowhere",
        cleared_each(Handover, "if_not_accepted", "if_not_accepted_text", where=_is_referral),
    ),
)
