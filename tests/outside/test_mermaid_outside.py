"""Mermaid itself draws in Chromium what is written for it: all there, nothing runs, no requests."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from exporters.diagram import words
from exporters.mermaid import BY_PHASE, MERMAID, SWIMLANES
from exporters.mermaid.writing import drawn_arrows, text
from model import file
from model.messages import speaking
from model.pathway import Pathway
from samples import SAMPLES
from tests.exporters.diagram.drawn import hostile
from tests.hostile_texts.filling import shifted
from tests.outside.browsing import program, ran

pytestmark = pytest.mark.outside

HERE = Path(__file__).parent
DRAWN = {sample.name: file.read(sample.path) for sample in SAMPLES}


def drawn(pathways: dict[str, Pathway], folder: Path) -> dict[tuple[str, str], dict[str, Any]]:
    files = {}
    for name, pathway in pathways.items():
        for form in MERMAID.forms:
            path = folder / f"{name}-{form.name}.mmd"
            path.write_text(text(pathway, "fi", form.name), "utf-8")
            files[str(path)] = (name, form.name)
    done = ran("node", HERE / "mermaid.mjs", program("chromium"), *files)
    assert done.returncode == 0, done.stderr
    return {files[path]: found for path, found in json.loads(done.stdout).items()}


def same(found: dict[str, Any], pathway: Pathway, form: str) -> None:
    assert found["error"] == ""
    assert (found["requests"], found["handlers"], found["ran"]) == ([], [], None)
    assert found["arrows"] == len(drawn_arrows(pathway, form))
    with speaking("fi"):
        titles = Counter(
            " ".join(words.stage_title(stage, "fi").split()) for stage in pathway.stages
        )
    assert not titles - Counter(found["words"])
    groups = pathway.phases if form == BY_PHASE.name else pathway.actors
    if form != SWIMLANES.name:  # empty groups are drawn like nodes
        assert found["nodes"] + found["groups"] == len(pathway.stages) + len(groups)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], dict[str, Any]]:
    return drawn(DRAWN, tmp_path_factory.mktemp("samples"))


@pytest.mark.parametrize("form", MERMAID.forms, ids=lambda form: form.name)
@pytest.mark.parametrize("name", DRAWN)
def test_samples_are_drawn_whole(
    samples: dict[tuple[str, str], dict[str, Any]], name: str, form: Any
) -> None:
    same(samples[name, form.name], DRAWN[name], form.name)


def test_hostile_texts_are_drawn_as_they_are(tmp_path: Path) -> None:
    pathways = {"hostile": hostile()}
    pathways |= {f"shifted{shift}": shifted(shift).pathway for shift in range(0, 199, 20)}
    for (name, form), found in drawn(pathways, tmp_path).items():
        same(found, pathways[name], form)
        assert all(
            link.startswith(("http://", "https://")) for link in found["links"] if link is not None
        )
