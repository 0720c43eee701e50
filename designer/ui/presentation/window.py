"""The window of the presentation: follows the document, hears the keys, lays out the wall."""

from collections.abc import Iterable
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QCursor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QScreen,
)
from PySide6.QtWidgets import QFrame, QWidget

from designer.ui.canvas.descriptions import announce
from designer.ui.labels import plain_label
from designer.ui.presentation.caption import CaptionBar
from designer.ui.presentation.framing import LEGIBLE, unit
from designer.ui.presentation.key_list import KeyList
from designer.ui.presentation.keys import meant
from designer.ui.presentation.laser import Laser
from designer.ui.presentation.showing import Showing
from designer.ui.presentation.type import type_of
from designer.ui.presentation.wall import Wall
from designer.ui.presentation.words import caption
from designer.ui.theme import look
from model.document import Changed, Document
from model.ids import Id
from model.layout import BoardLayout, Shown, font_measure
from model.messages import _
from model.records import Note

STEP: Final = 1.25
LARGEST: Final = STEP**5
SAID_FOR: Final = 2500
"""Milliseconds that what a key has switched is told."""


class Presentation(QWidget):
    """Shows a document to the room, read-only, in a window of its own.

    `left` carries the stage that was shown last (None: none) when the presentation ends.
    """

    left = Signal(object)

    def __init__(self, document: Document, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Presentation"))
        self.setAccessibleName(_("Presentation"))
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.document = document
        self.language = language
        self.showing = Showing(document.pathway)
        self.follows_editor = False
        self.shows_private = False
        self.shows_details = False
        self._stays_whole = False
        self._layout = BoardLayout(font_measure())
        self.wall = Wall(self)
        self.caption = CaptionBar(self)
        self.laser = Laser(self)
        self.key_list = KeyList(self)
        self.black = QFrame(self)
        self.black.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.black.setStyleSheet("background: black;")
        self.black.hide()
        self.said = plain_label("")
        self.said.setParent(self)
        self.said.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.said.hide()
        self._said_for = QTimer(self)
        self._said_for.setSingleShot(True)
        self._said_for.setInterval(SAID_FOR)
        self._said_for.timeout.connect(self.said.hide)
        self._dress()
        self._lay_out_board()
        document.watchers.append(self._follow)
        self.destroyed.connect(partial(document.watchers.remove, self._follow))

    def begin(self, screen: QScreen, selected: Iterable[Id]) -> None:
        """Fill a screen, beginning with what is selected in the editor."""
        self.showing.begin(selected)
        self._fill(screen)
        self._show()
        self.wall.jump()

    def leave(self) -> None:
        self.close()

    # What is shown

    def select(self, ids: Iterable[Id]) -> None:
        """Show what was selected in the editor, while that is followed."""
        if not self.follows_editor:
            return
        whole = self._stays_whole
        self.showing.begin(ids)
        if whole:
            self.showing.show_whole()
        self._show()

    def forward(self) -> None:
        if not self.showing.forward():
            self._say(_("That was the last stage."))
        self._show_near()

    def back(self) -> None:
        if not self.showing.back():
            self._say(_("This is the first stage."))
        self._show_near()

    def first(self) -> None:
        self.showing.first()
        self._show_near()

    def last(self) -> None:
        self.showing.last()
        self._show_near()

    def take(self, branch: int) -> None:
        if not self.showing.take(branch):
            self._say(_("There is no branch {number} here.").format(number=branch))
        self._show_near()

    def show_stage(self) -> None:
        self.showing.show_stage()
        self._show_near()

    def show_phase(self, step: int) -> None:
        self.showing.show_phase(step)
        self._show_near()

    def show_lane(self, step: int) -> None:
        self.showing.show_lane(step)
        self._show_near()

    def show_whole(self) -> None:
        self.showing.show_whole()
        self._stays_whole = not self._stays_whole
        self._show()

    def enlarge(self, direction: int) -> None:
        """Make the board larger (1) or smaller (-1), never smaller than can be read."""
        self.wall.magnified = max(1.0, min(self.wall.magnified * STEP**direction, LARGEST))
        self.wall.look_at()

    def toggle_details(self) -> None:
        self.shows_details = not self.shows_details
        self._show()

    def scroll_words(self, direction: int) -> None:
        self.caption.scroll_words(direction)

    def toggle_private(self) -> None:
        self.shows_private = not self.shows_private
        self._say(
            _("Notes and texts for professionals are shown.")
            if self.shows_private
            else _("Notes and texts for professionals are hidden.")
        )
        self._lay_out_board()
        self._show()

    def toggle_following(self) -> None:
        self.follows_editor = not self.follows_editor
        self._say(
            _("Follows what is selected in the editor.")
            if self.follows_editor
            else _("Does not follow the editor.")
        )

    def black_out(self) -> None:
        self.laser.put_out()
        self.black.setGeometry(self.rect())
        self.black.raise_()
        self.black.show()

    def toggle_keys(self) -> None:
        self.key_list.setVisible(self.key_list.isHidden())
        self.key_list.raise_()

    def to_next_screen(self) -> None:
        screens = QGuiApplication.screens()
        here = screens.index(self.screen())
        if len(screens) == 1:
            self._say(_("There is only one screen."))
            return
        self.showNormal()  # a window that fills a screen cannot be moved
        self._fill(screens[(here + 1) % len(screens)])

    def _show_near(self) -> None:
        self._stays_whole = False
        self._show()

    def _show(self) -> None:
        words = caption(self.showing, self.language, private=self.shows_private)
        self.caption.show_words(words, with_details=self.shows_details)
        announce(self, f"{words.where}. {words.title}. {words.following}")
        self._place()
        self.wall.look_at()
        self.wall.update()

    def _say(self, words: str) -> None:
        """Tell the presenter for a moment."""
        self.said.setText(words)
        self.said.adjustSize()
        self.said.move((self.width() - self.said.width()) // 2, round(12 * self.wall.unit))
        self.said.raise_()
        self.said.show()
        self._said_for.start()
        announce(self, words)

    def _follow(self, changed: Changed) -> None:
        self.showing.follow(changed.pathway)
        self._lay_out_board()
        self._show()

    def _lay_out_board(self) -> None:
        pathway = self.document.pathway
        notes = (note.id for note in pathway.of(Note) if self.shows_private and not note.done)
        board = self._layout.of(pathway, self.language, Shown(notes=frozenset(notes)))
        self.wall.show_board(board, self.showing)

    # Places

    def _fill(self, screen: QScreen) -> None:
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self.raise_()
        self.activateWindow()

    def _place(self) -> None:
        """Give everything its size and place in a window of this size on this screen."""
        size = unit(self.height(), self.devicePixelRatioF())
        self.wall.unit = size
        height = self.caption.fit(self.width(), self.height(), size)
        self.caption.setGeometry(0, self.height() - height, self.width(), height)
        self.wall.setGeometry(0, 0, self.width(), self.height() - height)
        self.laser.fit(size)
        self.key_list.fit(self.rect(), size)
        self.black.setGeometry(self.rect())
        self.said.setFont(type_of(LEGIBLE, size))

    def _dress(self) -> None:
        colours = look()
        self.said.setStyleSheet(
            f"color: {colours.on_phase}; background: {colours.phase}; padding: 8px 18px;"
            " border-radius: 6px;"
        )

    # Events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self.wall.jump()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._place()
            self.wall.jump()
        return done

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            for part in (self.caption, self.key_list):
                part.dress()
            self._dress()
            self.wall.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.accept()
        key = event.key()
        if key == Qt.Key.Key_Control:
            self.laser.hold(QPointF(self.mapFromGlobal(QCursor.pos())))
        elif self.black.isVisible():
            self.black.hide()  # whatever is pressed: nobody looks for a key in the dark
        elif key == Qt.Key.Key_Escape and self.key_list.isVisible():
            self.key_list.hide()
        else:
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            does = meant(key, shift=shift)
            if does is not None:
                does(self)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.accept()
        if event.key() == Qt.Key.Key_Control:
            self.laser.let_go()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: FBT001 - Qt's own
        del next
        return False  # there is nothing to go to

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not self.black.isVisible():
            self.laser.point(event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if self.black.isVisible():
            self.black.hide()
        elif event.button() is Qt.MouseButton.LeftButton:
            at = event.position()
            stage = self.wall.stage_at(at.x(), at.y())
            if stage is not None:
                self.showing.go_to(stage)
                self._show_near()
            else:
                self.forward()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.left.emit(self.showing.at)
        super().closeEvent(event)
