"""The whole folder: valid, complete in its report, the same each time, nothing private in it."""

import json
from datetime import UTC, datetime
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from exporters.exporter import Options
from exporters.ptv import PTV
from exporters.ptv.making import Made, make
from exporters.ptv.outcome import Entry, InPtv, LeftOut
from exporters.ptv.schema import faults
from exporters.website.public import PUBLIC_FIELDS
from model import file
from model.codes import ChannelKind, ContactKind
from model.messages import speaking
from model.parts import Contact, Fee, PtvDescription
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Channel, PathwayInfo, Record, Stage
from samples import SAMPLES, Sample
from tests.exporters.ptv.example import (
    CHANNEL,
    CHANNELS,
    COUNTY,
    INFO,
    OPTIONS,
    SERVICE,
    STAGE,
    example,
    files,
)
from tests.exporters.website.filled import everything
from tests.hostile_texts.payloads import FAMILIES, PAYLOADS
from tests.pathways import random_pathways

R = TypeVar("R", bound=Record)
LATER = Options(languages=("fi",), made_at=datetime(2031, 1, 1, tzinfo=UTC))
KINDS = {
    "Service": "Service",
    "ServiceCollection": "ServiceCollection",
    "Phone": "PhoneChannel",
    "ServiceLocation": "ServiceLocation",
    "EChannel": "EChannel",
    "WebPage": "WebPage",
    "PrintableForm": "PrintableForm",
}


def check(pathway: Pathway, options: Options = OPTIONS) -> Made:
    """Check by its request that each file is valid, and that nothing went astray."""
    made = make(pathway, options)
    found = files(pathway, options)
    requests = json.loads(found["requests.json"])["requests"]
    assert [each["file"] for each in requests] == list(found)[:-2]
    for each in requests:
        _check_file(each["request"], json.loads(found[each["file"]]))
    public = made.source.pathway
    assert set(made.stages) == {stage.id for stage in public.stages}
    assert set(made.channels) == {channel.id for channel in public.channels}
    report = list(found.items())[-1][1].decode()
    for outcome in (*made.stages.values(), *made.channels.values()):
        if isinstance(outcome, LeftOut):
            assert outcome.reasons
            assert all(reason in report for reason in outcome.reasons)
    return made


def _check_file(request: str, body: Any) -> None:
    assert "Modified" not in json.dumps(body)
    if request.startswith("PUT /api/v11/Connection/serviceSourceId/"):
        assert faults("ConnectionsBySource", body) == []
    elif request == "POST /api/v11/Connection":
        assert body
        assert [fault for each in body for fault in faults("Connection", each)] == []
    else:
        path = request.split(" ")[1].removeprefix("/api/v11/").removeprefix("ServiceChannel/")
        assert faults(KINDS[path.split("/")[0]], body) == []


@pytest.mark.parametrize("languages", [("fi",), ("fi", "sv", "en"), ("sv",)])
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_what_is_made_of_a_sample_is_valid(sample: Sample, languages: tuple[str, ...]) -> None:
    check(file.read(sample.path), Options(languages=languages, made_at=OPTIONS.made_at))


def test_two_samples_show_something_of_each_kind() -> None:
    kinds: set[str] = set()
    for sample in SAMPLES:
        made = make(file.read(sample.path), OPTIONS)
        outcomes = (made.collection, *made.stages.values(), *made.channels.values())
        kinds |= {each.kind for each in outcomes if isinstance(each, Entry)}
        kinds |= {type(each).__name__ for each in outcomes}
    assert kinds >= {"ServiceCollection", "Service", "PhoneChannel", "EChannel", "ServiceLocation"}
    assert kinds >= {"Entry", "InPtv", "LeftOut"}


def test_everything_is_written_of_a_whole_example() -> None:
    made = check(example())
    outcomes = (made.collection, *made.stages.values(), *made.channels.values())
    assert {outcome.kind for outcome in outcomes if isinstance(outcome, Entry)} == {*KINDS.values()}
    assert not [outcome for outcome in outcomes if isinstance(outcome, LeftOut)]


