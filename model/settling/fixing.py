"""Putting findings right by the fixes of their rule: one, or all that are alike at once."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from model.change import Change, Op
from model.checks import CHECKS, Finding, LiveChecks, Profile, Rule
from model.checks.finding import Fix
from model.document import Document
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

    Each fix is worked out on the pathway as those before it left it. A finding that is gone by
    then has been put right along with another one; one that the fix can't put right any more is
    left.
    """
    findings = tuple(findings)
    rule = rule_of(findings[0]) if findings else None
    if rule is None:
        return AllFixed(Change(""), 0, findings)
    document = Document(pathway)
    checks = LiveChecks(pathway, profile, today, (rule,))
    ops: list[Op] = []
    left = []
    for finding in findings:
        before = _count(finding, checks)
        if not before:
            continue
        done = document.do(fix.change(finding, document.pathway))
        checks.follow(document.pathway, done.touched)
        ops += done.ops
        if _count(finding, checks) >= before:
            left.append(finding)
    fixed = len(findings) - len(left)
    label = ngettext("Fix {count} finding: {fix}", "Fix {count} findings: {fix}", fixed).format(
        count=fixed, fix=_(fix.title)
    )
    return AllFixed(Change(label, tuple(ops)), fixed, tuple(left))


def _count(finding: Finding, checks: LiveChecks) -> int:
    """Count what is still found there; its words may have become others meanwhile."""
    place = finding.about, finding.field
    return sum((other.about, other.field) == place for other in checks.report.findings)
