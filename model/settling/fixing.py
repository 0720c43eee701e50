"""Putting findings right by the fixes of their rule: one, or all that are alike at once."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from model.change import Change, Op
from model.checks import CHECKS, Finding, LiveChecks, Profile, Rule
from model.checks.finding import Fix
from model.checks.live import Links
from model.document import Document
from model.ids import Id
from model.messages import _, ngettext
from model.pathway import Pathway


class Fixing(NamedTuple):
    """A fix that applies to a finding, and the change that it makes."""

    fix: Fix
    change: Change


class AllFixed(NamedTuple):
    """One change for several findings, how many it puts right, and those that it could not."""

    change: Change
    fixed: int
    left: tuple[Finding, ...]


def rule_of(finding: Finding) -> Rule | None:
    return next((rule for rule in CHECKS if rule.id == finding.rule), None)


def fixings(finding: Finding, pathway: Pathway) -> Iterator[Fixing]:
    """Yield the fixes that apply to a finding, in the order of its rule: the first is the usual.

    The change is named after the fix.
    """
    rule = rule_of(finding)
    for fix in rule.fixes if rule else ():
        change = fix.change(finding, pathway)
        if change:
            yield Fixing(fix, Change(_("Fix: {fix}").format(fix=_(fix.title)), change.ops))


def fix_all(
    fix: Fix, findings: Iterable[Finding], pathway: Pathway, profile: Profile, today: date
) -> AllFixed:
    """Put all findings of one rule right by one fix, as one change.

    Fixes that have nothing to do with each other are made at once, others on the pathway as those
    before them left it. A finding that is gone by then has been put right along with another one;
    one that the fix can't put right any more is left.
    """
    findings = tuple(findings)
    rule = rule_of(findings[0]) if findings else None
    if rule is None:
        return AllFixed(Change(""), 0, findings)
    document = Document(pathway)
    checks = LiveChecks(pathway, profile, today, (rule,))
    ops: list[Op] = []
    left: list[Finding] = []
    waiting = list(findings)
    while waiting:
        before = _places(checks)
        waiting = [finding for finding in waiting if before[_place(finding)]]
        now = _apart(rule, fix, waiting, document.pathway)
        done = document.do(Change("", tuple(op for change in now.values() for op in change.ops)))
        checks.follow(document.pathway, done.touched)
        ops += done.ops
        after = _places(checks)
        left += (each for each in now if after[_place(each)] >= before[_place(each)])
        waiting = [finding for finding in waiting if finding not in now]
    fixed = len(findings) - len(left)
    label = ngettext("Fix {count} finding: {fix}", "Fix {count} findings: {fix}", fixed).format(
        count=fixed, fix=_(fix.title)
    )
    return AllFixed(Change(label, tuple(ops)), fixed, tuple(left))


def _apart(
    rule: Rule, fix: Fix, findings: Iterable[Finding], pathway: Pathway
) -> dict[Finding, Change]:
    """Return the changes that the fix makes of findings of which none reads what another changes.

    Of a rule about the whole, any finding may be gone by the fix of any other: it is one only.
    """
    links = Links(pathway)
    read: set[Id] = set()
    touched: set[Id] = set()
    changes = {}
    for finding in findings:
        change = fix.change(finding, pathway)
        reads = links.around({finding.about or pathway.info.id, *finding.also}) | change.touched
        if touched.isdisjoint(reads) and read.isdisjoint(change.touched):
            changes[finding] = change
            read |= reads
            touched |= change.touched
            if rule.each is None:
                break
    return changes


Place = tuple[Id | None, str]


def _place(finding: Finding) -> Place:
    return finding.about, finding.field


def _places(checks: LiveChecks) -> Counter[Place]:
    """Count the findings of each place; their words may have become others meanwhile."""
    return Counter(map(_place, checks.report.findings))
