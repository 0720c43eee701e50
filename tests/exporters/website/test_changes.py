"""What a publication changed: told in words, kept, and nothing made anew that did not change."""

import json
from datetime import date
from typing import Any

import msgspec
import pytest
from lxml import etree
from msgspec.structs import replace

from exporters.exporter import ExportError
from exporters.website import schema, site
from exporters.website.changes import changes_file
from exporters.website.feed import feed, sitemap
from exporters.website.kept import BUILD
from exporters.website.library import as_published
from exporters.website.options import checked
from exporters.website.pages import Published
from model.parts import Approval
from model.pathway import Pathway
from model.records import Stage
from tests.exporters.website.filled import texts
from tests.exporters.website.libraries import AT_HOME, library, pathway
from tests.exporters.website.test_hostile import HOSTILE

ATOM = {"a": "http://www.w3.org/2005/Atom"}
ON = date(2026, 2, 1)
SLEEP = pathway(
    "uni",
    "Uni",
    Stage(id="s1", order="a0", title={"fi": "Ryhmä", "sv": "Grupp"}),
    languages=("fi", "sv"),
    approvals=(Approval(on=ON),),
)
MEMORY = pathway("muisti", "Muisti", last_reviewed=ON)


def published(*pathways: Pathway, earlier: dict[str, bytes] | None = None) -> dict[str, bytes]:
    return library(*pathways, site=replace(AT_HOME, earlier=earlier or {}))


def changes(files: dict[str, bytes]) -> tuple[schema.PathwayChange, ...]:
    return msgspec.json.decode(files["data/changes.json"], type=schema.ChangesData).changes


def with_title(one: Pathway, **title: str) -> Pathway:
    stage = one["s1"]
    assert isinstance(stage, Stage)
    return one.replacing({"s1": replace(stage, title=title)})


def with_info(one: Pathway, **fields: Any) -> Pathway:
    return one.replacing({one.info.id: replace(one.info, **fields)})


def test_a_first_publication_tells_of_new_pathways() -> None:
    told = changes(published(SLEEP, MEMORY))
    assert [(each.id, each.what, each.on) for each in told] == [
        ("uni", "new", ON),
        ("muisti", "new", ON),
    ]


def test_publishing_again_without_changes_writes_the_same_bytes() -> None:
    first = published(SLEEP, MEMORY)
    assert published(SLEEP, MEMORY, earlier=first) == first


def test_what_changed_is_told_in_the_reader_s_language() -> None:
    first = published(SLEEP, MEMORY)
    second = published(with_title(SLEEP, fi="Uniryhmä", sv="Grupp"), MEMORY, earlier=first)
    newest, *older = changes(second)
    assert (newest.id, newest.what) == ("uni", "changed")
    assert any("Uniryhmä" in words for words in newest.words["fi"])
    assert not any("Uniryhmä" in words for words in newest.words["sv"])
    assert tuple(older) == changes(first)


def test_a_translation_filled_in_takes_nothing_away() -> None:
    told = {"fi": "Tapahtuu"}
    before = SLEEP.replacing({"s1": replace(SLEEP["s1"], what_happens=told)})
    after = SLEEP.replacing({"s1": replace(SLEEP["s1"], what_happens={**told, "sv": "Händer"})})
    newest = changes(published(after, earlier=published(before)))[0]
    assert len(newest.words["sv"]) == 1
    assert "Händer" in newest.words["sv"][0]
    assert not any("Tapahtuu" in words for words in newest.words["sv"])
    assert not any("Händer" in words for words in newest.words["fi"])


def test_a_language_more_or_less_is_told_in_one_sentence() -> None:
    finnish = with_info(SLEEP, languages=("fi",))
    more = changes(published(SLEEP, earlier=published(finnish)))[0]
    assert [len(words) for words in more.words.values()] == [1, 1]
    assert all("Grupp" not in words for words in more.words["sv"])
    less = changes(published(finnish, earlier=published(SLEEP)))[0]
    assert len(less.words["fi"]) == 1
    assert less.words["fi"] != more.words["fi"]


def test_a_new_address_is_told() -> None:
    moved = with_info(SLEEP, slug={"fi": "nukkuminen"})
    newest = changes(published(moved, earlier=published(SLEEP)))[0]
    assert [len(words) for words in newest.words.values()] == [1, 1]
    assert "fi/nukkuminen.html" in newest.words["fi"][0]


