"""What the command line prints: reports, rules, formats, what a file holds."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from designer.terminal import Line, printable
from exporters.exporter import Exporter
from model.checks import Finding, NotEvaluated, Profile, Report, Rule
from model.codes import Severity
from model.codes.names import name_of_code
from model.edits import name_of
from model.file import FORMAT
from model.ids import Id
from model.messages import N_, _, ngettext, spoken_language
from model.pathway import Pathway
from model.records import (
    RECORD_KINDS,
    Actor,
    AnyRecord,
    Channel,
    Goal,
    Handover,
    Metric,
    Note,
    PathwayInfo,
    Phase,
    Record,
    Stage,
)
from model.text import in_language

_SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.INFO)
_HEADINGS = {
    Severity.ERROR: N_("Errors"),
    Severity.WARNING: N_("Warnings"),
    Severity.INFO: N_("Remarks"),
}
_PLACES: dict[type[Record], str] = {
    Stage: N_("stage “{name}”"),
    Phase: N_("phase “{name}”"),
    Actor: N_("actor “{name}”"),
    Channel: N_("channel “{name}”"),
    Goal: N_("goal “{name}”"),
    Metric: N_("metric “{name}”"),
    Note: N_("note “{name}”"),
}


def place(pathway: Pathway, id: Id | None) -> str:
    """Say in words which record an id is, such as: stage “First visit”."""
    record = pathway.get(id) if id is not None else pathway.info
    match record:
        case None:
            return ""
        case PathwayInfo():
            return _("the pathway as a whole")
        case Handover():
            source, target = _names(pathway, record)
            return _("handover “{source}” → “{target}”").format(source=source, target=target)
    pattern = _PLACES.get(type(record), N_("“{name}”"))
    return _(pattern).format(name=_name(pathway, record.id))


def _names(pathway: Pathway, record: AnyRecord) -> tuple[str, ...]:
    """Return the names by which people know where a record is."""
    match record:
        case PathwayInfo():
            return ()
        case Handover():
            return _name(pathway, record.source), _name(pathway, record.target)
    return (_name(pathway, record.id),)


def _name(pathway: Pathway, id: Id) -> str:
    return name_of(pathway[id], spoken_language()) or _("(no name)")


def report_lines(file: Path, pathway: Pathway, report: Report, profile: Profile) -> Iterator[Line]:
    """List what the checks say of one file: findings by severity, then the counts."""
    yield Line(
        _("{file}: {title} ({profile})").format(
            file=file,
            title=in_language(pathway.info.title, spoken_language()) or _("(no name)"),
            profile=_(profile.title),
        ),
        "bold",
    )
    styles = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
    for severity in _SEVERITIES:
        found = [finding for finding in report.findings if finding.severity is severity]
        if found:
            yield Line("")
            yield Line(f"{_(_HEADINGS[severity])} ({len(found)})", styles[severity])
            for finding in found:
                yield from _finding_lines(pathway, finding)
    yield Line("")
    yield Line(counts(report))


def _finding_lines(pathway: Pathway, finding: Finding) -> Iterator[Line]:
    yield Line(f"  {finding.rule:<7} {finding.message}")
    record = pathway.get(finding.about or "")
    if record and not all(name in finding.message for name in _names(pathway, record)):
        yield Line(f"          {place(pathway, finding.about)}", "dim")


def counts(report: Report) -> str:
    errors, warnings, remarks = map(report.count, _SEVERITIES)
    unknown, accepted = len(report.not_evaluated), len(report.accepted)
    return ", ".join(
        (
            ngettext("{count} error", "{count} errors", errors).format(count=errors),
            ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings),
            ngettext("{count} remark", "{count} remarks", remarks).format(count=remarks),
            ngettext("{count} not evaluated", "{count} not evaluated", unknown).format(
                count=unknown
            ),
            ngettext("{count} accepted", "{count} accepted", accepted).format(count=accepted),
        )
    )


def report_data(file: Path, pathway: Pathway, report: Report, profile: Profile) -> dict[str, Any]:
    """Return the report of one file for JSON."""
    return {
        "file": printable(str(file)),
        "id": pathway.info.id,
        "title": pathway.info.title,
        "profile": profile.name,
        "counts": {
            **{severity.value: report.count(severity) for severity in _SEVERITIES},
            "not_evaluated": len(report.not_evaluated),
            "accepted": len(report.accepted),
        },
        "findings": [_finding_data(pathway, finding) for finding in report.findings],
        "not_evaluated": [_unknown_data(pathway, unknown) for unknown in report.not_evaluated],
        "accepted": [_finding_data(pathway, finding) for finding in report.accepted],
    }


def _finding_data(pathway: Pathway, finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "about": finding.about,
        "place": place(pathway, finding.about),
        "message": finding.message,
        "also": list(finding.also),
    }


def _unknown_data(pathway: Pathway, unknown: NotEvaluated) -> dict[str, Any]:
    return {
        "rule": unknown.rule,
        "about": unknown.about,
        "place": place(pathway, unknown.about),
        "reason": unknown.reason,
    }


def rule_lines(rules: Iterable[Rule]) -> Iterator[Line]:
    for rule in rules:
        yield Line(f"{rule.id}  {_(rule.title)} ({name_of_code(rule.severity)})", "bold")
        for text in (rule.finds, rule.why, rule.put_right):
            yield Line(f"  {_(text)}")
        yield Line(f"  {_(rule.source)}", "dim")
        yield Line("")


def rule_data(rule: Rule) -> dict[str, str]:
    """Return a rule for JSON, its texts in the language in force."""
    return {
        "id": rule.id,
        "severity": rule.severity.value,
        "title": _(rule.title),
        "finds": _(rule.finds),
        "why": _(rule.why),
        "put_right": _(rule.put_right),
        "source": _(rule.source),
    }


def info_data(file: Path, pathway: Pathway) -> dict[str, Any]:
    """Return what a file holds, for JSON: dates are ISO 8601, counts by the kind of record."""
    info = pathway.info
    kinds = {
        kind.__struct_config__.tag: len(pathway.of(kind))
        for kind in RECORD_KINDS
        if kind is not PathwayInfo
    }
    return {
        "file": printable(str(file)),
        "format": FORMAT,
        "id": info.id,
        "title": info.title,
        "status": info.status.value,
        "version": info.version,
        "languages": list(info.languages),
        "last_reviewed": info.last_reviewed,
        "next_review": info.next_review,
        "counts": kinds,
    }


def info_lines(file: Path, pathway: Pathway) -> Iterator[Line]:
    info = pathway.info
    yield Line(f"{file}: {_name(pathway, info.id)}", "bold")
    yield Line(_("Status: {status}").format(status=name_of_code(info.status)))
    yield Line(_("Languages: {languages}").format(languages=", ".join(info.languages)))
    if info.version:
        yield Line(_("Version: {version}").format(version=info.version))
    if info.next_review:
        yield Line(_("Next review: {day}").format(day=info.next_review.isoformat()))
    stages, arrows = len(pathway.stages), len(pathway.handovers)
    actors, phases = len(pathway.actors), len(pathway.phases)
    yield Line(
        ", ".join(
            (
                ngettext("{count} phase", "{count} phases", phases).format(count=phases),
                ngettext("{count} actor", "{count} actors", actors).format(count=actors),
                ngettext("{count} stage", "{count} stages", stages).format(count=stages),
                ngettext("{count} handover", "{count} handovers", arrows).format(count=arrows),
            )
        )
    )


def format_lines(exporters: Iterable[Exporter]) -> Iterator[Line]:
    for exporter in exporters:
        what = exporter.suffix or _("folder")
        yield Line(f"{exporter.name:<10} {what:<8} {_(exporter.title)}")


def format_data(exporter: Exporter) -> dict[str, str]:
    """Return a format for JSON; without a suffix it makes a folder."""
    return {"name": exporter.name, "title": _(exporter.title), "suffix": exporter.suffix}
