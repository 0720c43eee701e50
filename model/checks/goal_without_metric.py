"""Goal without metric."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Severity
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Goal, Metric


def check(review: Review) -> Iterator[Said]:
    measured = {id for metric in review.pathway.of(Metric) for id in metric.goals}
    for goal in review.pathway.of(Goal):
        if goal.id not in measured:
            message = _("No metric tells whether the goal “{title}” is met.")
            yield Said(about=goal.id, message=message.format(title=title(goal)))


def _link_the_metrics(finding: Finding, pathway: Pathway) -> Change:
    """Where there is one goal only, it is what the metrics without a goal are for."""
    goals = pathway.of(Goal)
    free = [metric for metric in pathway.of(Metric) if not metric.goals]
    if len(goals) != 1 or goals[0].id != finding.about:
        return Change("")
    linked = [edits.update(pathway, metric.id, goals=(goals[0].id,)) for metric in free]
    label = _("Link the metrics to “{title}”").format(title=title(goals[0]))
    return edits.together(label, linked) if linked else Change("")


RULE = Rule(
    id="OWN-06",
    severity=Severity.INFO,
    severities={"workshop": Severity.OFF},
    title=N_("Goal without metric"),
    finds=N_("A goal to which no metric is linked."),
    why=N_("A goal that nobody measures is a wish; the owner cannot show whether it was met."),
    put_right=N_("Link a metric to the goal, or add one that shows when it is met."),
    source="Kainuu model (metrics are the owner’s task)",
    reads={Goal: {"order", "title"}, Metric: {"order", "goals"}},
    check=check,
    fixes=(
        Fix(
            title=N_("There is one goal: link the metrics without a goal to it"),
            change=_link_the_metrics,
        ),
    ),
)
