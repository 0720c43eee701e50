"""The scene: one item per part of the board that is in sight, following the pathway."""

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Final, TypeVar

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from designer.ui.canvas.badge_places import MOST_NEAR, BadgePlaces, card_badge
from designer.ui.canvas.badge_rooms import BadgeRooms
from designer.ui.canvas.badges import LARGEST_REACH, Marks
from designer.ui.canvas.items import (
    ArrowItem,
    BoardItem,
    CardItem,
    LabelItem,
    LaneItem,
    PhaseItem,
)
from designer.ui.canvas.nearby import EMPTY, Nearby, grown, square
from designer.ui.canvas.notes.items import NoteItem
from designer.ui.theme import look
from exporters.diagram.paint import PLAIN, State
from exporters.diagram.pens import colour
from model.ids import Id
from model.layout import BoardLayout, font_measure
from model.layout.geometry import BARE, Arrow, Board, Point, Rect, Shown
from model.pathway import Pathway

Item = TypeVar("Item", bound=QGraphicsItem)

SLACK = 32.0
"""Free room at the board's right and bottom end: for handles, and to drop things on."""
_FEW: Final = 200  # cards and arrows; a board of no more has all its items at once
_BESIDE_EDIT: Final = 64.0  # pixels around what is in sight that have their items after an edit
_BESIDE: Final = 0.5  # of what is in sight: how much more has its items when one has scrolled,
_MOST_BESIDE: Final = 1500.0  # pixels, but no more
_TOO_MUCH: Final = 16.0  # times what is in sight: from so much on items are let go
_FRINGE: Final = 2.0  # pixels of the view
_BOX: Final = attrgetter("box")
_ALL: Final = Rect(-1e9, -1e9, 2e9, 2e9)


