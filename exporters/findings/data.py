"""The report for programs: JSON with the same content as the other reports."""

from datetime import date
from typing import Any

import msgspec

from exporters.findings.checked import Accepted, CheckedFile, CheckRun, UnreadFile
from exporters.findings.words import SEVERITIES
from model.checks import Finding, NotEvaluated
from model.completeness import Completeness, Count
from model.records import Task


def json_bytes(run: CheckRun) -> bytes:
    """Return the report as JSON in UTF-8, indented."""
    return msgspec.json.format(msgspec.json.encode(run_data(run)), indent=2) + b"\n"


def run_data(run: CheckRun) -> dict[str, Any]:
    """Return the report of a run: totals, then file by file; times are ISO 8601.

    Messages and places are in the language in force, texts of people as they stand in the file.
    """
    return {
        "made_at": run.made_at,
        "summary": {
            "checked": len(run.checked),
            "unreadable": len(run.unread),
            **{severity.value: run.total(severity) for severity in SEVERITIES},
            "not_evaluated": sum(len(each.report.not_evaluated) for each in run.checked),
            "accepted": sum(len(each.report.accepted) for each in run.checked),
        },
        "files": [
            *(_file_data(checked, run.made_at.date()) for checked in run.checked),
            *map(_unread_data, run.unread),
        ],
    }


def _unread_data(unread: UnreadFile) -> dict[str, str]:
    return {"file": _encodable(str(unread.file)), "unreadable": _encodable(unread.reason)}


def _file_data(checked: CheckedFile, today: date) -> dict[str, Any]:
    report = checked.report
    return {
        "file": None if checked.file is None else _encodable(str(checked.file)),
        "id": checked.pathway.info.id,
        "title": checked.pathway.info.title,
        "profile": checked.profile.name,
        "counts": {
            **{severity.value: count for severity, count in checked.severities()},
            "not_evaluated": len(report.not_evaluated),
            "accepted": len(report.accepted),
        },
        "completeness": _completeness_data(checked.completeness(today)),
        "findings": [_finding_data(checked, finding) for finding in report.findings],
        "not_evaluated": [_unknown_data(checked, unknown) for unknown in report.not_evaluated],
        "accepted": [_accepted_data(checked, accepted) for accepted in checked.accepted()],
        "idle_waivers": list(report.idle_waivers),
        "switched_off": [{"rule": off.rule, "reason": off.reason} for off in report.switched_off],
        "tasks": [_task_data(checked, task) for task in checked.tasks()],
    }


def _completeness_data(completeness: Completeness) -> dict[str, Any]:
    """Return how much of what is required is in order, in all and by section."""
    return {
        "total": _count_data(completeness.total),
        **{
            section.name.lower(): _count_data(count)
            for section, count in completeness.by_section.items()
        },
    }


def _count_data(count: Count) -> dict[str, Any]:
    return {"percent": count.percent, "required": count.required, **count._asdict()}


def _finding_data(checked: CheckedFile, finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "about": finding.about,
        "place": checked.place(finding),
        "message": finding.message,
        "also": list(finding.also),
        "waiver": finding.waiver,
    }


def _unknown_data(checked: CheckedFile, unknown: NotEvaluated) -> dict[str, Any]:
    return {
        "rule": unknown.rule,
        "about": unknown.about,
        "place": checked.place(unknown),
        "reason": unknown.reason,
    }


def _accepted_data(checked: CheckedFile, accepted: Accepted) -> dict[str, Any]:
    waiver = accepted.waiver
    return {
        **_finding_data(checked, accepted.finding),
        "reason": waiver.reason,
        "role": waiver.role,
        "on": waiver.on,
        "review_on": waiver.review_on,
    }


def _task_data(checked: CheckedFile, task: Task) -> dict[str, Any]:
    return {
        "rule": task.rule,
        "about": task.about,
        "place": checked.place(task),
        "title": task.title,
        "responsible": task.responsible,
        "due": task.due,
        "done": task.done,
    }


def _encodable(words: str) -> str:
    """Return the words with a sign in place of bytes of a file name that are no UTF-8."""
    return words.encode("utf-8", "replace").decode()
