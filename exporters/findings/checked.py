"""What a report of findings is made from: the pathways of one run, and what was found in each."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from exporters.findings.words import place
from model.checks import CHECKS, Finding, NotEvaluated, Profile, Report, Rule
from model.codes import Severity
from model.ids import Id
from model.messages import _, spoken_language
from model.pathway import Pathway
from model.records import Task, Waiver
from model.text import Text, in_language

if TYPE_CHECKING:
    from model.completeness import Completeness

RULES: Mapping[str, Rule] = {rule.id: rule for rule in CHECKS}


class CheckedFile(NamedTuple):
    """A pathway and its report. `file` is None for one that is not saved yet.

    `lines` tells on which line of the file each record is, from 1; empty when nobody asks.
    """

    file: PurePath | None
    pathway: Pathway
    report: Report
    profile: Profile
    lines: Mapping[Id, int] = {}

    def title(self) -> str:
        """Return the pathway's title in the language in force, '' when it has none."""
        return in_language(self.pathway.info.title, spoken_language())

    def place(self, entry: Finding | NotEvaluated | Task | Waiver) -> str:
        """Say in words which record something is about."""
        return place(self.pathway, entry.about)

    def completeness(self, today: date) -> "Completeness":
        """Return how much is there of what the pathway must say."""
        from model.completeness import measure

        return measure(self.pathway, self.profile, today)

    def severities(self) -> Iterator[tuple[Severity, int]]:
        """Yield how many open findings weigh how much, the heaviest first."""
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO):
            yield severity, self.report.count(severity)

    def task(self, entry: Finding | NotEvaluated) -> Task | None:
        """Return the task given for a finding: one that is not done goes before one that is."""
        about = entry.about or self.pathway.info.id
        given = [
            task
            for task in self.tasks()
            if task.rule == entry.rule and (task.about or self.pathway.info.id) == about
        ]
        return min(given, key=lambda task: task.done, default=None)

    def tasks(self) -> tuple[Task, ...]:
        """Return the tasks that answer findings, in their order."""
        return tuple(task for task in self.pathway.of(Task) if task.rule)

    def idle(self) -> tuple[Waiver, ...]:
        """Return the acceptances whose rule finds nothing there any more."""
        idle = frozenset(self.report.idle_waivers)
        return tuple(waiver for waiver in self.pathway.of(Waiver) if waiver.id in idle)

    def accepted(self) -> Iterator["Accepted"]:
        for finding in self.report.accepted:
            waiver = self.pathway.get(finding.waiver or "")
            if isinstance(waiver, Waiver):
                yield Accepted(finding, waiver)


class Accepted(NamedTuple):
    """A finding that is accepted as it is, and the reason, the role and the dates of that."""

    finding: Finding
    waiver: Waiver

    @property
    def reason(self) -> str:
        return _said(self.waiver.reason)

    @property
    def role(self) -> str:
        return _said(self.waiver.role)

    @property
    def on(self) -> date | None:
        return self.waiver.on

    @property
    def review_on(self) -> date | None:
        return self.waiver.review_on


class UnreadFile(NamedTuple):
    """A file or folder that could not be checked, and why, in one sentence that names it."""

    file: PurePath
    reason: str


class CheckRun(NamedTuple):
    """All that was checked at once, in the order in which it was asked for."""

    made_at: datetime
    checked: tuple[CheckedFile, ...]
    unread: tuple[UnreadFile, ...] = ()

    def total(self, severity: Severity) -> int:
        return sum(each.report.count(severity) for each in self.checked)


def _said(text: Text) -> str:
    return in_language(text, spoken_language())


def rule_title(rule: str) -> str:
    """Return what people call a rule, its id when it is unknown."""
    return _(RULES[rule].title) if rule in RULES else rule


def broke(finding: Finding) -> bool:
    """Whether it says that a rule could not be run, and nothing of the pathway."""
    return finding.failed
