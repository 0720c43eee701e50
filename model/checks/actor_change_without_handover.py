"""Actor change without a described handover.

Grouped: one finding for each pair of actors, about the handover with the smallest id, which
stays the same when stages move. A way back to an actor that has handed over in a described way
inherits that.
"""

from collections import defaultdict
from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.reads import HANDOVERS, reading
from model.checks.review import Review
from model.checks.wording import NAMED, named, title
from model.codes import Sector, Severity
from model.ids import Id
from model.messages import N_, _, ngettext
from model.pathway import Pathway
from model.records import Actor, Handover, Stage

PRIVATE_PEOPLE = {Sector.CUSTOMER, Sector.CLOSE_ONE}


def check(review: Review) -> Iterator[Said]:
    pathway = review.pathway
    described: set[tuple[Id, Id]] = set()
    bare: defaultdict[tuple[Id, Id], list[Handover]] = defaultdict(list)
    for arrow in pathway.handovers:
        sender, receiver = _sides(arrow, pathway)
        if sender is None or receiver is None or sender == receiver:
            continue
        if arrow.kind is None:
            bare[sender, receiver].append(arrow)
        else:
            described.add((sender, receiver))
    for (sender, receiver), arrows in bare.items():
        if (receiver, sender) not in described:
            yield _found(sender, receiver, arrows, pathway)


def _sides(arrow: Handover, pathway: Pathway) -> tuple[Id | None, Id | None]:
    source, target = pathway.find(Stage, arrow.source), pathway.find(Stage, arrow.target)
    return (
        arrow.sender or (source.actor if source else None),
        arrow.receiver or (target.actor if target else None),
    )


def _found(sender: Id, receiver: Id, arrows: list[Handover], pathway: Pathway) -> Said:
    places = ", ".join(
        _("“{title}”").format(title=named(arrow, pathway)) for arrow in arrows[:NAMED]
    ) + ("…" if len(arrows) > NAMED else "")
    actors = [actor for id in (sender, receiver) if (actor := pathway.find(Actor, id))]
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
    )


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
)
