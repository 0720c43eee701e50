"""Unreachable stage. A part without any start at all is told by STR-13 alone."""

from collections.abc import Iterable, Iterator

from model import edits, graph
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.reads import STARTS
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Severity
from model.ids import Id
from model.messages import N_, _, ngettext
from model.pathway import Pathway
from model.records import Stage


def check(review: Review) -> Iterator[Said]:
    if review.ways and not review.starts:
        message = _("No stage is marked as a start, and each has a way in.")
        yield Said(about=None, message=message, evaluated=False)
        return
    reached = graph.reachable(review.ways, review.starts)
    for part in review.parts:
        if not reached.isdisjoint(part):
            yield from _entrances(review, _without(review.ways, part, reached))


def _without(ways: graph.Ways, part: Iterable[Id], reached: set[Id]) -> graph.Ways:
    return {
        id: tuple(target for target in ways[id] if target not in reached)
        for id in part
        if id not in reached
    }


def _entrances(review: Review, unreachable: graph.Ways) -> Iterator[Said]:
    """Yield one finding for each stage, or loop, through which the others would be reached."""
    places = {id: place for place, id in enumerate(unreachable)}
    for component in graph.strong_components(unreachable):
        if any(
            source in unreachable and source not in component
            for id in component
            for source in review.ways_back[id]
        ):
            continue
        first, *rest = sorted(component, key=places.__getitem__)
        after = graph.reachable(unreachable, (first,)) - {first, *rest}
        yield _found(review, first, (*rest, *sorted(after, key=places.__getitem__)))


def _found(review: Review, first: Id, others: tuple[Id, ...]) -> Said:
    name = title(review.pathway[first])
    if not others:
        message = _("No way leads from a start to “{title}”.").format(title=name)
    else:
        message = ngettext(
            "No way leads from a start to “{title}” and {count} stage after it.",
            "No way leads from a start to “{title}” and {count} stages after it.",
            len(others),
        ).format(title=name, count=len(others))
    return Said(about=first, message=message, also=others)


def _mark_as_start(finding: Finding, pathway: Pathway) -> Change:
    """Offered where starts are marked: the first mark of all says more than of one stage."""
    stage = pathway.find(Stage, finding.about)
    if stage is None or not any(other.start for other in pathway.stages):
        return Change("")
    return edits.update(pathway, stage.id, start=True)


RULE = Rule(
    id="STR-03",
    severity=Severity.ERROR,
    title=N_("Unreachable stage"),
    finds=N_("A stage to which no way leads from any start."),
    why=N_("No customer ever gets there, however well the stage is described."),
    put_right=N_("Draw a handover to it from the stage before, or mark it as a start."),
    source="JHS 152; structural rules of process modelling (bpmnlint no-implicit-start)",
    reads=STARTS,
    check=check,
    fixes=(Fix(title=N_("Customers come in here: mark as a start"), change=_mark_as_start),),
)