class BoardScene(QGraphicsScene):
    """Shows a pathway. What was not touched by a change keeps its item as it is.

    Only parts of the board that may be in sight have items. So what an edit costs here, and what
    is kept, depend on the view, not on the board. They lie upon each other in the board's order.
    """

    def __init__(self) -> None:
        super().__init__()
        self._layout = BoardLayout(font_measure())
        self.pathway = Pathway()
        self.board = EMPTY
        self.corner = Point(0, 0)
        self.cards: dict[Id, CardItem] = {}
        self.arrows: dict[Id, ArrowItem] = {}
        self.notes: dict[Id, NoteItem] = {}
        self._lanes: dict[Id | None, LaneItem] = {}
        self._phases: dict[Id | None, PhaseItem] = {}
        self._nearby = Nearby()
        self._region: Rect | None = None
        """What has items; None as long as they have not followed the board."""
        self._state_of: Callable[[Id], State] = _plain
        self._marks: Marks = {}
        self._places = BadgePlaces(self._nearby, ())
        self._placed_for: tuple[Board, Marks] = EMPTY, {}

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        # Where a pixel of the view is not a whole one of the screen, Qt's box ends within one;
        # nobody else paints there, so the ground reaches further. Qt clips what is too much.
        more = _FRINGE / painter.worldTransform().m11()
        painter.fillRect(QRectF(rect).adjusted(-more, -more, more, more), colour(look().paper))

    def show_pathway(self, pathway: Pathway, language: str, shown: Shown = BARE) -> None:
        """Lay the pathway out; its items follow when it is said what is in sight."""
        self.pathway = pathway
        self.board = board = self._layout.of(pathway, language, shown)
        self.corner = Point(
            max((lane.header.right for lane in board.lanes), default=0),
            max((phase.header.bottom for phase in board.phases), default=0),
        )
        self._nearby.show(board)
        self._region = None
        self._follow_strips(board)
        self.setSceneRect(
            QRectF(
                self.corner.x,
                self.corner.y,
                board.width - self.corner.x + SLACK,
                board.height - self.corner.y + SLACK,
            )
        )

    def bring_into_sight(self, seen: Rect) -> bool:
        """Have items for all that may be seen in this part of the board; False when all had."""
        region = self._region
        if region is None:
            few = len(self.board.cards) + len(self.board.arrows) <= _FEW
            self._show(_ALL if few else grown(seen, _BESIDE_EDIT))
        elif not _holds(region, seen) or (
            region is not _ALL and _area(region) > _TOO_MUCH * _area(seen)
        ):
            beside = min(_BESIDE * max(seen.width, seen.height), _MOST_BESIDE)
            self._show(grown(seen, beside))
        else:
            return False
        return True

    def _show(self, region: Rect) -> None:
        self._region = region
        part = self._nearby.within(region)
        self._follow_cards(part)
        self._follow_arrows(part)
        self._follow_notes(part)
        self._place_badges()

    def show_states(self, state_of: Callable[[Id], State], changed: Iterable[Id]) -> None:
        """Show what is selected, hovered or aimed at; only the state of `changed` is another."""
        self._state_of = state_of
        for id in changed:
            self._stand_out(id)

    def show_marks(self, marks: Marks) -> None:
        """Show what was found about records."""
        if marks is self._marks:
            return
        before, self._marks = self._marks, marks
        for items in (self.cards, self.arrows):
            for id, item in items.items():
                if item.mark != marks.get(id):
                    self._stand_out(id)
        came_or_went = before.keys() ^ marks.keys()
        for id in came_or_went & self.cards.keys():
            self._draw_around(card_badge(self.cards[id].card))
        if self._region is not None:
            self._place_badges()

    def near(self, at: Point, reach: float) -> Board:
        """Return the board with only what may lie within `reach` of a point, found at once."""
        return self._nearby.within(square(at, reach))

    def within(self, box: Rect) -> Board:
        """Return the board with only what may reach into a box, found at once."""
        return self._nearby.within(box)

    def _stand_out(self, id: Id) -> None:
        if id in self.cards:
            self.cards[id].stand_out(self._state_of(id), self._marks.get(id))
        elif id in self.arrows:
            arrow, state = self.arrows[id], self._state_of(id)
            arrow.stand_out(state, self._marks.get(id))
            if arrow.label is not None:
                arrow.label.stand_out(state)
        elif id in self.notes:
            self.notes[id].stand_out(self._state_of(id))

    def _place_badges(self) -> None:
        """Put the badges of arrows where they cover nothing, neither each other."""
        on_board, marks = self._placed_for
        elsewhere = marks.keys() != self._marks.keys() or _has_moved(on_board, self.board)
        if elsewhere:
            self._places = BadgePlaces(self._nearby, self._marks.keys())
        self._placed_for = self.board, self._marks
        rooms = BadgeRooms(self._nearby, self._places)
        for card in self.cards.values():
            card.rooms = rooms
        for id, arrow in self.arrows.items():
            arrow.rooms = rooms
            at = self._places.of(id)
            if elsewhere and at != arrow.badge_at:  # else it has only come into sight
                self._draw_around(arrow.badge_at)
                self._draw_around(at)
            arrow.put_badge(at)

    def _draw_around(self, badge: Point | None) -> None:
        """Draw anew what is near a badge that comes or goes: others have more room, or less."""
        if badge is not None:
            self.update(QRectF(*square(badge, MOST_NEAR + LARGEST_REACH)))

    def _follow_strips(self, board: Board) -> None:
        lanes = {lane.id: lane for lane in board.lanes}
        for id in self._lanes.keys() - lanes.keys():
            self.removeItem(self._lanes.pop(id))
        for id, lane in lanes.items():
            if id not in self._lanes:
                self._lanes[id] = self._added(LaneItem(lane))
            elif self._lanes[id].lane != lane:
                self._lanes[id].show_lane(lane)
        phases = {phase.id: phase for phase in board.phases}
        for id in self._phases.keys() - phases.keys():
            self.removeItem(self._phases.pop(id))
        for id, phase in phases.items():
            if id not in self._phases:
                self._phases[id] = self._added(PhaseItem(phase))
            elif self._phases[id].phase != phase:
                self._phases[id].show_phase(phase)

    def _follow_cards(self, part: Board) -> None:
        for id in self.cards.keys() - part.cards.keys():
            self.removeItem(self.cards.pop(id))
        for id, card in part.cards.items():
            item = self.cards.get(id)
            if item is None:
                self.cards[id] = self._added(CardItem(card))
                self._stand_out(id)
            elif item.card is not card:
                item.show_card(card)
        self._put_in_order(self.cards, self._nearby.cards.order)

    def _follow_arrows(self, part: Board) -> None:
        for id in self.arrows.keys() - part.arrows.keys():
            self._drop_label(self.arrows[id])
            self.removeItem(self.arrows.pop(id))
        for id, arrow in part.arrows.items():
            item = self.arrows.get(id)
            if item is None:
                self.arrows[id] = item = self._added(ArrowItem(arrow))
                self._stand_out(id)
            elif item.arrow is not arrow:
                item.show_arrow(arrow)
            self._follow_label(item, arrow)
        self._put_in_order(self.arrows, self._nearby.arrows.order)

    def _follow_notes(self, part: Board) -> None:
        for id in self.notes.keys() - part.notes.keys():
            self.removeItem(self.notes.pop(id))
        for id, note in part.notes.items():
            item = self.notes.get(id)
            if item is None:
                self.notes[id] = self._added(NoteItem(note))
                self._stand_out(id)
            elif item.note is not note:
                item.show_note(note)
        self._put_in_order(self.notes, self._nearby.notes.order)

    def _put_in_order(self, items: Mapping[Id, BoardItem], order: Mapping[Id, int]) -> None:
        for id, item in items.items():
            item.put_in_order(order[id])

    def _follow_label(self, item: ArrowItem, arrow: Arrow) -> None:
        if arrow.label is None:
            self._drop_label(item)
        elif item.label is None:
            item.label = self._added(LabelItem(arrow))
            item.label.stand_out(item.state)
        elif item.label.arrow is not arrow:
            item.label.show_arrow(arrow)

    def _drop_label(self, item: ArrowItem) -> None:
        if item.label is not None:
            self.removeItem(item.label)
            item.label = None

    def _added(self, item: Item) -> Item:
        self.addItem(item)
        return item


def _plain(_id: Id) -> State:
    return PLAIN


def _has_moved(before: Board, after: Board) -> bool:
    """Whether anything lies elsewhere; most edits write words."""
    return not (
        before.arrows is after.arrows
        and list(map(_BOX, before.cards.values())) == list(map(_BOX, after.cards.values()))
        and list(map(_BOX, before.notes.values())) == list(map(_BOX, after.notes.values()))
    )


def _holds(box: Rect, other: Rect) -> bool:
    return (
        box.x <= other.x
        and box.y <= other.y
        and other.right <= box.right
        and other.bottom <= box.bottom
    )


def _area(box: Rect) -> float:
    return box.width * box.height