def test_a_new_approval_alone_is_told_as_a_review() -> None:
    first = published(SLEEP)
    approved = with_info(SLEEP, approvals=(Approval(on=date(2026, 3, 1)),))
    newest = changes(published(approved, earlier=first))[0]
    assert (newest.on, len(newest.words["fi"])) == (date(2026, 3, 1), 1)
    assert "Uni" not in newest.words["fi"][0]


def test_what_is_taken_away_is_told_once() -> None:
    first = published(SLEEP, MEMORY)
    second = published(SLEEP, earlier=first)
    assert next((each.id, each.what) for each in changes(second)) == ("muisti", "removed")
    assert changes(published(SLEEP, earlier=second)) == changes(second)


def test_private_changes_change_nothing() -> None:
    first = published(SLEEP)
    private = with_info(SLEEP, change_note={"fi": "sisäinen"}, segments=({"fi": "x"},))
    assert published(private, earlier=first) == first


@pytest.mark.parametrize("name", ["data/index.json", "data/changes.json", "data/uni.json"])
def test_an_unreadable_last_publication_is_said_to_be_so(name: str) -> None:
    first = {**published(SLEEP), name: b"{"}
    with pytest.raises(ExportError, match=name.replace(".", r"\.")):
        published(with_title(SLEEP, fi="Uniryhmä"), earlier=first)


def test_a_pathway_whose_data_is_gone_is_not_taken_off_without_a_word() -> None:
    first = published(SLEEP)
    del first["data/uni.json"]
    with pytest.raises(ExportError, match=r"data/uni\.json"):
        published(SLEEP, earlier=first)


def test_only_what_changed_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    first = published(SLEEP, MEMORY)
    drawn: list[str] = []
    really = site.pathway_files

    def watched(one: Published) -> Any:
        drawn.append(one.pathway.info.id)
        return really(one)

    monkeypatch.setattr(site, "pathway_files", watched)
    published(with_title(SLEEP, fi="Uniryhmä"), MEMORY, earlier=first)
    assert drawn == ["uni"]


def test_taking_over_gives_what_making_anew_gives() -> None:
    first = published(SLEEP, MEMORY)
    changed = with_title(SLEEP, fi="Uniryhmä")
    taken = published(changed, MEMORY, earlier=first)
    anew = published(changed, MEMORY, earlier={n: c for n, c in first.items() if n != BUILD})
    assert taken == anew


def test_a_page_that_somebody_touched_is_made_anew() -> None:
    first = published(SLEEP, MEMORY)
    touched = {**first, "fi/uni.html": first["fi/uni.html"] + b"<script>alert(1)</script>"}
    assert published(SLEEP, MEMORY, earlier=touched) == first


@pytest.mark.parametrize("build", [b"", b"[]", b'{"pathways": {"uni": 1}}'])
def test_without_a_readable_record_all_is_made_anew(build: bytes) -> None:
    first = published(SLEEP)
    assert published(SLEEP, earlier={**first, BUILD: build}) == first


def test_another_site_takes_no_page_over() -> None:
    first = published(SLEEP)
    moved = replace(AT_HOME, base_address="https://muualla.example/", earlier=first)
    assert b"ketjut.example.fi" not in library(SLEEP, site=moved)["fi/uni.html"]


def test_the_feed_tells_the_changes_with_their_days() -> None:
    first = published(SLEEP, MEMORY)
    second = published(with_title(SLEEP, fi="Uniryhmä", sv="Grupp"), MEMORY, earlier=first)
    told = etree.fromstring(second["fi/feed.xml"])
    links = told.xpath("a:entry/a:link/@href", namespaces=ATOM)
    ids = told.xpath("a:entry/a:id/text()", namespaces=ATOM)
    assert links == [f"https://ketjut.example.fi/fi/{n}.html" for n in ("uni", "uni", "muisti")]
    assert len(set(ids)) == 3  # type: ignore[arg-type]
    assert told.xpath("a:updated/text()", namespaces=ATOM) == ["2026-02-01T00:00:00Z"]
    for needed in ("id", "title", "updated"):
        assert len(told.findall(f"a:entry/a:{needed}", ATOM)) == 3


def test_publishing_again_after_a_withdrawal_gives_the_feed_other_ids() -> None:
    files = published(SLEEP, MEMORY)
    ids = entry_ids(files)
    for pathways in ((MEMORY,), (SLEEP, MEMORY), (MEMORY,), (SLEEP, MEMORY)):
        files = published(*pathways, earlier=files)
        assert entry_ids(files)[1:] == ids  # those told before stay
        ids = entry_ids(files)
    assert len(set(ids)) == len(ids) == 6


