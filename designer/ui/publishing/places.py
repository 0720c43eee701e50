"""What stands in the way or is to be looked at, each with the place where it is put right."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from designer.publishing.gate import Reason, Verdict, Why
from designer.ui.labels import as_tooltip
from designer.ui.signs import severity_icon
from model.checks import Finding
from model.codes import Severity
from model.ids import Id
from model.messages import _

_PLACE: Final = Qt.ItemDataRole.UserRole
NO_PLACE: Final = frozenset({Why.SAME_PATHWAY, Why.UNREADABLE})
"""Reasons that are put right elsewhere than in the pathway."""


class Place(NamedTuple):
    """One thing to look at: how heavy, in words, and where (None: said of the whole pathway)."""

    severity: Severity
    words: str
    about: Id | None = None
    field: str = ""
    leads: bool = True
    may_be_accepted: bool = False


class PlacesList(QListWidget):
    """`gone_to` carries the place that was clicked, or where Enter was pressed."""

    gone_to = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("What stops publishing, and warnings"))
        self.setWordWrap(True)
        self.setIconSize(QSize(18, 18))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._go)

    def present(self, places: Sequence[Place]) -> None:
        self.clear()
        for place in places:
            item = QListWidgetItem(severity_icon(place.severity), place.words)
            item.setData(_PLACE, place)
            item.setToolTip(as_tooltip(_("Go to the place") if place.leads else ""))
            self.addItem(item)

    @property
    def places(self) -> list[Place]:
        return [self.item(row).data(_PLACE) for row in range(self.count())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and item:
            self._go(item)
        else:
            super().keyPressEvent(event)

    def _go(self, item: QListWidgetItem) -> None:
        place = item.data(_PLACE)
        if place.leads:
            self.gone_to.emit(place)


def places_of(verdict: Verdict) -> Iterator[Place]:
    """Yield what stands in the way, then the warnings."""
    yield from map(place_of, verdict.reasons)
    yield from map(_of_finding, verdict.warnings)


def place_of(reason: Reason) -> Place:
    leads = reason.why not in NO_PLACE
    may_be_accepted = reason.why is Why.FINDING
    return Place(Severity.ERROR, reason.words, reason.about, reason.field, leads, may_be_accepted)


def _of_finding(finding: Finding) -> Place:
    return Place(finding.severity, finding.message, finding.about, finding.field)
