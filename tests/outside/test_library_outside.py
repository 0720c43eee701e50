"""A library's front page as visitors, the Nu HTML checker and axe-core see it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.libraries import library
from exporters.exporter import Options
from exporters.website.library import SiteOptions, build
from model.file import read
from tests.outside.browsing import program, ran, served
from tests.outside.test_website_outside import CHECKER, HERE, MADE_AT, MISTAKEN, SAMPLES

pytestmark = pytest.mark.outside

SITE = SiteOptions(base_address="https://ketjut.example.fi/")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sites of all samples and of forty pathways."""
    root = tmp_path_factory.mktemp("libraries")
    libraries = {
        "samples": [read(path) for path in sorted(SAMPLES.glob("*.ketju"))],
        "forty": library(40),
    }
    for folder, pathways in libraries.items():
        options = Options(made_at=MADE_AT)
        for name, content in build(pathways, options, SITE, lambda _share: None):
            file = root / folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    return root


@pytest.fixture
def address(root: Path) -> Iterator[str]:
    with served(root) as address:
        yield address


def test_the_html_checker_finds_no_error_and_no_warning(root: Path) -> None:
    """On every page of the samples, and on the lists of the forty."""
    files = [*(root / "samples").rglob("*.html"), *(root / "forty").glob("*/index.html")]
    files += [*(root / "forty").glob("fi/rajaus/*.html")]
    checked = ran("java", "-jar", CHECKER, "--format", "json", *sorted(files))
    assert [
        (message["url"], message["message"])
        for message in json.loads(checked.stderr)["messages"]
        if not any(words in message["message"] for words in MISTAKEN)
    ] == []


def test_the_css_checker_finds_no_fault(root: Path) -> None:
    sheets = (root / "forty/library.css", root / "forty/theme.css")
    checked = ran("java", "-jar", CHECKER, "--css", "--format", "json", *sheets)
    assert json.loads(checked.stderr)["messages"] == []


def test_visitors_with_any_screen_meet_no_fault(address: str) -> None:
    """Axe-core, console, foreign requests, overflow: at 320, 768, 1920 px, light and dark."""
    pages = [
        "samples/fi/index.html",
        "samples/sv/index.html",
        "forty/index.html",
        "forty/fi/index.html?q=zzzzzz",
        "forty/fi/index.html?municipality=290&theme=kuntoutus",
        "forty/fi/rajaus/kunta-290.html",
    ]
    looked = ran(
        "node", HERE / "website.mjs", program("chromium"), *(f"{address}/{p}" for p in pages)
    )
    assert looked.returncode == 0, looked.stderr
    assert json.loads(looked.stdout) == []


def test_a_pathway_is_found_by_search_filter_and_keyboard(address: str) -> None:
    """And with scripts blocked; choices stand in the address, Back takes them back."""
    used = ran("node", HERE / "library.mjs", program("chromium"), f"{address}/forty/fi/index.html")
    assert used.returncode == 0, used.stderr
    assert json.loads(used.stdout) == []


def test_lighthouse_finds_nothing_to_mend(root: Path) -> None:
    """On the front page and on a pathway's; how fast they are depends on the machine.

    Of that only what is the same everywhere is asked: nothing moves while a page loads.
    """
    pages = ("fi/index.html", "fi/tyypin-2-diabetes.html")
    with served(root / "samples") as address:
        asked = ran(
            "node",
            HERE / "lighthouse.mjs",
            program("chromium"),
            *(f"{address}/{page}" for page in pages),
        )
    assert asked.returncode == 0, asked.stderr
    for told in json.loads(asked.stdout):
        assert told["faults"] == [], told
        assert min(told["scores"][k] for k in ("accessibility", "best-practices", "seo")) == 100
        assert told["shift"] < 0.1, told
