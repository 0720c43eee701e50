"""What can be done about a finding, as buttons: fixes with what they would change, the rest."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from designer.ui.findings.settling import Act, Kind
from designer.ui.labels import as_tooltip, plain_label
from model.messages import _, ngettext

MOST_LINES: Final = 3
"""How many lines of a preview are shown; the tooltip has all of them."""


class FixRow(QWidget):
    """One fix: its button, its name, and what it would change.

    `reached` carries the records that it would change while the button is pointed at, else none.
    """

    reached = Signal(object)

    def __init__(self, act: Act) -> None:
        super().__init__()
        self.act = act
        self.button = QPushButton()
        self.button.clicked.connect(self._do)
        self.button.installEventFilter(self)
        self._title = _wrapped("")
        self._preview = _wrapped("muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.setContentsMargins(0, 4, 0, 0)
        words.addWidget(self._title)
        words.addWidget(self._preview)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(10)
        row.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.present(act)

    def present(self, act: Act) -> None:
        """Show an act in this place."""
        self.act = act
        self.button.setText(short_title(act))
        self._title.setText(act.title)
        shown = act.preview[:MOST_LINES]
        more = len(act.preview) - len(shown)
        if more:
            words = ngettext("and {count} more", "and {count} more", more)
            shown = (*shown, words.format(count=more))
        self._preview.setText("\n".join(shown))
        self._preview.setVisible(bool(shown))
        self._preview.setToolTip(as_tooltip("; ".join(act.preview)) if more else "")
        self.button.setAccessibleName(f"{short_title(act)}: {act.title}")
        self.button.setAccessibleDescription(". ".join(act.preview))

    def _do(self) -> None:
        self.act.do()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Enter, QEvent.Type.FocusIn):
            self.reached.emit(self.act.reaches)
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.FocusOut):
            self.reached.emit(())
        return super().eventFilter(watched, event)


class OtherActs(QWidget):
    """Buttons beside each other where there is room, else under each other."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[QPushButton] = []
        self._acts: tuple[Act, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 2)
        self._grid.setSpacing(6)

    def present(self, acts: Sequence[Act]) -> None:
        """Show these acts, each in the button of its place."""
        self._acts = tuple(acts)
        while len(self.buttons) < len(acts):
            place = len(self.buttons)
            button = QPushButton(self)  # shown before it has its place, it would be a window
            button.clicked.connect(lambda _checked, place=place: self._acts[place].do())
            self.buttons.append(button)
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(acts))
            if place < len(acts):
                act = acts[place]
                button.setText(short_title(act))
                button.setAccessibleName(act.title)
                button.setToolTip(as_tooltip(act.title) if short_title(act) != act.title else "")
        self.setVisible(bool(acts))
        self._lay_out()

    def button_of(self, kind: Kind) -> QPushButton | None:
        """Return the button of the first act of a kind, None when there is none such."""
        pairs = zip(self._acts, self.buttons, strict=False)
        return next((button for act, button in pairs if act.kind is kind), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        count = len(self._acts)
        widths = [button.sizeHint().width() for button in self.buttons[:count]]
        columns = count or 1
        while columns > 1 and _width(widths, columns, self._grid.spacing()) > self.width():
            columns -= 1
        for place, button in enumerate(self.buttons):
            self._grid.addWidget(button, place // columns, place % columns)
        for place in range(count + 1):
            self._grid.setColumnStretch(place, place == columns)


def short_title(act: Act) -> str:
    """Return the words of an act's button where its whole title stands beside it."""
    match act.kind:
        case Kind.FIX:
            return _("Fix")
        case Kind.FIX_ALIKE:
            return _("Fix all {count}").format(count=act.findings)
        case _:
            return act.title


def _width(widths: Sequence[int], columns: int, spacing: int) -> int:
    """Return how wide buttons are in so many columns, each as wide as its widest."""
    return sum(max(widths[place::columns]) + spacing for place in range(columns)) - spacing


def _wrapped(voice: str) -> QLabel:
    label = plain_label("", voice)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
