"""The scene: one item per part of the board, following the pathway."""

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from designer.ui.canvas.badge_places import badge_places, card_badge
from designer.ui.canvas.badge_rooms import BadgeRooms
from designer.ui.canvas.badges import Marks
from designer.ui.canvas.items import ArrowItem, CardItem, LabelItem, LaneItem, PhaseItem
from designer.ui.canvas.notes.items import NoteItem
from designer.ui.theme import look
from exporters.diagram.paint import PLAIN, State
from exporters.diagram.pens import colour
from model.ids import Id
from model.layout import BoardLayout, font_measure
from model.layout.geometry import BARE, Arrow, Board, Point, Shown
from model.pathway import Pathway

Item = TypeVar("Item", bound=QGraphicsItem)

SLACK = 32.0
"""Free room at the board's right and bottom end: for handles, and to drop things on."""


class BoardScene(QGraphicsScene):
    """Shows a pathway. What was not touched by a change keeps its item as it is."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = BoardLayout(font_measure())
        self.pathway = Pathway()
        self.board = Board(0, 0, (), (), (), {}, {})
        self.corner = Point(0, 0)
        self.cards: dict[Id, CardItem] = {}
        self.arrows: dict[Id, ArrowItem] = {}
        self.notes: dict[Id, NoteItem] = {}
        self._lanes: dict[Id | None, LaneItem] = {}
        self._phases: dict[Id | None, PhaseItem] = {}
        self._states: Mapping[Id, State] = {}
        self._marks: Marks = {}
        self._badges_for: object = None

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(QRectF(rect), colour(look().paper))

    def show_pathway(self, pathway: Pathway, language: str, shown: Shown = BARE) -> None:
        """Lay the pathway out and bring the items up to it."""
        self.pathway = pathway
        self.board = board = self._layout.of(pathway, language, shown)
        self.corner = Point(
            max((lane.header.right for lane in board.lanes), default=0),
            max((phase.header.bottom for phase in board.phases), default=0),
        )
        self._follow_strips(board)
        self._follow_cards(board)
        self._follow_arrows(board)
        self._follow_notes(board)
        self._place_badges()
        self.setSceneRect(
            QRectF(
                self.corner.x,
                self.corner.y,
                board.width - self.corner.x + SLACK,
                board.height - self.corner.y + SLACK,
            )
        )

    def stand_out(self, states: Mapping[Id, State], marks: Marks) -> None:
        """Show what is selected, hovered or aimed at, and what was found."""
        before, marked_before = self._states, self._marks
        self._states, self._marks = states, marks
        changed = {id for id, _state in states.items() ^ before.items()}
        if marks is not marked_before:
            changed |= {id for id, _mark in marks.items() ^ marked_before.items()}
            if marks.keys() != marked_before.keys():
                self._place_badges()
        for id in changed:
            self._stand_out(id)

    def near(self, at: Point, reach: float) -> Board:
        """Return the board with only what may lie within `reach` of a point, found at once."""
        around = QRectF(at.x - reach, at.y - reach, 2 * reach, 2 * reach)
        mode, order = Qt.ItemSelectionMode.IntersectsItemBoundingRect, Qt.SortOrder.AscendingOrder
        found = self.items(around, mode, order)
        cards = [item.card.id for item in found if isinstance(item, CardItem)]
        arrows = [item.arrow.id for item in found if isinstance(item, ArrowItem | LabelItem)]
        return self.board._replace(
            cards={id: self.board.cards[id] for id in cards if id in self.board.cards},
            arrows={id: self.board.arrows[id] for id in arrows if id in self.board.arrows},
        )

    def _stand_out(self, id: Id) -> None:
        state, mark = self._states.get(id, PLAIN), self._marks.get(id)
        if id in self.cards:
            self.cards[id].stand_out(state, mark)
        elif id in self.arrows:
            arrow = self.arrows[id]
            arrow.stand_out(state, mark)
            if arrow.label is not None:
                arrow.label.stand_out(state)
        elif id in self.notes:
            self.notes[id].stand_out(state)

    def _place_badges(self) -> None:
        """Put the badges of arrows where they cover nothing, neither each other."""
        board, marked = self.board, self._marks.keys()
        cards = [card.box for card in board.cards.values()]
        notes = [note.box for note in board.notes.values()]
        shape = frozenset(marked), board.arrows, cards, notes
        if shape != self._badges_for:  # most edits write words, and move nothing
            self._badges_for = shape
            places = dict(badge_places(board, marked)) if marked & self.arrows.keys() else {}
            for id, item in self.arrows.items():
                item.put_badge(places.get(id))
            places |= {id: card_badge(card) for id, card in board.cards.items() if id in marked}
            rooms = BadgeRooms(board, places)
            for card_item in self.cards.values():
                card_item.rooms = rooms
            for arrow_item in self.arrows.values():
                arrow_item.rooms = rooms

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

    def _follow_cards(self, board: Board) -> None:
        for id in self.cards.keys() - board.cards.keys():
            self.removeItem(self.cards.pop(id))
        for id, card in board.cards.items():
            if id not in self.cards:
                self.cards[id] = self._added(CardItem(card))
                self._stand_out(id)
            elif self.cards[id].card != card:
                self.cards[id].show_card(card)

    def _follow_arrows(self, board: Board) -> None:
        for id in self.arrows.keys() - board.arrows.keys():
            self._drop_label(self.arrows[id])
            self.removeItem(self.arrows.pop(id))
        for id, arrow in board.arrows.items():
            if id not in self.arrows:
                self.arrows[id] = self._added(ArrowItem(arrow))
                self._stand_out(id)
            elif self.arrows[id].arrow != arrow:
                self.arrows[id].show_arrow(arrow)
            self._follow_label(self.arrows[id], arrow)

    def _follow_notes(self, board: Board) -> None:
        for id in self.notes.keys() - board.notes.keys():
            self.removeItem(self.notes.pop(id))
        for id, note in board.notes.items():
            if id not in self.notes:
                self.notes[id] = self._added(NoteItem(note))
                self._stand_out(id)
            elif self.notes[id].note != note:
                self.notes[id].show_note(note)

    def _follow_label(self, item: ArrowItem, arrow: Arrow) -> None:
        if arrow.label is None:
            self._drop_label(item)
        elif item.label is None:
            item.label = self._added(LabelItem(arrow))
            item.label.stand_out(item.state)
        elif item.label.arrow != arrow:
            item.label.show_arrow(arrow)

    def _drop_label(self, item: ArrowItem) -> None:
        if item.label is not None:
            self.removeItem(item.label)
            item.label = None

    def _added(self, item: Item) -> Item:
        self.addItem(item)
        return item
