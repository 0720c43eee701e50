"""Ping-pong between organisations.

Two stages that lead to each other are passed over when one of them is a decision, when both
have another way on, or when one of the handovers is of a kind that goes back and forth by
agreement.
"""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.reads import AXES, CELLS, reading
from model.checks.review import Review
from model.checks.wording import title
from model.codes import HandoverKind, Severity, StageKind
from model.ids import Id
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Actor, Handover, Stage
from model.text import Text

BY_AGREEMENT = {HandoverKind.CONSULTATION, HandoverKind.CARE_FEEDBACK, HandoverKind.SHARED_CARE}


def check(stage: Stage, review: Review) -> Iterator[Said]:
    ways, places = review.ways, review.places
    for id in ways[stage.id]:
        other = review.pathway.find(Stage, id)
        if other is None or stage.id not in ways[id] or places[id] <= places[stage.id]:
            continue
        arrows = [
            arrow
            for arrow in (*review.pathway.leaving(stage.id), *review.pathway.leaving(id))
            if {arrow.source, arrow.target} == {stage.id, id}
        ]
        if _bounces(stage, other, arrows, review):
            message = _("A customer can bounce between “{one}” and “{other}”.").format(
                one=title(stage), other=title(other)
            )
            also = (id, *(arrow.id for arrow in arrows))
            yield Said(about=stage.id, message=message, also=also)


def _bounces(one: Stage, other: Stage, arrows: list[Handover], review: Review) -> bool:
    return (
        {arrow.source for arrow in arrows} == {one.id, other.id}
        and StageKind.DECISION not in (one.kind, other.kind)
        and all(arrow.kind not in BY_AGREEMENT for arrow in arrows)
        and not (_has_exit(one, other.id, review) and _has_exit(other, one.id, review))
        and _differ(_organisation(one, review.pathway), _organisation(other, review.pathway))
    )


def _has_exit(stage: Stage, other: Id, review: Review) -> bool:
    return any(target not in (stage.id, other) for target in review.ways[stage.id])


def _organisation(stage: Stage, pathway: Pathway) -> Text | Id | None:
    """Return the organisation that answers for a stage, the actor where none is named."""
    actor = pathway.find(Actor, stage.actor)
    return (actor.organisation or actor.id) if actor else None


def _differ(one: Text | Id | None, other: Text | Id | None) -> bool:
    return one is not None and other is not None and one != other


RULE = Rule(
    id="STR-10",
    severity=Severity.WARNING,
    title=N_("Ping-pong between organisations"),
    finds=N_(
        "Two stages of different organisations that send the customer back to each other, where "
        "one of them has no other way on and nothing is decided."
    ),
    why=N_("Each side thinks that the other one takes care: the customer bounces between them."),
    put_right=N_(
        "Add a decision or a way out, or say that the handover is a consultation or feedback."
    ),
    source="Soite multi-service process (bouncing); Valvira/TEO 4/2006",
    each=Stage,
    reads=reading(AXES, {Actor: {"organisation"}}),
    along=reading(
        CELLS,
        {Stage: {"kind"}, Handover: {"source", "target", "if_not_accepted", "kind"}},
    ),
    check=check,
)
