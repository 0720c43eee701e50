"""A pathway's page read in Chromium without a mouse, in another language, and on paper."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

import designer  # noqa: F401 - the pages speak Finnish once it is there
from exporters.exporter import Options
from exporters.website import WEBSITE
from model.file import read
from tests.outside.browsing import program, ran, served

pytestmark = pytest.mark.outside

HERE = Path(__file__).parent
SAMPLE = HERE.parent.parent / "samples/t2d.ketju"
STAGES = 27


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("read")
    options = Options(languages=("fi", "sv"), made_at=datetime(2026, 11, 22, tzinfo=UTC))
    for name, content in WEBSITE.build(read(SAMPLE), options, lambda _share: None):
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


@pytest.fixture(scope="module")
def walk(folder: Path) -> dict[str, Any]:
    """Return what `reading.mjs` saw."""
    with served(folder) as address:
        page = f"{address}/fi/tyypin-2-diabetes.html"
        made = ran(
            "node",
            HERE / "reading.mjs",
            program("chromium"),
            page,
            "stage-s08",
            folder / "printed.pdf",
        )
    assert made.returncode == 0, made.stderr
    return dict(json.loads(made.stdout))


def test_the_first_stop_skips_to_the_content(walk: dict[str, Any]) -> None:
    assert walk["skip"] == ["Siirry sisältöön", "content"]


def test_the_contents_lead_to_a_stage_by_keyboard(walk: dict[str, Any]) -> None:
    assert walk["contents"] == {"opened": 1, "stage": "#stage-s01", "seen": True}


def test_tab_comes_through_all_stages_in_the_order_of_the_page(
    walk: dict[str, Any], folder: Path
) -> None:
    page = (folder / "fi/tyypin-2-diabetes.html").read_text(encoding="utf-8")
    on_page = re.findall(r'<section class="stage [^"]*" id="([^"]+)"', page)
    assert walk["stages"] == on_page
    assert len(on_page) == STAGES


def test_every_stop_is_in_sight_shows_its_focus_and_is_large_enough(walk: dict[str, Any]) -> None:
    assert walk["unseen"] == []


def test_the_language_changes_and_the_reader_stays_on_the_stage(walk: dict[str, Any]) -> None:
    for way in ("scripted", "plain"):
        assert walk["language"][way].endswith("/sv/typ-2-diabetes.html#stage-s08")


def test_all_texts_of_all_stages_are_on_the_paper(walk: dict[str, Any], folder: Path) -> None:
    """Nothing is wider than the sheet, nothing is hidden or lost where pages break."""
    assert walk["wide"] == 0
    printed = PdfReader(folder / "printed.pdf")
    words = _bare("".join(page.extract_text() for page in printed.pages))
    assert len(walk["texts"]) == STAGES
    for stage, texts in walk["texts"]:
        assert texts
        assert [text for text in texts if _bare(text) not in words] == [], stage
    assert printed.root_object["/MarkInfo"]


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)
