"""What checks say: rules, findings, and what could not be evaluated."""

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from model.codes import Severity
from model.ids import Id
from model.pathway import Pathway
from model.records import Record


class Finding(Struct, frozen=True, kw_only=True):
    """One thing that a rule found: about which record (None: the pathway), in words.

    `also` names other records that the finding concerns, such as the ways into a dead end.
    `severity` is the one that the profile in force gives the rule.
    """

    rule: str
    severity: Severity
    about: Id | None
    message: str
    also: tuple[Id, ...] = ()


class NotEvaluated(Struct, frozen=True, kw_only=True):
    """A rule that could not be answered for a record, and what is missing for it."""

    rule: str
    about: Id | None
    reason: str


class Report(Struct, frozen=True, kw_only=True):
    """Everything that the checks say of one pathway, findings by severity, then board order."""

    findings: tuple[Finding, ...]
    not_evaluated: tuple[NotEvaluated, ...]

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)


class Said(Struct, frozen=True, kw_only=True):
    """What a rule's function yields: a text about a record, found or not evaluated."""

    about: Id | None
    message: str
    also: tuple[Id, ...] = ()
    evaluated: bool = True


class Rule(Struct, frozen=True, kw_only=True):
    """One rule: what it asks and how.

    With `each`, `check(record, pathway)` is asked per record of that kind, again only for what
    an edit touched; without, `check(pathway)` is asked of the whole. The four texts are message
    ids: what the rule finds, why that matters, how to put it right, in one or two sentences.
    """

    id: str
    severity: Severity
    title: str
    finds: str
    why: str
    put_right: str
    source: str
    each: type[Record] | None
    check: Callable[..., Iterator[Said]] | Callable[[Any, Pathway], Iterator[Said]]
