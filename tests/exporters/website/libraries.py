"""Libraries for tests: of a line a pathway, and of all samples."""

from functools import cache
from pathlib import Path
from typing import Any

from exporters.exporter import Options
from exporters.website.library import SiteOptions, build
from model.file import read
from model.pathway import Pathway
from model.records import AnyRecord, PathwayInfo
from tests.exporters.website.filled import MADE_AT

SAMPLES = sorted((Path(__file__).parents[3] / "samples").glob("*.ketju"))
AT_HOME = SiteOptions(base_address="https://ketjut.example.fi/")


def library(
    *pathways: Pathway, languages: tuple[str, ...] = (), site: SiteOptions | None = None
) -> dict[str, bytes]:
    """Return the files of a site by name."""
    options = Options(languages=languages, made_at=MADE_AT)
    return dict(build(pathways, options, site or SiteOptions(), lambda _share: None))


def pathway(id: str, title: str, *more: AnyRecord, **fields: Any) -> Pathway:
    return Pathway([PathwayInfo(**{"id": id, "title": {"fi": title}, **fields}), *more])


@cache
def samples() -> dict[str, bytes]:
    """Return the site of all samples, each in its own languages."""
    return library(*map(read, SAMPLES), site=AT_HOME)
