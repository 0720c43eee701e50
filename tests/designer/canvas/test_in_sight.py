"""What is shown, placed and found only where one looks equals what is done for the whole board."""

from itertools import pairwise
from random import Random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QGraphicsItem
from pytestqt.qtbot import QtBot

from designer.ui.canvas import BoardView
from designer.ui.canvas import scene as scenes
from designer.ui.canvas.badge_places import BadgePlaces
from designer.ui.canvas.badge_rooms import BadgeRooms
from designer.ui.canvas.badges import LARGEST_REACH
from designer.ui.canvas.branch_places import SURROUNDINGS, Disc, branch_places
from designer.ui.canvas.gestures.gesture import Where
from designer.ui.canvas.gestures.rubber_band import RubberBand
from designer.ui.canvas.items import FAR, ArrowItem, CardItem
from designer.ui.canvas.nearby import Nearby, square
from designer.ui.canvas.notes.items import NoteItem
from designer.ui.canvas.scene import BoardScene
from exporters.diagram.paint import PLAIN, State
from model import edits
from model.change import Change
from model.codes import Severity
from model.document import Document
from model.ids import Id
from model.layout import Shown, board, font_measure
from model.layout.geometry import Arrow, Board, Point, Rect
from model.notes import Anchor, add_note
from model.pathway import Pathway
from model.records import Note
from tests.designer.canvas.plain_badges import plain_places, plain_radius
from tests.designer.canvas.plain_branches import plain_branch_places
from tests.pathways import crowded

if TYPE_CHECKING:
    from designer.ui.canvas.badges import Marks

SEEDS = range(50)
NOWHERE = Point(-1000, -1000)


