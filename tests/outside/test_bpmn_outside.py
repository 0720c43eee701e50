"""BPMN files by other eyes: the schema, bpmn-moddle, bpmnlint, and bpmn-js in Chromium."""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import designer  # noqa: F401 - the words of the diagrams are Finnish once it is there
from exporters.bpmn import BPMN, FROM_BPMN
from exporters.bpmn.carried import carried_part
from exporters.exporter import Options
from exporters.importer import Imported
from model.file import read
from model.merge import change_between
from model.pathway import Pathway
from samples import SAMPLES
from tests.outside.browsing import program, ran
from tests.pathways import crowded

pytestmark = pytest.mark.outside

HERE = Path(__file__).parent
SCHEMA = HERE / "node_modules/bpmn-moddle/resources/bpmn/xsd/BPMN20.xsd"
FOREIGN = sorted((HERE.parent / "exporters/bpmn/foreign").glob("*.bpmn"))
NOT_DRAWN = {"bpmn:Category", "bpmn:Collaboration", "bpmn:LaneSet", "bpmn:Process"}
NAMES = [sample.name for sample in SAMPLES]


@cache
def schema() -> Any:
    return etree.XMLSchema(etree.parse(SCHEMA))


def made(pathway: Pathway) -> bytes:
    options = Options(languages=("fi",), made_at=datetime(2026, 11, 22, tzinfo=UTC))
    ((_name, data),) = BPMN.build(pathway, options, lambda _share: None)
    return data


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """Return what `diagrams.mjs` tells of the samples and a crowded board, by their names."""
    folder = tmp_path_factory.mktemp("diagrams")
    files = []
    pathways = {sample.name: read(sample.path) for sample in SAMPLES} | {"crowded": crowded(3)}
    for name, pathway in pathways.items():
        files.append(folder / f"{name}.bpmn")
        files[-1].write_bytes(made(pathway))
    done = ran("node", HERE / "diagrams.mjs", program("chromium"), folder, *files)
    assert done.returncode == 0, done.stderr
    return {name.removesuffix(".bpmn"): told for name, told in json.loads(done.stdout).items()}


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_valid_by_the_standards_schema(name: str) -> None:
    sample = next(sample for sample in SAMPLES if sample.name == name)
    assert schema().validate(etree.fromstring(made(read(sample.path)))), schema().error_log


@pytest.mark.parametrize("seed", range(5))
def test_any_board_is_valid_by_the_standards_schema(seed: int) -> None:
    assert schema().validate(etree.fromstring(made(crowded(seed)))), schema().error_log


@pytest.mark.parametrize("name", [*NAMES, "crowded"])
def test_it_is_read_and_drawn_without_a_warning(name: str, seen: Mapping[str, Any]) -> None:
    assert seen[name]["warnings"] == []
    assert seen[name]["problems"] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_recommended_rules_of_bpmnlint_find_nothing(name: str, seen: Mapping[str, Any]) -> None:
    assert seen[name]["faults"] == []


@pytest.mark.parametrize("name", [*NAMES, "crowded"])
def test_every_element_is_drawn(name: str, seen: Mapping[str, Any]) -> None:
    counts = Counter(seen[name]["counts"])
    for kind in NOT_DRAWN:
        del counts[kind]
    assert counts == Counter(seen[name]["drawn"])


@pytest.mark.parametrize("name", NAMES)
def test_there_is_a_task_for_each_stage(name: str, seen: Mapping[str, Any]) -> None:
    sample = next(sample for sample in SAMPLES if sample.name == name)
    tasks = sum(
        count
        for kind, count in seen[name]["drawn"].items()
        if kind.endswith("Task") or kind == "bpmn:CallActivity"
    )
    assert tasks == len(read(sample.path).stages)


@pytest.mark.parametrize("file", FOREIGN, ids=lambda file: file.stem)
def test_the_foreign_files_are_bpmn_by_the_schema(file: Path) -> None:
    assert schema().validate(etree.parse(file)), schema().error_log


# A tool that keeps what it does not know: bpmn-js, which bpmn.io and Camunda Modeler are made of

HOME = carried_part(read(next(sample.path for sample in SAMPLES if sample.name == "nepsy")))


def modelled(folder: Path, *steps: tuple[str, ...]) -> Imported:
    """Return what comes back after these steps in the modeler."""
    given, taken = folder / "given.bpmn", folder / "taken.bpmn"
    given.write_bytes(made(HOME))
    script = HERE / "modelling.mjs"
    done = ran("node", script, program("chromium"), given, taken, json.dumps(steps))
    assert done.returncode == 0, done.stderr
    return FROM_BPMN.read(taken.read_bytes(), "fi")


def changes(back: Imported) -> set[tuple[str, str]]:
    """Return what was done to which record: (“Set title”, id)."""
    return {
        (f"{type(op).__name__} {getattr(op, 'field', '')}".strip(), op.id)
        for op in change_between(HOME, back.pathway).ops
    }


def test_opened_and_saved_it_comes_back_as_it_was(tmp_path: Path) -> None:
    assert modelled(tmp_path) == Imported(HOME, (), HOME)


def test_another_type_of_a_task_changes_nothing(tmp_path: Path) -> None:
    assert modelled(tmp_path, ("type", "stage-s04", "bpmn:ServiceTask")).pathway == HOME


def test_a_name_typed_in_the_modeler_is_the_stages(tmp_path: Path) -> None:
    back = modelled(tmp_path, ("name", "stage-s03", "Uusi nimi"))
    assert changes(back) == {("Set title", "s03")}


def test_a_task_removed_in_the_modeler_is_gone_with_its_handovers(tmp_path: Path) -> None:
    back = modelled(tmp_path, ("remove", "stage-s05"))
    arrows = (*HOME.leaving("s05"), *HOME.arriving("s05"))
    assert changes(back) == {("Remove", id) for id in ("s05", *(arrow.id for arrow in arrows))}
    assert not any("part-s05" in words for words in back.left_out)


def test_a_task_appended_in_the_modeler_is_a_stage_joined_to_the_one_before(tmp_path: Path) -> None:
    back = modelled(tmp_path, ("append", "stage-s03", "Lisätty"))
    assert {verb for verb, _id in changes(back)} == {"Add"}
    (stage,) = [stage for stage in back.pathway.stages if stage.title == {"fi": "Lisätty"}]
    assert [arrow.source for arrow in back.pathway.arriving(stage.id)] == ["s03"]
