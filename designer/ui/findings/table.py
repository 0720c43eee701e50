"""The table behind the findings panel: one line per finding."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QIcon

from designer.ui.labels import as_tooltip
from designer.ui.signs import icon, severity_icon
from model.checks import CHECKS, Finding, Report, Rule
from model.codes import Severity
from model.ids import Id
from model.messages import _, ngettext

Index = QModelIndex | QPersistentModelIndex

RULES: Mapping[str, Rule] = {rule.id: rule for rule in CHECKS}


class Group(StrEnum):
    """What a line is: a finding by its weight, or no open finding at all."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NOT_EVALUATED = "not_evaluated"
    ACCEPTED = "accepted"


_SEVERITIES = {
    Group.ERROR: Severity.ERROR,
    Group.WARNING: Severity.WARNING,
    Group.INFO: Severity.INFO,
}


def sign_of(group: Group) -> QIcon:
    match group:
        case Group.NOT_EVALUATED:
            return icon("circle-question-mark", "unknown")
        case Group.ACCEPTED:
            return icon("circle-check", "success")
        case _:
            return severity_icon(_SEVERITIES[group])


class FindingLine(NamedTuple):
    """One line: what found it, about which record (None: the pathway), in words.

    `finding` is the whole finding, open or accepted; None for what could not be evaluated.
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
        rule = RULES.get(self.rule)
        return _(rule.title) if rule else self.rule


def lines_of(report: Report) -> list[FindingLine]:
    """Return the findings, then what could not be evaluated, then what has been accepted."""
    found = [_line(Group(finding.severity), finding) for finding in report.findings]
    unknown = [
        FindingLine(Group.NOT_EVALUATED, entry.rule, entry.about, (), entry.reason)
        for entry in report.not_evaluated
    ]
    accepted = [_line(Group.ACCEPTED, finding) for finding in report.accepted]
    return found + unknown + accepted


def _line(group: Group, finding: Finding) -> FindingLine:
    return FindingLine(group, finding.rule, finding.about, finding.also, finding.message, finding)


def name_of_group(group: Group) -> str:
    return {
        Group.ERROR: _("Error"),
        Group.WARNING: _("Warning"),
        Group.INFO: _("Remark"),
        Group.NOT_EVALUATED: _("Not evaluated"),
        Group.ACCEPTED: _("Accepted"),
    }[group]


def counted(group: Group, count: int) -> str:
    """Return how many lines a group has, in words."""
    words = {
        Group.ERROR: ngettext("{count} error", "{count} errors", count),
        Group.WARNING: ngettext("{count} warning", "{count} warnings", count),
        Group.INFO: ngettext("{count} remark", "{count} remarks", count),
        Group.NOT_EVALUATED: ngettext("{count} not evaluated", "{count} not evaluated", count),
        Group.ACCEPTED: ngettext("{count} accepted", "{count} accepted", count),
    }[group]
    return words.format(count=count)


class FindingsTable(QAbstractTableModel):
    """Three columns: how heavy, which rule, what it says."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: Sequence[FindingLine] = ()
        self._bold = QFont()
        self._bold.setBold(True)

    def show(self, lines: Sequence[FindingLine]) -> None:
        if list(lines) != list(self.lines):
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            message = " ".join(line.message.split())
            return (name_of_group(line.group), line.title, message)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(line.message)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return sign_of(line.group)
        if role == Qt.ItemDataRole.FontRole and index.column() == 1:
            return self._bold
        return None
