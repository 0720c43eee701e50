"""The forms of what the pathway promises: goals, metrics and time promises."""

from designer.ui.inspector.fields import (
    all_of,
    area,
    line,
    maybe_choice,
    maybe_record,
    plain,
    span,
    stages,
    ticked_records,
    ticks,
)
from designer.ui.inspector.form import FormOf, Row, Section
from designer.ui.inspector.parts import needed, several
from designer.ui.inspector.shared import TITLE_LENGTH
from model.codes import MeasurePoint, MetricKind
from model.messages import N_
from model.parts import Observation, TimeTarget
from model.records import Goal, Metric, TimePromise
from model.text import Span

GOAL = FormOf(
    Goal,
    (
        Section(
            N_("Basics"),
            (
                Row("title", N_("Goal"), line(limit=TITLE_LENGTH)),
                Row("need", N_("The need that it answers"), area()),
            ),
        ),
    ),
)

METRIC = FormOf(
    Metric,
    (
        Section(
            N_("Basics"),
            (
                Row("title", N_("Name of the metric"), line(limit=TITLE_LENGTH)),
                Row("kind", N_("Kind of metric"), maybe_choice(MetricKind)),
                Row("definition", N_("How it is counted"), area()),
                Row("unit", N_("Unit of measure"), line()),
                Row("source", N_("Where the numbers come from"), line()),
                Row("baseline", N_("Value at the start"), plain()),
                Row("target", N_("Target value"), plain()),
                Row("interval", N_("Measured every"), span()),
                Row("responsible", N_("Responsible"), line()),
            ),
        ),
        Section(
            N_("Use and results"),
            (
                Row(
                    "goals",
                    N_("Goals that it measures"),
                    ticked_records(all_of(Goal), N_("The pathway has no goals yet.")),
                ),
                Row("points", N_("Measured at"), ticks(MeasurePoint)),
                Row(
                    "observations",
                    N_("Results"),
                    several(Observation(value=""), add=N_("Add a result")),
                ),
            ),
        ),
    ),
    open=2,
)

TIME_PROMISE = FormOf(
    TimePromise,
    (
        Section(
            N_("Basics"),
            (
                Row("title", N_("Promise"), line(limit=TITLE_LENGTH)),
                Row("from_stage", N_("From stage"), maybe_record(stages)),
                Row("to_stage", N_("To stage"), maybe_record(stages)),
                Row("target", N_("Within time"), needed(TimeTarget(limit=Span(typed="")))),
            ),
        ),
    ),
)
