"""No metric."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import joined, listed
from model.codes import MetricKind, Severity
from model.messages import N_, _
from model.records import Metric


def check(review: Review) -> Iterator[Said]:
    metrics = review.pathway.of(Metric)
    kinds = {metric.kind for metric in metrics}
    missing = [
        *([] if MetricKind.PROCESS in kinds else [_("how the process works")]),
        *(
            []
            if kinds & {MetricKind.OUTCOME, MetricKind.EXPERIENCE}
            else [_("what customers get out of it or how they find it")]
        ),
    ]
    if not missing:
        return
    unsorted = tuple(metric.id for metric in metrics if metric.kind is None)
    if unsorted:
        message = _("It cannot be told whether it is measured {missing}: {metrics} have no kind.")
        words = message.format(missing=joined(missing), metrics=listed(review.pathway, unsorted))
        yield Said(about=None, message=words, also=unsorted, evaluated=False)
    else:
        message = _("It is not measured {missing}.").format(missing=joined(missing))
        yield Said(about=None, message=message)


RULE = Rule(
    id="OWN-04",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("No metric"),
    finds=N_("A pathway without a process metric, or without one of outcomes or experience."),
    why=N_("What is not measured is believed: nobody sees whether the pathway helps."),
    put_right=N_("Add one metric of the process and one of outcomes or customers’ experience."),
    source=(
        "Kainuu model, Soite and Päijät-Häme (metrics); European Pathway Association (evaluation)"
    ),
    reads={Metric: {"order", "kind", "title"}},
    check=check,
)
