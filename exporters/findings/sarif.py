"""The report as SARIF 2.1.0, for programs that gather findings of several checkers.

SARIF: Static Analysis Results Interchange Format, OASIS Standard of 27 March 2020. Numbers of
sections below are that standard's.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC
from importlib.metadata import version
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

import msgspec

from exporters.findings.checked import RULES, CheckedFile, CheckRun, UnreadFile, broke
from exporters.findings.words import name, place
from model.checks import Finding, NotEvaluated, Rule
from model.codes import Severity
from model.ids import Id
from model.messages import _, spoken_language

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"
"""What relative addresses start from: the folder in which the check was run."""

_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
    Severity.OFF: "none",
}
_INDEX = {rule: place for place, rule in enumerate(RULES)}

Json = dict[str, Any]


def sarif_bytes(run: CheckRun) -> bytes:
    """Return the report of a run as a SARIF log with one run, indented, in UTF-8."""
    return msgspec.json.format(msgspec.json.encode(sarif_log(run)), indent=2) + b"\n"


def sarif_log(run: CheckRun) -> Json:
    results = [result for checked in run.checked for result in _results(checked)]
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver()},
                "automationDetails": {"id": "ketjupaja/check/"},
                "language": spoken_language(),
                "columnKind": "unicodeCodePoints",
                "originalUriBaseIds": {
                    ROOT: {"description": {"text": _("The folder in which the check was run.")}}
                },
                "invocations": [_invocation(run)],
                "artifacts": [_artifact(checked) for checked in run.checked],
                "results": results,
            }
        ],
    }


def _driver() -> Json:
    return {
        "name": "Ketjupaja",
        "version": version("ketjupaja"),
        "semanticVersion": version("ketjupaja"),
        "language": spoken_language(),
        "rules": [_descriptor(rule) for rule in RULES.values()],
    }


def _descriptor(rule: Rule) -> Json:
    help_texts = (
        _(rule.why),
        _(rule.put_right),
        _("Source: {source}").format(source=_(rule.source)),
    )
    return {
        "id": rule.id,
        "name": _(rule.title),
        "shortDescription": {"text": _(rule.title)},
        "fullDescription": {"text": _(rule.finds)},
        "help": {"text": "\n\n".join(help_texts)},
        "defaultConfiguration": {
            "enabled": rule.severity is not Severity.OFF,
            "level": _LEVELS[rule.severity],
        },
    }


def _invocation(run: CheckRun) -> Json:
    """Return how the run went: what could not be read, which rules broke, which were off."""
    execution = [*map(_unread, run.unread)]
    execution += [note for checked in run.checked for note in _broken(checked)]
    configuration = [note for checked in run.checked for note in _switched_off(checked)]
    return {
        "executionSuccessful": not execution,
        "endTimeUtc": _utc(run),
        "toolExecutionNotifications": execution,
        "toolConfigurationNotifications": configuration,
    }


def _utc(run: CheckRun) -> str:
    return run.made_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _unread(unread: UnreadFile) -> Json:
    return {
        "level": "error",
        "message": {"text": _line(unread.reason)},
        "locations": [{"physicalLocation": {"artifactLocation": _address(unread.file)}}],
    }


def _broken(checked: CheckedFile) -> Iterator[Json]:
    """Yield the rules that could not be run; what they would have found is unknown."""
    for finding in checked.report.findings:
        if broke(finding):
            yield {
                "level": "error",
                "message": {"text": _line(finding.message)},
                "associatedRule": _reference(finding.rule),
                "locations": [_location(checked, finding.about)],
            }


def _switched_off(checked: CheckedFile) -> Iterator[Json]:
    for off in checked.report.switched_off:
        yield {
            "level": "note",
            "message": {
                "text": _("Switched off by the organisation: {reason}").format(
                    reason=_line(off.reason)
                )
            },
            "associatedRule": _reference(off.rule),
            "locations": [_whole(checked)],
        }


def _artifact(checked: CheckedFile) -> Json:
    return {
        "location": _address(checked.file),
        "roles": ["analysisTarget"],
        "description": {"text": _line(checked.title()) or _("(no name)")},
        "properties": {"profile": checked.profile.name},
    }


def _results(checked: CheckedFile) -> Iterator[Json]:
    told = Counter[str]()
    for finding in checked.report.findings:
        if not broke(finding):
            yield {**_finding(checked, finding), **_fingerprint(checked, finding, told)}
    for accepted in checked.accepted():
        suppression: Json = {"kind": "inSource", "status": "accepted"}
        suppression["justification"] = _line(accepted.reason)
        suppression["location"] = _location(checked, accepted.waiver.id)
        suppression["properties"] = _given(
            role=_line(accepted.role),
            acceptedOn=accepted.on,
            reviewOn=accepted.review_on,
        )
        yield {
            **_finding(checked, accepted.finding),
            **_fingerprint(checked, accepted.finding, told),
            "suppressions": [suppression],
        }
    for unknown in checked.report.not_evaluated:
        # "open": "evaluated, and the tool concluded that there was insufficient information to
        # decide whether a problem exists"; "notApplicable" would say that the rule does not
        # concern the pathway at all (3.27.9).
        yield {
            **_reference_of_result(unknown.rule),
            "kind": "open",
            "level": "none",
            "message": {"text": _line(unknown.reason)},
            "locations": [_location(checked, unknown.about)],
            **_fingerprint(checked, unknown, told),
        }


def _finding(checked: CheckedFile, finding: Finding) -> Json:
    result: Json = {
        **_reference_of_result(finding.rule),
        "kind": "fail",
        "level": _LEVELS[finding.severity],
        "message": {"text": _line(finding.message)},
        "locations": [_location(checked, finding.about)],
    }
    if related := [_location(checked, id) for id in finding.also if id in checked.pathway]:
        result["relatedLocations"] = [
            {"id": number, **location} for number, location in enumerate(related, start=1)
        ]
    if task := checked.task(finding):
        result["properties"] = {"task": "done" if task.done else "given"}
    return result


def _reference(rule: str) -> Json:
    return {"id": rule, **({"index": _INDEX[rule]} if rule in _INDEX else {})}


def _reference_of_result(rule: str) -> Json:
    return {"ruleId": rule, **({"ruleIndex": _INDEX[rule]} if rule in _INDEX else {})}


def _location(checked: CheckedFile, about: Id | None) -> Json:
    """Return where a record is: its line in the file, and its name on the board."""
    id = checked.pathway.info.id if about is None else about
    location = _whole(checked)
    if id in checked.lines:
        location["physicalLocation"]["region"] = {"startLine": checked.lines[id]}
    record = checked.pathway.get(id)
    if record is not None:
        location["logicalLocations"] = [
            {
                "name": _line(name(checked.pathway, id)),
                "fullyQualifiedName": f"{checked.pathway.info.id}/{id}",
                "kind": record.__struct_config__.tag,
            }
        ]
        location["message"] = {"text": _line(place(checked.pathway, id))}
    return location


def _whole(checked: CheckedFile) -> Json:
    return {"physicalLocation": {"artifactLocation": _address(checked.file)}}


def _address(file: PurePath | None) -> Json:
    """Return the address of a file: below the folder of the run, else in full."""
    if file is None:
        return {"description": {"text": _("not saved yet")}}
    whole = Path(file).absolute()
    try:
        below = whole.relative_to(Path.cwd())
    except ValueError:
        return {"uri": whole.as_uri()}
    return {"uri": quote(below.as_posix()), "uriBaseId": ROOT}


def _fingerprint(checked: CheckedFile, entry: Finding | NotEvaluated, told: Counter[str]) -> Json:
    """Return what makes a finding the same in every run, whatever its language and its words."""
    about = entry.about or checked.pathway.info.id
    also: Iterable[Id] = entry.also if isinstance(entry, Finding) else ()
    field = entry.field if isinstance(entry, Finding) else ""
    same = "\0".join((checked.pathway.info.id, entry.rule, about, field, *sorted(also)))
    told[same] += 1  # a rule may find several things in one place
    digest = hashlib.sha256(f"{same}\0{told[same]}".encode()).hexdigest()
    return {"partialFingerprints": {"finding/v1": digest[:32]}}


def _given(**properties: Any) -> Mapping[str, Any]:
    return {key: value for key, value in properties.items() if value}


def _line(words: str) -> str:
    """Return the words as a message of one line, without placeholders and links (3.11)."""
    line = " ".join(words.split()).encode("utf-8", "replace").decode()
    return line.replace("{", "{{").replace("}", "}}").replace("](", "] (")
