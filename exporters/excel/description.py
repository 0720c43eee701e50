"""The sheets that hold records, and their columns: to add a column, add a line here."""

from typing import Any, NamedTuple

from exporters.excel.columns import LEADING, Column, Fields, Need, reading, within
from exporters.excel.kinds import Length, Link, Whole
from exporters.excel.labels import Labels
from exporters.excel.tables import Value
from model.codes import (
    AgreementKind,
    ChannelKind,
    Confirmation,
    ConsentBasis,
    FeeKind,
    Flow,
    HandoverKind,
    Medium,
    MetricKind,
    OutcomeKind,
    PhaseKind,
    ProviderKind,
    Sector,
    StageKind,
)
from model.codes.names import name_of_code
from model.messages import N_
from model.parts import Contact, Fee, Isbar, Responsibility
from model.records import (
    Actor,
    Channel,
    Goal,
    Handover,
    Metric,
    PathwayInfo,
    Phase,
    Record,
    Stage,
    Task,
)
from model.text import AgeRange, in_language

ANYTHING = Link(Stage, Actor, Phase, Channel, Handover, Goal, Metric, PathwayInfo)

WANTED, REQUIRED = Need.WANTED, Need.REQUIRED


class RecordSheet(NamedTuple):
    """A sheet with a row for each record of one kind; `title` is a message id.

    `frozen` columns at the left stay when scrolling; the first required one is the name.
    """

    key: str
    title: str
    kind: type[Record]
    columns: tuple[Column, ...]
    frozen: int = 1


ONE_A_LINE = N_("Several go on lines of their own (Alt + Enter).")
FROM_LIST = N_("Choose from the list or write the name; new ones are added on their own sheet.")
IN_WORDS = N_("Write as in 7 days, 3 months or 3–12 months.")


def _contacts(record: Any, labels: Labels) -> Value:
    contacts: tuple[Contact, ...] = record.contacts
    return "\n".join(
        " ".join(part for part in (each.value, in_language(each.text, labels.language)) if part)
        for each in contacts
    )


def _number(stage: Stage, labels: Labels) -> Value:
    return labels.numbers[stage.id]


def _stages_of(actor: Actor, labels: Labels) -> Value:
    return labels.answered_for[actor.id]


def _results(metric: Metric, labels: Labels) -> Value:  # noqa: ARG001 - a column's form
    lines = []
    for seen in metric.observations:
        period = "–".join(
            f"{day.day}.{day.month}.{day.year}" for day in (seen.starts, seen.ends) if day
        )
        lines.append(f"{period}: {seen.value}" if period else seen.value)
    return "\n".join(lines)


def _status(info: PathwayInfo, labels: Labels) -> Value:  # noqa: ARG001 - a column's form
    return name_of_code(info.status)


def _languages(info: PathwayInfo, labels: Labels) -> Value:  # noqa: ARG001
    return ", ".join(info.languages)


def _info() -> tuple[Column, ...]:
    of = Fields(PathwayInfo)
    age, owner = of.of("ages", Whole(0, 1000)), of.text("owner")
    return (
        of.text("title", 70, REQUIRED),
        of.text("summary", 70, WANTED, N_("At most 150 letters.")),
        of.text("description"),
        of.text("target_group", 70, WANTED),
        of.text("not_for"),
        within(age, "ages", "youngest", part=AgeRange, header=N_("Youngest age")),
        within(age, "ages", "oldest", part=AgeRange, header=N_("Oldest age")),
        of.text("county"),
        of.text("area"),
        of.text("how_to_get_help", 70, WANTED),
        of.text("emergency", 70, WANTED),
        within(owner, "owner", "role", LEADING, part=Responsibility),
        within(
            owner,
            "owner",
            "organisation",
            LEADING,
            part=Responsibility,
            header=N_("Owner’s organisation"),
        ),
        within(of.text("deputy"), "deputy", "role", LEADING, part=Responsibility),
        of.link("coordinator", Actor),
        of.plain("version"),
        of.text("change_note"),
        of.day("last_reviewed"),
        of.day("next_review"),
        of.day("valid_from"),
        of.day("valid_to"),
        of.text("selection_note"),
        reading("status", N_("Status"), 16, _status),
        reading("languages", N_("Languages to publish in"), 16, _languages),
    )


def _phases() -> tuple[Column, ...]:
    of = Fields(Phase)
    return (
        of.text("title", 34, REQUIRED),
        of.code("kind", PhaseKind, 26),
        of.text("description", 70),
    )


def _stages() -> tuple[Column, ...]:
    of = Fields(Stage)
    return (
        reading("number", N_("No."), 6, _number),
        of.text("title", 34, REQUIRED),
        of.link("phase", Phase, 22, WANTED, FROM_LIST),
        of.link("actor", Actor, 26, WANTED, FROM_LIST),
        of.code("kind", StageKind, 20, WANTED),
        of.yes_no("start", 13),
        of.yes_no("needs_referral", 12),
        of.yes_no("public", 15),
        of.text("what_happens", 50, WANTED),
        of.text("what_you_can_do", 50),
        of.text("more_info", 40),
        of.links("channels", Channel, 28, ONE_A_LINE),
        of.of("duration", Length(), 14),
        of.text("next_contact", 30),
        within(of.code("fee", FeeKind), "fee", "kind", part=Fee),
        of.code("provider", ProviderKind, 20),
        of.text("entry_criteria", 40),
        of.text("exit_criteria", 40),
        of.text("professional_title", 30),
        of.text("professional_text", 50),
        of.text("recording", 40),
        of.text("ends_when", 34),
        of.text("end_decided_by", 26),
        of.text("way_back", 34),
        of.listed("topics", 24, ONE_A_LINE),
        of.yes_no("uses_earlier_assessment", 12),
        of.plain("visit_group"),
        of.text("failure_demand", 34),
        of.code("confirmation", Confirmation, 20),
    )


