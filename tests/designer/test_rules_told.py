"""What is told of the rules: by the command `rules` and on their pages."""

from pathlib import Path
from typing import Any

import pytest

from designer.rule_pages import FOLDER, page
from designer.rules import rule_data, rule_lines
from model import file
from model.checks import CHECKS, Rule
from model.messages import LANGUAGES, speaking

ROOT = Path(__file__).parents[2]
TOLD: dict[str, dict[str, Any]] = {rule.id: rule_data(rule) for rule in CHECKS}
each_rule = pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.id)


def test_at_least_110_rules_are_told() -> None:
    assert len(TOLD) >= 110


@each_rule
def test_a_rule_is_explained_in_three_languages(rule: Rule) -> None:
    explanation = TOLD[rule.id]["explanation"]
    assert tuple(explanation) == LANGUAGES
    assert explanation["en"] == {
        "title": rule.title,
        "finds": rule.finds,
        "why": rule.why,
        "put_right": rule.put_right,
    }
    for text in explanation["en"]:
        assert len({explanation[language][text] for language in LANGUAGES}) == len(LANGUAGES)


@each_rule
def test_it_comes_with_source_weights_fixes_and_numbers(rule: Rule) -> None:
    told = TOLD[rule.id]
    assert told["source"] == rule.source
    assert tuple(told["severities"]) == ("workshop", "coordination", "publishing")
    assert told["severities"]["coordination"] == told["severity"] == rule.severity.value
    assert told["fixes"]["count"] == len(rule.fixes)
    assert [len(titles) for titles in told["fixes"]["titles"].values()] == [len(rule.fixes)] * 3
    assert told["thresholds"] == rule.thresholds


@each_rule
def test_its_samples_are_there(rule: Rule) -> None:
    samples = TOLD[rule.id]["samples"]
    assert set(samples) == {"finds", "silent"}
    for path in samples.values():
        assert file.read(ROOT / path)


def test_people_read_the_same() -> None:
    with speaking("fi"):
        lines = "\n".join(line.text for line in rule_lines(CHECKS))
    for told in TOLD.values():
        assert all(text in lines for text in told["explanation"]["fi"].values())
        assert all(title in lines for title in told["fixes"]["titles"]["fi"])
        assert all(f"{name} = {number}" in lines for name, number in told["thresholds"].items())


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_are_as_the_program_writes_them(language: str) -> None:
    """Written anew by `python -m designer.rule_pages`."""
    assert (FOLDER / f"{language}.md").read_text(encoding="utf-8") == page(language) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_has_a_place_for_each_rule(language: str) -> None:
    written = page(language)
    for rule in CHECKS:
        assert written.count(f'<a id="{rule.id.lower()}"></a>\n') == 1
        assert f"[{rule.id}](#{rule.id.lower()})" in written
