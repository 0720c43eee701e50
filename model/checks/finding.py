"""What checks say: rules, findings, and what could not be evaluated."""

from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct

from model.change import Change
from model.checks.reads import Reads
from model.codes import Severity
from model.ids import Id
from model.pathway import Pathway
from model.records import Record


class Finding(Struct, frozen=True, kw_only=True):
    """One thing that a rule found: about which record (None: the pathway), in words.

    `also` names other records that the finding concerns, such as the ways into a dead end.
    `severity` is the one that the profile in force gives the rule, `field` the field of the record
    where people put it right ('' when it is not one field). `waiver` is the acceptance of it: the
    one that silences it when it is among the accepted, else one whose review date has come.
    With `failed` the rule itself could not be answered, and nothing is said of the pathway.
    """

    rule: str
    severity: Severity
    about: Id | None
    message: str
    also: tuple[Id, ...] = ()
    field: str = ""
    waiver: Id | None = None
    failed: bool = False


class NotEvaluated(Struct, frozen=True, kw_only=True):
    """A rule that could not be answered for a record, and what is missing for it."""

    rule: str
    about: Id | None
    reason: str


class SwitchedOff(Struct, frozen=True, kw_only=True):
    """A rule that the organisation has switched off, and its reason, in its own words."""

    rule: str
    reason: str


class Report(Struct, frozen=True, kw_only=True):
    """Everything that the checks say of one pathway, findings by severity, then board order.

    `accepted` are findings that a waiver silences until its review date, `idle_waivers` those
    whose rule finds nothing about their record any more. `switched_off` are rules not asked.
    """

    findings: tuple[Finding, ...]
    not_evaluated: tuple[NotEvaluated, ...]
    accepted: tuple[Finding, ...] = ()
    idle_waivers: tuple[Id, ...] = ()
    switched_off: tuple[SwitchedOff, ...] = ()

    def count(self, severity: Severity) -> int:
        return sum(finding.severity is severity for finding in self.findings)


class Said(Struct, frozen=True, kw_only=True):
    """What a rule's function yields: a text about a record, found or not evaluated.

    `severity` is for a finding lighter than its rule, such as a hint where the rule usually
    finds errors; a heavier one than the profile gives the rule has no effect. `field` is the
    field of the record where people put it right.
    """

    about: Id | None
    message: str
    also: tuple[Id, ...] = ()
    evaluated: bool = True
    severity: Severity | None = None
    field: str = ""


class Fix(Struct, frozen=True, kw_only=True):
    """One way to put a finding right at once, as one undoable change.

    `title` is a message id; `change(finding, pathway)` returns an empty change where it does not
    apply. Afterwards the finding is gone, and nothing else has changed.
    """

    title: str
    change: Callable[[Finding, Pathway], Change]


class Rule(Struct, frozen=True, kw_only=True):
    """One rule: what it asks and how.

    `severities` say by profile what weighs otherwise: a workshop sees gaps in structure and
    responsibilities, hints at what is written later, and leaves out what nobody writes there.

    With `each`, `check(record, review)` is asked of every record of that kind (of all records
    when it is `Record`), again only for what an edit reached: it may read the record, those that
    it links to and those that link to it. What it reads of those up to three links away, over
    stages and handovers, it reads `along` the ways: when an edit changes that, it is asked again of
    these. Without, `check(review)` is asked of the pathway. What else a rule decides by is what it
    `reads`: when an edit changes that, it is asked all again.
    What it names in its words, it says the words `about`, or `also`; a handover is named by its
    two stages. The four texts are message ids: the rule's name, what it finds, why that matters,
    how to put it right, in one or two sentences.

    `thresholds` are the numbers in it that an organisation may set otherwise, by their names;
    its function gets those in force from the review. What a law or PTV limits is none of them.
    """

    id: str
    severity: Severity
    severities: Mapping[str, Severity] = {}
    title: str
    finds: str
    why: str
    put_right: str
    source: str
    check: Callable[..., Iterator[Said]]
    each: type[Record] | None = None
    reads: Reads = {}
    along: Reads = {}
    thresholds: Mapping[str, int] = {}
    fixes: tuple[Fix, ...] = ()
