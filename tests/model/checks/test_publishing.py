"""Corners of the rules on publishing that their two samples do not show."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from model import edits, file
from model.change import Add, Change
from model.checks import COORDINATION, Report, check
from model.codes import NoteKind, PathwayStatus
from model.parts import Approval, PtvDescription
from model.pathway import Pathway
from model.records import Note

TODAY = date(2026, 6, 1)
COMPLETE = Path(__file__).parents[3] / "samples" / "checks" / "complete.ketju"


@pytest.fixture
def pathway() -> Pathway:
    return file.read(COMPLETE)


def report_with(pathway: Pathway, id: str, **fields: Any) -> Report:
    return check(edits.update(pathway, id, **fields).applied_to(pathway)[0], COORDINATION, TODAY)


def found(report: Report) -> set[str]:
    """Return which of the rules on publishing found something."""
    return {finding.rule for finding in report.findings if finding.rule.startswith("PUB")}


def test_a_code_that_may_be_newer_than_our_lists_is_not_evaluated(pathway: Pathway) -> None:
    ptv = PtvDescription(service_classes=("P5.99",), target_groups=("KR1",))
    report = report_with(pathway, pathway.info.id, ptv=ptv)
    assert not found(report)
    assert [unknown.rule for unknown in report.not_evaluated] == ["PUB-09"]
    assert "P5.99" in report.not_evaluated[0].reason


def test_without_a_description_ptv_has_nothing_to_ask(pathway: Pathway) -> None:
    report = report_with(pathway, pathway.info.id, ptv=None)
    assert not found(report)
    assert not report.not_evaluated


@pytest.mark.parametrize("status", [PathwayStatus.DRAFT, PathwayStatus.IN_REVIEW])
def test_what_is_approved_must_say_so(pathway: Pathway, status: PathwayStatus) -> None:
    assert found(report_with(pathway, pathway.info.id, status=status)) == {"PUB-04"}


def test_an_approval_that_names_no_version_is_of_every_one(pathway: Pathway) -> None:
    approval = Approval(role={"fi": "Johtoryhmä"}, on=date(2026, 1, 20))
    report = report_with(pathway, pathway.info.id, approvals=(approval,), version="7")
    assert not found(report)


def with_note(pathway: Pathway, kind: NoteKind, words: str, said_by: str | None = None) -> Report:
    note = Note(id="lappu", order="a0", kind=kind, text={"fi": words}, said_by=said_by)
    return check(Change("", (Add(note),)).applied_to(pathway)[0], COORDINATION, TODAY)


@pytest.mark.parametrize(
    "words",
    [
        "Kerrot hoitajalle, mikä muistissa huolettaa.",
        "”kerrot hoitajalle mikä muistissa huolettaa”",
        "Mitä tässä tapahtuu? – Kerrot hoitajalle, mikä muistissa huolettaa!",
    ],
)
def test_a_sentence_of_a_note_is_known_again(pathway: Pathway, words: str) -> None:
    report = with_note(pathway, NoteKind.RISK, words)
    (told,) = (finding for finding in report.findings if finding.rule == "PUB-13")
    assert (told.about, told.also) == ("yhteys", ("lappu",))


def test_decisions_and_words_that_may_be_quoted_are_meant_for_readers(pathway: Pathway) -> None:
    words = "Kerrot hoitajalle, mikä muistissa huolettaa."
    assert not found(with_note(pathway, NoteKind.DECISION, words))
    assert not found(with_note(pathway, NoteKind.CUSTOMER_WORDS, words, said_by="asiakkaat"))
    assert found(with_note(pathway, NoteKind.CUSTOMER_WORDS, words)) == {"PUB-13"}


def test_what_a_stage_keeps_inside_may_stand_in_another_one(pathway: Pathway) -> None:
    words = {"fi": "Kerrot hoitajalle, mikä muistissa huolettaa."}
    assert found(report_with(pathway, "yhteys", recording=words)) == {"PUB-13"}
    assert not found(report_with(pathway, "tarve", recording=words))


@pytest.mark.parametrize(
    "words",
    [
        "Etävastaanotto alkaa: liity Teamsissa.",
        "Levyllä P:\\ohjeet\\muisti.docx.",
        "Katso intrasta.",
    ],
)
def test_what_only_staff_can_open_is_found(pathway: Pathway, words: str) -> None:
    assert found(report_with(pathway, "hoito", more_info={"fi": words})) == {"PUB-11"}


@pytest.mark.parametrize(
    "words",
    ["Tiimi soittaa sinulle.", "Lääke on intranasaalinen.", "Asema on lähellä.", "Luemme haikuja."],
)
def test_everyday_words_are_no_internal_systems(pathway: Pathway, words: str) -> None:
    assert "PUB-11" not in found(report_with(pathway, "hoito", more_info={"fi": words}))


@pytest.mark.parametrize("title", ["E11", "e11.9", "ICD-10: F32.10", "E10–E14", "T90", "(F51.0)"])
def test_titles_that_are_codes(pathway: Pathway, title: str) -> None:
    assert found(report_with(pathway, "hoito", title={"fi": title})) == {"PUB-12"}


@pytest.mark.parametrize("title", ["Tyypin 2 diabetes (E11)", "B12-vitamiini", "112", "COVID-19"])
def test_titles_that_hold_more_than_a_code(pathway: Pathway, title: str) -> None:
    assert "PUB-12" not in found(report_with(pathway, "hoito", title={"fi": title}))
