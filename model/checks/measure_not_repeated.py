"""A measure that is used at the start and not again.

A pathway takes long when a promise or a stage of it does; how long it takes otherwise nobody says
for sure. A measure is known by the title
of its form; forms of which nobody says when they are used are no measures.
"""

from collections import defaultdict
from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.reads import READING_ORDER, reading
from model.checks.review import Review
from model.checks.wording import plain, words
from model.codes import MeasurePoint, Severity
from model.ids import Id
from model.messages import N_, _
from model.parts import FormUse
from model.pathway import Pathway
from model.records import Stage, TimePromise
from model.text import Span, TimeUnit

LONG = Span(typed="6 kk", least=6, most=6, unit=TimeUnit.MONTH)
Uses = list[tuple[Id, FormUse]]
"""The stages that use one measure, in reading order, and how."""


def check(review: Review) -> Iterator[Said]:
    takes_long = _takes_long(review.pathway)
    for uses in _measures(review.pathway):
        started = [stage for stage, form in uses if MeasurePoint.START in form.points]
        if started:
            yield from _repeated(uses, started[0], takes_long=takes_long)


def _repeated(uses: Uses, about: Id, *, takes_long: bool) -> Iterator[Said]:
    points = {point for _stage, form in uses for point in form.points}
    is_unknown = False
    if MeasurePoint.END not in points:
        message = _("“{measure}” is measured at the start but not at the end.")
    elif MeasurePoint.MIDDLE in points:
        return
    elif takes_long:
        message = _("“{measure}” is not measured on the way, though the pathway takes long.")
    else:
        is_unknown = True
        message = _(
            "Whether “{measure}” is to be measured on the way, too, cannot be told: it is not said "
            "how long the pathway takes."
        )
    yield Said(
        about=about,
        message=message.format(measure=words(uses[0][1].title)),
        also=tuple(stage for stage, _form in uses if stage != about),
        evaluated=not is_unknown,
        field="forms",
    )


def _measures(pathway: Pathway) -> Iterator[Uses]:
    measures: defaultdict[str, Uses] = defaultdict(list)
    for stage in pathway.stages:
        for form in stage.forms:
            if form.points and form.title:
                measures[plain(words(form.title))].append((stage.id, form))
    yield from measures.values()


def _takes_long(pathway: Pathway) -> bool:
    """Tell whether something of the pathway takes longer than half a year for sure."""
    spans = [
        *(promise.target.limit for promise in pathway.of(TimePromise)),
        *(stage.duration for stage in pathway.stages if stage.duration),
    ]
    return any(span.at_most(LONG) is False for span in spans)


RULE = Rule(
    id="HAN-08",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("Measure not repeated"),
    finds=N_(
        "A questionnaire or measure that is used at the start but not at the end, or not on the "
        "way when the pathway takes longer than half a year."
    ),
    why=N_("Measured once, it cannot show whether the customer’s situation has changed."),
    put_right=N_("Add the same measure to a later stage, and say at which point it is used."),
    source="Soite multi-service process (Kykyviisari at the start, midway and at the end)",
    reads=reading(READING_ORDER, {Stage: {"forms", "duration"}, TimePromise: {"order", "target"}}),
    check=check,
)
