"""The program's own window in use, act by act, with all that it shows looked over.

An act ends when its frame is painted, which shows by then what the rules find.
"""

import gc
import tempfile
from collections.abc import Callable, Iterable
from itertools import pairwise, product
from pathlib import Path
from time import monotonic, thread_time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QEventLoop,
    QLineF,
    QPoint,
    QPointF,
    QRectF,
    Qt,
    QTimer,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from benchmarks.acts import Look, Rest, Seen, between, send, settle
from designer.ui.app import make_application
from designer.ui.canvas import BoardView
from designer.ui.canvas.cells import cell_under
from designer.ui.canvas.editor import NameEditor
from designer.ui.canvas.grid import cell_of
from designer.ui.collecting import Collecting
from designer.ui.program import Program
from designer.ui.settings import Settings
from model import edits, file
from model.checks import COORDINATION, LiveChecks
from model.layout.geometry import Arrow, Point, Rect
from model.pathway import Cell, Pathway

if TYPE_CHECKING:
    from model.ids import Id

WIDTH: Final = 1920
HEIGHT: Final = 1080
PATIENCE: Final = 300.0
"""Seconds until a board that never comes to rest is a fault."""


class Ours:
    """The program's own window, with findings, labels, inspector, journal and its collector.

    It remembers what the floor needs to do the same.
    """

    def __init__(self, pathway: Pathway) -> None:
        application = make_application()
        self.pathway = pathway
        self._place = tempfile.TemporaryDirectory()
        folder = Path(self._place.name)
        self.path = folder / "measured.ketju"
        self.path.write_bytes(file.dumps(pathway))
        settings = Settings(folder / "settings.ini", folder / "state")
        settings.remember_profile(COORDINATION.name)
        self._program = Program(settings)
        self._collecting = Collecting(application)
        self._program.opened.connect(self._collecting.put_aside)
        self._collecting.begin()
        self._window = self._program.open_window()
        self._window.setWindowState(Qt.WindowState.WindowNoState)  # the screen not there is small
        self._window.resize(WIDTH, HEIGHT)
        self._soon: list[QTimer] = []
        self._has_reported = False
        self._start, self._end = QPoint(), QPoint()
        self._editor: NameEditor
        self.seen: Seen
        self.grabbed: Id
        settle()

    @property
    def view(self) -> BoardView:
        return self._window.board

    def open(self) -> None:
        self._window.filing.open(self.path)
        end = monotonic() + PATIENCE
        while not self.view.selection.marks and monotonic() < end:
            QCoreApplication.processEvents()
        settle()

    def rest(self) -> Rest:
        """Let everything be done that follows later, such as measuring how complete it is.

        Raises AssertionError when it never ends.
        """
        together = longest = 0.0
        end = monotonic() + PATIENCE
        while _waits(self._window):
            start = thread_time()  # which stands while nothing is to be done
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            taken = thread_time() - start
            together, longest = together + taken, max(longest, taken)
            if monotonic() > end:
                raise AssertionError("the window never comes to rest")
        settle()
        return Rest(together, longest)

    def check(self) -> None:
        """Raise AssertionError unless all of the board that is in sight is shown, as checked anew.

        What is out of sight is not painted, and need have no items.
        """
        view, pathway = self.view, self.view.pathway
        scene, findings = view.board_scene, self._window.workspace.findings
        today = self._program.today()
        fresh = LiveChecks(pathway, COORDINATION, today, rule_seconds=PATIENCE).report
        seen = view.camera.visible()
        cards = {id: card for id, card in view.board.cards.items() if _meets(seen, card.box)}
        arrows = {id: arrow for id, arrow in view.board.arrows.items() if _crosses(seen, arrow)}
        marks = view.selection.marks
        items = [(id, scene.cards.get(id)) for id in cards]
        lines = [(id, scene.arrows.get(id)) for id in arrows]
        shown = {
            "places": view.board.cards.keys() == {stage.id for stage in pathway.stages}
            and view.board.arrows.keys() == {arrow.id for arrow in pathway.handovers},
            "cards": bool(cards) and all(item and item.card == cards[id] for id, item in items),
            "handovers": all(line and line.arrow == arrows[id] for id, line in lines),
            "labels": all(
                line and (line.label is not None) is (arrows[id].label is not None)
                for id, line in lines
            )
            and any(arrow.label for arrow in arrows.values()),
            "badges": bool(marks)
            and all(item and item.mark == marks.get(id) for id, item in (*items, *lines)),
            "findings": findings.report.findings == fresh.findings,
            "marks": findings.marks == marks,
            "panels": findings.isVisible() and self._window.workspace.inspector.isVisible(),
        }
        if missing := [name for name, is_there in shown.items() if not is_there]:
            raise AssertionError(f"not shown as they are: {', '.join(missing)}")

    def show_full_size(self) -> None:
        """Look at a card in the middle of the board, with others around it."""
        if not hasattr(self, "seen"):
            self._prepare()
        self._look_at(self.seen.full_size)

    def leap(self) -> None:
        self._look_at(self.seen.elsewhere)

    def fit(self) -> None:
        self.view.camera.fit()
        settle()
        self.seen = self.seen._replace(fitted=self._look())

    def repaint(self) -> None:
        self.view.viewport().repaint()

    def grab(self) -> None:
        view = self.view
        seen = view.camera.visible()
        centres = {id: QPointF(*card.box.centre) for id, card in view.board.cards.items()}
        held = next(stage for stage in view.pathway.stages if seen.contains(centres[stage.id]))
        self.grabbed = held.id
        start = centres[held.id]
        goal = max(
            (at for at in _spread_over(seen) if self._cell(at) not in {None, cell_of(held)}),
            key=lambda at: QLineF(start, at).length(),
        )
        self._start, self._end = (
            view.camera.to_view(Point(at.x(), at.y())).toPoint() for at in (start, goal)
        )
        self.seen = self.seen._replace(
            full_size=self._look(), way=QPointF(self._end - self._start) / view.camera.zoom
        )
        send(view.viewport(), QEvent.Type.MouseButtonPress, self._start)
        settle()

    def drag(self, step: int) -> None:
        send(self.view.viewport(), QEvent.Type.MouseMove, between(self._start, self._end, step))
        settle()

    def drop(self) -> None:
        viewport = self.view.viewport()
        self._edit(lambda: send(viewport, QEvent.Type.MouseButtonRelease, self._end))
        self.seen = self.seen._replace(after=self.view.board)

    def undo(self) -> None:
        self._edit(self._window.undo)

    def rename(self, name: str) -> None:
        pathway, document = self.view.pathway, self._window.workspace.file.document
        self._edit(lambda: document.do(edits.rename(pathway, self.grabbed, "fi", name)))

    def connect(self) -> None:
        pathway, document = self.view.pathway, self._window.workspace.file.document
        led_to = {self.grabbed, *(arrow.target for arrow in pathway.leaving(self.grabbed))}
        target = next(stage.id for stage in pathway.stages if stage.id not in led_to)
        self._edit(lambda: document.do(edits.connect(pathway, self.grabbed, target)))

    def begin_name(self) -> None:
        self.view.select((self.grabbed,))
        self.view.rename_selected()
        settle()
        editors = self.view.findChildren(NameEditor)
        self._editor = next(editor for editor in editors if not editor.isHidden())

    def letter(self) -> None:
        QTest.keyClick(self._editor, Qt.Key.Key_A)
        settle()

    def end_name(self) -> None:
        self.view.naming.drop()
        settle()

    def close(self) -> None:
        document = self._window.workspace.file.document
        document.mark_saved(document.pathway)
        self._window.close()
        settle()
        self._collecting.end()
        gc.collect()
        self._place.cleanup()

    def _prepare(self) -> None:
        """Note how the board was opened, and choose where to look and work at 100 %."""
        view = self.view
        findings = self._window.workspace.findings
        findings.reported.connect(self._hear)
        self._soon = [timer for timer in _later(self._window) if timer.interval() == 0]
        pathway, board = view.pathway, view.board
        middle = board.cards[pathway.stages[len(pathway.stages) // 2].id].box.centre
        opened = self._look()
        look = Look(QPointF(*middle), 1.0, opened.size)
        other = board.cards[pathway.stages[len(pathway.stages) // 4].id].box.centre
        elsewhere = look._replace(middle=QPointF(*other))
        counts = {id: count for id, (_severity, count) in view.selection.marks.items()}
        self.seen = Seen(board, board, counts, opened, look, elsewhere, look, QPointF())

    def _edit(self, act: Callable[[], object]) -> None:
        """Act, and wait until the rules have been asked and their findings are painted."""
        self._has_reported = False
        act()
        while not self._has_reported and any(timer.isActive() for timer in self._soon):
            QCoreApplication.processEvents()
        settle()

    def _cell(self, at: QPointF) -> Cell | None:
        return cell_under(self.view.board, self.view.pathway, Point(at.x(), at.y()))

    def _hear(self, _marks: object) -> None:
        self._has_reported = True

    def _look(self) -> Look:
        camera = self.view.camera
        return Look(camera.visible().center(), camera.zoom, self.view.viewport().size())

    def _look_at(self, look: Look) -> None:
        self.view.zoom_to(look.zoom)
        self.view.camera.look_at(look.middle)
        settle()


def _spread_over(seen: QRectF) -> Iterable[QPointF]:
    """Return points all over a part of the board, none at its edges."""
    shares = [number / 10 for number in range(1, 10)]
    return (
        seen.topLeft() + QPointF(seen.width() * across, seen.height() * down)
        for across, down in product(shares, shares)
    )


def _meets(seen: QRectF, box: Rect) -> bool:
    return seen.intersects(QRectF(*box))


def _crosses(seen: QRectF, arrow: Arrow) -> bool:
    """Whether some of an arrow's straight parts comes into sight."""
    return any(
        seen.intersects(
            QRectF(QPointF(*a), QPointF(*b)).normalized().adjusted(-0.1, -0.1, 0.1, 0.1)
        )
        for a, b in pairwise(arrow.points)
    )


def _later(window: QWidget) -> Iterable[QTimer]:
    """Return the timers by which something is done once, later."""
    return (timer for timer in window.findChildren(QTimer) if timer.isSingleShot())


def _waits(window: QWidget) -> bool:
    return any(timer.isActive() for timer in _later(window))
