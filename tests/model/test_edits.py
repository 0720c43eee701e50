"""Verbs, their labels, and what the document and integrity make of them."""

import itertools
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest
from msgspec.structs import replace

from model import edits
from model.change import Add, Change, Remove, Set
from model.codes import ChannelKind, NoteKind
from model.document import Act, Changed, Document, Origin
from model.ids import Id, ids_from
from model.integrity import LINKS, broken_links
from model.messages import speaking
from model.parts import Part, StageParticipant, StoryStep
from model.pathway import Pathway
from model.records import (
    LAST_COLUMN,
    RECORD_KINDS,
    Actor,
    Channel,
    Handover,
    Note,
    PathwayInfo,
    Phase,
    Stage,
    Story,
    Task,
    Waiver,
)


@pytest.fixture(autouse=True)
def plain_ids() -> Iterator[None]:
    counter = itertools.count()
    with ids_from(lambda: f"new{next(counter)}"), speaking("en"):
        yield


def small() -> Pathway:
    return Pathway(
        [
            PathwayInfo(id="p", title={"fi": "Uni"}),
            Actor(id="a1", order="a0", name={"fi": "Asiakas"}),
            Actor(id="a2", order="a1", name={"fi": "Hoitaja"}),
            Phase(id="f1", order="a0", title={"fi": "Alku"}),
            Phase(id="f2", order="a1", title={"fi": "Hoito"}),
            Channel(id="c1", order="a0", kind=ChannelKind.PHONE, digital=False),
            Stage(id="s1", order="a0", actor="a1", phase="f1", title={"fi": "Yhteys"}),
            Stage(
                id="s2",
                order="a1",
                actor="a2",
                phase="f1",
                title={"fi": "Arvio"},
                channels=("c1",),
                participants=(StageParticipant(actor="a1"),),
            ),
            Handover(id="h1", source="s1", target="s2", sender="a1", if_not_accepted="s1"),
            Note(id="n1", order="a0", kind=NoteKind.QUESTION, about="s2", text={"fi": "Kuka?"}),
            Story(
                id="t1",
                order="a0",
                steps=(StoryStep(stage="s1", leaves_by="h1"), StoryStep(stage="s2")),
            ),
            Waiver(id="w1", rule="STR-01", about="s2"),
        ]
    )


def test_removing_a_stage_takes_along_what_cannot_stand_without_it() -> None:
    document = Document(small())
    done = document.do(edits.remove(document.pathway, ["s2"]))
    assert done.label == "Remove “Arvio”"
    assert "h1" not in document.pathway
    assert "w1" not in document.pathway
    note = document.pathway.find(Note, "n1")
    assert note is not None
    assert note.about is None
    story = document.pathway.find(Story, "t1")
    assert story is not None
    assert story.steps == (StoryStep(stage="s1"), StoryStep()), "its words are not lost with it"
    document.undo()
    assert document.pathway == small()


def test_what_falls_takes_along_what_hangs_on_it() -> None:
    document = Document(small())
    document.do(edits.add(document.pathway, Waiver(id="w2", rule="HAN-10", about="h1")))
    before = document.pathway
    done = document.do(edits.remove(document.pathway, ["s2", "s2"]))
    assert done.label == "Remove “Arvio”"
    assert not {"s2", "h1", "w1", "w2"} & set(document.pathway)
    assert len({op.id for op in done.ops if isinstance(op, Remove)}) == 4
    document.undo()
    assert document.pathway == before


def test_a_change_and_its_inverse_cancel_out() -> None:
    stage = Stage(id="s9", order="a9")
    change = Change(
        "",
        (
            Add(stage),
            Set("s9", "column", 0, 3),
            Set("s9", "column", 3, 4),
            Set("s1", "column", 0, 1),
        ),
    )
    after, done = change.applied_to(small())
    assert done == change
    assert done.inverse().applied_to(after)[0] == small()


def test_removing_an_actor_leaves_its_stages() -> None:
    document = Document(small())
    document.do(edits.remove(document.pathway, ["a1", "c1", "p"]))
    stage = document.pathway.find(Stage, "s2")
    assert stage is not None
    assert (stage.participants, stage.channels) == ((), ())
    assert document.pathway.find(Stage, "s1") == replace(
        small().find(Stage, "s1"),  # type: ignore[type-var]
        actor=None,
    )
    assert "p" in document.pathway
    assert not list(broken_links(document.pathway))


