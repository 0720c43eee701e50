"""The board follows the document: what it shows is what a fresh board would show."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from designer.ui.canvas import BoardView
from designer.ui.canvas.scene import BoardScene
from model import edits
from model.change import Change
from model.codes import Severity
from model.document import Document
from model.pathway import Cell, Pathway
from model.records import Actor, Phase
from tests.designer.canvas.conftest import Hand, three_lanes
from tests.pathways import random_pathways
from tests.sparing import one_in


def items(scene: BoardScene) -> dict[str, Any]:
    """Return all that the scene's items show and where."""
    return {
        **{f"card {id}": (item.card, item.boundingRect()) for id, item in scene.cards.items()},
        **{f"arrow {id}": (item.arrow, item.boundingRect()) for id, item in scene.arrows.items()},
        **{
            f"label {id}": (item.label.arrow, item.label.boundingRect())
            for id, item in scene.arrows.items()
            if item.label is not None
        },
        **{f"lane {id}": item.lane for id, item in scene._lanes.items()},
        **{f"phase {id}": item.phase for id, item in scene._phases.items()},
        "rect": scene.sceneRect(),
        "count": len(scene.items()),
    }


def random_change(data: st.DataObject, pathway: Pathway) -> Change:
    """Return one of the verbs that this pathway has something for."""
    removable = sorted(id for id in pathway if id != pathway.info.id)
    verbs = [_add_something]
    verbs += [_change_a_stage] if pathway.stages else []
    verbs += [_reorder] if pathway.actors or pathway.phases else []
    verbs += [
        lambda data, pathway: edits.remove(pathway, [data.draw(st.sampled_from(removable))])
    ] * bool(removable)
    return data.draw(st.sampled_from(verbs))(data, pathway)


def _add_something(data: st.DataObject, pathway: Pathway) -> Change:
    actor, phase, column = data.draw(cells(pathway))
    adds = [
        lambda: edits.add_stage(
            pathway, actor=actor, phase=phase, column=column, title={"fi": "Uusi vaihe"}
        ),
        lambda: edits.add_actor(pathway, place=0, name={"fi": "Toimija"}),
        lambda: edits.add_phase(pathway, place=0, title={"fi": "Päävaihe"}),
    ]
    return data.draw(st.sampled_from(adds))()


def _change_a_stage(data: st.DataObject, pathway: Pathway) -> Change:
    ids = [stage.id for stage in pathway.stages]
    id, other = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids))
    actor, phase, column = data.draw(cells(pathway))
    words = data.draw(st.sampled_from(["Lyhyt", "Pitkä nimi joka menee monelle riville"]))
    verbs = [
        lambda: edits.move_stage(pathway, id, actor=actor, phase=phase, column=column),
        lambda: edits.rename(pathway, id, "fi", words),
        lambda: edits.connect(pathway, id, other),
        lambda: edits.add_stage_after(pathway, id, title={"fi": "Seuraava"}),
    ]
    return data.draw(st.sampled_from(verbs))()


def _reorder(data: st.DataObject, pathway: Pathway) -> Change:
    record = data.draw(st.sampled_from([*pathway.of(Actor), *pathway.of(Phase)]))
    return edits.move_to_place(pathway, record.id, data.draw(st.integers(0, 5)))


def cells(pathway: Pathway) -> st.SearchStrategy[Cell]:
    actors = [*(actor.id for actor in pathway.actors), None]
    phases = [*(phase.id for phase in pathway.phases), None]
    return st.tuples(st.sampled_from(actors), st.sampled_from(phases), st.integers(0, 3))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(random_pathways(max_actors=4, max_phases=3, max_stages=8, max_columns=2), st.data())
def test_a_followed_board_equals_a_fresh_one(
    qapp: QApplication, pathway: Pathway, data: st.DataObject
) -> None:
    document = Document(pathway)
    views = [view := BoardView(document, "fi")]
    try:
        for _ in range(data.draw(st.integers(1, 12))):
            match data.draw(st.sampled_from(["do", "do", "do", "undo", "redo"])):
                case "do":
                    document.do(random_change(data, document.pathway))
                case "undo":
                    document.undo()
                case _:
                    document.redo()
        views.append(fresh := BoardView(Document(document.pathway), "fi"))
        assert items(view.board_scene) == items(fresh.board_scene)
        assert set(view.selection.ids) <= set(document.pathway)
    finally:
        for each in views:
            each.deleteLater()
            qapp.sendPostedEvents(each, QEvent.Type.DeferredDelete)


def test_what_is_not_touched_keeps_its_item(hand: Hand) -> None:
    shown = hand.view.board_scene.cards["s3"]
    card = shown.card
    hand.document.do(edits.rename(hand.pathway, "s0", "fi", "Soitto"))
    assert hand.view.board_scene.cards["s3"] is shown
    assert shown.card is card


def test_a_selection_forgets_what_goes(hand: Hand) -> None:
    told: list[object] = []
    hand.view.select(("s1", "s2"))
    hand.view.selected.connect(told.append)
    hand.document.do(edits.remove(hand.pathway, ("s1",)))
    assert told == [("s2",)]


def test_what_one_looks_at_stays_in_place(hand: Hand) -> None:
    hand.view.zoom_to(2)
    hand.view.reveal("s2")
    before = hand.card("s2")
    hand.document.merge(edits.add_phase(hand.pathway, place=0, title={"fi": "Ehkäisy"}))
    assert (hand.card("s2") - before).manhattanLength() <= 1


def test_findings_mark_cards_arrows_and_headers(hand: Hand) -> None:
    marks = {"s1": (Severity.ERROR, 2), "h1": (Severity.WARNING, 1), "a2": (Severity.INFO, 12)}
    hand.view.set_findings(marks)
    scene = hand.view.board_scene
    assert scene.cards["s1"].mark == (Severity.ERROR, 2)
    assert scene.arrows["h1"].mark == (Severity.WARNING, 1)
    assert scene.cards["s0"].mark is None
    with_marks = hand.view.grab().toImage()
    hand.view.set_findings({})
    assert hand.view.grab().toImage() != with_marks


@pytest.mark.parametrize("id", one_in(2, ["s2", "h1", "a2", "p1"]))
def test_revealing_brings_into_sight_and_stands_out(hand: Hand, qtbot: QtBot, id: str) -> None:
    hand.view.zoom_to(4)
    hand.view.camera.scroll_to(0, 0)
    hand.view.reveal(id)
    assert hand.view.selection.ids == (id,)
    assert hand.view.selection.state_of(id).target
    qtbot.waitUntil(lambda: not hand.view.selection.state_of(id).target)


def test_a_closed_board_no_longer_listens(qapp: QApplication) -> None:
    document = Document(three_lanes())
    view = BoardView(document, "fi")
    assert len(document.watchers) == 1
    view.deleteLater()
    qapp.sendPostedEvents(view, QEvent.Type.DeferredDelete)
    assert document.watchers == []
