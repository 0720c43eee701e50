"""Several ways on the same condition: a parallel split that nobody calls so.

Alternatives of which nothing is said at all are told by STR-05, two handovers to the same stage
by STR-18.
"""

from collections import defaultdict
from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.reads import AXES, CELLS
from model.checks.review import Review
from model.checks.wording import listed, plain, title, words
from model.codes import Flow, OutcomeKind, Severity
from model.codes.names import name_of_code
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Handover, Stage

When = tuple[tuple[str, str], ...] | OutcomeKind
"""When a way is taken: its condition's words by language, else its outcome."""


def check(stage: Stage, review: Review) -> Iterator[Said]:
    leaving = review.pathway.leaving(stage.id)
    if len(leaving) == 1:
        return
    alike = defaultdict[When, list[Handover]](list)
    for arrow in leaving:
        when = _when(arrow)
        if when and arrow.flow is Flow.ALTERNATIVE:
            alike[when].append(arrow)
    for arrows in alike.values():
        targets = tuple(dict.fromkeys(arrow.target for arrow in arrows))
        if len(targets) > 1:
            message = _("“{title}” leads on to each of {targets} when: {condition}.")
            said = message.format(
                title=title(stage),
                targets=listed(review.pathway, targets),
                condition=_in_words(arrows[0]),
            )
            yield Said(about=stage.id, message=said, also=tuple(arrow.id for arrow in arrows))


def _when(arrow: Handover) -> When | None:
    if arrow.condition:
        return tuple(sorted((language, plain(said)) for language, said in arrow.condition.items()))
    return arrow.outcome


def _in_words(arrow: Handover) -> str:
    if arrow.condition:
        return words(arrow.condition).rstrip(".")
    return name_of_code(arrow.outcome) if arrow.outcome else ""


def _make_them_parallel(finding: Finding, pathway: Pathway) -> Change:
    arrows = [arrow for id in finding.also if (arrow := pathway.find(Handover, id))]
    changes = [edits.update(pathway, arrow.id, flow=Flow.PARALLEL) for arrow in arrows]
    return edits.together(changes[0].label, changes) if len(changes) > 1 else Change("")


RULE = Rule(
    id="STR-16",
    severity=Severity.WARNING,
    title=N_("Several ways on the same condition"),
    finds=N_(
        "Ways out of a stage that are called alternatives, but have the same condition or, without "
        "one, the same outcome."
    ),
    why=N_("Nobody can tell whether the customer goes one of these ways or all of them."),
    put_right=N_("Make them parallel when all are taken, or write what tells them apart."),
    source="bpmnlint no-implicit-split; BPM+ Health Field Guide (decisions made explicit)",
    each=Stage,
    reads=AXES,
    along=CELLS,
    check=check,
    fixes=(
        Fix(
            title=N_("All of these ways are taken: make them parallel"), change=_make_them_parallel
        ),
    ),
)
