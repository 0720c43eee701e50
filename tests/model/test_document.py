"""The open document: one notice after another, and what others do meanwhile."""

import pytest

from model import edits
from model.change import Add, Change, Remove, Set
from model.document import DEEPEST_HISTORY, Changed, Document
from model.pathway import Pathway
from model.records import Handover, PathwayInfo, Stage
from tests.pathways import At, build

FOUR = [At("Yksi"), At("Kaksi"), At("Kolme"), At("Neljä")]


@pytest.fixture
def document() -> Document:
    return Document(build(actors=["Asiakas"], phases=["Alku"], stages=FOUR, arrows=[(0, 1)]))


def test_a_change_made_by_a_watcher_is_heard_after_its_cause(document: Document) -> None:
    heard: list[tuple[str, int]] = []

    def follow_up(notice: Changed) -> None:
        if notice.change.label == "first":
            document.do(Change("second", (Set("s1", "column", 0, 2),)))

    def listen(notice: Changed) -> None:
        stage = notice.pathway.find(Stage, "s1")
        heard.append((notice.change.label, stage.column if stage else -1))

    document.watchers += [follow_up, listen]
    document.do(Change("first", (Set("s0", "column", 0, 1),)))
    assert heard == [("first", 0), ("second", 2)]
    assert [document.undo().label, document.undo().label] == ["second", "first"]


def test_a_watcher_that_fails_keeps_nothing_from_the_others(document: Document) -> None:
    heard: list[str] = []

    def fail(_notice: Changed) -> None:
        raise RuntimeError("drawn on a closed canvas")

    document.watchers += [fail, lambda notice: heard.append(notice.change.label)]
    for label, column in (("first", 0), ("second", 1)):
        with pytest.raises(RuntimeError, match="closed canvas"):
            document.do(Change(label, (Set("s0", "column", column, column + 1),)))
    assert heard == ["first", "second"]
    assert document.next_undo is not None
    assert document.next_undo.label == "second"


def test_undo_does_not_take_away_what_somebody_else_wrote_on_it(document: Document) -> None:
    document.do(edits.add_stage_after(document.pathway, "s3", title={"fi": "Viides"}))
    added = document.pathway.leaving("s3")[0]
    document.merge(edits.write(document.pathway, added.target, "what_happens", "fi", "Heidän"))
    document.undo()
    stage = document.pathway.find(Stage, added.target)
    assert stage is not None
    assert stage.what_happens == {"fi": "Heidän"}
    assert added.id not in document.pathway


def test_somebody_elses_removal_leaves_what_was_edited_here(document: Document) -> None:
    theirs = edits.remove(document.pathway, ["s2", "s3"])
    document.do(edits.rename(document.pathway, "s2", "fi", "Meidän"))
    document.merge(theirs)
    assert "s2" in document.pathway
    assert "s3" not in document.pathway


def test_what_ends_where_it_began_is_no_step(document: Document) -> None:
    notices: list[Changed] = []
    document.watchers.append(notices.append)
    before = document.pathway
    dangling = Handover(id="h9", source="s0", target="gone")
    assert not document.do(Change("dangling", (Add(dangling),)))
    assert not document.merge(Change("dangling", (Add(dangling),)))
    assert document.pathway is before
    assert document.next_undo is None
    assert not notices


def test_what_is_said_of_the_whole_stays_one_record(document: Document) -> None:
    info = document.pathway.info
    document.merge(Change("", (Remove(info), Add(PathwayInfo(id="other")))))
    assert document.pathway.of(PathwayInfo) == (info,)


@pytest.mark.parametrize(
    "op", [Set("s0", "nonsense", None, 1), Set("s0", "id", "s0", "x"), Set("x", "column", 0, 1)]
)
def test_an_operation_that_no_record_takes_does_nothing(document: Document, op: Set) -> None:
    before = Pathway(document.pathway.values())
    assert not document.merge(Change("", (op,)))
    assert document.pathway == before


def test_redo_ends_when_something_new_is_done(document: Document) -> None:
    document.do(edits.rename(document.pathway, "s0", "fi", "Eka"))
    document.undo()
    document.do(edits.rename(document.pathway, "s1", "fi", "Toka"))
    assert document.next_redo is None
    assert not document.redo()


def test_saving_concerns_the_pathway_that_was_written(document: Document) -> None:
    document.do(edits.rename(document.pathway, "s0", "fi", "Eka"))
    written = document.pathway
    document.do(edits.rename(document.pathway, "s1", "fi", "Toka"))
    document.mark_saved(written)
    assert document.is_modified
    document.undo()
    assert not document.is_modified


def test_another_document_goes_on_with_the_same_history(document: Document) -> None:
    for column in range(3):
        document.do(Change("on", (Set("s0", "column", column, column + 1),)))
    document.undo()
    document.mark_saved(document.pathway)
    document.undo()
    other = Document.going_on_from(document.state)
    assert other.state == document.state
    assert other.is_modified
    for each in (document, other):
        each.redo()
        assert not each.is_modified
        each.redo()
    assert other.state == document.state


def test_the_oldest_steps_go_when_there_are_too_many(document: Document) -> None:
    for step in range(DEEPEST_HISTORY + 10):
        document.do(Change(str(step), (Set("s0", "column", step % 2, (step + 1) % 2),)))
    undone = []
    while change := document.undo():
        undone.append(change.label)
    assert (len(undone), undone[-1]) == (DEEPEST_HISTORY, "10")
