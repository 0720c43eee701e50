"""`ketjupaja compare` and `ketjupaja merge`, as people run them."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from designer.cli import main
from designer.merging import Version, common_past, joined_all
from model import edits, file, milestones
from model.codes import NoteKind
from model.document import Document
from model.pathway import Pathway
from model.records import Note
from tests.pathways import At, build

BASE = build(
    phases=("Arvio",),
    actors=("Asiakas",),
    stages=(At("Yhteydenotto"), At("Arvio", column=1), At("Hoito", column=2)),
    arrows=((0, 1), (1, 2)),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    file.save(BASE, tmp_path / "base.ketju")
    ours, theirs = Document(BASE), Document(BASE)
    ours.do(edits.rename(BASE, "s0", "fi", "Soitto"))
    ours.do(edits.move_stage(ours.pathway, "s2", actor="a0", phase="p0", column=5))
    theirs.do(edits.rename(BASE, "s0", "fi", "Chat"))
    theirs.do(edits.remove(theirs.pathway, ("s2",)))
    theirs.do(edits.add_phase(theirs.pathway, place=1, title={"fi": "Seuranta"}))
    file.save(ours.pathway, tmp_path / "ours.ketju")
    file.save(theirs.pathway, tmp_path / "theirs.ketju")
    return tmp_path


def run(folder: Path, *arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main([str(folder / each) if each.endswith(".ketju") else each for each in arguments])
    return int(ended.value.code or 0)


Output = pytest.CaptureFixture[str]


def test_differences_are_told_stage_by_stage_and_places_apart(folder: Path, capsys: Output) -> None:
    assert run(folder, "compare", "base.ketju", "ours.ketju", "--lang", "en") == 0
    assert capsys.readouterr().out.splitlines() == [
        "Soitto",
        "  · Stage “Yhteydenotto”",
        "      Name: “Yhteydenotto” → “Soitto”",
        "1 thing only lies elsewhere on the board.",
    ]
    assert run(folder, "compare", "base.ketju", "base.ketju", "--lang", "en") == 0
    assert capsys.readouterr().out == "There is no difference.\n"


def test_differences_as_data(folder: Path, capsys: Output) -> None:
    assert run(folder, "compare", "base.ketju", "theirs.ketju", "--format", "json") == 0
    data: dict[str, Any] = msgspec.json.decode(capsys.readouterr().out)
    told = {each["id"]: each["what"] for part in data["parts"] for each in part["differences"]}
    assert told["s2"] == told["h1"] == "removed"
    assert told["s0"] == "changed"
    assert data["moved"] == []


def test_a_file_is_compared_with_its_milestone(tmp_path: Path, capsys: Output) -> None:
    document = Document(BASE)
    at = datetime(2026, 11, 20, tzinfo=UTC)
    document.do(milestones.keep(BASE, {"fi": "Työpaja 1"}, at))
    document.do(edits.rename(document.pathway, "s0", "fi", "Soitto"))
    file.save(document.pathway, tmp_path / "a.ketju")
    asked = ("compare", "a.ketju", "--lang", "en", "--milestone")
    assert run(tmp_path, *asked, "Työpaja 1") == 0
    assert "“Yhteydenotto” → “Soitto”" in capsys.readouterr().out
    assert run(tmp_path, *asked, "Työpaja 2") == 2
    assert "“Työpaja 1”" in capsys.readouterr().err


def test_one_thing_to_compare_with_must_be_named(folder: Path, capsys: Output) -> None:
    assert run(folder, "compare", "base.ketju", "--lang", "en") == 2
    assert "another file or a milestone" in capsys.readouterr().err


def merged(folder: Path) -> Pathway:
    return file.read(folder / "out.ketju")


def test_what_clashes_in_a_merge_becomes_a_question_and_nothing_is_lost(
    folder: Path, capsys: Output
) -> None:
    asked = ("merge", "ours.ketju", "theirs.ketju", "--base", "base.ketju", "--lang", "en")
    assert run(folder, *asked, "--out", "out.ketju") == 1
    told = capsys.readouterr().out
    assert "1 new" in told
    assert "Soitto" in told
    assert "Chat" in told
    pathway = merged(folder)
    assert edits.name_of(pathway["s0"]) == "Soitto"
    assert "s2" not in pathway  # here it was only moved
    assert [edits.name_of(phase) for phase in pathway.phases] == ["Arvio", "Seuranta"]
    (note,) = pathway.of(Note)
    assert (note.kind, note.about) == (NoteKind.QUESTION, "s0")
    assert "Chat" in note.text["fi"]
    assert "theirs.ketju" in note.text["fi"]


def test_several_files_are_merged_into_one(folder: Path) -> None:
    third = Document(BASE)
    third.do(edits.rename(BASE, "s1", "fi", "Hoidon tarpeen arvio"))
    file.save(third.pathway, folder / "third.ketju")
    asked = ("merge", "base.ketju", "theirs.ketju", "third.ketju", "--base", "base.ketju")
    assert run(folder, *asked, "--out", "out.ketju") == 0
    pathway = merged(folder)
    assert edits.name_of(pathway["s0"]) == "Chat"
    assert edits.name_of(pathway["s1"]) == "Hoidon tarpeen arvio"


def test_a_merge_replaces_no_file_unasked_and_reads_all_before_it_writes(
    folder: Path, capsys: Output
) -> None:
    before = (folder / "base.ketju").read_bytes()
    asked = ("merge", "ours.ketju", "theirs.ketju", "--lang", "en", "--out")
    assert run(folder, *asked, "base.ketju") == 1
    assert "--force" in capsys.readouterr().err
    assert (folder / "base.ketju").read_bytes() == before
    (folder / "broken.ketju").write_text("{", encoding="utf-8")
    assert run(folder, "merge", "ours.ketju", "broken.ketju", "--out", "new.ketju") == 2
    assert not (folder / "new.ketju").exists()


def test_the_common_past_is_the_newest_milestone_that_all_hold_alike() -> None:
    ours = Document(BASE)
    for day, name in ((1, "Alku"), (2, "Työpaja 1")):
        at = datetime(2026, 11, day, tzinfo=UTC)
        ours.do(milestones.keep(ours.pathway, {"fi": name}, at))
    theirs = ours.pathway
    ours.do(milestones.keep(ours.pathway, {"fi": "Vain meillä"}, datetime(2026, 11, 3, tzinfo=UTC)))
    found = common_past(ours.pathway, [theirs, ours.pathway])
    assert found is not None
    assert found.title == {"fi": "Työpaja 1"}
    assert common_past(ours.pathway, [theirs, BASE]) is None
    assert common_past(ours.pathway, [edits.with_new_identity(theirs)]) is None


def test_versions_of_several_groups_are_joined_as_one_change() -> None:
    first = edits.rename(BASE, "s0", "fi", "Soitto").applied_to(BASE)[0]
    second = edits.rename(BASE, "s0", "fi", "Chat").applied_to(BASE)[0]
    third = edits.rename(BASE, "s1", "fi", "Tarpeen arvio").applied_to(BASE)[0]
    versions = [Version(first, "A"), Version(second, "B"), Version(third, "C")]
    document = Document(BASE)
    joining = joined_all(BASE, versions, BASE)
    document.do(joining.change)
    assert [each.name for each in joining.questions] == ["B"]
    assert edits.name_of(document.pathway["s0"]) == "Soitto"
    assert edits.name_of(document.pathway["s1"]) == "Tarpeen arvio"
    document.undo()
    assert document.pathway == BASE
