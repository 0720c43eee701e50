"""What the findings panel lists: one line per finding, or per rule that could not be asked."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import chain
from operator import attrgetter
from typing import NamedTuple, TypeVar

from PySide6.QtGui import QIcon

from designer.ui.signs import icon, severity_icon
from model.checks import CHECKS, Finding, NotEvaluated, Report, Rule
from model.checks.report import Difference
from model.checks.shelf import T, Turnover
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


E = TypeVar("E")
K = TypeVar("K", bound=Hashable)
_RULE = attrgetter("rule")

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
    return [
        *map(line_of, report.findings),
        *map(_unknown, report.not_evaluated),
        *map(_accepted, report.accepted),
        *_off(report),
    ]


class Lines:
    """The lines of a report while it is followed: of what is told again the line stays the same.

    `by_rule` are the open findings, of which nobody needs lines before they are looked at.
    """

    def __init__(self, report: Report) -> None:
        self._report = report
        self._known: dict[int, FindingLine] | None = None
        self.by_rule = alike(report.findings, _RULE)

    @property
    def all(self) -> list[FindingLine]:
        """What `lines_of` returns."""
        told = [*map(id, _told(self._report))]
        if self._known is None:
            # By the number of what they tell: the report keeps that as long as it tells it.
            self._known = dict(zip(told, lines_of(self._report), strict=False))
        return [*map(self._known.__getitem__, told), *_off(self._report)]

    @property
    def counts(self) -> dict[Group, int]:
        """How many lines there are of each group."""
        weights = [finding.severity for finding in self._report.findings]
        return {
            **{group: weights.count(severity) for group, severity in _SEVERITIES.items()},
            Group.NOT_EVALUATED: len(self._report.not_evaluated),
            Group.ACCEPTED: len(self._report.accepted),
            Group.SWITCHED_OFF: len(self._report.switched_off),
        }

    def follow(self, report: Report, differences: Iterable[Difference]) -> None:
        """Take a later report, which differs in these, one after another, from the last one."""
        self._report = report
        changed: set[str] = set()
        for difference in differences:
            self._turn(difference.findings, line_of)
            self._turn(difference.not_evaluated, _unknown)
            self._turn(difference.accepted, _accepted)
            changed.update(finding.rule for finding in chain(*difference.findings))
        if changed:
            anew = alike((each for each in report.findings if each.rule in changed), _RULE)
            rules = dict.fromkeys(map(_RULE, report.findings))
            self.by_rule = {rule: anew.get(rule) or self.by_rule[rule] for rule in rules}

    def _turn(self, turnover: Turnover[T], made: Callable[[T], FindingLine]) -> None:
        if self._known is not None:
            before = {id(told): self._known.pop(id(told)) for told in turnover.gone}
            for told in turnover.new:  # also what only moved
                self._known[id(told)] = before.get(id(told)) or made(told)


def alike(told: Iterable[E], by: Callable[[E], K]) -> dict[K, tuple[E, ...]]:
    """Put together what is alike, in the order in which the first of each comes."""
    found: defaultdict[K, list[E]] = defaultdict(list)
    for each in told:
        found[by(each)].append(each)
    return {key: tuple(each) for key, each in found.items()}


def _told(report: Report) -> Iterator[Finding | NotEvaluated]:
    return chain(report.findings, report.not_evaluated, report.accepted)


def line_of(finding: Finding) -> FindingLine:
    """Return the line of an open finding."""
    weight = finding.severity
    group = (  # looked up this way because there are thousands, and an enum's hash is slow
        Group.ERROR
        if weight is Severity.ERROR
        else Group.WARNING
        if weight is Severity.WARNING
        else Group.INFO
    )
    return FindingLine(group, finding.rule, finding.about, finding.also, finding.message, finding)


def _accepted(finding: Finding) -> FindingLine:
    return line_of(finding)._replace(group=Group.ACCEPTED)


def _unknown(entry: NotEvaluated) -> FindingLine:
    return FindingLine(Group.NOT_EVALUATED, entry.rule, entry.about, (), entry.reason)


def _off(report: Report) -> Iterator[FindingLine]:
    for entry in report.switched_off:
        yield FindingLine(Group.SWITCHED_OFF, entry.rule, None, (), entry.reason)


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
