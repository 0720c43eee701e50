"""Each rule on its two samples, and what a rule must come with."""

import logging
from collections import defaultdict
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from model import file
from model.checks import CHECKS, COORDINATION, PROFILES, Rule, check
from model.checks.live import LiveChecks
from model.messages import speaking
from tests.damage.damage import complete
from tests.damage.samples import damaged

ROOT = Path(__file__).parents[3]
SAMPLES = ROOT / "samples" / "checks"
CATALOGUES = ROOT / "designer" / "locale"
TODAY = date(2026, 6, 1)

# A pathway in which no stage is an end has a dead end, or a loop without an exit, as well.
UNAVOIDABLE = defaultdict[str, list[str]](list, {"STR-02": ["STR-04"]})


@cache
def translated(language: str) -> frozenset[object]:
    with (CATALOGUES / language / "LC_MESSAGES" / "ketjupaja.po").open("rb") as catalogue:
        entries = read_po(catalogue)
    return frozenset(entry.id for entry in entries if entry.string and not entry.fuzzy)


def module_of(rule: Rule) -> str:
    return rule.check.__module__.rpartition(".")[2]


each_rule = pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.id)


@each_rule
def test_finding_sample_finds_exactly_what_the_rule_is_for(
    rule: Rule, caplog: pytest.LogCaptureFixture
) -> None:
    pathway = file.read(SAMPLES / module_of(rule) / "finds.ketju")
    with caplog.at_level(logging.ERROR), speaking("en"):
        report = check(pathway, COORDINATION, TODAY)
    assert not caplog.records
    found = [finding for finding in report.findings if finding.rule == rule.id]
    assert {finding.rule for finding in report.findings} == {rule.id, *UNAVOIDABLE[rule.id]}
    assert {finding.severity for finding in found} == {rule.severity}
    assert not any("{" in finding.message for finding in found)


def test_of_the_complete_pathway_no_rule_finds_anything() -> None:
    report = check(complete(), COORDINATION, TODAY)
    assert not report.findings
    assert not report.not_evaluated


@each_rule
def test_finding_samples_are_the_complete_pathway_damaged(rule: Rule) -> None:
    """Written anew by `python -m tests.damage.samples`."""
    assert file.read(SAMPLES / module_of(rule) / "finds.ketju") == damaged(rule)


@each_rule
def test_silent_sample_is_answered_without_a_finding(rule: Rule) -> None:
    pathway = file.read(SAMPLES / module_of(rule) / "silent.ketju")
    report = check(pathway, COORDINATION, TODAY)
    assert rule.id not in {finding.rule for finding in report.findings}
    assert rule.id not in {unknown.rule for unknown in report.not_evaluated}


@each_rule
def test_samples_are_written_as_the_program_writes_them(rule: Rule) -> None:
    for name in ("finds.ketju", "silent.ketju"):
        data = (SAMPLES / module_of(rule) / name).read_bytes()
        assert file.dumps(file.loads(data)) == data


def test_no_samples_are_left_of_rules_that_are_gone() -> None:
    assert {folder.name for folder in SAMPLES.iterdir() if folder.is_dir()} == set(
        map(module_of, CHECKS)
    )


@each_rule
def test_rule_comes_with_an_explanation_and_a_source(rule: Rule) -> None:
    for text in (rule.finds, rule.why, rule.put_right):
        assert text.endswith((".", "..."))
    assert rule.title
    assert not rule.title.endswith(".")
    assert rule.source


@each_rule
@pytest.mark.parametrize("language", ["fi", "sv"])
def test_rule_is_translated(rule: Rule, language: str) -> None:
    texts = {rule.title, rule.finds, rule.why, rule.put_right, *(fix.title for fix in rule.fixes)}
    assert texts <= translated(language)


def test_rules_and_profiles_have_ids_of_their_own() -> None:
    ids = [rule.id for rule in CHECKS]
    assert len(set(ids)) == len(ids)
    profiles = {profile.name for profile in PROFILES}
    assert all(set(rule.severities) <= profiles for rule in CHECKS)


@each_rule
def test_rule_about_the_whole_says_what_it_reads(rule: Rule) -> None:
    assert rule.reads or rule.each


def test_a_profile_only_changes_how_heavy_a_finding_weighs() -> None:
    pathway = file.read(SAMPLES / "no_start" / "finds.ketju")
    severities = {
        profile.name: [
            finding.severity.value for finding in check(pathway, profile, TODAY).findings
        ]
        for profile in PROFILES
    }
    assert severities == {
        "workshop": ["warning"],
        "coordination": ["error"],
        "publishing": ["error"],
    }


def test_a_rule_that_a_profile_puts_off_is_not_asked() -> None:
    pathway = file.read(SAMPLES / "customer_text_missing" / "finds.ketju")
    workshop = next(profile for profile in PROFILES if profile.name == "workshop")
    assert not LiveChecks(pathway, workshop, TODAY).report.findings
