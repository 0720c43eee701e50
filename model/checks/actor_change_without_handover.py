"""Actor change without a described handover.

Grouped: one finding for each pair of actors, about the handover with the smallest id, which
stays the same when stages move. A way back to an actor that has handed over in a described way
inherits that.
"""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.facts import Fact
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.parties import PRIVATE_PEOPLE, receiver, sector_of, sender
from model.checks.reads import HANDOVERS, reading
from model.checks.review import Review
from model.checks.wording import NAMED, named, title
from model.codes import HandoverKind, Severity
from model.ids import Id
from model.messages import N_, _, ngettext
from model.pathway import Pathway
from model.records import Actor, Handover


def check(review: Review) -> Iterator[Said]:
    pathway, changes = review.pathway, review.known(CHANGES)
    for (one, other, is_described), ids in changes.by_value.items():
        if not is_described and not changes.of((other, one, True)):
            arrows = [arrow for id in ids if (arrow := pathway.find(Handover, id)) is not None]
            arrows.sort(key=lambda arrow: _place(arrow, review))
            yield _found(one, other, arrows, pathway)


def _place(arrow: Handover, review: Review) -> tuple[int, int, Id]:
    return review.places[arrow.source], review.places[arrow.target], arrow.id


def _changes(arrow: Handover, pathway: Pathway) -> Iterator[tuple[Id, Id, bool]]:
    """Yield from which actor to which one a handover leads, and whether it says how."""
    one, other = sender(arrow, pathway), receiver(arrow, pathway)
    if one is not None and other is not None and one != other:
        yield one, other, arrow.kind is not None


CHANGES = Fact(Handover, _changes)


def _found(one: Id, other: Id, arrows: list[Handover], pathway: Pathway) -> Said:
    places = ", ".join(
        _("“{title}”").format(title=named(arrow, pathway)) for arrow in arrows[:NAMED]
    ) + ("…" if len(arrows) > NAMED else "")
    actors = [actor for id in (one, other) if (actor := pathway.find(Actor, id))]
    is_hint = any(actor.sector in PRIVATE_PEOPLE for actor in actors)
    message = (
        ngettext(
            "From “{sender}” to “{receiver}” {count} way is taken to be the customer’s own "
            "contact or guidance: {places}.",
            "From “{sender}” to “{receiver}” {count} ways are taken to be the customer’s own "
            "contact or guidance: {places}.",
            len(arrows),
        )
        if is_hint
        else ngettext(
            "From “{sender}” to “{receiver}” {count} way does not say how the customer is handed "
            "over: {places}.",
            "From “{sender}” to “{receiver}” {count} ways do not say how the customer is handed "
            "over: {places}.",
            len(arrows),
        )
    )
    ids = sorted(arrow.id for arrow in arrows)
    names = [title(actor) for actor in actors]
    return Said(
        about=ids[0],
        message=message.format(
            sender=names[0], receiver=names[-1], count=len(arrows), places=places
        ),
        also=tuple(ids[1:]),
        severity=Severity.INFO if is_hint else None,
        field="kind",
    )


def _set_what_is_taken_for_granted(finding: Finding, pathway: Pathway) -> Change:
    """Call the ways between a customer and a professional what the hint takes them to be."""
    changes = [
        edits.update(pathway, arrow.id, kind=kind)
        for id in (finding.about, *finding.also)
        if (arrow := pathway.find(Handover, id))
        and arrow.kind is None
        and (kind := _taken_to_be(arrow, pathway))
    ]
    return edits.together(changes[0].label, changes) if changes else Change("")


def _taken_to_be(arrow: Handover, pathway: Pathway) -> HandoverKind | None:
    if sector_of(sender(arrow, pathway), pathway) in PRIVATE_PEOPLE:
        return HandoverKind.SELF_REFERRAL
    if sector_of(receiver(arrow, pathway), pathway) in PRIVATE_PEOPLE:
        return HandoverKind.GUIDANCE
    return None


RULE = Rule(
    id="HAN-01",
    severity=Severity.ERROR,
    severities={"workshop": Severity.WARNING},
    title=N_("Actor change without a described handover"),
    finds=N_(
        "Ways from one actor’s stage to another’s that do not say what kind of handover they "
        "are. Where the customer or a close one is at either end, it is only hinted at."
    ),
    why=N_("Responsibility and information get lost exactly where the actor changes."),
    put_right=N_("Choose the kind of the handover: referral, guidance, warm handover, ..."),
    source="VSSHP hoitoketjut; Pohjois-Savo (referral practice when responsibility moves)",
    reads=reading(HANDOVERS, {Handover: {"kind", "sender", "receiver"}, Actor: {"name", "sector"}}),
    check=check,
    fixes=(
        Fix(
            title=N_("Call it the customer’s own contact, or guidance to the customer"),
            change=_set_what_is_taken_for_granted,
        ),
    ),
)
