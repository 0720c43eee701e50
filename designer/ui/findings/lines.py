"""What the findings panel lists: one line per finding, or per rule that could not be asked."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple

from PySide6.QtGui import QIcon

from designer.ui.signs import icon, severity_icon
from model.checks import CHECKS, Finding, Report, Rule
from model.codes import Severity
from model.ids import Id
from model.messages import _, ngettext
from model.records import Goal, Metric, Record

RULES: Mapping[str, Rule] = {rule.id: rule for rule in CHECKS}


class Group(StrEnum):
    """What a line is: a finding by its weight, or no open finding at all."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NOT_EVALUATED = "not_evaluated"
    ACCEPTED = "accepted"
    SWITCHED_OFF = "switched_off"


OPEN = frozenset({Group.ERROR, Group.WARNING, Group.INFO})
"""The groups of findings that are still to be dealt with."""

_LISTS: Mapping[type[Record], str] = {Goal: "goal", Metric: "metric"}

_SEVERITIES = {
    Group.ERROR: Severity.ERROR,
    Group.WARNING: Severity.WARNING,
    Group.INFO: Severity.INFO,
}


class FindingLine(NamedTuple):
    """One line: what found it, about which record (None: the pathway), in words.

    `finding` is the whole finding, open or accepted; None where there is none: for what could
    not be evaluated, and for rules that are switched off.
    """

    group: Group
    rule: str
    about: Id | None
    also: tuple[Id, ...]
    message: str
    finding: Finding | None = None

    @property
    def severity(self) -> Severity | None:
        """How heavy the finding is in the profile in force, None when there is none."""
        return self.finding.severity if self.finding is not None else None

    @property
    def title(self) -> str:
        return title_of(self.rule)

    @property
    def field(self) -> str:
        """The field, or list of related records, where it is put right; '' when that is not one."""
        if self.finding is None:
            return ""
        return self.finding.field or ("" if self.about is not None else _list_asked_for(self.rule))


def lines_of(report: Report) -> list[FindingLine]:
    """Return the findings, then what was not evaluated, has been accepted, is not asked at all."""
    found = [_line(Group(finding.severity), finding) for finding in report.findings]
    unknown = [
        FindingLine(Group.NOT_EVALUATED, entry.rule, entry.about, (), entry.reason)
        for entry in report.not_evaluated
    ]
    accepted = [_line(Group.ACCEPTED, finding) for finding in report.accepted]
    off = [
        FindingLine(Group.SWITCHED_OFF, entry.rule, None, (), entry.reason)
        for entry in report.switched_off
    ]
    return found + unknown + accepted + off


def _line(group: Group, finding: Finding) -> FindingLine:
    return FindingLine(group, finding.rule, finding.about, finding.also, finding.message, finding)


def title_of(rule: str) -> str:
    """Return the name of a rule, of one that this program does not know its id."""
    known = RULES.get(rule)
    return _(known.title) if known else rule


def _list_asked_for(rule: str) -> str:
    """Return the list in the pathway's form that a rule asks for, '' when it isn't about one."""
    known = RULES.get(rule)
    reads = tuple(known.reads) if known is not None and known.reads else ()
    return _LISTS.get(reads[0], "") if len(reads) == 1 else ""


def sign_of(group: Group) -> QIcon:
    match group:
        case Group.NOT_EVALUATED:
            return icon("circle-question-mark", "unknown")
        case Group.ACCEPTED:
            return icon("circle-check", "success")
        case Group.SWITCHED_OFF:
            return icon("minus", "muted")
        case _:
            return severity_icon(_SEVERITIES[group])


def name_of_group(group: Group) -> str:
    return {
        Group.ERROR: _("Error"),
        Group.WARNING: _("Warning"),
        Group.INFO: _("Remark"),
        Group.NOT_EVALUATED: _("Not evaluated"),
        Group.ACCEPTED: _("Accepted"),
        Group.SWITCHED_OFF: _("Switched off"),
    }[group]


def counted(group: Group, count: int) -> str:
    """Return how many lines a group has, in words."""
    words = {
        Group.ERROR: ngettext("{count} error", "{count} errors", count),
        Group.WARNING: ngettext("{count} warning", "{count} warnings", count),
        Group.INFO: ngettext("{count} remark", "{count} remarks", count),
        Group.NOT_EVALUATED: ngettext("{count} not evaluated", "{count} not evaluated", count),
        Group.ACCEPTED: ngettext("{count} accepted", "{count} accepted", count),
        Group.SWITCHED_OFF: ngettext("{count} switched off", "{count} switched off", count),
    }[group]
    return words.format(count=count)
