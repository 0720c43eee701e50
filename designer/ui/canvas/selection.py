"""What is selected and what stands out: the board's state that is not in the model."""

from collections.abc import Iterable
from itertools import zip_longest
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimerEvent

from designer.ui.canvas import preview
from designer.ui.canvas.cells import box_of_cell, cell_exists
from exporters.diagram.paint import State
from model.ids import Id
from model.pathway import Cell
from model.records import Actor, Handover, Note, Phase, Stage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QGraphicsItem

    from designer.ui.canvas.badges import Marks
    from designer.ui.canvas.view import BoardView

ON_BOARD = (Stage, Handover, Actor, Phase, Note)
EMPHASIS = 1200  # milliseconds that what was looked for stands out


_Shown = tuple[frozenset[Id | None], ...]
"""Who stands out, or back, in each of the ways there are."""


class Selection(QObject):
    """What is chosen, and what else stands out.

    `ids` are in the order they were chosen, the last one has the focus; `cell` is the empty cell
    where the keyboard is when nothing is selected; `aim` is what a gesture points at, `marked` what
    a proposal would move.
    """

    def __init__(self, view: "BoardView") -> None:
        super().__init__(view)
        self._view = view
        self.ids: tuple[Id, ...] = ()
        self.cell: Cell | None = None
        self.aim: Id | None = None
        self.marked: frozenset[Id] = frozenset()
        self.marks: Marks = {}
        self._dimmed: frozenset[Id] = frozenset()
        self._behind: frozenset[Id] = frozenset()
        self._aside: frozenset[Id] = frozenset()
        self._emphasised: Id | None = None
        self._timer = 0
        self._cursor: QGraphicsItem | None = None
        self._headers_shown: object = None
        self._chosen: frozenset[Id] = frozenset()
        self._shown: _Shown = ()

    @property
    def focused(self) -> Id | None:
        return self.ids[-1] if self.ids else None

    def choose(self, ids: Iterable[Id]) -> bool:
        """Select what the board shows of `ids`; tell whether that changed anything."""
        pathway = self._view.pathway
        chosen = tuple(dict.fromkeys(id for id in ids if isinstance(pathway.get(id), ON_BOARD)))
        if chosen:
            self.cell = None
        changed = chosen != self.ids
        if changed:
            self.ids, self._chosen = chosen, frozenset(chosen)
        self.show()
        return changed

    def enter(self, cell: Cell | None) -> None:
        """Put the keyboard into an empty cell."""
        self.cell = cell
        self.show()

    def state_of(self, id: Id | None) -> State:
        return State(
            selected=id in self._chosen,
            focused=id is not None and id == self.focused,
            hovered=id is not None and id == self._view.hover.id,
            target=id is not None and (id in (self.aim, self._emphasised) or id in self.marked),
            dimmed=id in self._dimmed or id in self._behind or id in self._aside,
        )

    def stages(self) -> list[Id]:
        """Return the stages among what is selected."""
        pathway = self._view.document.pathway
        return [id for id in self.ids if pathway.find(Stage, id) is not None]

    def aim_at(self, id: Id | None) -> None:
        """Show what a gesture would take as its target."""
        if id != self.aim:
            self.aim = id
            self.show()

    def mark(self, ids: Iterable[Id]) -> None:
        """Let these stand out until further notice."""
        self.marked = frozenset(ids)
        self.show()

    def dim(self, ids: Iterable[Id]) -> None:
        """Let these stand back while their ghosts are dragged."""
        self._dimmed = frozenset(ids)
        self.show()

    def stand_back(self, ids: Iterable[Id]) -> None:
        """Let these stand back while others are looked for."""
        self._behind = frozenset(ids)
        self.show()

    def put_aside(self, ids: Iterable[Id]) -> None:
        """Let these stand back, once shown, while a path among the others is looked at."""
        self._aside = frozenset(ids)

    def emphasise(self, id: Id) -> None:
        """Make a thing stand out for a moment."""
        self._stop()
        self._emphasised = id
        self._timer = self.startTimer(EMPHASIS)
        self.show()

    def timerEvent(self, event: QTimerEvent) -> None:
        del event
        self._stop()
        self.show()

    def _stop(self) -> None:
        self._emphasised = None
        if self._timer:
            self.killTimer(self._timer)
            self._timer = 0

    def show(self) -> None:
        """Bring the scene and the headers up to this state."""
        view = self._view
        before, self._shown = self._shown, self._standing_out()
        view.board_scene.show_states(self.state_of, _differing(before, self._shown))
        view.board_scene.show_marks(self.marks)
        view.hover.show_handles()
        self._show_cursor()
        self._show_headers()

    def _standing_out(self) -> "_Shown":
        """Return who stands out, or back, in each way; sets that are as they were are the same."""
        alone = frozenset((self.focused,)), frozenset((self._view.hover.id,))
        aims = frozenset((self.aim, self._emphasised))
        return self._chosen, *alone, aims, self.marked, self._dimmed, self._behind, self._aside

    def _show_headers(self) -> None:
        """Have the headers drawn anew when anything about them has changed."""
        board = self._view.board
        ids = [lane.id for lane in board.lanes] + [phase.id for phase in board.phases]
        marks = [self.marks.get(id or "") for id in ids]
        shown = (board.lanes, board.phases, marks, [self.state_of(id) for id in ids])
        if shown != self._headers_shown:
            self._headers_shown = shown
            for strip in (self._view.lane_headers, self._view.phase_headers):
                strip.update()

    def _show_cursor(self) -> None:
        if self._cursor is not None:
            self._view.board_scene.removeItem(self._cursor)
            self._cursor = None
        view, cell = self._view, self.cell
        if cell is not None and cell_exists(view.board, view.pathway, cell):
            self._cursor = preview.cell_cursor(box_of_cell(view.board, view.pathway, cell))
            view.board_scene.addItem(self._cursor)


def _differing(before: _Shown, after: _Shown) -> set[Id]:
    """Return who stands out in another way than before."""
    changed: set[Id | None] = set()
    for one, other in zip_longest(before, after, fillvalue=frozenset[Id | None]()):
        if one is not other:
            changed |= one ^ other
    return {id for id in changed if id is not None}
