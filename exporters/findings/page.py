"""The report as one web page that needs nothing beside it: to read, to print, to mail."""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from exporters.findings.checked import RULES, CheckedFile, CheckRun, rule_title
from exporters.findings.words import HEADINGS, SEVERITIES, counted, set_aside
from exporters.website.words import capital, day
from model import messages
from model.checks import Finding, Rule, acceptance_in_words
from model.codes import Severity
from model.completeness import count_in_words, name_of_section, share_in_words
from model.messages import spoken_language
from model.text import in_language

HERE = Path(__file__).parent

# What HTML forbids, and lone halves of surrogate pairs.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def page_bytes(run: CheckRun) -> bytes:
    """Return the report as an HTML page in UTF-8, in the language in force."""
    style = (HERE / "report.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    page = _templates().get_template("report.html")
    words = page.render(
        run=run,
        language=spoken_language(),
        style=Markup(style),  # noqa: S704 - our own file
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; "
        "form-action 'none'",
    )
    return _UNWRITABLE.sub("\ufffd", words).encode()


@cache
def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        _=lambda text: escape(messages._(text)),
        ngettext=lambda *counted: escape(messages.ngettext(*counted)),
        severities=SEVERITIES,
        heading=lambda severity: messages._(HEADINGS[severity]),
        counted=counted,
        set_aside=set_aside,
        by_rule=by_rule,
        rule_title=rule_title,
        has_tasks=has_tasks,
        accepted_before=acceptance_in_words,
        said=lambda text: in_language(text, spoken_language()),
        day=day,
        count_in_words=count_in_words,
        share_in_words=share_in_words,
        name_of_section=name_of_section,
        moment=lambda when: f"{day(when.date())} {when:%H.%M}",
        capital=capital,
    )
    return environment


class RuleFindings(NamedTuple):
    """What one rule found, with one weight, in one pathway."""

    id: str
    rule: Rule | None
    findings: tuple[Finding, ...]


def by_rule(checked: CheckedFile, severity: Severity) -> Iterator[RuleFindings]:
    """Group the findings of one weight by rule, in the order of the catalogue."""
    found = (finding for finding in checked.report.findings if finding.severity is severity)
    for rule, group in groupby(_by_catalogue(found), key=attrgetter("rule")):
        yield RuleFindings(rule, RULES.get(rule), tuple(group))


def _by_catalogue(findings: Iterable[Finding]) -> list[Finding]:
    places = {rule: place for place, rule in enumerate(RULES)}
    return sorted(findings, key=lambda finding: places.get(finding.rule, len(places)))


def has_tasks(checked: CheckedFile, findings: Iterable[Finding]) -> bool:
    return any(checked.task(finding) for finding in findings)