@given(random_pathways(max_stages=15), st.data())
def test_what_is_made_of_any_pathway_is_valid(pathway: Pathway, data: st.DataObject) -> None:
    check(_with_ptv(pathway, data))


WORDS = st.sampled_from(["Soita meille.", "a" * 99, "B" * 151, "x" * 2501, " ", "Ä\u202e\ud800 Y."])
GUIDS = st.sampled_from([COUNTY, SERVICE, CHANNEL, "", "", "ei tunnus", COUNTY.upper()])
VALUES = st.sampled_from(
    [
        "0800 123",
        "+358 40 1234567",
        "+46 8 1",
        "112",
        "x",
        "https://a.example/b.pdf",
        "http://ä.fi",
        "Katu 1, 45100 Kouvola",
        "Katu, 00000 Esimerkki",
        "a@b.example",
        "javascript:alert(1)",
    ]
)


def _with_ptv(pathway: Pathway, data: st.DataObject) -> Pathway:
    """Fill in what PTV asks for, now and then wrongly."""
    draw = data.draw
    codes = st.lists(st.sampled_from(["P5.1", "P5", "P1.1", "P1", "P2", "KR1", "KR2.1", "KE11"]))
    changed: dict[str, AnyRecord] = {}
    for record in pathway.values():
        if isinstance(record, PathwayInfo):
            ptv = PtvDescription(
                service_collection=draw(GUIDS),
                service_classes=tuple(draw(codes)),
                target_groups=tuple(draw(codes)),
                life_events=tuple(draw(codes)),
                industrial_classes=("86", "x"),
                ontology_terms=tuple(draw(st.lists(st.sampled_from(["p1", "p12", "q"])))),
            )
            places = tuple(draw(st.lists(st.sampled_from(["286", "999", "x"]))))
            words = {"fi": draw(WORDS)}
            changed[record.id] = replace(
                record,
                ptv=ptv,
                municipalities=places,
                summary=words,
                description=words,
                themes=(words,),
            )
        elif isinstance(record, Actor):
            changed[record.id] = replace(record, ptv_organisation=draw(GUIDS))
        elif isinstance(record, Stage):
            changed[record.id] = replace(
                record,
                ptv_service=draw(GUIDS),
                what_happens={"fi": draw(WORDS)},
                what_you_can_do={"fi": draw(WORDS)},
            )
        elif isinstance(record, Channel):
            kinds = st.sampled_from(ContactKind)
            contact = st.builds(Contact, kind=kinds, value=VALUES, text=st.just({"fi": "Täällä"}))
            changed[record.id] = replace(
                record,
                ptv_channel=draw(GUIDS),
                description={"fi": draw(WORDS)},
                contacts=tuple(draw(st.lists(contact, max_size=4))),
                support={"fi": draw(WORDS)},
                fee=draw(st.none() | st.builds(Fee, note=st.just({"fi": "Maksaa."}))),
            )
    return pathway.replacing(changed)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_same_pathway_gives_the_same_bytes(language: str) -> None:
    pathway = file.read(SAMPLES[0].path)
    with speaking(language):
        first = files(pathway)
        again = dict(PTV.build(pathway, LATER, lambda _share: None))
    assert list(first.items()) == list(again.items())


@pytest.mark.parametrize("family", FAMILIES)
def test_hostile_texts_stay_texts(family: str) -> None:
    """A stage and a channel for each; the whole of a pathway says the first one."""
    payloads = FAMILIES[family]
    stages = [_saying(STAGE, f"s{place}", words) for place, words in enumerate(payloads, start=1)]
    channels = [_saying(CHANNELS[0], f"c{place}", each) for place, each in enumerate(payloads)]
    made = check(example(*stages, *channels, _saying(INFO, "info", payloads[0])))
    assert len(made.stages) == len(payloads)


