"""An organisation's own profile: what its file may say, and what that does to the rules."""

from datetime import date
from pathlib import Path

import pytest

from model import edits, file
from model.checks import CHECKS, ORGANISATION, SwitchedOff, check
from model.checks.organisation import MOST_BYTES, OrganisationError, read_organisation
from model.codes import Severity
from model.messages import speaking
from model.pathway import Pathway
from model.records import PathwayInfo, Stage
from tests.damage.damage import complete
from tests.pathways import At, build

ROOT = Path(__file__).parents[3]
TODAY = date(2026, 6, 1)
RULES = {rule.id: rule for rule in CHECKS}

NAME = 'name = "Järvialue"\n'


def reading(text: str) -> str:
    """Return why a text is refused."""
    with speaking("en"), pytest.raises(OrganisationError) as refused:
        read_organisation(text.encode())
    return str(refused.value)


def test_the_example_in_the_guide_is_read() -> None:
    profile = read_organisation((ROOT / "docs" / "ketjupaja.toml").read_bytes())
    assert profile.name == ORGANISATION
    assert profile.title
    assert profile.off
    assert profile.severities
    assert profile.thresholds
    assert profile.languages == ("fi", "sv")


def test_with_nothing_but_a_name_it_weighs_as_the_rules_do() -> None:
    profile = read_organisation(b"\xef\xbb\xbf" + NAME.encode())
    assert profile.title == "Järvialue"
    assert [profile.severity(rule) for rule in CHECKS] == [rule.severity for rule in CHECKS]


def test_it_is_based_on_one_of_the_profiles() -> None:
    profile = read_organisation(f'{NAME}based_on = "workshop"\n[severity]\nSTR-01="info"'.encode())
    for rule in CHECKS:
        expected = rule.severities.get("workshop", rule.severity)
        assert profile.severity(rule) is (Severity.INFO if rule.id == "STR-01" else expected)


def test_a_rule_that_is_off_is_not_asked_and_its_reason_is_told() -> None:
    profile = read_organisation(f'{NAME}[off]\nRES-01 = " Sovittu toisin "'.encode())
    pathway = build(phases=["Alku"], stages=[At("Hoito", None)])
    report = check(pathway, profile, TODAY)
    assert "RES-01" not in {finding.rule for finding in report.findings}
    assert report.switched_off == (SwitchedOff(rule="RES-01", reason="Sovittu toisin"),)


@pytest.mark.parametrize(("most", "found"), [(1, True), (2, False)])
def test_numbers_in_rules_are_the_organisations(most: int, found: bool) -> None:  # noqa: FBT001
    profile = read_organisation(f"{NAME}[thresholds.STR-12]\nmost_stages = {most}".encode())
    pathway = build(phases=["Alku"], stages=[At("Hoito", None), At("Tuki", None)])
    words = [each.message for each in check(pathway, profile, TODAY).findings]
    assert any("more than 1" in message for message in words) is found


def saying(language: str) -> Pathway:
    """Return a pathway of one stage that says fifty short words, the last 22 in one sentence."""
    words = "Du ser mig. " * 9 + f"Och {'ser ' * 20}mig."
    info = PathwayInfo(id="info", languages=(language,))
    stage = Stage(id="s0", order="a0", title={language: "Vi"}, what_happens={language: words})
    return Pathway((info, stage))


def of_three_sectors() -> Pathway:
    module = RULES["RES-06"].check.__module__.rpartition(".")[2]
    pathway = file.read(ROOT / "samples" / "checks" / module / "silent.ketju")
    return edits.update(pathway, pathway.info.id, coordinator=None).applied_to(pathway)[0]


NUMBERS = [(rule.id, name) for rule in CHECKS for name in rule.thresholds]
OF_OTHERS = {
    "most_percent_long": lambda: saying("fi"),
    "most_lix_fi": lambda: saying("fi"),
    "most_lix_sv": lambda: saying("sv"),
    "most_lix_en": lambda: saying("en"),
    "most_sectors": of_three_sectors,
}
"""Where not the complete pathway stands near the limit."""


