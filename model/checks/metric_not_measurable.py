"""Metric not measurable."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import joined, title
from model.codes import MetricKind, Severity
from model.messages import N_, _
from model.records import Metric


def check(metric: Metric, review: Review) -> Iterator[Said]:
    del review
    missing = {field: name for field, name in _asked(metric).items() if not getattr(metric, field)}
    if missing:
        message = _("The metric “{title}” does not say: {missing}.").format(
            title=title(metric), missing=joined(list(missing.values()))
        )
        yield Said(about=metric.id, message=message, field=next(iter(missing)))


def _asked(metric: Metric) -> dict[str, str]:
    """Return the fields that a metric of its kind needs, with what people call them."""
    always = {
        "definition": _("what is counted"),
        "unit": _("the unit of measure"),
        "source": _("the source of the figures"),
        "interval": _("how often it is measured"),
        "responsible": _("who answers for it"),
    }
    if metric.kind is not MetricKind.OUTCOME:
        return always
    return {**always, "baseline": _("the starting level"), "target": _("the target level")}


RULE = Rule(
    id="OWN-05",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("Metric not measurable"),
    finds=N_(
        "A metric without its definition, unit, source, interval or the one who answers for it; "
        "an outcome metric also without its starting level or its target."
    ),
    why=N_(
        "A metric that two people would count differently, or that nobody counts, says nothing."
    ),
    put_right=N_("Write what is missing; choose another metric when it cannot be got."),
    source="Päijät-Häme (metrics of the client’s path); ICHOM outcome sets",
    each=Metric,
    check=check,
)
