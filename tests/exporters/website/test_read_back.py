"""What was published can be read back: nothing public is lost on the way."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from exporters.website.library import as_published
from exporters.website.pages import Published
from exporters.website.read_back import UnreadableDataError, decoded, pathway_of
from exporters.website.site import pathway_file
from model.describe import compare
from model.file import read
from model.parts import Isbar, Link
from model.pathway import Pathway
from model.records import Handover, Stage
from tests.exporters.website.filled import everything
from tests.pathways import any_words, random_pathways

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*.ketju"))


def through_data(published: Pathway) -> Pathway:
    content = pathway_file(Published(published, published.info.slug), {})
    return pathway_of(decoded(content, "data/x.json"))


@pytest.mark.parametrize("path", SAMPLES, ids=[path.stem for path in SAMPLES])
def test_every_sample_comes_back_whole(path: Path) -> None:
    public = as_published(read(path), ("fi", "sv"))
    assert through_data(public) == public


@given(random_pathways(max_stages=12), st.sampled_from([("fi",), ("sv", "fi"), ("en",)]))
@settings(max_examples=40, deadline=None)
def test_any_pathway_comes_back_whole(pathway: Pathway, languages: tuple[str, ...]) -> None:
    public = as_published(pathway, languages)
    assert through_data(public) == public


@given(any_words, any_words)
@settings(max_examples=40, deadline=None)
def test_any_words_come_back_in_every_field(one: str, other: str) -> None:
    words = {True: one or "x", False: other or "y"}
    everywhere = everything(lambda place: words[len(place) % 2 == 0].strip() or "z")
    public = as_published(everywhere, ("fi",))
    assert through_data(public) == public


def test_a_way_onward_keeps_its_words_without_a_kind() -> None:
    pathway = everything(lambda place: place)
    bare = Handover(id="h1", source="s1", target="s2", customer_told={"fi": "Saat kirjeen."})
    public = as_published(pathway.replacing({"h1": bare}), ("fi",))
    assert through_data(public) == public


def test_an_empty_checklist_and_odd_addresses_come_back() -> None:
    pathway = everything(lambda place: place)
    stage, arrow = pathway["s1"], pathway["h1"]
    assert isinstance(stage, Stage)
    assert isinstance(arrow, Handover)
    odd = Link(url={"fi": "www.esimerkki.fi", "sv": "javascript:alert(1)", "en": "https://a.fi"})
    changed = pathway.replacing(
        {"s1": replace(stage, links=(odd,)), "h1": replace(arrow, isbar=Isbar())}
    )
    public = as_published(changed, ("fi", "sv", "en"))
    assert through_data(public) == public


def test_what_changed_is_told_from_what_was_published() -> None:
    before = as_published(read(SAMPLES[0]), ("fi", "sv"))
    stage = before.stages[0]
    after = before.replacing({stage.id: replace(stage, title={"fi": "Uusi nimi"})})
    assert not compare(through_data(before), before, "fi")
    assert len(compare(through_data(before), after, "fi").parts) == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b"\xff", b'{"schema": "pathway-site/2"}', b"[" * 100_000],
)
def test_other_bytes_are_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(UnreadableDataError, match=r"“data/uni\.json”"):
        decoded(content, "data/uni.json")


@pytest.mark.parametrize(
    ("kind", "at", "value"),
    [
        ("stages", "sortKey", "not an order!"),
        ("stages", "id", "info"),
        ("edges", "to", "away"),
        ("edges", "from", "info"),
    ],
)
def test_data_that_no_pathway_gives_are_refused(kind: str, at: str, value: str) -> None:
    public = as_published(everything(lambda place: place), ("fi",))
    data = json.loads(pathway_file(Published(public, public.info.slug), {}))
    data[kind][0][at] = value
    with pytest.raises(UnreadableDataError, match="“info”"):
        pathway_of(decoded(json.dumps(data).encode(), "data/x.json"))
