"""What a window shows while no pathway is open: begin a new one, open one, look at a sample."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from designer.ui.labels import as_tooltip, plain_label
from designer.ui.signs import icon
from model.messages import _
from samples import SAMPLES, TEMPLATES, Sample

_WIDE: Final = 1050  # pixels


class StartScreen(QScrollArea):
    """`opened` carries a file of the user, `copied` a template or sample to begin from.

    `browsed` and `brought_in` ask for a file: of ours, and of another tool.
    """

    opened = Signal(object)
    copied = Signal(object)
    browsed = Signal()
    brought_in = Signal()

    def __init__(self, recent: Sequence[Path]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.new: dict[str, QPushButton] = {}
        self.recent: dict[Path, QPushButton] = {}
        self.browse = QPushButton(icon("folder-open"), _("Open a file…"))
        self.browse.clicked.connect(self.browsed)
        self.bring_in = QPushButton(icon("log-in"), _("Bring in from another format…"))
        self.bring_in.clicked.connect(self.brought_in)
        page = QWidget()
        centred = QHBoxLayout(page)
        centred.addStretch(1)
        column = QVBoxLayout()
        column.setContentsMargins(24, 48, 24, 32)
        column.setSpacing(10)
        centred.addLayout(column, 8)
        centred.addStretch(1)
        column.addWidget(plain_label("Ketjupaja", "headline"))
        welcome = plain_label(
            _("Draw a care and service pathway together, see what is missing, publish it."), "lead"
        )
        welcome.setWordWrap(True)
        column.addWidget(welcome)
        column.addSpacing(18)
        self._panels = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._panels.setSpacing(16)
        self._panels.addWidget(self._panel_of_new(), 3)
        self._panels.addWidget(self._panel_of_recent(recent), 2)
        column.addLayout(self._panels)
        column.addStretch(1)
        self.setWidget(page)
        self.setFocusProxy(next(iter(self.new.values()), self.browse))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the panels beside each other, or in a narrow window one below the other."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        wide = self.viewport().width() >= _WIDE
        self._panels.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def _panel_of_new(self) -> QFrame:
        panel, column = _panel()
        grid = QGridLayout()  # one for both groups, so that their columns agree
        grid.setSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._add_group(
            grid,
            _("Begin a new pathway"),
            _("A new pathway is yours: nothing is saved until you save it."),
            (TEMPLATES, "file-plus"),
        )
        grid.setRowMinimumHeight(grid.rowCount(), 8)
        self._add_group(
            grid,
            _("Look at a sample"),
            _("Samples open as copies: try anything, the sample stays."),
            (SAMPLES, "workflow"),
        )
        column.addLayout(grid)
        column.addStretch(1)
        return panel

    def _add_group(
        self, grid: QGridLayout, title: str, words: str, tiles: tuple[Sequence[Sample], str]
    ) -> None:
        samples, sign = tiles
        heading = QVBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(plain_label(title, "title"))
        heading.addWidget(_wrapped(words))
        first = grid.rowCount()
        grid.addLayout(heading, first, 0, 1, 2)
        for place, sample in enumerate(samples):
            tile = _button(_(sample.title), sign)
            tile.clicked.connect(lambda _checked, path=sample.path: self.copied.emit(path))
            self.new[sample.name] = tile
            grid.addWidget(tile, first + 1 + place // 2, place % 2)

    def _panel_of_recent(self, recent: Sequence[Path]) -> QFrame:
        panel, column = _panel()
        column.addWidget(plain_label(_("Continue"), "title"))
        if not recent:
            column.addWidget(_wrapped(_("The files that you open are listed here.")))
        for path in recent:
            entry = _button(path.stem, "file")
            entry.setToolTip(as_tooltip(str(path)))
            entry.clicked.connect(lambda _checked, path=path: self.opened.emit(path))
            self.recent[path] = entry
            column.addWidget(entry)
            column.addWidget(_where(path))
        column.addSpacing(8)
        column.addWidget(self.browse, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.bring_in, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addWidget(_wrapped(_("You can also drop a .ketju file on this window.")))
        column.addStretch(1)
        return panel


def _panel() -> tuple[QFrame, QVBoxLayout]:
    panel = QFrame()
    panel.setObjectName("panel")
    column = QVBoxLayout(panel)
    column.setContentsMargins(22, 18, 22, 20)
    column.setSpacing(8)
    return panel, column


def _button(words: str, sign: str) -> QPushButton:
    button = QPushButton(icon(sign, "accent"), words.replace("&", "&&"))
    button.setObjectName("tile")
    button.setIconSize(QSize(20, 20))
    button.setAccessibleName(words)
    return button


def _wrapped(words: str) -> QLabel:
    label = plain_label(words, "muted")
    label.setWordWrap(True)
    return label


def _where(path: Path) -> QLabel:
    label = plain_label(str(path.parent), "label")
    label.setContentsMargins(38, 0, 0, 4)
    label.setWordWrap(True)
    return label
