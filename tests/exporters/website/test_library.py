"""A site of several pathways: what it holds, what it refuses, and that its links lead somewhere."""

import json
import re
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

import pytest
from msgspec.structs import replace

from exporters.exporter import ExportError
from exporters.website.library import SiteOptions
from model.codes import PathwayStatus
from tests.exporters.website.dom import attributes, found, parsed, text, the
from tests.exporters.website.filled import everything
from tests.exporters.website.libraries import AT_HOME, library, pathway, samples


def test_every_pathway_has_its_page_and_its_data() -> None:
    files = library(pathway("a", "Uni"), pathway("b", "Muisti"))
    assert {"fi/uni.html", "fi/muisti.html", "data/uni.json", "data/muisti.json"} <= set(files)


def test_one_address_is_not_given_twice() -> None:
    with pytest.raises(ExportError, match=r"“Uni” and “UNI!” would both get .*fi/uni\.html”"):
        library(pathway("a", "Uni"), pathway("b", "UNI!"))


def test_one_name_for_data_is_not_given_twice() -> None:
    swedish = pathway("b", "Uni", languages=("sv",), slug={"sv": "uni"})
    with pytest.raises(ExportError, match=r"data/uni\.json"):
        library(pathway("a", "Uni"), swedish)


@pytest.mark.parametrize("title", ["Index", "Changes", "Build"])
def test_no_pathway_takes_the_name_of_the_sites_own_files(title: str) -> None:
    files = library(pathway("a", title))
    assert f"data/{title.lower()}-1.json" in files


def test_a_pathway_and_its_copy_are_not_published_together() -> None:
    with pytest.raises(ExportError, match="“Uni” and “Muisti” are the same pathway"):
        library(pathway("a", "Uni"), pathway("a", "Muisti"))


def test_a_site_without_pathways_is_refused() -> None:
    with pytest.raises(ExportError, match="at least one"):
        library()


def test_the_same_content_gives_the_same_bytes() -> None:
    once, again = (
        library(everything(lambda place: place), pathway("b", "Muisti"), site=AT_HOME)
        for _time in range(2)
    )
    assert once == again


def test_a_pathway_without_a_language_is_listed_in_its_own() -> None:
    files = library(pathway("a", "Uni", languages=("fi", "sv")), pathway("b", "Muisti"))
    assert "sv/muisti.html" not in files
    front = parsed(files["sv/index.html"])
    [link] = found(front, "//ul[@id='entries']//a[@hreflang='fi']")
    assert attributes(link)["href"] == "../fi/muisti.html"


def test_every_link_and_anchor_of_the_samples_leads_somewhere() -> None:
    files = samples()
    documents = {n: parsed(content) for n, content in files.items() if n.endswith(".html")}
    anchors = {
        name: {attributes(node)["id"] for node in found(document, "//*[@id]")}
        for name, document in documents.items()
    }
    led = 0
    for name, document in documents.items():
        for node in found(document, "//*[@href or @src]"):
            about = attributes(node)
            target = urlsplit(about.get("href") or about["src"])
            if target.scheme or target.netloc:
                continue
            path = normpath(join(dirname(name), unquote(target.path))) if target.path else name
            assert path in files, (name, path)
            if target.fragment and path in anchors:
                assert target.fragment in anchors[path], (name, path, target.fragment)
            led += 1
    assert led > 1000


def test_no_anchor_stands_twice_on_a_page() -> None:
    for name, content in samples().items():
        if name.endswith(".html"):
            ids = [attributes(node)["id"] for node in found(parsed(content), "//*[@id]")]
            assert len(ids) == len(set(ids)), name


def test_stages_have_the_same_anchors_in_every_language() -> None:
    files = library(everything(lambda place: place), languages=("fi", "sv"))

    def stages(name: str) -> list[str]:
        return re.findall(r'id="(stage-[^"]+)"', files[name].decode())

    [finnish] = [n for n in files if re.fullmatch(r"fi/(?!index)[^/]+\.html", n)]
    [swedish] = [n for n in files if re.fullmatch(r"sv/(?!index)[^/]+\.html", n)]
    assert stages(finnish) == stages(swedish) != []