def test_every_field_that_names_an_id_is_known_to_integrity() -> None:
    for kind in RECORD_KINDS:
        hints = get_type_hints(kind, include_extras=True)
        holders = {field for field in kind.__struct_fields__ if _holds_an_id(hints[field])}
        assert holders - {"id"} == {link.field for link in LINKS.get(kind, ())}, kind


def _holds_an_id(annotation: Any) -> bool:
    if annotation == Id:
        return True
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return any(map(_holds_an_id, get_type_hints(annotation, include_extras=True).values()))
    return any(map(_holds_an_id, get_args(annotation)))


def test_a_new_stage_takes_the_next_free_cell() -> None:
    document = Document(small())
    document.do(edits.add_stage_after(document.pathway, "s1", title={"fi": "Toinen"}))
    document.do(edits.add_stage_after(document.pathway, "s1", title={"fi": "Kolmas"}))
    assert [
        (stage.title["fi"], stage.column)
        for stage in document.pathway.stages
        if stage.actor == "a1"
    ] == [("Yhteys", 0), ("Toinen", 1), ("Kolmas", 2)]
    assert [arrow.target for arrow in document.pathway.leaving("s1")] == ["s2", "new0", "new2"]


def test_a_stage_moved_onto_others_comes_last_in_the_cell() -> None:
    document = Document(small())
    document.do(edits.move_stage(document.pathway, "s1", actor="a2", phase="f1", column=0))
    assert [stage.id for stage in document.pathway.in_cell("a2", "f1", 0)] == ["s2", "s1"]


def test_moving_a_lane_sets_one_field() -> None:
    document = Document(small())
    done = document.do(edits.move_to_place(document.pathway, "a2", 0))
    assert [actor.id for actor in document.pathway.actors] == ["a2", "a1"]
    assert [type(op) for op in done.ops] == [Set]


def test_stages_joined_already_are_not_joined_again() -> None:
    assert not edits.connect(small(), "s1", "s2")
    assert edits.connect(small(), "s2", "s1")


def test_what_changes_nothing_is_no_undo_step() -> None:
    document = Document(small())
    document.do(edits.rename(document.pathway, "s1", "fi", "Yhteys"))
    assert document.next_undo is None
    assert not document.is_modified


def test_undo_and_redo_by_name() -> None:
    document = Document(small())
    document.do(edits.rename(document.pathway, "s1", "sv", "Kontakt"))
    assert [step and step.label for step in (document.next_undo, document.next_redo)] == [
        "Rename “Yhteys”",
        None,
    ]
    renamed = document.pathway
    document.undo()
    assert document.pathway == small()
    document.redo()
    assert document.pathway == renamed


def test_it_knows_whether_there_is_something_to_save() -> None:
    document = Document(small())
    document.do(edits.rename(document.pathway, "s1", "sv", "Kontakt"))
    states = [document.is_modified]
    document.undo()
    states.append(document.is_modified)
    document.redo()
    document.mark_saved(document.pathway)
    states.append(document.is_modified)
    assert states == [True, False, False]


def test_undo_leaves_what_somebody_else_wrote_later() -> None:
    document = Document(small())
    document.do(edits.rename(document.pathway, "s1", "fi", "Meidän"))
    notices: list[Changed] = []
    document.watchers.append(notices.append)
    document.merge(edits.rename(document.pathway, "s1", "fi", "Heidän"))
    assert not document.undo()
    assert document.pathway.find(Stage, "s1").title == {"fi": "Heidän"}  # type: ignore[union-attr]
    assert [(notice.act, bool(notice.change)) for notice in notices] == [
        (Act.MERGE, True),
        (Act.UNDO, False),  # nothing was undone, but the step is gone from the history
    ]
    assert [notice.origin for notice in notices] == [Origin.ELSEWHERE, Origin.HERE]
    assert document.next_undo is None


def test_a_change_applies_what_still_fits() -> None:
    change = Change(
        "Two", (Set("s1", "title", {"fi": "Muu"}, {"fi": "Uusi"}), Set("s1", "column", 0, 3))
    )
    pathway, done = change.applied_to(small())
    assert [op.id for op in done.ops] == ["s1"]
    stage = pathway.find(Stage, "s1")
    assert stage is not None
    assert (stage.title, stage.column) == ({"fi": "Yhteys"}, 3)


