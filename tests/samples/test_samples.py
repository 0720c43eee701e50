"""What ships opens, becomes a pathway of one's own, and is listed."""

from pathlib import Path

import pytest

from exporters.outline.board import ARC
from model import file
from model.codes import NoteKind, PhaseKind, Sector
from model.edits import with_new_identity
from model.records import Note, Phase, Task, Waiver
from samples import SAMPLES, TEMPLATES, Sample
from tests.pathways import build

ROOT = Path(__file__).parents[2]
SHIPPED = (*SAMPLES, *TEMPLATES)


@pytest.mark.parametrize("sample", SHIPPED, ids=lambda sample: sample.name)
class TestShipped:
    def test_it_is_written_as_the_program_writes(self, sample: Sample) -> None:
        assert file.dumps(file.read(sample.path)) == sample.path.read_bytes()

    def test_a_copy_is_another_pathway_that_opens(self, sample: Sample) -> None:
        pathway = file.read(sample.path)
        copy = with_new_identity(pathway)
        assert copy.info.id != pathway.info.id
        assert len(copy) == len(pathway)
        assert file.loads(file.dumps(copy)) == copy


def test_every_file_is_listed() -> None:
    folder = ROOT / "samples"
    found = {*folder.glob("*.ketju"), *(folder / "templates").glob("*.ketju")}
    assert found == {sample.path for sample in SHIPPED}
    assert len({sample.name for sample in SHIPPED}) == len(SHIPPED)


def test_what_is_said_of_the_pathway_is_said_of_its_copy() -> None:
    pathway = build(
        Note(id="note", order="a0", kind=NoteKind.IDEA, about="info"),
        Task(id="task", order="a0", about="info"),
        Waiver(id="waiver", rule="OWN-01", about="info"),
        Note(id="other", order="a1", kind=NoteKind.IDEA, about="p0"),
        phases=["Hoito"],
    )
    copy = with_new_identity(pathway)
    assert file.loads(file.dumps(copy)) == copy
    assert {note.about for note in copy.of(Note)} == {copy.info.id, "p0"}
    assert copy.of(Task)[0].about == copy.of(Waiver)[0].about == copy.info.id


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_templates_have_the_arc_and_a_lane_for_the_customer(template: Sample) -> None:
    pathway = file.read(template.path)
    assert [(phase.kind, phase.title) for phase in pathway.phases] == list(ARC.items())
    assert pathway.actors[0].sector is Sector.CUSTOMER
    assert pathway.stages == ()


class TestKainuuGeneric:
    pathway = file.read(next(each.path for each in TEMPLATES if each.name == "kainuu-generic"))

    def test_every_sector_has_a_lane(self) -> None:
        assert {actor.sector for actor in self.pathway.actors} == set(Sector)

    def test_the_eleven_parts_are_asked_for_in_both_languages(self) -> None:
        parts = self.pathway.of(Note)
        assert [part.text["fi"].split(".")[0] for part in parts] == [str(n) for n in range(1, 12)]
        assert all(part.kind is NoteKind.QUESTION for part in parts)
        assert all({"fi", "sv"} == set(part.text) for part in parts)

    def test_a_part_is_asked_for_where_it_belongs(self) -> None:
        early_support = self.pathway.of(Note)[3]
        phase = self.pathway.find(Phase, early_support.phase)
        assert phase
        assert phase.kind is PhaseKind.PREVENTION
