"""What can be done about a finding, as buttons: fixes with what they would change, the rest."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from designer.ui.findings.settling import Act, Kind
from designer.ui.labels import as_tooltip, plain_label
from model.messages import _, ngettext

MOST_LINES: Final = 4
"""How many lines of a preview are shown; the tooltip has all of them."""
_COLUMNS: Final = 2


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
        alike = act.kind is Kind.FIX_ALIKE
        self.button.setText(_("Fix all {count}").format(count=act.findings) if alike else _("Fix"))
        self._title.setText(
            _("All findings that this rule has and the fix applies to") if alike else act.title
        )
        shown = act.preview[:MOST_LINES]
        more = len(act.preview) - len(shown)
        if more:
            shown = (
                *shown,
                ngettext("and {count} more", "and {count} more", more).format(count=more),
            )
        self._preview.setText("\n".join(shown))
        self._preview.setVisible(bool(shown))
        self._preview.setToolTip(as_tooltip("; ".join(act.preview)) if more else "")
        self.button.setAccessibleName(act.title if alike else f"{_('Fix')}: {act.title}")
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
        self._does: list[Callable[[], object]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 2)
        self._grid.setSpacing(6)

    def present(self, acts: Sequence[Act]) -> None:
        """Show these acts, each in the button of its place."""
        self._does = [act.do for act in acts]
        while len(self.buttons) < len(acts):
            place = len(self.buttons)
            button = QPushButton()
            button.clicked.connect(lambda _checked, place=place: self._does[place]())
            self.buttons.append(button)
        for place, button in enumerate(self.buttons):
            button.setVisible(place < len(acts))
            if place < len(acts):
                button.setText(acts[place].title)
                button.setProperty("kind", str(acts[place].kind))
        self.setVisible(bool(acts))
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        widths = [button.sizeHint().width() for button in self.buttons if not button.isHidden()]
        fits = _COLUMNS * max(widths, default=0) + self._grid.spacing() <= self.width()
        columns = _COLUMNS if fits else 1
        for place, button in enumerate(self.buttons):
            self._grid.addWidget(button, place // columns, place % columns)
        self._grid.setColumnStretch(columns, 1)


def _wrapped(voice: str) -> QLabel:
    label = plain_label("", voice)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
