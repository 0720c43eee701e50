"""The line below everything: is the work saved, how much is there, where am I."""

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton

from designer.ui.labels import as_tooltip, plain_label
from designer.ui.open_file import OpenFile
from designer.ui.top_bar import ShortenedLabel
from model.completeness import Count, count_in_words, share_in_words
from model.messages import _, ngettext
from model.pathway import Pathway

ZOOMS = (400, 300, 200, 150, 100, 75, 50, 25, 10)
"""What the menu of zooms offers, in per cent: from the largest there is to the smallest."""


_LOW = "QToolButton { min-height: 14px; padding: 0 3px; }"
"""Keeps the line no higher than its words."""


class StatusLine(QFrame):
    """`zoom_chosen` asks for a zoom (1.0 is 100 %), `asked` carries the name of an action."""

    zoom_chosen = Signal(float)
    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.saved = plain_label("", "muted")
        self.counts = plain_label("", "muted")
        self.hint = ShortenedLabel()
        self.hint.setProperty("voice", "muted")
        self.completeness = self._completeness_button()
        self.zoom = self._zoom_button()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 2, 14, 4)
        row.setSpacing(18)
        row.addWidget(self.saved)
        row.addWidget(self.counts)
        row.addWidget(self.completeness)
        row.addWidget(self.hint, 1)
        row.addWidget(self.zoom)
        self.show_zoom(1.0)

    def present(self, file: OpenFile) -> None:
        self.saved.setText(saved_state(file))
        self.counts.setText(counts_in_words(file.document.pathway))

    def show_zoom(self, scale: float) -> None:
        words = _("zoom {percent} %").format(percent=round(scale * 100))
        self.zoom.setText(words)
        self.zoom.setAccessibleName(words)

    def show_completeness(self, count: Count | None) -> None:
        """Say how much of what must be there is in order; None while that is not known yet."""
        if count is None:  # keeps the room of a figure, so that nothing moves when it comes
            self.completeness.setText(_complete("100\N{NO-BREAK SPACE}%"))
            self.completeness.setMinimumWidth(self.completeness.sizeHint().width())
        words = _complete("…" if count is None else share_in_words(count))
        more = "" if count is None else count_in_words(count)
        self.completeness.setText(words)
        self.completeness.setAccessibleName(words)
        self.completeness.setAccessibleDescription(more)
        self.completeness.setToolTip(as_tooltip(more) if more else "")

    def _completeness_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("small")
        button.setStyleSheet(_LOW)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.asked.emit("completeness"))
        return button

    def _zoom_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("small")
        button.setStyleSheet(_LOW)
        button.setToolTip(as_tooltip(_("Choose a zoom")))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(_("Zoom"), button)
        for percent in ZOOMS:
            entry = menu.addAction(f"{percent} %")
            entry.triggered.connect(
                lambda _checked, percent=percent: self.zoom_chosen.emit(percent / 100)
            )
        menu.addSeparator()
        for name, words in (
            ("fit", _("Show the &whole board")),
            ("fit_selection", _("Show the &selection")),
        ):
            entry = menu.addAction(words)
            entry.triggered.connect(lambda _checked, name=name: self.asked.emit(name))
        button.setMenu(menu)
        return button


def _complete(share: str) -> str:
    return _("Complete: {share}").format(share=share)


def saved_state(file: OpenFile) -> str:
    """Say whether the work is on the disk, and since when."""
    if file.is_being_saved:
        return _("Saving…")
    if file.document.is_modified:
        return _("Unsaved changes")
    if file.path is None:
        return _("Not saved anywhere yet")
    if file.saved_at is None:
        return _("No changes")
    return _("Saved at {time}").format(time=clock(file.saved_at))


def clock(moment: datetime) -> str:
    return f"{moment:%H.%M}"


def counts_in_words(pathway: Pathway) -> str:
    stages, handovers = len(pathway.stages), len(pathway.handovers)
    return " · ".join(
        (
            ngettext("{count} stage", "{count} stages", stages).format(count=stages),
            ngettext("{count} handover", "{count} handovers", handovers).format(count=handovers),
        )
    )
