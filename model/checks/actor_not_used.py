"""Actor not used."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.reads import reading
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Severity
from model.ids import Id
from model.integrity import LINKS
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Actor, Handover, PathwayInfo, Stage

NAMING = {
    kind: [link for link in LINKS[kind] if Actor in link.to]
    for kind in (Stage, Handover, PathwayInfo)
}
"""The fields of what is drawn that name actors."""


def check(review: Review) -> Iterator[Said]:
    used = set(_named(review.pathway))
    for actor in review.pathway.actors:
        if actor.id not in used:
            message = _("“{title}” has no part in any stage or handover.")
            yield Said(about=actor.id, message=message.format(title=title(actor)))


def _named(pathway: Pathway) -> Iterator[Id]:
    for kind, links in NAMING.items():
        for record in pathway.of(kind):
            for link in links:
                yield from link.ids(getattr(record, link.field))


def _remove(finding: Finding, pathway: Pathway) -> Change:
    """Remove the actor, unless a note or the like would lose what it is about."""
    actor = finding.about or ""
    if any(
        actor in link.ids(getattr(record, link.field))
        for record in pathway.values()
        for link in LINKS.get(type(record), ())
    ):
        return Change("")
    return edits.remove(pathway, [actor])


RULE = Rule(
    id="RES-02",
    severity=Severity.INFO,
    severities={"workshop": Severity.OFF},
    title=N_("Actor not used"),
    finds=N_("An actor that answers for no stage, takes part in none, and is in no handover."),
    why=N_("An empty lane promises something that the pathway does not tell."),
    put_right=N_("Give the actor its part, or remove it."),
    source="Rule catalogue (nothing in the model is left over); Archi validator (unused elements)",
    reads=reading(
        {Actor: {"order"}, Stage: {"order"}},
        {kind: {link.field for link in links} for kind, links in NAMING.items()},
    ),
    check=check,
    fixes=(Fix(title=N_("Remove the actor"), change=_remove),),
)
