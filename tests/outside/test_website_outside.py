"""The website as the Nu HTML checker, axe-core and Chromium see it, served as a host would."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exporters.exporter import Options
from exporters.website import WEBSITE
from model.file import read
from tests.exporters.website.filled import everything
from tests.outside.browsing import program, ran, served

pytestmark = pytest.mark.outside

HERE = Path(__file__).parent
CHECKER = HERE / "node_modules/vnu-jar/build/dist/vnu.jar"
SAMPLES = HERE.parent.parent / "samples"
MADE_AT = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)

# What the checker says of the content security policy and Chromium, asked below, disproves:
# linked data are no script that runs (HTML, "prepare the script element", ends before the policy
# is asked), and 'self' is the site itself, which the checker does not see in files.
MISTAKEN = ("Inline script violates", "external stylesheet", "external script")
# Container queries (CSS Containment Level 3), in every browser since 2023.
UNKNOWN = ("@container", "container-type")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the sites of two samples and of a pathway with all fields filled."""
    root = tmp_path_factory.mktemp("sites")
    pathways = {
        "t2d": read(SAMPLES / "t2d.ketju"),
        "monipalvelu": read(SAMPLES / "monipalvelu.ketju"),
        "everything": everything(lambda place: place.rpartition(".")[2].replace("_", " ")),
    }
    for folder, pathway in pathways.items():
        options = Options(languages=("fi", "sv"), made_at=MADE_AT)
        for name, content in WEBSITE.build(pathway, options, lambda _share: None):
            file = root / folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    return root


@pytest.fixture
def addresses(root: Path) -> Iterator[list[str]]:
    """Serve a page of each kind, as a web host would."""
    pages = [
        root / "everything/fi/index.html",
        *root.glob("everything/sv/[!i]*.html"),
        *root.glob("everything/sv/yrkespersoner/*.html"),
        *root.glob("t2d/fi/[!i]*.html"),
        *root.glob("t2d/fi/ammattilaisille/*.html"),
    ]
    assert len(pages) == 5
    with served(root) as address:
        yield [f"{address}/{page.relative_to(root).as_posix()}" for page in pages]


def test_the_html_checker_finds_no_error_and_no_warning(root: Path) -> None:
    files = sorted(root.rglob("*.html"))
    made = ran("java", "-jar", CHECKER, "--format", "json", *files)
    assert [
        (message["url"], message["message"])
        for message in json.loads(made.stderr)["messages"]
        if not any(words in message["message"] for words in MISTAKEN)
    ] == []


def test_the_css_checker_finds_no_fault(root: Path) -> None:
    made = ran("java", "-jar", CHECKER, "--css", "--format", "json", *root.glob("t2d/*.css"))
    assert [
        message["message"]
        for message in json.loads(made.stderr)["messages"]
        if not any(words in message["message"] for words in UNKNOWN)
    ] == []


def test_visitors_with_any_screen_meet_no_fault(addresses: list[str]) -> None:
    """Axe-core, console, foreign requests, overflow: at 320, 768, 1920 px, light and dark."""
    made = ran("node", HERE / "website.mjs", program("chromium"), *addresses)
    assert made.returncode == 0, made.stderr
    assert json.loads(made.stdout) == []
