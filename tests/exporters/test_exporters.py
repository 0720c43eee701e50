"""The list of formats, and what holds for each of them."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from msgspec.structs import replace

from exporters.exporter import Asked, CancelledError, Exporter, ExportError, Languages
from exporters.formats import EXPORTERS, find
from exporters.part import SomeStages
from exporters.writing import export
from model.file import read
from model.messages import speaking
from samples import TEMPLATES, Sample
from tests.exporters.diagram.drawn import OPTIONS, SMALL, hostile

EACH = pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
HEAVY = {"PySide6", "openpyxl", "jinja2", "fontTools", "pypdf", "pygraphviz", "networkx", "lxml"}
HEAVY |= {"typst", "segno", "fhir", "pydantic", "jsonschema"}


def quiet(_share: float) -> None:
    pass


def run(program: str) -> str:
    """Run a program in a fresh interpreter without a screen and return what it prints."""
    environment = {"QT_QPA_PLATFORM": "no-such-platform"}
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-W", "error", "-c", program],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_names_are_unique_and_found() -> None:
    assert [find(exporter.name) for exporter in EXPORTERS] == list(EXPORTERS)
    assert len({exporter.name for exporter in EXPORTERS}) == len(EXPORTERS)
    assert find("no-such-format") is None


def test_listing_the_formats_imports_nothing_heavy() -> None:
    loaded = run("import exporters, sys; print(*{name.split('.')[0] for name in sys.modules})")
    assert not HEAVY & set(loaded.split())


@EACH
def test_a_format_is_written(exporter: Exporter, tmp_path: Path) -> None:
    shares: list[float] = []
    export(exporter, SMALL, OPTIONS, tmp_path / f"out{exporter.suffix}", shares.append)
    (made,) = tmp_path.iterdir()
    assert made.is_dir() == (not exporter.suffix)
    assert shares == sorted(shares)
    assert shares[-1] == 1


@EACH
@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_even_a_template_can_be_exported(
    exporter: Exporter, template: Sample, tmp_path: Path
) -> None:
    export(exporter, read(template.path), OPTIONS, tmp_path / f"o{exporter.suffix}", quiet)


SHOW_ALL = {"svg", "pdf", "png", "poster", "dot", "graphviz", "mermaid", "drawio"}
SHOW_ALL |= {"csv", "graphml", "json-graph"}


@pytest.mark.parametrize("name", sorted(SHOW_ALL))
def test_what_shows_the_whole_board_tells_of_stages_that_are_not_public(name: str) -> None:
    exporter = find(name)
    assert exporter is not None
    first, second = SMALL.stages[:2]
    hidden = SMALL.replacing({first.id: replace(first, public=False)})
    with speaking("en"):
        told = [said for said in exporter.losses(hidden, OPTIONS) if "not public" in said]
        assert told == [
            "It also has 1 stage that is not public: give it only to those who may see that."
        ]
        assert not any("not public" in said for said in exporter.losses(SMALL, OPTIONS))
        if Asked.PART in exporter.asks:
            one = replace(OPTIONS, part=SomeStages(frozenset({second.id})))
            assert not any("not public" in said for said in exporter.losses(hidden, one))


@EACH
def test_a_format_of_one_language_refuses_several(exporter: Exporter, tmp_path: Path) -> None:
    if exporter.languages is Languages.SEVERAL:
        assert exporter.name in {"website", "excel", "ptv", "fhir"}
        return
    both = replace(OPTIONS, languages=("fi", "sv"))
    with speaking("en"), pytest.raises(ExportError, match=r"one language: choose one of fi, sv\."):
        export(exporter, SMALL, both, tmp_path / f"o{exporter.suffix}", quiet)
    assert list(tmp_path.iterdir()) == []


@EACH
def test_hostile_texts_break_no_format(exporter: Exporter, tmp_path: Path) -> None:
    export(exporter, hostile(), OPTIONS, tmp_path / f"out{exporter.suffix}", quiet)


@EACH
def test_a_cancelled_export_leaves_nothing(exporter: Exporter, tmp_path: Path) -> None:
    def cancel(_share: float) -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        export(exporter, SMALL, OPTIONS, tmp_path / f"out{exporter.suffix}", cancel)
    assert list(tmp_path.iterdir()) == []


@EACH
def test_a_format_is_written_from_another_thread(exporter: Exporter, tmp_path: Path) -> None:
    here, there = tmp_path / f"here{exporter.suffix}", tmp_path / f"there{exporter.suffix}"
    export(exporter, SMALL, OPTIONS, here, quiet)
    with ThreadPoolExecutor(max_workers=1) as other:
        other.submit(export, exporter, SMALL, OPTIONS, there, quiet).result()
    if exporter.suffix not in {"", ".xlsx"}:
        assert here.read_bytes() == there.read_bytes()


@pytest.mark.parametrize("name", ["pdf", "png"])
def test_pictures_are_drawn_without_a_screen(name: str) -> None:
    program = (
        "from exporters.formats import find\n"
        "from tests.exporters.diagram.drawn import made_by\n"
        f"print(len(made_by(find({name!r}).build)))"
    )
    assert int(run(program)) > 1000


def test_texts_do_not_depend_on_the_language_of_the_window() -> None:
    for name in ("svg", "dot", "graphviz"):
        exporter = find(name)
        assert exporter is not None
        made = []
        for language in ("fi", "sv"):
            with speaking(language):
                made.append(list(exporter.build(SMALL, OPTIONS, quiet)))
        assert made[0] == made[1]
