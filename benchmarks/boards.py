"""A board in use, to be timed act by act: ours in its real window, and the stock scene.

Both are fed the same events at the same places and show the same part of the same board at the
same zoom and size. An act ends when its frame is painted and nothing waits to be done.
"""

import tempfile
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsItem, QWidget

from benchmarks.floors.scene import StockScene, StockView
from designer.ui.app import make_application
from designer.ui.canvas import BoardView
from designer.ui.canvas.editor import NameEditor
from designer.ui.canvas.grid import cell_of
from designer.ui.main_window import MainWindow
from designer.ui.open_file import OpenFile
from designer.ui.program import Program
from designer.ui.settings import Settings
from model import edits, file
from model.change import Change
from model.checks import COORDINATION
from model.document import Document
from model.ids import Id
from model.layout import cell_box
from model.layout.geometry import Board
from model.pathway import Pathway

WIDTH: Final = 1920
HEIGHT: Final = 1080
MOVES: Final = 20
"""Moves of the mouse in one drag."""


class BoardInUse(Protocol):
    """What is timed. The board stays open between the acts; each undo takes back one drop."""

    def open(self) -> None:
        """Bring the board up to where it could be painted."""

    def paint(self) -> None:
        """Paint all that is in sight."""

    def grab(self) -> None:
        """Take hold of a card."""

    def drag(self, step: int) -> None:
        """Move the card by one more of MOVES steps towards its goal."""

    def drop(self) -> None: ...

    def undo(self) -> None: ...

    def fit(self) -> None:
        """Show the whole board as large as it fits."""

    def show_full_size(self) -> None:
        """Show a part of the board at 100 %."""

    def repaint(self) -> None:
        """Paint all that is in sight once more."""

    def rename(self, name: str) -> None:
        """Give the grabbed card another name, and see it."""

    def connect(self) -> None:
        """Draw one arrow more, and see it."""

    def begin_name(self) -> None: ...

    def letter(self) -> None: ...

    def end_name(self) -> None: ...

    def close(self) -> None: ...


class Seen(NamedTuple):
    """What ours showed: the layouts on both sides of the drop, and the part of them in sight.

    `way` is how the card was moved, in the board's pixels.
    """

    before: Board
    after: Board
    middle: QPointF
    zoom: float
    size: QSize
    way: QPointF


class Ours:
    """The program's own window, with findings, labels, inspector.

    It remembers what the floor needs to do the same.
    """

    def __init__(self, pathway: Pathway) -> None:
        make_application()
        self._data = file.dumps(pathway)
        self._place = tempfile.TemporaryDirectory()
        settings = Settings(Path(self._place.name) / "settings.ini")
        settings.remember_profile(COORDINATION.name)
        self._program = Program(settings)
        self._window: MainWindow
        self._start, self._end = QPoint(), QPoint()
        self.seen: Seen
        self.grabbed: Id

    @property
    def view(self) -> BoardView:
        return self._window.board

    def open(self) -> None:
        self._window = MainWindow(self._program)
        self._program.windows.append(self._window)
        self._window.setWindowState(Qt.WindowState.WindowNoState)  # the screen not there is small
        self._window.resize(WIDTH, HEIGHT)
        self._window.show_file(OpenFile(Document(file.loads(self._data))))

    def paint(self) -> None:
        self._window.show()
        settle()

    def grab(self) -> None:
        view = self.view
        seen = view.camera.visible()
        stages = [
            stage
            for stage in view.pathway.stages
            if stage.actor is not None
            and seen.contains(QPointF(*view.board.cards[stage.id].box.centre))
        ]
        held = stages[0]
        goal = next(stage for stage in reversed(stages) if cell_of(stage) != cell_of(held))
        self.grabbed = held.id
        cell = cell_box(view.board, cell_of(goal))
        self._start = view.camera.to_view(view.board.cards[held.id].box.centre).toPoint()
        self._end = view.camera.to_view(cell.centre).toPoint()
        self.seen = Seen(
            view.board,
            view.board,
            seen.center(),
            view.camera.zoom,
            view.viewport().size(),
            QPointF(self._end - self._start) / view.camera.zoom,
        )
        send(view.viewport(), QEvent.Type.MouseButtonPress, self._start)
        settle()

    def drag(self, step: int) -> None:
        send(self.view.viewport(), QEvent.Type.MouseMove, between(self._start, self._end, step))
        settle()

    def drop(self) -> None:
        send(self.view.viewport(), QEvent.Type.MouseButtonRelease, self._end)
        settle()
        self.seen = self.seen._replace(after=self.view.board)

    def undo(self) -> None:
        self._window.undo()
        settle()

    def fit(self) -> None:
        self.view.camera.fit()
        settle()

    def show_full_size(self) -> None:
        self.view.zoom_to(1.0)
        self.view.camera.look_at(self.seen.middle)
        settle()

    def repaint(self) -> None:
        self.view.viewport().repaint()

    def rename(self, name: str) -> None:
        self._do(edits.rename(self.view.pathway, self.grabbed, "fi", name))

    def connect(self) -> None:
        others = [stage.id for stage in self.view.pathway.stages if stage.id != self.grabbed]
        led_to = {arrow.target for arrow in self.view.pathway.leaving(self.grabbed)}
        target = next(other for other in others if other not in led_to)
        self._do(edits.connect(self.view.pathway, self.grabbed, target))

    def _do(self, change: Change) -> None:
        self._window.workspace.file.document.do(change)
        self._window.workspace.findings.refresh()
        settle()

    def begin_name(self) -> None:
        self.view.select((self.grabbed,))
        self.view.rename_selected()
        settle()

    def letter(self) -> None:
        QTest.keyClick(self._editor(), Qt.Key.Key_A)
        settle()

    def end_name(self) -> None:
        self.view.naming.drop()
        settle()

    def close(self) -> None:
        document = self._window.workspace.file.document
        document.mark_saved(document.pathway)
        self._window.close()
        settle()
        self._place.cleanup()

    def _editor(self) -> NameEditor:
        return next(one for one in self.view.findChildren(NameEditor) if not one.isHidden())


