"""Damages to what handovers tell."""

from collections import defaultdict
from collections.abc import Iterator

from model import edits
from model.change import Change
from model.codes import HandoverKind, Sector
from model.ids import Id
from model.pathway import Pathway
from model.records import Actor, Handover, Stage
from tests.damage.damage import Damage, cleared, cleared_each

PRIVATE = {Sector.CUSTOMER, Sector.CLOSE_ONE}


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


def _bare_between_two(pathway: Pathway) -> Iterator[Change]:
    """Take the kind of all handovers between one pair of professional actors, both ways."""
    between = defaultdict[frozenset[Id], list[Id]](list)
    for arrow in pathway.handovers:
        source, target = pathway.find(Stage, arrow.source), pathway.find(Stage, arrow.target)
        actors = [pathway.find(Actor, stage.actor) for stage in (source, target) if stage]
        ids = frozenset(actor.id for actor in actors if actor and actor.sector not in PRIVATE)
        if len(ids) > 1 and arrow.kind is not None:
            between[ids].append(arrow.id)
    for arrows in between.values():
        yield edits.together("", [edits.update(pathway, id, kind=None) for id in arrows])


DAMAGES = (
    Damage("HAN-01", "handovers between two actors have no kind", _bare_between_two),
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