def _handovers() -> tuple[Column, ...]:
    of = Fields(Handover)

    def isbar(part: str, header: str) -> Column:
        return within(of.text("isbar", 30), "isbar", part, LEADING, part=Isbar, header=header)

    return (
        of.link("source", Stage, 30, REQUIRED, FROM_LIST),
        of.link("target", Stage, 30, REQUIRED, FROM_LIST),
        of.code("flow", Flow, 15),
        of.text("condition", 30),
        of.code("outcome", OutcomeKind, 20),
        of.code("kind", HandoverKind, 22),
        of.link("sender", Actor, 24),
        of.link("receiver", Actor, 24),
        of.text("trigger", 34),
        of.text("criteria", 36),
        of.text("information", 40),
        of.text("information_needed", 40),
        isbar("identify", N_("ISBAR: identify")),
        isbar("situation", N_("ISBAR: situation")),
        isbar("background", N_("ISBAR: background")),
        isbar("assessment", N_("ISBAR: assessment")),
        isbar("recommendation", N_("ISBAR: recommendation")),
        of.codes("media", Medium, 24, ONE_A_LINE),
        of.code("consent", ConsentBasis, 26),
        of.text("consent_note", 34),
        of.link("responsible_before", Actor, 24),
        of.link("responsible_during", Actor, 24),
        of.link("responsible_after", Actor, 24),
        of.text("responsibility_moves", 34),
        of.text("waiting_contact", 34),
        of.text("acknowledgement", 30),
        of.link("if_not_accepted", Stage, 30),
        of.text("if_not_accepted_text", 34),
        of.link("feedback_from", Actor, 24),
        of.link("feedback_to", Stage, 30),
        of.text("no_feedback_reason", 30),
        of.text("customer_told", 40, WANTED),
        of.text("customer_told_by", 24),
        of.yes_no("direct_access", 12),
        of.text("follow_up_question", 30),
        of.text("failure_demand", 34),
    )


def _actors() -> tuple[Column, ...]:
    of = Fields(Actor)
    return (
        of.text("name", 30, REQUIRED),
        of.code("sector", Sector, 24, WANTED),
        of.text("organisation", 30),
        of.text("unit", 26),
        of.text("role", 46, WANTED),
        of.code("agreement", AgreementKind, 20),
        of.text("agreement_note", 34),
        of.yes_no("active"),
        reading("contacts", N_("For customers (published)"), 36, _contacts),
        reading("stages", N_("Responsible for stages"), 12, _stages_of),
    )


def _channels() -> tuple[Column, ...]:
    of = Fields(Channel)
    return (
        of.text("name", 32, REQUIRED),
        of.code("kind", ChannelKind, 20, REQUIRED),
        of.yes_no("digital")._replace(need=REQUIRED),
        of.text("description", 46),
        of.text("hours", 30, WANTED),
        of.text("out_of_hours", 34),
        within(of.code("fee", FeeKind), "fee", "kind", part=Fee),
        of.yes_no("authentication", 14),
        of.text("support", 34),
        of.text("accessibility", 34),
        of.links("alternative_to", Channel, 28, ONE_A_LINE),
        of.text("service_owner", 28),
        of.day("checked"),
        reading("contacts", N_("Contacts"), 36, _contacts),
    )


def _tasks() -> tuple[Column, ...]:
    of = Fields(Task)
    return (
        of.text("title", 60, REQUIRED),
        of.text("responsible", 28, WANTED),
        of.day("due", need=WANTED),
        of.yes_no("done"),
        of.link("about", Stage, 34)._replace(kind=ANYTHING),
        reading("rule", N_("Answers the finding of rule"), 14, lambda task, _labels: task.rule),
    )


def _goals() -> tuple[Column, ...]:
    of = Fields(Goal)
    return (of.text("title", 60, REQUIRED), of.text("need", 70))


def _metrics() -> tuple[Column, ...]:
    of = Fields(Metric)
    return (
        of.text("title", 40, REQUIRED),
        of.code("kind", MetricKind, 18),
        of.text("definition", 50, WANTED),
        of.text("unit", 18),
        of.text("source", 34, WANTED),
        of.plain("baseline", 16, WANTED),
        of.plain("target", 16, WANTED),
        of.of("interval", Length(), 14),
        of.text("responsible", 28, WANTED),
        of.links("goals", Goal, 34, ONE_A_LINE),
        reading("observations", N_("Results"), 34, _results),
    )


INFO = RecordSheet("info", N_("Pathway"), PathwayInfo, _info())
PHASES = RecordSheet("phases", N_("Phases"), Phase, _phases())
STAGES = RecordSheet("stages", N_("Stages"), Stage, _stages(), frozen=2)
HANDOVERS = RecordSheet("handovers", N_("Handovers"), Handover, _handovers(), frozen=2)
ACTORS = RecordSheet("actors", N_("Actors"), Actor, _actors())
CHANNELS = RecordSheet("channels", N_("Channels"), Channel, _channels())
TASKS = RecordSheet("tasks", N_("Tasks"), Task, _tasks())
GOALS = RecordSheet("goals", N_("Goals"), Goal, _goals())
METRICS = RecordSheet("metrics", N_("Metrics"), Metric, _metrics())

RECORD_SHEETS = (INFO, PHASES, STAGES, HANDOVERS, ACTORS, CHANNELS, TASKS, GOALS, METRICS)
