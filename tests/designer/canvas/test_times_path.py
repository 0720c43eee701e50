"""Times on the board: labels cover nothing that is written; the path follows, and goes by Esc."""

from collections.abc import Iterator, Mapping
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from designer.ui.canvas import BoardView
from designer.ui.canvas.time_labels import TimeLabelItem
from designer.ui.canvas.time_places import (
    PlacedLabel,
    TimeLabel,
    scale_at,
    time_places,
    written,
)
from designer.ui.canvas.times_path import TimedPath
from designer.ui.times.lengths import Wording
from designer.ui.times.path import timed_path
from designer.ui.times.questions import Which
from model import edits, file
from model.ids import Id
from model.layout import board, font_measure
from model.layout.geometry import Board, Rect, Shown
from model.pathway import Pathway
from model.records import Note
from model.times import Timed, start_to_end
from samples import SAMPLES, Sample
from tests.designer.canvas.conftest import Hand
from tests.designer.canvas.conftest import shown as on_screen
from tests.pathways import crowded, random_pathways

ZOOMS = (2.0, 1.0, 0.75, 0.5)


def placed(drawn: Board, labels: Mapping[Id, TimeLabel], zoom: float) -> tuple[PlacedLabel, ...]:
    whole = Rect(0, 0, drawn.width, drawn.height)
    return time_places(drawn, labels, scale_at(zoom), whole)


def faults(drawn: Board, labels: tuple[PlacedLabel, ...]) -> Iterator[str]:
    texts = list(written(drawn))
    for label in labels:
        if any(label.box.meets(text) for text in texts):
            yield f"{label.about} covers what is written"
        box = label.box
        if box.x < 0 or box.y < 0 or box.right > drawn.width or box.bottom > drawn.height:
            yield f"{label.about} is cut off"
    for one, other in combinations(labels, 2):
        if one.box.meets(other.box):
            yield f"{one.about} on {other.about}"


@pytest.mark.parametrize("zoom", [1.0, 0.5])
@pytest.mark.parametrize("which", Which)
@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.path.stem)
def test_on_the_samples_nothing_is_covered_and_few_find_no_place(
    sample: Sample, which: Which, zoom: float
) -> None:
    pathway = file.read(sample.path)
    walk = which.of(start_to_end(Timed(pathway)))
    assert walk is not None
    notes = frozenset(note.id for note in pathway.of(Note))
    labels = timed_path(walk, which, Wording("fi", "fi")).labels
    for shown in (Shown(), Shown(notes=notes)):
        drawn = board(pathway, font_measure(), "fi", shown)
        found = placed(drawn, labels, zoom)
        assert list(faults(drawn, found)) == []
        assert len(found) >= len(labels) - 1


@given(random_pathways(max_stages=14), st.sampled_from(ZOOMS))
def test_on_random_boards_nothing_is_covered(pathway: Pathway, zoom: float) -> None:
    drawn = board(pathway, font_measure(), "fi")
    labels = {id: TimeLabel("odotus ≤ 14 vrk") for id in (*drawn.cards, *drawn.arrows)}
    assert list(faults(drawn, placed(drawn, labels, zoom))) == []


@pytest.mark.parametrize("seed", range(5))
def test_letters_are_never_smaller_than_one_can_read(seed: int) -> None:
    drawn = board(crowded(seed), font_measure(), "fi")
    labels = {id: TimeLabel("yht. 17 pv") for id in drawn.cards}
    for zoom in ZOOMS:
        for label in placed(drawn, labels, zoom):
            assert label.scale * zoom * 12 >= 11 - 1e-9


PATH = TimedPath(
    ("s0", "h0", "s1", "h1", "s2"),
    {
        "h0": TimeLabel("odotus ?", lacking=True),
        "s1": TimeLabel("1 h"),
        "s2": TimeLabel("yht. 1 h"),
    },
)


def shown(view: BoardView) -> dict[Id, str]:
    return {item.placed.about: item.placed.label.text for item in view.times_path.labels}


def test_a_path_has_its_labels_and_all_else_stands_back(hand: Hand) -> None:
    view = hand.view
    view.times_path.show(PATH)
    assert shown(view) == {"h0": "odotus ?", "s1": "1 h", "s2": "yht. 1 h"}
    assert view.selection.state_of("s3").dimmed
    assert not any(view.selection.state_of(id).dimmed for id in PATH.way)


def test_escape_takes_the_path_away_before_it_deselects(hand: Hand) -> None:
    view = hand.view
    left: list[bool] = []
    view.times_path.left.connect(lambda: left.append(True))
    view.times_path.show(PATH)
    view.select(("s1",))
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.times_path.path is None
    assert shown(view) == {}
    assert left == [True]
    assert not view.selection.state_of("s3").dimmed
    assert view.selection.ids == ("s1",)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not view.selection.ids


def test_labels_go_with_their_cards_and_new_cards_stand_back(hand: Hand) -> None:
    view = hand.view
    view.times_path.show(PATH)

    def box() -> Rect:
        return next(item.placed.box for item in view.times_path.labels if item.placed.about == "s2")

    before = box()
    move = edits.move_stage(hand.pathway, "s2", actor="a2", phase="p1", column=0)
    hand.document.do(move)
    assert box().y > before.y
    hand.document.do(edits.remove(hand.pathway, ("s1",)))
    assert "s1" not in shown(view)
    assert list(faults(view.board, tuple(item.placed for item in view.times_path.labels))) == []


def test_where_nothing_near_has_changed_labels_stay_as_they_are(hand: Hand) -> None:
    view = hand.view
    view.times_path.show(PATH)
    before = list(view.times_path.labels)
    hand.document.do(edits.update(hand.pathway, "info", title={"fi": "Toinen nimi"}))
    assert list(view.times_path.labels) == before
    hand.document.do(edits.update(hand.pathway, "s3", title={"fi": "Omahoito kotona"}))
    assert shown(view) == {item.placed.about: item.placed.label.text for item in before}
    assert list(faults(view.board, tuple(item.placed for item in view.times_path.labels))) == []


def test_no_label_hides_behind_the_headers(hand: Hand) -> None:
    view = hand.view
    for zoom in ZOOMS:
        view.times_path.show(PATH)
        view.zoom_to(zoom)
        assert all(view.sceneRect().contains(*_corner(item)) for item in view.times_path.labels)


def _corner(item: TimeLabelItem) -> tuple[float, float]:
    return item.placed.box.x, item.placed.box.y


def test_far_away_no_labels_are_drawn_and_near_they_are_again(hand: Hand) -> None:
    view = hand.view
    view.times_path.show(PATH)
    view.zoom_to(0.2)
    assert shown(view) == {}
    view.zoom_to(0.5)
    assert len(shown(view)) == 3


def test_labels_are_there_wherever_one_scrolls(qtbot: QtBot) -> None:
    view = on_screen(qtbot, crowded(1)).view
    ids = [stage.id for stage in view.pathway.stages]
    view.times_path.show(TimedPath(tuple(ids), {id: TimeLabel("yht. 1 pv") for id in ids}))
    view.zoom_to(1.0)
    for id in (*ids, *reversed(ids)):
        view.bring_into_sight(id)
        assert id in shown(view), id
    assert list(faults(view.board, tuple(item.placed for item in view.times_path.labels))) == []
