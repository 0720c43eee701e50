"""Finnish morphology is asked where the machine has it, and missed visibly where it has not."""

import sys
from collections.abc import Iterator
from datetime import date
from types import ModuleType

import pytest

from model.checks import COORDINATION, WORKSHOP, LiveChecks
from model.checks.passive_voice import RULE
from model.pathway import Pathway
from model.plain_language import morphology
from model.records import PathwayInfo, Stage
from tests.damage.customer import PASSIVE
from tests.voikko import recorded

TODAY = date(2026, 6, 1)


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    morphology.finnish_passive.cache_clear()
    yield
    morphology.finnish_passive.cache_clear()


def passive_pathway(language: str = "fi") -> Pathway:
    info = PathwayInfo(id="ketju", title={language: "Uni"}, languages=("fi", "sv"))
    stages = [
        Stage(id=f"s{number}", order=f"a{number}", what_happens={language: PASSIVE})
        for number in range(3)
    ]
    return Pathway([info, *stages])


def test_without_the_package_the_rule_is_not_evaluated_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "libvoikko", None)
    report = LiveChecks(passive_pathway(), COORDINATION, TODAY, (RULE,)).report
    assert not report.findings
    assert [(unknown.rule, unknown.about) for unknown in report.not_evaluated] == [("CUS-06", None)]


def test_without_finnish_texts_there_is_nothing_to_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "libvoikko", None)
    report = LiveChecks(passive_pathway("sv"), COORDINATION, TODAY, (RULE,)).report
    assert not report.findings
    assert not report.not_evaluated


def test_in_a_workshop_it_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "libvoikko", None)
    report = LiveChecks(passive_pathway(), WORKSHOP, TODAY, (RULE,)).report
    assert not report.not_evaluated


def test_with_morphology_each_stage_is_answered() -> None:
    with recorded():
        report = LiveChecks(passive_pathway(), COORDINATION, TODAY, (RULE,)).report
    assert [finding.about for finding in report.findings] == ["s0", "s1", "s2"]
    assert {finding.field for finding in report.findings} == {"what_happens"}
    assert not report.not_evaluated


class NoDictionaryError(Exception):
    """What libvoikko raises when it finds its library but no dictionary."""


@pytest.mark.parametrize("failure", [OSError("no library"), NoDictionaryError("no dictionary")])
def test_a_package_without_its_library_or_dictionary_is_none(
    monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    def voikko(_language: str) -> None:
        raise failure

    package = ModuleType("libvoikko")
    package.VoikkoException = NoDictionaryError  # type: ignore[attr-defined]
    package.Voikko = voikko  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "libvoikko", package)
    assert morphology.finnish_passive() is None


READINGS = {
    # As Voikko 4.3.1 with voikko-fi 2.5 answered.
    "ohjataan": [{"BASEFORM": "ohjata", "CLASS": "teonsana", "NEGATIVE": "false", "PERSON": "4"}],
    "tehdä": [
        {"BASEFORM": "tehdä", "CLASS": "teonsana", "NEGATIVE": "true", "PERSON": "4"},
        {"BASEFORM": "tehdä", "CLASS": "teonsana", "NEGATIVE": "both", "MOOD": "A-infinitive"},
    ],
    "taataan": [
        {"BASEFORM": "taata", "CLASS": "teonsana", "NEGATIVE": "false", "PERSON": "4"},
        {"BASEFORM": "taata", "CLASS": "nimisana"},
    ],
    "soitat": [{"BASEFORM": "soittaa", "CLASS": "teonsana", "NEGATIVE": "false", "PERSON": "2"}],
    "PTH:n": [],
}


def test_only_a_word_that_is_nothing_but_passive_counts() -> None:
    class Recorded:
        def analyze(self, word: str) -> list[dict[str, str]]:
            return READINGS[word]

    is_passive = morphology.passive_by(Recorded())
    assert [word for word in READINGS if is_passive(word)] == ["ohjataan"]
