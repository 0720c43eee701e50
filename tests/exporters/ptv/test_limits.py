"""Each limit of PTV: what is at the limit is written whole, one more is left out and told."""

import json

import pytest
from msgspec.structs import replace

from exporters.ptv.schema import faults
from exporters.ptv.texts import lead
from model.codes import ptv
from model.codes.ptv import limits
from model.messages import speaking
from model.parts import PtvDescription, TimeTarget
from model.pathway import Pathway
from model.text import Span
from tests.exporters.ptv.example import bodies, entry, files, info, left_out, made, stage
from tests.exporters.ptv.limits_table import EXTRA, NEEDED, TextLimit

URI = "http://uri.suomi.fi/codelist/ptv"


@pytest.fixture(autouse=True)
def english() -> object:
    with speaking("en"):
        yield


def letters(count: int) -> str:
    """Return one sentence of that many letters."""
    return "A" + "b" * (count - 2) + "."


def written(pathway: Pathway, about: str) -> str:
    if about == "connection":
        return json.dumps(bodies(pathway, "connections"))
    made = entry(pathway, about)
    assert faults(made.kind, made.body) == []
    return json.dumps(made.body)


def report(pathway: Pathway) -> str:
    return files(pathway)["missing.txt"].decode()


@pytest.mark.parametrize("limit", NEEDED.values(), ids=NEEDED)
def test_a_needed_text_at_its_limit(limit: TextLimit) -> None:
    words = letters(limit.most)
    assert words[20:] in written(limit.pathway(words), limit.about)


@pytest.mark.parametrize("limit", NEEDED.values(), ids=NEEDED)
def test_a_needed_text_over_its_limit(limit: TextLimit) -> None:
    reason = left_out(limit.pathway(letters(limit.most + 1)), limit.about)
    assert str(limit.most) in reason


@pytest.mark.parametrize("limit", EXTRA.values(), ids=EXTRA)
def test_an_extra_text_at_its_limit(limit: TextLimit) -> None:
    words = letters(limit.most)
    assert words in written(limit.pathway(words), limit.about)


@pytest.mark.parametrize("limit", EXTRA.values(), ids=EXTRA)
def test_an_extra_text_over_its_limit(limit: TextLimit) -> None:
    words = letters(limit.most + 1)
    pathway = limit.pathway(words)
    assert words[:-1] not in written(pathway, limit.about)
    told = f"was left out: it has {limit.most + 1} characters, PTV takes {limit.most}"
    assert told in report(pathway)


