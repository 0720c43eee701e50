"""Find as you type: a slim bar above the board; what was found stands out, the rest stands back."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton

from designer.ui.canvas import BoardView, walk
from designer.ui.canvas.descriptions import announce
from designer.ui.labels import as_tooltip, plain_label
from designer.ui.searching import Match, Searchable
from designer.ui.signs import icon
from designer.ui.top_bar import ShortenedLabel
from model.document import Changed
from model.ids import Id
from model.messages import _
from model.records import Note

_FIELD: Final = 280  # pixels
_LONGEST: Final = 200


class FindBar(QFrame):
    """Hidden until it is asked for; F3 goes on even then, with the words searched last."""

    def __init__(self, board: BoardView) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._board = board
        self._searchable: Searchable | None = None
        self._matches: list[Match] = []
        self._here: int | None = None
        self._begun_at: Id | None = None
        self.field = FindField()
        self.count = plain_label("", "muted")
        self.excerpt = ShortenedLabel()
        self.excerpt.setProperty("voice", "muted")
        self.previous = _button("chevron-up", _("Previous match"), "Shift+F3")
        self.next = _button("chevron-down", _("Next match"), "F3")
        self.leave = _button("x", _("Close the search"), "Esc")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 8, 4)
        row.setSpacing(6)
        for part in (self.field, self.previous, self.next, self.count):
            row.addWidget(part)
        row.addSpacing(8)
        row.addWidget(self.excerpt, 1)
        row.addWidget(self.leave)
        self.field.textChanged.connect(self._search)
        self.field.stepped.connect(self.step)
        self.field.left.connect(self.close_bar)
        self.next.clicked.connect(lambda: self.step(1))
        self.previous.clicked.connect(lambda: self.step(-1))
        self.leave.clicked.connect(self.close_bar)
        self.hide()

    def open(self) -> None:
        """Show the bar, with the words searched last to be typed over."""
        if self.isHidden():
            self._begun_at = self._board.selection.focused
            self.show()
            self._look()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_bar(self) -> None:
        """Hide the bar; what was found last stays selected, and the keys are on the board."""
        self._board.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self._board.selection.stand_back(())

    def step(self, way: int) -> None:
        """Go to the next match (1) or the one before (-1); after the last comes the first."""
        if not self.field.text().strip():
            self.open()
            return
        if self.isHidden():
            self._begun_at = self._board.selection.focused
            self.show()
            self._look()
        if self._matches:
            here = self._place_of(self._board.selection.focused)
            if here is None:
                here = self._here if self._here is not None else -min(way, 0)
            self._go(((here or 0) + way) % len(self._matches))

    def follow(self, changed: Changed) -> None:
        del changed
        self.refresh()

    def refresh(self) -> None:
        """Search anew in a pathway or a language that has changed, and go nowhere."""
        self._searchable = None
        if not self.isHidden():
            self._look()

    def _search(self) -> None:
        """Search what is typed, and go to the first match from where one began."""
        self._look()
        if not self._matches:
            return
        order = walk.reading_order(self._board.pathway)
        begun = order.index(self._begun_at) if self._begun_at in order else 0
        later = set(order[begun:])
        places = range(len(self._matches))
        self._go(next((place for place in places if self._matches[place].id in later), 0))

    def _look(self) -> None:
        if self._searchable is None:
            self._searchable = Searchable(self._board.document.pathway, self._board.language)
        self._matches = self._searchable.matches(self.field.text())
        self._here = self._place_of(self._board.selection.focused)
        found = {match.id for match in self._matches}
        board = self._board.board
        everything = {*board.cards, *board.arrows, *board.notes}
        self._board.selection.stand_back(everything - found if found else ())
        self._tell()

    def _go(self, place: int) -> None:
        self._here = place
        id = self._matches[place].id
        if (id,) != self._board.selection.ids:
            self._board.select_and_show(id)
        note = self._board.pathway.find(Note, id)
        if note is not None and note.about is not None and id not in self._board.board.notes:
            self._board.bring_into_sight(note.about)
        self._tell()

    def _tell(self) -> None:
        typed = bool(self.field.text().strip())
        for button in (self.next, self.previous):
            button.setEnabled(bool(self._matches))
        place = "–" if self._here is None else self._here + 1
        count = f"{place} / {len(self._matches)}" if self._matches else _("No matches")
        self.count.setText(count if typed else "")
        self.excerpt.put(self._matches[self._here].excerpt if self._here is not None else "")
        if typed and self.field.hasFocus():
            announce(self.field, count)

    def _place_of(self, id: Id | None) -> int | None:
        ids = [match.id for match in self._matches]
        return ids.index(id) if id in ids else None


class FindField(QLineEdit):
    """`stepped` asks for the next match (1) or the one before (-1), `left` for an end."""

    stepped = Signal(int)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setMaxLength(_LONGEST)
        self.setFixedWidth(_FIELD)
        self.setPlaceholderText(_("Find on the board"))
        self.setAccessibleName(_("Find on the board"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                backward = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.stepped.emit(-1 if backward else 1)
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)


def _button(sign: str, words: str, keys: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(sign))
    button.setProperty("quiet", True)  # noqa: FBT003 - Qt's property for the style sheet
    button.setToolTip(as_tooltip(f"{words} ({keys})"))
    button.setAccessibleName(words)
    return button
