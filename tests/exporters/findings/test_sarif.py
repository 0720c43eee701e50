"""The report as SARIF: valid by its schema, and saying where, how heavy and what was set aside.

The schema is that of OASIS (SARIF 2.1.0, errata 1: `sarif-2.1.0-rtm.5.json`) as the npm package
@microsoft/jest-sarif 1.0.0-beta.0 (MIT) ships it; OASIS's rights policy lets it be used and
copied.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from msgspec.structs import replace

from exporters.findings import CheckRun
from exporters.findings.sarif import sarif_bytes, sarif_log
from model.checks import CHECKS, Finding
from model.codes import Severity
from model.messages import speaking
from tests.exporters.findings.runs import hostile, run, several
from tests.sparing import one_in

SCHEMA = json.loads(
    (Path(__file__).parent / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8-sig")
)


def log(made: CheckRun) -> dict[str, Any]:
    log: dict[str, Any] = json.loads(sarif_bytes(made))
    return log


def results(made: CheckRun) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = log(made)["runs"][0]["results"]
    return found


@pytest.mark.parametrize("make", [several, hostile, lambda: run("unettomuus")])
@pytest.mark.parametrize("language", one_in(3, ["fi", "sv", "en"]))
def test_every_log_is_valid(make: Any, language: str) -> None:
    with speaking(language):
        written = log(make())
    assert list(Draft4Validator(SCHEMA).iter_errors(written)) == []


def test_the_schema_is_asked_in_earnest() -> None:
    written = log(run("nepsy"))
    written["runs"][0]["results"][0]["level"] = "grave"
    assert list(Draft4Validator(SCHEMA).iter_errors(written))


def test_every_finding_is_told_once_with_its_weight() -> None:
    made = run("nepsy")
    (checked,) = made.checked
    told = results(made)
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    assert [(each["ruleId"], each["level"]) for each in told if each["kind"] == "fail"] == [
        (finding.rule, levels[finding.severity]) for finding in checked.report.findings
    ]
    still_open = [each for each in told if each["kind"] == "open"]
    assert [each["ruleId"] for each in still_open] == [
        unknown.rule for unknown in checked.report.not_evaluated
    ]
    assert {each["level"] for each in still_open} == {"none"}


def test_a_place_is_the_line_of_the_record() -> None:
    made = run("nepsy")
    (checked,) = made.checked
    lines = Path(checked.file or "").read_text("utf-8").splitlines()
    for finding, result in zip(checked.report.findings, results(made), strict=False):
        (place,) = result["locations"]
        line = lines[place["physicalLocation"]["region"]["startLine"] - 1]
        assert json.loads(line.rstrip(","))["id"] == finding.about or finding.about is None
        assert place["physicalLocation"]["artifactLocation"]["uriBaseId"] == "%SRCROOT%"
        assert place["physicalLocation"]["artifactLocation"]["uri"] == "samples/nepsy.ketju"
        (logical,) = place["logicalLocations"]
        assert logical["kind"] == json.loads(line.rstrip(","))["record"]


def test_what_is_accepted_is_suppressed_in_the_file_itself() -> None:
    made = run("t2d")
    (accepted,) = [each for each in results(made) if "suppressions" in each]
    (suppression,) = accepted["suppressions"]
    assert suppression["kind"] == "inSource"
    assert suppression["status"] == "accepted"
    assert suppression["justification"]
    assert suppression["properties"]["role"]
    assert suppression["location"]["logicalLocations"][0]["kind"] == "waiver"


def test_fingerprints_stay_whatever_the_language_and_differ_within_a_run() -> None:
    prints: list[list[str]] = []
    for language in ("fi", "sv"):
        with speaking(language):
            told = results(several())
            prints.append([each["partialFingerprints"]["finding/v1"] for each in told])
    assert set(prints[0]) == set(prints[1])
    assert len(prints[0]) == len(set(prints[0]))


def test_a_rule_that_broke_is_a_notification_and_no_result() -> None:
    made = run("t2d")
    (checked,) = made.checked
    broken = Finding(
        rule="STR-01", severity=Severity.ERROR, about=None, message="Rikki.", failed=True
    )
    report = replace(checked.report, findings=(broken,))
    written = sarif_log(made._replace(checked=(checked._replace(report=report),)))["runs"][0]
    (invocation,) = written["invocations"]
    assert invocation["executionSuccessful"] is False
    (told,) = invocation["toolExecutionNotifications"]
    assert (told["associatedRule"]["id"], told["level"]) == ("STR-01", "error")
    assert "fail" not in {each["kind"] for each in written["results"] if "suppressions" not in each}


def test_what_was_not_asked_or_not_read_is_told() -> None:
    (invocation,) = log(hostile())["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    (off,) = invocation["toolConfigurationNotifications"]
    assert off["associatedRule"]["id"] == "PUB-05"


def test_texts_are_no_placeholders_and_no_links() -> None:
    words = json.dumps(results(hostile()), ensure_ascii=False)
    assert "{{0}}" in words
    assert "[a] (b)" in words
    assert "](" not in words


def test_every_rule_is_described() -> None:
    rules = log(run("t2d"))["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in CHECKS]
    assert all(rule["help"]["text"] and rule["fullDescription"]["text"] for rule in rules)