def dice_of(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - nothing secret


def drawn(seed: int) -> Board:
    return board(crowded(seed, stages=20 + seed % 20), font_measure(), "fi")


def some(dice: Random, shown: Board) -> frozenset[Id]:
    share = dice.choice((0.2, 0.6, 1.0))
    return frozenset(id for id in (*shown.cards, *shown.arrows) if dice.random() < share)


def a_box(dice: Random, shown: Board) -> Rect:
    width, height = dice.uniform(0, shown.width), dice.uniform(0, shown.height)
    x, y = dice.uniform(-200, shown.width), dice.uniform(-200, shown.height)
    return Rect(x, y, width, height)


def test_what_is_near_equals_plain() -> None:
    for seed in SEEDS:
        dice, shown = dice_of(seed), drawn(seed)
        nearby = Nearby(shown)
        for _ in range(10):
            box = a_box(dice, shown)
            found = nearby.within(box)
            cards = [id for id, card in shown.cards.items() if card.box.meets(box, 30)]
            arrows = [id for id, arrow in shown.arrows.items() if runs_by(arrow, box)]
            assert list(found.cards) == cards
            assert list(found.arrows) == arrows


def runs_by(arrow: Arrow, box: Rect) -> bool:
    parts = [
        Rect(min(one.x, to.x), min(one.y, to.y), abs(to.x - one.x), abs(to.y - one.y))
        for one, to in pairwise(arrow.points)
    ]
    parts += [arrow.label.box] if arrow.label is not None else []
    return any(part.meets(box, 30) for part in parts)


def test_badges_placed_one_by_one_equals_plain() -> None:
    for seed in SEEDS:
        dice, shown = dice_of(seed), drawn(seed)
        marked = some(dice, shown)
        places = BadgePlaces(Nearby(shown), marked)
        asked = [id for id in shown.arrows if id in marked]
        dice.shuffle(asked)
        assert {id: places.of(id) for id in asked} == plain_places(shown, marked)


@pytest.mark.parametrize("zoom", [0.2, 0.5])
def test_rooms_of_badges_asked_one_by_one_equals_plain(zoom: float) -> None:
    for seed in SEEDS:
        dice, shown = dice_of(seed), drawn(seed)
        marked, among_words, nearby = some(dice, shown), zoom >= FAR, Nearby(shown)
        rooms = BadgeRooms(nearby, BadgePlaces(nearby, marked))
        asked = sorted(marked)
        dice.shuffle(asked)
        radii = {id: rooms.radius(id, zoom, among_words=among_words) for id in asked}
        assert radii == plain_radius(shown, marked, zoom, among_words=among_words)


def test_numbers_of_branches_equals_plain() -> None:
    numbered = 0
    for seed in SEEDS:
        dice, pathway = dice_of(seed), crowded(seed, stages=20 + seed % 20)
        shown = board(pathway, font_measure(), "fi")
        nearby = Nearby(shown)
        for stage in dice.sample(pathway.stages, 4):
            ways = [way.id for way in pathway.leaving(stage.id)]
            box, radius = shown.cards[stage.id].box, dice.choice((9.0, 18.0))
            handle = Disc(Point(box.right, box.centre.y), 8.0)
            near = nearby.within(square(box.centre, SURROUNDINGS))
            places = branch_places(near, ways, radius, handle)
            assert places == plain_branch_places(shown, ways, radius, handle)
            numbered += len(places)
    assert numbered > len(SEEDS)


def an_edit(dice: Random, pathway: Pathway) -> Change:
    one, other = dice.choice(pathway.stages), dice.choice(pathway.stages)
    verbs = (
        lambda: edits.move_stage(
            pathway, one.id, actor=other.actor, phase=other.phase, column=other.column
        ),
        lambda: edits.rename(pathway, one.id, "fi", "Pitkä nimi joka menee monelle riville"),
        lambda: edits.connect(pathway, one.id, other.id),
        lambda: edits.add_stage_after(pathway, one.id, title={"fi": "Seuraava"}),
        lambda: edits.remove(pathway, (one.id,)),
        lambda: add_note(pathway, Anchor(one.id), "Muista tämä", "fi"),
        lambda: edits.move_to_place(pathway, dice.choice(pathway.actors).id, 0),
    )
    return dice.choice(verbs)()


def told(scene: BoardScene) -> dict[str, object]:
    """Return all that the items show, where, and which lies upon which."""
    rooms = {
        id: item.rooms.radius(id, 0.5, among_words=True)
        for items in (scene.cards, scene.arrows)
        for id, item in items.items()
    }
    return {
        "cards": {id: (i.card, i.boundingRect(), i.mark, i.state) for id, i in scene.cards.items()},
        "arrows": {
            id: (i.arrow, i.boundingRect(), i.mark, i.state, i.badge_at)
            for id, i in scene.arrows.items()
        },
        "labels": {
            id: (i.label.arrow, i.label.boundingRect(), i.label.state)
            for id, i in scene.arrows.items()
            if i.label is not None
        },
        "notes": {id: (i.note, i.boundingRect(), i.state) for id, i in scene.notes.items()},
        "rooms": rooms,
        "upon each other": [name for item in scene.items() if (name := named(item))],
        "rect": scene.sceneRect(),
    }


def named(item: QGraphicsItem) -> str:
    match item:
        case CardItem():
            return f"card {item.card.id}"
        case NoteItem():
            return f"note {item.note.id}"
        case ArrowItem():
            return f"arrow {item.arrow.id}"
        case _:
            return ""  # no label or strip lies on another


class Followed:
    """A scene that follows edits, and what a fresh one is told to show of the same."""

    def __init__(self, seed: int) -> None:
        self.dice = dice_of(seed)
        self.pathway = crowded(seed, stages=14, actors=5, phases=4)
        self.scene = BoardScene()
        self.marks: Marks = {}
        self.selected: frozenset[Id] = frozenset()
        self.show(self.scene)

    def show(self, scene: BoardScene) -> None:
        notes = frozenset(note.id for note in self.pathway.of(Note))
        scene.show_pathway(self.pathway, "fi", Shown(notes=notes))

    def state_of(self, id: Id) -> State:
        return State(selected=True) if id in self.selected else PLAIN

    def step(self) -> None:
        """Edit, look elsewhere, find and select, in some order."""
        for act in self.dice.sample((self._edit, self._look, self._find, self._select), 4):
            act()

    def _edit(self) -> None:
        self.pathway, _done = an_edit(self.dice, self.pathway).applied_to(self.pathway)
        self.show(self.scene)

    def _look(self) -> None:
        self.scene.bring_into_sight(a_box(self.dice, self.scene.board))

    def _find(self) -> None:
        marked = some(self.dice, self.scene.board)
        self.marks = {id: (Severity.ERROR, self.dice.randint(1, 3)) for id in marked}
        self.scene.show_marks(self.marks)

    def _select(self) -> None:
        before, self.selected = self.selected, some(self.dice, self.scene.board)
        self.scene.show_states(self.state_of, before ^ self.selected)

    def fresh(self, seen: Rect) -> BoardScene:
        scene = BoardScene()
        self.show(scene)
        scene.show_marks(self.marks)
        scene.show_states(self.state_of, self.selected)
        scene.bring_into_sight(seen)
        return scene


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no board be so small that all of it has items."""
    monkeypatch.setattr(scenes, "_FEW", 0)


@pytest.mark.usefixtures("qapp", "large")
def test_a_followed_scene_equals_plain() -> None:
    for seed in SEEDS:
        followed = Followed(seed)
        for _ in range(3):
            followed.step()
        followed.show(followed.scene)
        seen = a_box(followed.dice, followed.scene.board)
        followed.scene.bring_into_sight(seen)
        assert told(followed.scene) == told(followed.fresh(seen))


@pytest.mark.usefixtures("qapp", "large")
def test_what_has_items_in_sight_equals_plain() -> None:
    """Whatever was looked at before: all that may be seen has its item, and shows what it is."""
    for seed in SEEDS[::2]:
        followed = Followed(seed)
        for _ in range(3):
            followed.step()
            followed.scene.bring_into_sight(seen := a_box(followed.dice, followed.scene.board))
            whole = followed.fresh(Rect(-1e6, -1e6, 2e6, 2e6))
            scene = followed.scene
            for id, card in scene.board.cards.items():
                assert id in scene.cards or not card.box.meets(seen, LARGEST_REACH)
            for id, arrow in scene.board.arrows.items():
                assert id in scene.arrows or not runs_by(arrow, seen)
            everything = told(whole)
            for kind, items in told(scene).items():
                if isinstance(items, dict):
                    assert items.items() <= everything[kind].items()  # type: ignore[attr-defined]


def test_states_shown_after_any_acts_equals_plain(qtbot: QtBot) -> None:
    """Every item shows the state that the selection tells of it, whichever act was the last."""
    for seed in SEEDS[::5]:
        dice, view = dice_of(seed), BoardView(Document(crowded(seed, stages=12)), "fi")
        qtbot.addWidget(view)
        for _ in range(30):
            act(dice, view)
            shown = states_in(view.board_scene)
            assert shown == {id: view.selection.state_of(id) for id in shown}


def test_what_a_band_selects_equals_plain(qtbot: QtBot) -> None:
    for seed in SEEDS[::5]:
        dice, view = dice_of(seed), BoardView(Document(crowded(seed, stages=20)), "fi")
        qtbot.addWidget(view)
        cards = view.board.cards
        for _ in range(5):
            box, kept = a_box(dice, view.board), tuple(dice.sample(sorted(cards), 2))
            start, end = Point(box.x, box.bottom), Point(box.right, box.y)
            band = RubberBand(view, kept)
            band.begin(Where(QPointF(), start))
            for at in (Point(0, 0), end):
                band.move(Where(QPointF(), at))
            inside = [id for id, card in cards.items() if card.box.meets(box) and id not in kept]
            assert view.selection.ids == (*kept, *inside)
            band.drop(Where(QPointF(), end))


def act(dice: Random, view: BoardView) -> None:
    """Select, point at, mark or change something, or let others stand back."""
    ids, one = some(dice, view.board), dice.choice((None, *view.board.cards))
    place = view.board.cards[one].box.centre if one else NOWHERE
    document, selection = view.document, view.selection
    acts = (
        lambda: view.select(ids),
        lambda: selection.dim(ids),
        lambda: selection.mark(ids),
        lambda: selection.stand_back(ids),
        lambda: selection.aim_at(one),
        lambda: selection.emphasise(one or ""),
        lambda: document.do(an_edit(dice, document.pathway)),
        lambda: view.hover.follow(place),
    )
    dice.choice(acts)()


def states_in(scene: BoardScene) -> dict[Id, State]:
    return {
        **{id: item.state for id, item in scene.cards.items()},
        **{id: item.state for id, item in scene.arrows.items()},
        **{id: item.state for id, item in scene.notes.items()},
    }