def entry_ids(files: dict[str, bytes]) -> list[str]:
    told = etree.fromstring(files["fi/feed.xml"])
    return [str(entry.text) for entry in told.findall("a:entry/a:id", ATOM)]


def test_a_withdrawal_leads_to_the_list_and_has_the_publications_newest_day() -> None:
    newer = with_info(MEMORY, last_reviewed=date(2026, 5, 5))
    files = published(newer, earlier=published(SLEEP, MEMORY))
    told = etree.fromstring(files["fi/feed.xml"])
    links = [str(link.get("href")) for link in told.findall("a:entry/a:link", ATOM)]
    assert all(link.removeprefix(AT_HOME.base_address) in files for link in links)
    removed = next(each for each in changes(files) if each.what == "removed")
    assert removed.on == date(2026, 5, 5)


def test_control_characters_in_what_was_told_before_stay_out_of_the_feed() -> None:
    files = published(SLEEP)
    data = json.loads(files["data/changes.json"])
    data["changes"][0] |= {"title": {"fi": "U\u0001ni"}}
    told = {**files, "data/changes.json": json.dumps(data).encode()}
    feed_file = published(SLEEP, earlier=told)["fi/feed.xml"].decode()
    assert "Uni" in feed_file


@pytest.mark.parametrize("lost", ["data/uni.json", "fi/uni.pdf"])
def test_a_record_that_leaves_out_a_file_makes_all_anew(lost: str) -> None:
    first = published(SLEEP)
    build = json.loads(first[BUILD])
    del build["pathways"]["uni"]["files"][lost]
    assert published(SLEEP, earlier={**first, BUILD: json.dumps(build).encode()}) == first


@pytest.mark.parametrize("words", [*HOSTILE, "a\x00b\ud800c\ufffe"])
def test_hostile_words_stay_words_in_feed_and_sitemap(words: str) -> None:
    public = as_published(with_info(SLEEP, title={"fi": words}, county={"fi": words}), ("fi",))
    home = checked(replace(AT_HOME, title={"fi": words}))
    one = Published(public, public.info.slug, home)
    told = changes_file([one], ("fi",), {one.data_file: b"{}"}, {})
    made = etree.fromstring(feed(told.changes, [one], public.info.county))
    assert {etree.QName(node).localname for node in made.iter("*")} == {
        *("feed", "id", "title", "updated", "link", "author", "name", "entry", "summary")
    }
    pages = etree.fromstring(sitemap([one], home, ("fi",)))
    assert {etree.QName(node).localname for node in pages.iter("*")} <= {
        *("urlset", "url", "loc", "lastmod", "link")
    }


def test_the_sitemap_names_every_page_with_its_languages_and_day() -> None:
    files = published(SLEEP, MEMORY)
    listing = etree.fromstring(files["sitemap.xml"])
    names = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "x": "http://www.w3.org/1999/xhtml",
    }
    pages = {
        str(page.findtext("s:loc", namespaces=names)).removeprefix(AT_HOME.base_address): page
        for page in listing.findall("s:url", names)
    }
    listed = {
        n for n in files if n.endswith(".html") and "/rajaus/" not in n and "/urval/" not in n
    }
    assert set(pages) == listed - {"index.html"}
    uni = pages["fi/uni.html"]
    assert uni.findtext("s:lastmod", namespaces=names) == "2026-02-01"
    assert [link.get("hreflang") for link in uni.findall("x:link", names)] == ["fi", "sv"]


def test_words_of_changes_are_public_words() -> None:
    """What told them is the public part on both sides."""
    first = published(SLEEP)
    secret = SLEEP.replacing(
        {"s1": replace(SLEEP["s1"], failure_demand={"fi": "SALAISUUS"}, title={"fi": "Uusi"})}
    )
    out = "\n".join(texts(published(secret, earlier=first)).values())
    assert "SALAISUUS" not in out


def test_changes_are_kept_up_to_a_number() -> None:
    first = published(SLEEP)
    data = json.loads(first["data/changes.json"])
    data["changes"] *= 600
    many = {**first, "data/changes.json": json.dumps(data).encode()}
    assert len(changes(published(SLEEP, MEMORY, earlier=many))) == 500
