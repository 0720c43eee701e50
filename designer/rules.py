"""What is told of the rules: by the command `rules`, for people and programs."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from designer.terminal import Line
from model.checks import PROFILES, Rule
from model.codes.names import name_of_code
from model.messages import LANGUAGES, _, speaking

SAMPLES = "samples/checks"
"""Folder of the rules' samples, in the repository."""


def rule_data(rule: Rule) -> dict[str, Any]:
    """Return a rule for JSON; texts for readers by language, samples by what is found in them."""
    return {
        "id": rule.id,
        "title": _(rule.title),
        "severity": rule.severity.value,
        "severities": {profile.name: profile.severity(rule).value for profile in PROFILES},
        "explanation": {language: _explanation(rule, language) for language in LANGUAGES},
        "source": rule.source,
        "thresholds": dict(rule.thresholds),
        "fixes": {
            "count": len(rule.fixes),
            "titles": {language: _fixes(rule, language) for language in LANGUAGES},
        },
        "samples": samples_of(rule),
    }


def samples_of(rule: Rule) -> Mapping[str, str]:
    """Return the paths in the repository of the pathway with a finding and of that without."""
    module = rule.check.__module__.rpartition(".")[2]
    return {name: f"{SAMPLES}/{module}/{name}.ketju" for name in ("finds", "silent")}


def _explanation(rule: Rule, language: str) -> dict[str, str]:
    with speaking(language):
        return {
            "title": _(rule.title),
            "finds": _(rule.finds),
            "why": _(rule.why),
            "put_right": _(rule.put_right),
        }


def _fixes(rule: Rule, language: str) -> list[str]:
    with speaking(language):
        return [_(fix.title) for fix in rule.fixes]


def rule_lines(rules: Iterable[Rule]) -> Iterator[Line]:
    for rule in rules:
        yield Line(f"{rule.id}  {_(rule.title)} ({name_of_code(rule.severity)})", "bold")
        for text in (rule.finds, rule.why, rule.put_right):
            yield Line(f"  {_(text)}")
        yield Line(f"  {weights(rule)}", "dim")
        if rule.fixes:
            titles = "; ".join(_(fix.title) for fix in rule.fixes)
            yield Line("  " + _("Quick fixes: {titles}").format(titles=titles), "dim")
        if rule.thresholds:
            numbers = ", ".join(f"{name} = {number}" for name, number in rule.thresholds.items())
            yield Line("  " + _("Numbers: {numbers}").format(numbers=numbers), "dim")
        yield Line(f"  {rule.source}", "dim")
        yield Line("")


def weights(rule: Rule) -> str:
    """Say how heavy a rule weighs in each profile: “Workshop: hint, Coordination: error, …”."""
    return ", ".join(
        f"{_(profile.title)}: {name_of_code(profile.severity(rule))}" for profile in PROFILES
    )
