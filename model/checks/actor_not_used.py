"""Actor not used."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.facts import Fact
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.reads import reading
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Severity
from model.ids import Id
from model.links import LINKS, LinkField
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Handover, PathwayInfo, Record, Stage

NAMING: dict[type[Record], list[LinkField]] = {
    kind: [link for link in LINKS[kind] if Actor in link.to]
    for kind in (Stage, Handover, PathwayInfo)
}
"""The fields of what is drawn that name actors."""


def check(review: Review) -> Iterator[Said]:
    named = [review.known(fact) for fact in NAMED]
    for actor in review.pathway.actors:
        if not any(known.of(actor.id) for known in named):
            message = _("“{title}” has no part in any stage or handover.")
            yield Said(about=actor.id, message=message.format(title=title(actor)))


def _named(record: AnyRecord, _pathway: Pathway) -> set[Id]:
    return {id for link in NAMING[type(record)] for id in link.ids(getattr(record, link.field))}


NAMED = [Fact(kind, _named) for kind in NAMING]


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