@pytest.mark.parametrize(("rule", "name"), NUMBERS)
def test_every_number_of_a_rule_decides(rule: str, name: str) -> None:
    """A rule finds something once its number is as strict as can be, and else nothing."""
    pathway = OF_OTHERS.get(name, complete)()
    strict = 10_000 if name.startswith("least") else 0
    usual = read_organisation(NAME.encode())
    profile = read_organisation(f"{NAME}[thresholds.{rule}]\n{name} = {strict}".encode())
    assert check(pathway, profile, TODAY, (RULES[rule],)).findings
    assert not check(pathway, usual, TODAY, (RULES[rule],)).findings


def test_the_countys_languages_are_asked_for_besides_the_pathways_own() -> None:
    pathway = complete()
    assert "sm" not in pathway.info.languages
    profile = read_organisation(f'{NAME}languages = ["sv", "sm", "sv"]'.encode())
    assert profile.languages == ("sv", "sm")
    report = check(pathway, profile, TODAY)
    assert {finding.rule for finding in report.findings} == {"LAN-01"}
    change = edits.update(pathway, pathway.info.id, languages=("fi",))
    less = read_organisation(f'{NAME}languages = ["fi"]'.encode())
    assert not check(change.applied_to(pathway)[0], less, TODAY).findings
    assert not check(pathway, less, TODAY).findings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "name: the name of the organisation is missing."),
        ('name = " "', "name: the name of the organisation is missing."),
        ('name = "a\\nb"', "name: at most 80 characters on one line."),
        (f'name = "{"a" * 81}"', "name: at most 80 characters on one line."),
        (NAME + "severities = 1", "severities is not known; known are name, based_on, "),
        (NAME + 'based_on = "strict"', "based_on: “strict” is not one of workshop, coord"),
        (NAME + 'languages = "fi"', 'languages: a list is needed, such as ["fi", "sv"].'),
        (NAME + "languages = [7]", "languages: “7” is not the code of a language"),
        (NAME + 'languages = ["suomi"]', "languages: “suomi” is not the code of a language"),
        (NAME + 'severity = "error"', "severity: a table is needed, [severity] on a line"),
        (NAME + '[severity]\nSTR-99 = "error"', "severity.STR-99: there is no such rule"),
        (NAME + '[severity]\nSTR-12 = "off"', "severity.STR-12: “off” is not one of error, "),
        (NAME + "[severity]\nSTR-12 = []", "severity.STR-12: “[]” is not one of error, "),
        (NAME + "[off]\nSTR-12 = true", "off.STR-12: a reason is needed"),
        (NAME + '[off]\nSTR-12 = " "', "off.STR-12: a reason is needed"),
        (
            NAME + '[off]\nSTR-12 = "Syy"\n[severity]\nSTR-12 = "info"',
            "off.STR-12: the rule is switched off, yet set elsewhere too.",
        ),
        (NAME + "[thresholds]\nSTR-12 = 3", "thresholds.STR-12: a table is needed"),
        (NAME + "[thresholds.STR-12]\nmost = 3", "thresholds.STR-12.most is not known; known are"),
        (
            NAME + "[thresholds.STR-01]\nmost = 3",
            "thresholds.STR-01.most is not known; known are –",
        ),
        (
            NAME + "[thresholds.STR-12]\nmost_stages = 4.5",
            "thresholds.STR-12.most_stages: a whole number from 0 to 10000 is needed.",
        ),
        (NAME + "[thresholds.STR-12]\nmost_stages = true", "thresholds.STR-12.most_stages: a whol"),
        (NAME + "[thresholds.STR-12]\nmost_stages = -1", "thresholds.STR-12.most_stages: a whole"),
        (NAME + "based_on workshop", "line 2 cannot be read as TOML."),
        (f"name = {'[' * 20_000}", "the file cannot be read as TOML."),
        (f"number = {'1' * 5000}", "the file cannot be read as TOML."),
        (NAME + "#" * MOST_BYTES, "the file is larger than 64 KiB."),
    ],
)
def test_what_is_not_known_is_refused_in_a_sentence(text: str, words: str) -> None:
    assert reading(text).startswith(words)


def test_another_encoding_is_refused() -> None:
    with speaking("en"), pytest.raises(OrganisationError, match="not text in UTF-8"):
        read_organisation(NAME.encode("utf-16"))
