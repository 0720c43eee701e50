"""The board's view: what the window talks to, and where events come in."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView

from designer.ui.canvas import commands, folding, keyboard, touch, walk
from designer.ui.canvas.accessible import move_focus
from designer.ui.canvas.badges import Marks
from designer.ui.canvas.camera import STEP, Camera
from designer.ui.canvas.capture import steps
from designer.ui.canvas.capture.unfinished import UnfinishedMarks
from designer.ui.canvas.connect_by_keys import ConnectByKeys
from designer.ui.canvas.descriptions import announce, describe_cell, describe_place
from designer.ui.canvas.differences import Differences
from designer.ui.canvas.gestures.gesture import Where
from designer.ui.canvas.grid import Direction
from designer.ui.canvas.headers import LaneHeaders, PhaseHeaders
from designer.ui.canvas.hover import Hover
from designer.ui.canvas.minimap import Minimap
from designer.ui.canvas.naming import Naming
from designer.ui.canvas.notes.showing import Showing
from designer.ui.canvas.notices import EmptyNotice, ModeNotice
from designer.ui.canvas.pointer import Pointer
from designer.ui.canvas.scene import BoardScene
from designer.ui.canvas.selection import Selection
from designer.ui.canvas.tidying import Tidying
from designer.ui.canvas.times_path import TimesPath
from designer.ui.canvas.tips import show_tip
from designer.ui.canvas.trail import BUTTONS, Trail
from designer.ui.canvas.ways import Ways
from designer.ui.quick_add import QuickAdd
from model.change import Change
from model.document import Changed, Document, Origin
from model.ids import Id
from model.layout.geometry import Board, Shown
from model.messages import _
from model.pathway import Cell, Pathway
from model.records import Handover, Stage


class BoardView(QGraphicsView):
    """The pathway as a board of stages. Edits go to the document, notices come from it.

    `selected` tells all ids selected, `activated` a handover to be edited in the inspector,
    `asked` the name of an action of the window,
    `hint` where one is and what follows, `zoom_changed` the zoom (1.0 is 100 %).
    """

    selected = Signal(object)
    activated = Signal(object)
    asked = Signal(str)
    hint = Signal(str)
    zoom_changed = Signal(float)

    def __init__(self, document: Document, language: str) -> None:
        super().__init__()
        self.document = document
        self.language = language
        self.shown = Shown()
        self.preview_of = Change("")
        self.space_held = False
        self.board_scene = BoardScene()
        self.board_scene.setParent(self)
        self.setScene(self.board_scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setMouseTracking(True)
        # The scene paints all of its ground: Qt need not paint another one below it.
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(_("Board"))
        self.camera: Camera = Camera(self)
        self.naming = Naming(self)
        self.showing = Showing(self)
        self.pointer = Pointer(self)
        self.hover = Hover(self)
        self.selection = Selection(self)
        self.ways = Ways(self)
        self.unfinished = UnfinishedMarks(self)
        self.times_path: TimesPath = TimesPath(self)
        self.differences: Differences = Differences(self)
        self.trail: Trail = Trail(self)
        self.connecting = ConnectByKeys(self)
        self.lane_headers = LaneHeaders(self)
        self.phase_headers = PhaseHeaders(self)
        self.minimap: Minimap = Minimap(self)  # notices lie above it
        self.empty_notice = EmptyNotice(self)
        self.mode_notice = ModeNotice(self)
        self.tidying: Tidying = Tidying(self)
        self.quick_add: QuickAdd = QuickAdd(self)
        touch.listen(self)
        self.refresh()
        document.watchers.append(self._follow)
        self.destroyed.connect(partial(document.watchers.remove, self._follow))

    # What is shown

    @property
    def pathway(self) -> Pathway:
        """The pathway as the board shows it: with what is being added."""
        return self.board_scene.pathway

    @property
    def board(self) -> Board:
        return self.board_scene.board

    def refresh(self, changed: frozenset[Id] = frozenset()) -> None:
        """Lay the board out again; what one looks at, and has not `changed`, stays where it is."""
        with self.camera.held(self.selection.focused, changed):
            proposed, _done = self.preview_of.applied_to(self.document.pathway)
            pathway = self.naming.shown(proposed)
            self.showing.follow(pathway)
            self.board_scene.show_pathway(pathway, self.language, self.shown)
            self.place_headers()
        self.camera.show_seen()
        self.empty_notice.follow(pathway)
        self.times_path.follow_pathway()
        self.differences.follow()
        self.selection.show()
        self.naming.place()

    def show_only(self, shown: Shown) -> None:
        """Fold the lanes and phases and draw the notes that are named, and no others."""
        if shown != self.shown:
            self.camera.stay()
            self.shown = shown
            self.refresh()

    def _follow(self, changed: Changed) -> None:
        self.camera.stay()
        self.pointer.cancel()
        self.tidying.follow()
        self.naming.follow(changed.pathway)
        self.refresh(changed.change.touched)
        self.connecting.follow()
        self.select(self.selection.ids)
        self.quick_add.follow()
        if changed.origin is Origin.HERE:
            walk.to_changed(self, changed.change)

    def set_language(self, code: str) -> None:
        """Show texts in another language; names are written in it, too."""
        self.naming.keep()
        self.language = code
        self.refresh()
        self._say_where()

    def set_findings(self, marks: Marks) -> None:
        """Mark records with the gravest severity found and the number of findings."""
        self.selection.marks = marks
        self.selection.show()

    # Selection

    def select(self, ids: Iterable[Id]) -> None:
        if self.selection.choose(ids):
            self.camera.stay()
            self.selected.emit(self.selection.ids)
        self._say_where()

    def select_and_show(self, id: Id) -> None:
        folding.unfold_around(self, id)
        self.select((id,))
        self.bring_into_sight(id)

    def select_all(self) -> None:
        self.select(stage.id for stage in self.document.pathway.stages)

    def reveal(self, id: Id) -> None:
        """Select a record, bring it into sight and make it stand out for a moment."""
        self.select_and_show(id)
        self.selection.emphasise(id)

    def bring_into_sight(self, id: Id) -> None:
        self.showing.ask_for(id)
        box = walk.box_in_sight(self, id)
        if box is not None:
            self.camera.reveal(QRectF(*box))

    def enter_cell(self, cell: Cell | None) -> None:
        """Put the keyboard into an empty cell, with nothing selected."""
        self.camera.stay()
        self.selection.enter(cell)
        if cell is not None:
            self.say(describe_cell(self.pathway, cell, self.language))

    def escape(self) -> None:
        if not self.times_path.leave():
            self.enter_cell(None)
            self.select(())

    def say(self, words: str) -> None:
        """Tell the status bar and screen readers."""
        announce(self, words)
        self._show_words(words)

    def _say_where(self) -> None:
        ids, cell = self.selection.ids, self.selection.cell
        words = describe_place(self.pathway, ids, cell, self.language)
        if move_focus(self):  # screen readers read the card itself
            self._show_words(words)
        else:
            self.say(words)

    def _show_words(self, words: str) -> None:
        self.setAccessibleDescription(words)
        self.hint.emit(words)

    # Looking

    def fit(self) -> None:
        self.camera.fit()

    def zoom_in(self) -> None:
        self.camera.zoom_by(STEP)

    def zoom_out(self) -> None:
        self.camera.zoom_by(1 / STEP)

    def zoom_to(self, zoom: float) -> None:
        """Show the board at a zoom between 0.1 and 4; 1.0 is 100 %."""
        self.camera.zoom_to(zoom)

    # Editing

    def add_stage(self) -> None:
        """Ask for a stage after the selected one, or in the current cell; Enter makes it."""
        steps.next_stage(self)

    def add_actor(self) -> None:
        commands.add_actor(self)

    def add_phase(self) -> None:
        commands.add_phase(self)

    def rename_selected(self) -> None:
        """Edit the name in place; a handover's texts are edited in the inspector."""
        focused = self.selection.focused
        if self.document.pathway.find(Handover, focused) is not None:
            self.activated.emit(focused)
        elif focused is not None:
            self.naming.rename(focused)
        elif self.selection.cell is not None:
            steps.next_stage(self)

    def connect_from_selected(self) -> None:
        stage = self.document.pathway.find(Stage, self.selection.focused)
        if stage is None:
            self.say(_("Select the stage that the handover leaves from."))
        else:
            self.connecting.start(stage.id)

    def remove_selected(self) -> None:
        commands.remove(self)

    def move_selected(self, direction: Direction) -> None:
        commands.move(self, direction)

    def finish_editing(self) -> None:
        """Keep the words of an open name editor and of quick add, as before saving or undoing."""
        self.naming.keep()
        self.quick_add.keep()

    # Events

    def place_headers(self) -> None:
        """Give the headers the margins they need at this zoom, beside the viewport."""
        corner, zoom = self.board_scene.corner, self.camera.header_zoom
        left, top = round(corner.x * zoom), round(corner.y * zoom)
        self.setViewportMargins(left, top, 0, self.quick_add.room)
        room = self.viewport().geometry()
        self.lane_headers.setGeometry(room.x() - left, room.y(), left, room.height())
        self.phase_headers.setGeometry(room.x(), room.y() - top, room.width(), top)
        for strip in (self.lane_headers, self.phase_headers):
            strip.update()
        self.minimap.place()
        self.empty_notice.place()
        self.mode_notice.place()
        self.tidying.bar.place()
        self.quick_add.place()
        self.naming.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_headers()
        self.camera.follow_size()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.lane_headers.update()
        self.phase_headers.update()
        self.times_path.follow_scrolling()
        self.naming.place()

    def _where(self, at: QPointF) -> Where:
        return Where(at, self.camera.to_board(at))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.naming.keep()
        self.connecting.stop()
        if (goes := BUTTONS.get(event.button())) is not None:
            goes(self.trail)
        self.pointer.press(self._where(event.position()), event.button(), event.modifiers())
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        where = self._where(event.position())
        if self.pointer.is_busy:
            self.pointer.move(where)
        else:
            self.hover.follow(where.board)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointer.release(self._where(event.position()))
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.pointer.cancel()
        if event.button() is Qt.MouseButton.LeftButton:
            commands.open_at(self, self._where(event.position()).board)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        commands.open_menu_at(self, event)
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        touch.wheel(self, event, event.position() + QPointF(self.viewport().pos()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.camera.show_seen()
        if event.type() is QEvent.Type.Leave:
            self.hover.leave()
        if isinstance(event, QHelpEvent):
            show_tip(self, event)
            return True
        return touch.pinched(self, event) or super().viewportEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange and self.isVisible():
            self.times_path.follow()
            self.selection.show()  # the mark of the empty cell has the look's colour

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and keyboard.overrides_shortcut(self, event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keyboard.press(self, event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        keyboard.release(self, event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.space_held = False

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: FBT001 - Qt's own
        step = 1 if next else -1
        return (
            self.connecting.to_next(step)
            or walk.to_next(self, step)
            or super().focusNextPrevChild(next)
        )
