"""Metric period open."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import title
from model.codes import MetricKind, Severity
from model.messages import N_, _
from model.records import Metric


def check(metric: Metric, review: Review) -> Iterator[Said]:
    del review
    name = title(metric)
    if not metric.observations:
        if metric.kind is MetricKind.PROCESS:
            message = _(
                "The metric “{title}” has no figure with the period that it was counted in."
            )
            yield _said(metric, message.format(title=name))
        elif metric.kind is None:
            message = _("It cannot be told whether “{title}” counts events: it has no kind.")
            yield Said(about=metric.id, message=message.format(title=name), evaluated=False)
    for observation in metric.observations:
        if observation.starts is None or observation.ends is None:
            message = _(
                "The figure {value} of the metric “{title}” does not say from when to when."
            )
            yield _said(metric, message.format(value=observation.value, title=name))
        elif observation.starts > observation.ends:
            message = _("The figure {value} of the metric “{title}” ends before it begins.")
            yield _said(metric, message.format(value=observation.value, title=name))


def _said(metric: Metric, message: str) -> Said:
    return Said(about=metric.id, message=message, field="observations")


RULE = Rule(
    id="OWN-07",
    severity=Severity.INFO,
    severities={"workshop": Severity.OFF},
    title=N_("Metric period open"),
    finds=N_(
        "A process metric without a figure yet, or a figure without the first and the last day "
        "that it was counted on."
    ),
    why=N_("“33,600 visits” can be compared with nothing when nobody knows in how many months."),
    put_right=N_("Write the figure with the first and the last day of its period."),
    source="Kainuu model (visits and pathways, each with the days between which they were counted)",
    each=Metric,
    check=check,
)