class Floor:
    """The stock scene, doing by hand what ours was seen to do."""

    def __init__(self, ours: Ours, pen_width: float) -> None:
        self._seen, self._grabbed, self._pen_width = ours.seen, ours.grabbed, pen_width
        self._changed = _differing(ours.seen.before, ours.seen.after)
        self._scene: StockScene
        self.view: StockView
        self._ghost: QGraphicsItem

    def open(self) -> None:
        self._scene = StockScene(self._seen.before, self._pen_width)
        self.view = StockView(self._scene)
        self.view.resize(self._seen.size)
        self.view.look_at(self._seen.middle, self._seen.zoom)

    def paint(self) -> None:
        self.view.show()
        settle()

    def grab(self) -> None:
        self._ghost = self._scene.ghost(self._seen.before.cards[self._grabbed])
        settle()

    def drag(self, step: int) -> None:
        self._ghost.setPos(self._seen.way * step / MOVES)
        settle()

    def drop(self) -> None:
        self._scene.removeItem(self._ghost)
        self._scene.show_again(self._seen.after, self._changed)
        settle()

    def undo(self) -> None:
        self._scene.show_again(self._seen.before, self._changed)
        settle()

    def fit(self) -> None:
        self.view.fitInView(self._scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
        settle()

    def show_full_size(self) -> None:
        self.view.look_at(self._seen.middle, 1.0)
        settle()

    def repaint(self) -> None:
        self.view.viewport().repaint()

    def rename(self, name: str) -> None:
        self._scene.rename(self._grabbed, name)
        self.repaint()

    def connect(self) -> None:
        self._scene.join(self._grabbed, next(iter(self._seen.before.cards)))
        self.repaint()

    def begin_name(self) -> None:
        box = self.view.mapFromScene(self._scene.cards[self._grabbed].boundingRect()).boundingRect()
        self.view.editor.setGeometry(box)
        self.view.editor.show()
        self.view.editor.setFocus()
        settle()

    def letter(self) -> None:
        QTest.keyClick(self.view.editor, Qt.Key.Key_A)
        settle()

    def end_name(self) -> None:
        self.view.editor.hide()
        settle()

    def close(self) -> None:
        self.view.close()
        self.view.deleteLater()
        self._scene.deleteLater()
        settle()


def _differing(before: Board, after: Board) -> dict[Id, None]:
    """Return the cards and arrows that lie elsewhere afterwards."""
    cards = (id for id, card in before.cards.items() if card != after.cards.get(id))
    arrows = (id for id, arrow in before.arrows.items() if arrow != after.arrows.get(id))
    return dict.fromkeys((*cards, *arrows))


def settle() -> None:
    """Let everything happen that waits to happen, painting included."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.processEvents()


def send(widget: QWidget, kind: QEvent.Type, at: QPoint) -> None:
    moving = kind is QEvent.Type.MouseMove
    held = (
        Qt.MouseButton.NoButton
        if kind is QEvent.Type.MouseButtonRelease
        else Qt.MouseButton.LeftButton
    )
    button = Qt.MouseButton.NoButton if moving else Qt.MouseButton.LeftButton
    place, there = QPointF(at), QPointF(widget.mapToGlobal(at))
    event = QMouseEvent(kind, place, there, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)


def between(start: QPoint, end: QPoint, step: int) -> QPoint:
    return start + (end - start) * step / MOVES