@pytest.mark.every
@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_texts_stay_texts_in_every_field(payload: str) -> None:
    check(everything(lambda _place: payload))


def _saying(record: R, id: str, words: str) -> R:
    """Return a copy of the record with the words in each text that goes out."""
    texts = ("title", "name", "summary", "description", "what_happens", "what_you_can_do")
    filled: dict[str, Any] = {name: {"fi": words} for name in texts if getattr(record, name, None)}
    if isinstance(record, Stage):
        filled["channels"] = tuple(f"c{place}" for place in range(3))
    return replace(record, id=id, **filled)


def test_nothing_private_goes_to_ptv() -> None:
    places: dict[str, str] = {}

    def canary(place: str) -> str:
        word = f"kanarialintu{len(places)}x"
        places[word] = place
        return word

    pathway = _whole(everything(canary))
    made = check(pathway)
    assert isinstance(made.stages["s1"], Entry)
    out = b"\n".join([*files(pathway).values(), *map(str.encode, files(pathway))]).decode()
    found = {place for word, place in places.items() if word in out}
    public = {f"{kind.__name__}.{name}" for kind, names in PUBLIC_FIELDS.items() for name in names}
    assert not {place for place in found if ".".join(place.split(".")[:2]) not in public}
    assert "PathwayInfo.owner.person" not in found
    assert {"Stage.title", "Stage.what_happens", "Channel.name", "PathwayInfo.summary"} <= found


def _whole(pathway: Pathway) -> Pathway:
    """Put in what only has to have a form, so that the canaries of texts get through."""
    given: dict[str, AnyRecord] = {}
    for record in pathway.values():
        if isinstance(record, Actor):
            given[record.id] = replace(record, ptv_organisation=COUNTY, sector=None)
        elif isinstance(record, Stage):
            given[record.id] = replace(record, ptv_service="", kind=None)
        elif isinstance(record, Channel):
            given[record.id] = replace(record, ptv_channel="")
        elif isinstance(record, PathwayInfo):
            given[record.id] = replace(record, ptv=None, municipalities=("286",))
    return pathway.replacing(given)


def test_a_stage_that_is_not_public_leaves_no_trace() -> None:
    away = Stage(
        id="poissa",
        order="a1",
        actor="a1",
        title={"fi": "Salaisuus"},
        what_happens={"fi": "Salaisuus tapahtuu."},
        channels=("piilossa",),
        public=False,
        ptv_service=SERVICE,
    )
    hidden = Channel(
        id="piilossa",
        order="a9",
        kind=ChannelKind.PHONE,
        digital=False,
        ptv_channel=CHANNEL,
    )
    out = b"\n".join(files(example(away, hidden)).values()).decode()
    for word in ("Salaisuus", "poissa", "piilossa", SERVICE, CHANNEL):
        assert word not in out


def test_the_count_adds_up_in_words() -> None:
    for sample in SAMPLES:
        pathway = file.read(sample.path)
        made = make(pathway, OPTIONS)
        new, known, out = (
            sum(isinstance(outcome, kind) for outcome in made.stages.values())
            for kind in (Entry, InPtv, LeftOut)
        )
        assert new + known + out == sum(stage.public for stage in pathway.stages)
        with speaking("en"):
            told = " ".join(PTV.losses(pathway, OPTIONS))
        assert f"Of {len(made.stages)} public stages: {new} new services, {known} that" in told


@pytest.mark.parametrize(
    ("language", "name"), [("fi", "puuttuu.txt"), ("sv", "saknas.txt"), ("en", "missing.txt")]
)
def test_the_report_is_in_the_users_language_and_the_bodies_are_not(
    language: str, name: str
) -> None:
    with speaking(language):
        found = files(example())
    assert name in found
    assert json.loads(found["services/01-hoito.json"])["serviceNames"][0]["value"] == "Hoito"
