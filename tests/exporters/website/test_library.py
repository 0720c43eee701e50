"""A site of several pathways: what it holds, and what it refuses."""

import pytest
from msgspec.structs import replace

from exporters.exporter import ExportError, Options
from exporters.website.library import SiteOptions, build
from model.pathway import Pathway
from model.records import PathwayInfo
from tests.exporters.website.filled import MADE_AT


def library(
    *pathways: Pathway, languages: tuple[str, ...] = (), site: SiteOptions | None = None
) -> dict[str, bytes]:
    options = Options(languages=languages, made_at=MADE_AT)
    return dict(build(pathways, options, site or SiteOptions(), lambda _share: None))


def pathway(id: str, title: str, **fields: object) -> Pathway:
    return Pathway([replace(PathwayInfo(id=id, title={"fi": title}), **fields)])


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


def test_a_pathway_and_its_copy_are_not_published_together() -> None:
    with pytest.raises(ExportError, match="“Uni” and “Muisti” are the same pathway"):
        library(pathway("a", "Uni"), pathway("a", "Muisti"))


def test_a_site_without_pathways_is_refused() -> None:
    with pytest.raises(ExportError, match="at least one"):
        library()