def test_letters_are_counted_as_ptv_counts_them() -> None:
    """A letter outside the basic plane is two."""
    name = "😀" * (limits.NAME // 2)
    assert name in json.dumps(entry(stage(title={"fi": name})).body, ensure_ascii=False)
    assert "101 characters" in left_out(stage(title={"fi": name + "a"}))


def test_time_targets_at_and_over_the_limit() -> None:
    def pathway(count: int) -> Pathway:
        limit = Span(typed="14 vrk", least=14, most=14, unit="day")  # type: ignore[arg-type]
        with speaking("en"):
            return stage(time_targets=(TimeTarget(limit=limit, starts={"fi": "x" * count}),))

    def times(pathway: Pathway) -> list[str]:
        described = entry(pathway).body["serviceDescriptions"]
        return [each["value"] for each in described if each["type"] == "ProcessingTime"]

    around = len(times(pathway(1))[0]) - 1
    fits = pathway(limits.PROCESSING_TIME - around)
    assert [len(words) for words in times(fits)] == [limits.PROCESSING_TIME]
    beyond = pathway(limits.PROCESSING_TIME - around + 1)
    assert times(beyond) == []
    assert "“Time targets” was left out: it has 501 characters" in report(beyond)


def with_codes(**codes: tuple[str, ...]) -> Pathway:
    return info(ptv=replace(PtvDescription(target_groups=("KR1",)), **codes))


CLASSES = tuple(ptv.service_classes())[1:6]
TERMS = tuple(f"p{number}" for number in range(1, 12))


@pytest.mark.parametrize(
    ("field", "key", "codes"),
    [
        ("service_classes", "serviceClasses", CLASSES),
        ("ontology_terms", "ontologyTerms", TERMS),
    ],
)
def test_how_many_codes(field: str, key: str, codes: tuple[str, ...]) -> None:
    most = limits.MOST_CODES[field]
    assert len(codes) == most + 1
    at_limit = with_codes(**{field: codes[:most]})
    assert len(entry(at_limit).body[key]) == most
    assert "these were left out" not in report(at_limit)
    over = with_codes(**{field: codes})
    assert entry(over).body[key] == entry(at_limit).body[key]
    assert f"PTV takes {most}" in report(over)
    assert f"these were left out: {codes[-1]}." in report(over)


@pytest.mark.parametrize(
    ("field", "key", "code", "group"),
    [
        ("life_events", "lifeEvents", "KE11", "KR1"),
        ("industrial_classes", "industrialClasses", "86", "KR2"),
    ],
)
def test_codes_that_need_a_target_group(field: str, key: str, code: str, group: str) -> None:
    for known in ptv.target_groups():
        pathway = with_codes(**{field: (code,), "target_groups": (known,)})
        goes = known == group or known.startswith(f"{group}.")
        assert (key in entry(pathway).body) == goes
        assert (f"only with a target group {group}" in report(pathway)) == (not goes)


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("service_classes", "P99"),
        ("service_classes", "P5.1\n"),
        ("target_groups", "KR9"),
        ("life_events", "KE99"),
        ("ontology_terms", "p123456"),
        ("ontology_terms", "http://pwn.example/p1"),
        ("industrial_classes", "javascript:1"),
    ],
)
def test_codes_that_ptv_does_not_know(field: str, code: str) -> None:
    pathway = with_codes(**{field: (code,)})
    body = json.dumps(entry(pathway).body)
    known = code.strip() in ptv.service_classes()
    assert (f"{URI}/ptvserclass2/code/{code.strip()}" in body) == known
    if not known:
        assert code not in body
        assert "was left out" in report(pathway)


def test_codes_may_be_written_as_addresses() -> None:
    codes = {
        "service_classes": (f"{URI}/ptvserclass2/code/P5.1",),
        "target_groups": (f"{URI}/ptvkohderyhmat/code/KR1.1",),
        "life_events": (f"{URI}/ptvelti/code/KE11",),
        "ontology_terms": ("http://www.yso.fi/onto/koko/p1",),
    }
    body = entry(with_codes(**codes)).body
    assert (body["serviceClasses"], body["targetGroups"], body["lifeEvents"]) == tuple(
        list(codes[key]) for key in ("service_classes", "target_groups", "life_events")
    )
    assert body["ontologyTerms"] == list(codes["ontology_terms"])


def test_a_summary_is_whole_sentences_of_the_description() -> None:
    long = letters(137)
    assert lead(f"Yksi. Kaksi. {long} Neljä.", "fi") == f"Yksi. Kaksi. {long}"
    assert lead(f"Yksi. Kaksi. {letters(138)} Neljä.", "fi") == "Yksi. Kaksi."
    assert lead(letters(151), "fi") == ""


def test_what_is_missing_before_ptv_publishes_is_told() -> None:
    pathway = info(ptv=None)
    assert not made(pathway).classes.body
    assert "service classes, KOKO terms, target groups: choose them in PTV" in report(pathway)


def test_which_target_groups_are_under_another() -> None:
    assert limits.has_group(("KR3", f"{URI}/ptvkohderyhmat/code/KR1.2"), "KR1")
    assert not limits.has_group(("KR11", "KR2.1"), "KR1")
    assert not limits.has_group((), "KR1")