def test_pages_say_where_they_lie_and_in_which_other_languages() -> None:
    files = library(pathway("a", "Uni", languages=("fi", "sv")), site=AT_HOME)
    for name in ("fi/index.html", "fi/uni.html", "fi/ammattilaisille/uni.html"):
        page = parsed(files[name])
        [canonical] = found(page, "//link[@rel='canonical']")
        assert attributes(canonical)["href"] == f"https://ketjut.example.fi/{name}"
        alternates = {
            attributes(node)["hreflang"]: attributes(node)["href"]
            for node in found(page, "//head/link[@hreflang]")
        }
        assert alternates["x-default"] == alternates["fi"] == attributes(canonical)["href"]
        assert alternates["sv"].startswith("https://ketjut.example.fi/sv/")
        about = {
            attributes(node)["property"]: attributes(node)["content"]
            for node in found(page, "//meta[@property]")
        }
        assert about["og:url"] == attributes(canonical)["href"]
        assert about["og:title"] == text(the(page, "//title"))
        assert (about["og:locale"], about["og:locale:alternate"]) == ("fi_FI", "sv_FI")
    [root] = found(parsed(files["index.html"]), "//link[@rel='canonical']")
    assert attributes(root)["href"] == "https://ketjut.example.fi/fi/index.html"


def test_without_a_base_address_nothing_is_said_of_one() -> None:
    files = library(pathway("a", "Uni"))
    assert not {"sitemap.xml", "fi/feed.xml"} & set(files)
    assert b"canonical" not in files["fi/uni.html"]
    assert b"Sitemap" not in files["robots.txt"]


def test_a_preview_says_that_it_is_one_and_keeps_search_engines_off() -> None:
    files = library(pathway("a", "Uni"), site=SiteOptions(is_preview=True))
    for name, content in files.items():
        if name.endswith(".html"):
            page = parsed(content)
            assert "Luonnos" in text(page) or "Draft" in text(page)
            robots = {attributes(n)["content"] for n in found(page, "//meta[@name='robots']")}
            assert any("noindex" in each for each in robots), name
    assert b"Disallow: /" in files["robots.txt"]
    assert b"X-Robots-Tag: noindex" in files["_headers"]


@pytest.mark.parametrize(
    ("typed", "base"),
    [
        ("https://ketjut.example.fi", "https://ketjut.example.fi/"),
        (" https://esimerkki.fi/ketjut/ ", "https://esimerkki.fi/ketjut/"),
        ("www.esimerkki.fi", "https://www.esimerkki.fi/"),
        ("https://ääkköset.fi/a b", None),
        ("javascript:alert(1)", None),
        ("https://a.fi/?x=1", None),
        ("https://a.fi/#x", None),
        ("https://kanta.fi@evil.example/", None),
        ("mailto:a@b.fi", None),
        ("ketjut", None),
    ],
)
def test_base_addresses(typed: str, base: str | None) -> None:
    site = SiteOptions(base_address=typed)
    if base is None:
        with pytest.raises(ExportError, match="cannot be the site’s address"):
            library(pathway("a", "Uni"), site=site)
    else:
        [canonical] = found(
            parsed(library(pathway("a", "Uni"), site=site)["fi/uni.html"]),
            "//link[@rel='canonical']",
        )
        assert attributes(canonical)["href"] == f"{base}fi/uni.html"


def test_data_of_a_preview_are_a_draft() -> None:
    approved = pathway("a", "Uni", status=PathwayStatus.APPROVED)
    for is_preview, status in ((True, "draft"), (False, "approved")):
        files = library(approved, site=SiteOptions(is_preview=is_preview))
        assert json.loads(files["data/uni.json"])["status"] == status


def test_a_sites_name_stands_on_every_page() -> None:
    site = replace(AT_HOME, title={"fi": "Hyvinvoinnin <polut>"})
    files = library(pathway("a", "Uni"), site=site)
    assert text(the(parsed(files["fi/index.html"]), "//h1")) == "Hyvinvoinnin <polut>"
    assert "Hyvinvoinnin <polut>" in text(the(parsed(files["fi/uni.html"]), "//header"))
