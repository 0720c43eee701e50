"""What the sheets hold: plain tables of typed values, before any styling."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from model.checks import COORDINATION, check
from model.codes import TimeBasis
from model.codes.names import name_of_code
from model.messages import N_, _, pgettext
from model.parts import Contact, Isbar, TimeTarget
from model.pathway import Pathway
from model.records import Actor, Channel, Goal, Handover, Metric, Stage
from model.text import Text, in_language

Value = str | int | float | date | bool | None

LANGUAGE_NAMES = {"fi": N_("Finnish"), "sv": N_("Swedish"), "en": N_("English")}


class Column(NamedTuple):
    """A header, the column's width in characters, and the value of one row."""

    title: str
    width: int
    value: Callable[[Any], Value]


class Table(NamedTuple):
    """One sheet: name, columns, rows; `frozen` columns at the left stay when scrolling."""

    name: str
    columns: Sequence[Column]
    rows: Sequence[Any]
    frozen: int = 0


class Tables:
    """The tables of one pathway, in the languages asked for; the first one leads."""

    def __init__(self, pathway: Pathway, languages: tuple[str, ...], today: date) -> None:
        self.pathway = pathway
        self.languages = languages
        self.today = today
        self.numbers = {stage.id: number for number, stage in enumerate(pathway.stages, start=1)}

    def all(self) -> tuple[Table, ...]:
        return (
            self.about(),
            self.stages(),
            self.handovers(),
            self.actors(),
            self.channels(),
            self.findings(),
            self.responsibilities(),
        )

    def say(self, text: Text) -> str:
        return in_language(text, self.languages[0])

    def texts(self, title: str, field: str, width: int) -> list[Column]:
        """Return one column per language of a text field, side by side."""
        if len(self.languages) == 1:
            return [Column(title, width, lambda record: self.say(getattr(record, field)))]
        return [
            Column(
                f"{title} ({_(LANGUAGE_NAMES.get(language, language))})",
                width,
                _in(language, field),
            )
            for language in self.languages
        ]

    def name(self, id: str | None) -> str:
        record = self.pathway.get(id) if id else None
        match record:
            case Stage():
                return f"{self.numbers[record.id]} {self.say(record.title)}".strip()
            case Actor() | Channel():
                return self.say(record.name)
            case Handover():
                return f"{self.name(record.source)} → {self.name(record.target)}"
            case None:
                return ""
        return self.say(getattr(record, "title", {}) or getattr(record, "text", {}))

    def names(self, ids: Iterable[str]) -> str:
        return "\n".join(self.name(id) for id in ids)

    def phase_name(self, stage: Stage) -> str:
        return self.name(stage.phase)

    def targets(self, targets: Iterable[TimeTarget | None]) -> str:
        return "\n".join(self._target(target) for target in targets if target is not None)

    def _target(self, target: TimeTarget) -> str:
        clock = " → ".join(
            words for words in (self.say(target.starts), self.say(target.ends)) if words
        )
        basis = target.law if target.basis is TimeBasis.LAW else code(target.basis)
        return " | ".join(part for part in (target.limit.typed, clock, basis) if part)

    def contacts(self, contacts: Iterable[Contact]) -> str:
        return "\n".join(
            " ".join(part for part in (contact.value, self.say(contact.text)) if part)
            for contact in contacts
        )

    def about(self) -> Table:
        """Return what is said of the pathway as a whole, one property a row."""
        info = self.pathway.info
        ages = info.ages
        rows: list[tuple[str, Value, str]] = []

        def text(title: str, text: Text) -> None:
            rows.append((title, self.say(text), self._others(text)))

        text(_("Name"), info.title)
        text(_("Summary"), info.summary)
        text(_("Target group"), info.target_group)
        text(_("Not for"), info.not_for)
        rows.append((_("Youngest age"), ages.youngest if ages else None, ""))
        rows.append((_("Oldest age"), ages.oldest if ages else None, ""))
        text(_("How to get help"), info.how_to_get_help)
        text(_("In an emergency"), info.emergency)
        if info.owner:
            text(_("Owner"), info.owner.role)
            text(_("Owner’s organisation"), info.owner.organisation)
        for goal in self.pathway.of(Goal):
            text(_("Goal"), goal.title)
        for metric in self.pathway.of(Metric):
            text(_("Metric"), metric.title)
        rows += [
            (_("Status"), code(info.status), ""),
            (_("Version"), info.version, ""),
            (_("Last reviewed"), info.last_reviewed, ""),
            (_("Next review"), info.next_review, ""),
            (_("Languages required"), ", ".join(info.languages), ""),
            (_("Stages"), len(self.pathway.stages), ""),
            (_("Handovers"), len(self.pathway.handovers), ""),
        ]
        columns = [
            Column(_("What"), 26, lambda row: row[0]),
            Column(_("Content"), 70, lambda row: row[1]),
        ]
        if len(self.languages) > 1:
            columns.append(Column(_("In other languages"), 70, lambda row: row[2]))
        return Table(_("Pathway"), columns, rows, frozen=1)

    def _others(self, text: Text) -> str:
        return "\n".join(text[code] for code in self.languages[1:] if text.get(code))

    def stages(self) -> Table:
        columns = [
            Column(_("No."), 6, lambda stage: self.numbers[stage.id]),
            *self.texts(_("Stage"), "title", 32),
            Column(_("Phase"), 22, self.phase_name),
            Column(_("Responsible actor"), 26, lambda stage: self.name(stage.actor)),
            Column(_("Kind"), 22, lambda stage: code(stage.kind)),
            Column(_("Start"), 8, lambda stage: yes(stage.start)),
            Column(_("Public"), 8, lambda stage: yes(stage.public)),
            *self.texts(_("What happens"), "what_happens", 50),
            *self.texts(_("What you can do"), "what_you_can_do", 50),
            Column(_("Channels"), 28, lambda stage: self.names(stage.channels)),
            Column(_("Time targets"), 40, lambda stage: self.targets(stage.time_targets)),
            Column(_("Fee"), 18, lambda stage: code(stage.fee.kind) if stage.fee else ""),
            *self.texts(_("Entry criteria"), "entry_criteria", 36),
            *self.texts(_("Exit criteria"), "exit_criteria", 36),
            *self.texts(_("For professionals"), "professional_text", 50),
            Column(_("Certainty"), 16, lambda stage: code(stage.confirmation)),
            Column(_("Id"), 12, lambda stage: stage.id),
        ]
        return Table(_("Stages"), columns, self.pathway.stages, frozen=2)

    def handovers(self) -> Table:
        def isbar(part: str) -> Callable[[Handover], Value]:
            return lambda arrow: self.say(getattr(arrow.isbar or Isbar(), part))

        columns = [
            Column(_("From stage"), 30, lambda arrow: self.name(arrow.source)),
            Column(_("To stage"), 30, lambda arrow: self.name(arrow.target)),
            Column(_("Flow"), 16, lambda arrow: code(arrow.flow)),
            *self.texts(_("Condition"), "condition", 30),
            Column(_("Kind"), 22, lambda arrow: code(arrow.kind)),
            Column(_("Sender"), 24, lambda arrow: self.name(arrow.sender)),
            Column(_("Receiver"), 24, lambda arrow: self.name(arrow.receiver)),
            *self.texts(_("Criteria"), "criteria", 36),
            *self.texts(_("Information that travels"), "information", 40),
            Column(_("ISBAR: identify"), 28, isbar("identify")),
            Column(_("ISBAR: situation"), 28, isbar("situation")),
            Column(_("ISBAR: background"), 28, isbar("background")),
            Column(_("ISBAR: assessment"), 28, isbar("assessment")),
            Column(_("ISBAR: recommendation"), 28, isbar("recommendation")),
            Column(_("Media"), 24, lambda arrow: ", ".join(map(code, arrow.media))),
            Column(_("Responsible before"), 24, lambda arrow: self.name(arrow.responsible_before)),
            Column(
                _("Responsible during the wait"),
                24,
                lambda arrow: self.name(arrow.responsible_during),
            ),
            Column(_("Responsible after"), 24, lambda arrow: self.name(arrow.responsible_after)),
            *self.texts(_("Responsibility moves when"), "responsibility_moves", 36),
            Column(_("Times"), 40, lambda arrow: self.targets(_times(arrow))),
            Column(_("If not accepted"), 30, lambda arrow: self.name(arrow.if_not_accepted)),
            Column(_("Feedback to"), 30, lambda arrow: self.name(arrow.feedback_to)),
            *self.texts(_("What the customer is told"), "customer_told", 40),
            *self.texts(_("Told by"), "customer_told_by", 24),
            Column(_("Id"), 12, lambda arrow: arrow.id),
        ]
        return Table(_("Handovers"), columns, self.pathway.handovers, frozen=2)

    def actors(self) -> Table:
        columns = [
            *self.texts(_("Actor"), "name", 30),
            Column(_("Sector"), 24, lambda actor: code(actor.sector)),
            *self.texts(_("Organisation"), "organisation", 30),
            *self.texts(_("Unit"), "unit", 24),
            *self.texts(_("Role in the pathway"), "role", 44),
            Column(_("Public contacts"), 36, lambda actor: self.contacts(actor.contacts)),
            Column(_("Agreement"), 18, lambda actor: code(actor.agreement)),
            Column(_("Responsible for stages"), 12, self._stages_of),
            Column(_("Active"), 8, lambda actor: yes(actor.active)),
            Column(_("Id"), 12, lambda actor: actor.id),
        ]
        return Table(_("Actors"), columns, self.pathway.actors, frozen=1)

    def _stages_of(self, actor: Actor) -> int:
        return sum(stage.actor == actor.id for stage in self.pathway.stages)

    def channels(self) -> Table:
        columns = [
            *self.texts(_("Channel"), "name", 32),
            Column(_("Kind"), 20, lambda channel: code(channel.kind)),
            Column(_("Digital"), 9, lambda channel: yes(channel.digital)),
            Column(_("Contacts"), 36, lambda channel: self.contacts(channel.contacts)),
            *self.texts(_("Opening hours"), "hours", 28),
            *self.texts(_("Outside opening hours"), "out_of_hours", 32),
            Column(_("Fee"), 18, lambda channel: code(channel.fee.kind) if channel.fee else ""),
            Column(_("Stands in for"), 28, lambda channel: self.names(channel.alternative_to)),
            Column(_("Id"), 12, lambda channel: channel.id),
        ]
        return Table(_("Channels"), columns, self.pathway.channels, frozen=1)

    def findings(self) -> Table:
        """Return what the checks find under the coordinator's profile."""
        report = check(self.pathway, COORDINATION, self.today)
        rows: list[tuple[str, str, str | None, str]] = [
            (code(finding.severity), finding.rule, finding.about, finding.message)
            for finding in report.findings
        ]
        rows += [
            (_("not evaluated"), open_question.rule, open_question.about, open_question.reason)
            for open_question in report.not_evaluated
        ]
        columns = [
            Column(_("Severity"), 16, lambda row: row[0]),
            Column(_("Rule"), 10, lambda row: row[1]),
            Column(_("Where"), 36, lambda row: self.name(row[2]) or _("the whole pathway")),
            Column(_("Finding"), 80, lambda row: row[3]),
        ]
        return Table(_("Findings"), columns, rows)

    def responsibilities(self) -> Table:
        """Return the matrix stage × actor: who answers, who takes part and how."""
        columns = [
            Column(_("No."), 6, lambda stage: self.numbers[stage.id]),
            Column(_("Stage"), 36, lambda stage: self.say(stage.title)),
            *(
                Column(self.say(actor.name), 17, _part_of(actor.id))
                for actor in self.pathway.actors
            ),
        ]
        return Table(_("Responsibilities"), columns, self.pathway.stages, frozen=2)


def code(member: Any) -> str:
    return name_of_code(member) if member is not None else ""


def yes(answer: bool) -> str:  # noqa: FBT001 - it is what is said
    return _("yes") if answer else _("no")


def _times(arrow: Handover) -> tuple[TimeTarget | None, ...]:
    return arrow.send_within, arrow.accept_within, arrow.answer_within, arrow.see_within


def _in(language: str, field: str) -> Callable[[Any], Value]:
    return lambda record: str(getattr(record, field).get(language, ""))


def _part_of(actor: str) -> Callable[[Stage], Value]:
    def part(stage: Stage) -> str:
        if stage.actor == actor:
            return pgettext("responsibility matrix", "answers for")
        return ", ".join(
            code(participant.participation)
            for participant in stage.participants
            if participant.actor == actor
        )

    return part
