"""The palette: one field from which everything can be done, and everything be found."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, Qt
from PySide6.QtGui import QColor, QCursor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from designer.ui.canvas.descriptions import announce
from designer.ui.labels import plain_label
from designer.ui.palette.adding import adding, is_line
from designer.ui.palette.commands import commands, recent_files, settings
from designer.ui.palette.entry import Entry
from designer.ui.palette.matching import Fit
from designer.ui.palette.places import places
from designer.ui.palette.ranking import Ranking
from designer.ui.palette.results import ROW, Results, results_view
from designer.ui.theme import colours
from model.messages import _

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow

_WIDTH: Final = 760  # pixels, as the others
_LINES: Final = 12
_FROM_TOP: Final = 0.12
_LONGEST_QUERY: Final = 200

# Losing the focus so means that another window or a menu has it for a while.
_FOR_A_WHILE: Final = (
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
)


def toggle_palette(window: "MainWindow") -> None:
    """Open the palette, or close it when it is open."""
    opened = [palette for palette in window.findChildren(Palette) if not palette.isHidden()]
    if opened:
        opened[0].dismiss()
    else:
        Palette(window).open()


def entries_of(window: "MainWindow") -> list[Entry]:
    """Return all that the palette of a window can do and lead to."""
    found = [*commands(window)]
    if window.file is not None:
        found += places(window.workspace)
    return [*found, *settings(window), *recent_files(window)]


class Palette(QFrame):
    """Lies over the window until something is chosen, or Esc is pressed."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self.setObjectName("palette")
        self.setAccessibleName(_("Command palette"))
        self.setStyleSheet(_style())
        # Else the board below would be drawn anew at each letter.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._window = window
        self._before: QWidget | None = None
        self._still = QCursor.pos()
        self._ranking = Ranking((), ())
        self.field = QueryField(self)
        self.results = Results()
        self.results.setParent(self)
        self.view = results_view(self.results)
        self.nothing = plain_label(_("Nothing fits these words."), "muted")
        self.nothing.setContentsMargins(14, 8, 14, 12)
        self.hint = plain_label(
            _("Enter: do or show it · Up and Down: choose · Esc: close"), "label"
        )
        self.hint.setContentsMargins(14, 5, 14, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        for part in (self.field, self.view, self.nothing, self.hint):
            column.addWidget(part)
        self.field.textChanged.connect(self._search)
        self.view.clicked.connect(self._run)
        self.view.entered.connect(self._pointed)
        self.view.selectionModel().currentChanged.connect(self._tell)
        window.installEventFilter(self)

    def _pointed(self, index: QModelIndex) -> None:
        """Choose by the mouse where it moves, not where lines move under it."""
        if QCursor.pos() != self._still:
            self._still = QCursor.pos()
            self.view.setCurrentIndex(index)

    def open(self) -> None:
        self._still = QCursor.pos()
        self._before = self._window.focusWidget()
        self._window.finish_typing()
        recent = self._window.program.settings.recent_actions
        self._ranking = Ranking(entries_of(self._window), recent)
        self._search("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def dismiss(self) -> None:
        """Close, and put the keys where they were."""
        before = self._before
        # First the focus, then away: from what is hidden Qt passes it on as Tab does.
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._window.file is not None:
            self._window.board.setFocus(Qt.FocusReason.OtherFocusReason)
        self.vanish()

    def vanish(self) -> None:
        """Close, and leave the keys where they are."""
        if not self.isHidden():
            self._window.removeEventFilter(self)
            self.hide()
            self.deleteLater()

    def step(self, rows: int) -> None:
        """Choose a line further down or up; beyond the end comes the other one."""
        count, here = len(self.results.entries), self.view.currentIndex().row()
        if not count:
            return
        self._still = QCursor.pos()
        there = here + rows
        if abs(rows) == 1:
            there %= count
        self.view.setCurrentIndex(self.results.index(max(0, min(there, count - 1))))

    def page(self, way: int) -> None:
        self.step(way * max(2, self.view.height() // ROW - 1))

    def run_chosen(self) -> None:
        self._run(self.view.currentIndex())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours().border))
        painter.fillRect(self.rect().adjusted(1, 1, -1, -1), QColor(colours().paper))
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _search(self, typed: str) -> None:
        found, fit = self._ranking.best(typed)
        poorly = fit is None or fit is Fit.LETTERS
        if (poorly or is_line(typed)) and self._window.file is not None:
            found.append(adding(self._window.workspace, typed))
        self.results.show(found)
        self.view.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self._place()
        if found:
            self.view.setCurrentIndex(self.results.index(0))
        else:
            announce(self.field, self.nothing.text())

    def _place(self) -> None:
        """Lie in the middle, not far from the window's top, as high as the lines need."""
        room = self._window.rect()
        lines = min(_LINES, len(self.results.entries), max(2, room.height() // ROW - 6))
        self.view.setFixedHeight(lines * ROW)
        width = min(_WIDTH, room.width() - 40)
        below = self.view if self.results.entries else self.nothing
        height = (
            2
            + self.field.sizeHint().height()
            + self.hint.sizeHint().height()
            + (lines * ROW if below is self.view else below.sizeHint().height())
        )
        top = round(room.height() * _FROM_TOP)
        self.setGeometry(QRect(room.center().x() - width // 2, top, width, height))

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid() and self.field.hasFocus():
            announce(self.field, self.results.entries[current.row()].in_words)

    def _run(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        entry = self.results.entries[index.row()]
        if not entry.usable:
            announce(self.field, entry.in_words)
            return
        if entry.name:
            self._window.program.settings.remember_action(entry.name)
        self.dismiss()
        entry.does()


def _style() -> str:
    """Return the style of a palette opened now."""
    c = colours()
    return f"""
        QLineEdit#query {{
          border: 0; border-bottom: 1px solid {c.line}; border-radius: 0; background: {c.paper};
          padding: 9px 14px; font-size: 16px;
        }}
        QListView {{ border: 0; background: {c.paper}; outline: 0; }}
    """


class QueryField(QLineEdit):
    """Has the keys all the while; those that choose a line go to the palette."""

    def __init__(self, palette: Palette) -> None:
        super().__init__(palette)
        self._palette = palette
        self.setObjectName("query")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMaxLength(_LONGEST_QUERY)
        self.setPlaceholderText(_("What do you want to do or find?"))
        self.setAccessibleName(_("Command palette: what do you want to do or find?"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        palette = self._palette
        match event.key():
            case Qt.Key.Key_Escape:
                palette.dismiss()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                palette.run_chosen()
            case Qt.Key.Key_Down:
                palette.step(1)
            case Qt.Key.Key_Up:
                palette.step(-1)
            case Qt.Key.Key_PageDown:
                palette.page(1)
            case Qt.Key.Key_PageUp:
                palette.page(-1)
            case _:
                super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: FBT001 - Qt's own
        self._palette.step(1 if next else -1)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _FOR_A_WHILE:
            self._palette.vanish()
