"""The same handover twice."""

from collections.abc import Iterator

import msgspec

from model import edits
from model.change import Change
from model.checks.facts import Fact
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.reads import HANDOVERS, reading
from model.checks.review import Review
from model.checks.wording import plain, title
from model.codes import HandoverKind, OutcomeKind, Severity
from model.ids import Id
from model.integrity import LINKS
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Handover

Sameness = tuple[Id, Id, HandoverKind | None, OutcomeKind | None, tuple[tuple[str, str], ...]]


def check(review: Review) -> Iterator[Said]:
    for sameness, ids in review.known(SAMENESS).by_value.items():
        if len(ids) > 1:
            source, target, *_more = sameness
            message = _("{count} handovers lead from “{source}” to “{target}” in the same way.")
            words = message.format(
                count=len(ids),
                source=title(review.pathway[source]),
                target=title(review.pathway[target]),
            )
            first, *others = sorted(ids)  # all of the same two stages, so that ids order them
            yield Said(about=first, message=words, also=tuple(others))


def _sameness(arrow: Handover) -> Sameness:
    """Return by what two handovers are the same; their information may differ."""
    condition = sorted((language, plain(words)) for language, words in arrow.condition.items())
    return arrow.source, arrow.target, arrow.kind, arrow.outcome, tuple(condition)


SAMENESS = Fact(Handover, lambda arrow, _pathway: (_sameness(arrow),))


def _remove_what_adds_nothing(finding: Finding, pathway: Pathway) -> Change:
    """Keep the one that says all that the others say, if there is one, and remove these."""
    ids = (finding.about, *finding.also)
    arrows = [arrow for id in ids if (arrow := pathway.find(Handover, id))]
    for kept in arrows:
        others = [arrow for arrow in arrows if arrow is not kept]
        if others and all(_says_no_more(arrow, kept) for arrow in others):
            gone = [arrow.id for arrow in others]
            return Change("") if _is_linked_to(gone, pathway) else edits.remove(pathway, gone)
    return Change("")


def _says_no_more(arrow: Handover, kept: Handover) -> bool:
    nothing = Handover(id=arrow.id, source=arrow.source, target=arrow.target)
    return _sameness(arrow) == _sameness(kept) and all(
        getattr(arrow, field) in (getattr(kept, field), getattr(nothing, field))
        for field in msgspec.structs.asdict(arrow)
        if field != "id"
    )


def _is_linked_to(ids: list[Id], pathway: Pathway) -> bool:
    """Whether a story, a note or an accepted finding would lose what it is about."""
    return any(
        not set(ids).isdisjoint(link.ids(getattr(record, link.field)))
        for record in pathway.values()
        for link in LINKS.get(type(record), ())
    )


RULE = Rule(
    id="STR-18",
    severity=Severity.WARNING,
    title=N_("The same handover twice"),
    finds=N_("Handovers between the same two stages, of the same kind and on the same condition."),
    why=N_("What is written on one of them is missed on the other, and numbers count it twice."),
    put_right=N_("Remove one, or say in what they differ: their kind or their condition."),
    source="bpmnlint no-duplicate-sequence-flows",
    reads=reading(HANDOVERS, {Handover: {"kind", "outcome", "condition"}}),
    check=check,
    fixes=(
        Fix(
            title=N_("Remove the handover that says nothing more"),
            change=_remove_what_adds_nothing,
        ),
    ),
)