def test_a_merged_handover_to_a_stage_that_is_gone_does_not_stay() -> None:
    document = Document(small())
    document.merge(Change("", (Add(Handover(id="h9", source="s1", target="gone")),)))
    assert "h9" not in document.pathway


def test_a_template_becomes_a_pathway_of_its_own() -> None:
    about = (
        Note(id="n2", order="a1", kind=NoteKind.IDEA, about="p"),
        Task(id="k1", order="a0", about="p"),
        Waiver(id="w2", rule="OWN-01", about="p"),
    )
    template = Pathway([*small().values(), *about])
    fresh = edits.with_new_identity(template)
    assert fresh.info.id != "p"
    assert replace(fresh.info, id="p") == template.info
    assert len(fresh) == len(template)
    assert not list(broken_links(fresh))
    assert fresh["n1"] == template["n1"]


def test_a_verb_about_what_is_gone_changes_nothing() -> None:
    pathway = small()
    gone = Stage(id="gone", order="a5", title={"fi": "Poissa"})
    for change in (
        edits.add_stage_after(pathway, "gone", title={"fi": "Uusi"}),
        edits.connect(pathway, "s1", "gone"),
        edits.connect(pathway, "gone", "s1"),
        edits.connect(pathway, "s1", "a1"),
        edits.reconnect(pathway, "gone", source="s1", target="s2"),
        edits.reconnect(pathway, "h1", source="s1", target="gone"),
        edits.update(pathway, "gone", column=3),
        edits.write(pathway, "gone", "title", "fi", "Uusi"),
        edits.rename(pathway, "gone", "fi", "Uusi"),
        edits.move_stage(pathway, "gone", actor="a1", phase="f1", column=0),
        edits.move_to_place(pathway, "gone", 0),
        edits.remove(pathway, ["gone"]),
        edits.replace_record(pathway, gone),
    ):
        assert not change, change


def test_what_is_there_is_not_added_again() -> None:
    assert not edits.add(small(), Actor(id="s1", order="a5"))


def test_a_place_beyond_the_last_is_the_end() -> None:
    document = Document(small())
    document.do(edits.add_phase(document.pathway, place=99, title={"fi": "Loppu"}))
    document.do(edits.move_to_place(document.pathway, "f1", 99))
    document.do(edits.move_to_place(document.pathway, "f2", -5))
    assert [phase.id for phase in document.pathway.phases] == ["f2", "new0", "f1"]


def test_names_without_words_are_no_names() -> None:
    document = Document(small())
    document.do(edits.add_phase(document.pathway, place=0, title={"fi": "", "sv": "Början"}))
    document.do(edits.add_actor(document.pathway, place=0, name={"fi": " \n"}))
    document.do(edits.add_stage_after(document.pathway, "s1", title={"fi": ""}))
    assert [
        document.pathway.phases[0].title,
        document.pathway.actors[0].name,
        document.pathway.leaving("s1")[-1].target,
    ] == [{"sv": "Början"}, {}, "new2"]
    assert document.pathway["new2"] == Stage(
        id="new2", order="a2", actor="a1", phase="f1", column=1
    )


def test_what_a_phase_has_no_more_columns_for_comes_into_the_last() -> None:
    document = Document(small())
    document.do(edits.move_stage(document.pathway, "s1", actor="a1", phase="f1", column=5000))
    document.do(edits.add_stage_after(document.pathway, "s1", title={"fi": "Viimeinen"}))
    cell = document.pathway.in_cell("a1", "f1", LAST_COLUMN)
    assert [stage.title["fi"] for stage in cell] == ["Yhteys", "Viimeinen"]


def test_orders_given_twice_still_make_room() -> None:
    twins = Pathway(
        [
            PathwayInfo(id="p"),
            Phase(id="f1", order="a0"),
            Phase(id="f2", order="a0"),
            Phase(id="f3", order="a1"),
        ]
    )
    document = Document(twins)
    document.do(edits.add_phase(document.pathway, place=1, title={"fi": "Uusi"}))
    assert [phase.id for phase in document.pathway.phases] == ["f1", "f2", "new0", "f3"]
