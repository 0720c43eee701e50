"""What is remembered of a record is of that record."""

import pytest
from msgspec.structs import replace

from model.checks import remembered
from model.checks.wording import listed, route
from model.messages import speaking
from model.pathway import Pathway
from model.records import AnyRecord, Stage

STAGE = Stage(id="s0", order="a0", title={"fi": "Hoito"})


def test_a_record_is_asked_once_and_an_equal_one_on_its_own() -> None:
    asked: list[AnyRecord] = []
    ask = remembered.by_record(asked.append)
    other = replace(STAGE)
    for record in (STAGE, STAGE, other, STAGE):
        ask(record)
    assert [id(record) for record in asked] == [id(STAGE), id(other)]


def test_what_else_is_given_makes_another_answer() -> None:
    @remembered.by_record
    def in_language(record: AnyRecord, languages: tuple[str, ...]) -> str:
        return f"{record.id} {languages[0]}"

    assert in_language(STAGE, ("fi",)) == "s0 fi"
    assert in_language(STAGE, ("sv",)) == "s0 sv"


def test_a_message_names_the_same_record_in_the_language_in_force() -> None:
    pathway = Pathway([replace(STAGE, title={"fi": "Hoito", "sv": "Vård"})])
    for language, name in (("fi", "Hoito"), ("sv", "Vård"), ("fi", "Hoito")):
        with speaking(language):
            assert name in listed(pathway, ["s0"])
            assert name in route(pathway, ["s0"])


def test_the_oldest_answers_are_given_up_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "KEPT_RECORDS", 2)
    asked: list[str] = []
    ask = remembered.by_record(lambda record: asked.append(record.id))
    stages = [replace(STAGE, id=f"s{number}") for number in range(5)]
    for stage in (*stages, *reversed(stages)):
        ask(stage)
    assert asked == ["s0", "s1", "s2", "s3", "s4", "s1", "s0"]
