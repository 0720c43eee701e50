"""What is to be known of one pathway before it is published: approval, obstacles, changes."""

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from designer.publishing.gate import Verdict, Why
from designer.publishing.plan import Entry, Fate
from designer.publishing.words import FATES, approval_in_words
from designer.ui.labels import plain_label
from designer.ui.publishing.places import Place, PlacesList, place_of, places_of
from designer.ui.saving.differences import DifferencesView
from model.codes import Severity
from model.messages import _, ngettext


class Shown(Enum):
    """Which differences are shown."""

    SINCE_PUBLISHED = auto()
    SINCE_APPROVED = auto()


_TABS: Final = (Shown.SINCE_PUBLISHED, Shown.SINCE_APPROVED)


class Details(QWidget):
    """Shows an entry of a plan; of the pathway that is open also what stops its approval.

    `approved` asks for the approval, `gone_to` carries a place to go to, `opened` asks for the
    entry's file, `withdrawn` tells whether it is to be taken off the site.
    """

    approved = Signal()
    gone_to = Signal(object)
    opened = Signal()
    withdrawn = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.title = plain_label("", "title")
        self.fate = plain_label("", "strong")
        self.approval = plain_label("", "muted")
        self.since = plain_label("")
        self.approving = QPushButton(_("Approve for publishing…"))
        self.approving.setObjectName("primary")
        self.approving.clicked.connect(self.approved)
        self.opening = QPushButton(_("Open the pathway"))
        self.opening.clicked.connect(self.opened)
        self.withdrawing = QCheckBox(_("Take it off the site"))
        self.withdrawing.clicked.connect(self.withdrawn)
        self.heading = plain_label("", "label")
        self.places = PlacesList()
        self.places.gone_to.connect(self.gone_to)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setAccessibleName(_("Which changes"))
        self.tabs.addTab(_("Changes since the last publication"))
        self.tabs.addTab(_("Edited since the approval"))
        self.tabs.currentChanged.connect(lambda _place: self._present_changes())
        self.changes = DifferencesView()
        self._entry: Entry | None = None
        self._lay_out()
        self.clear()

    def clear(self) -> None:
        """Show nothing: there is nothing to be said yet."""
        self._entry = None
        for part in self._parts:
            part.hide()

    def present(self, entry: Entry, ready: Verdict | None) -> None:
        """Show an entry; `ready` says of the open pathway whether it could be approved now."""
        self._entry = entry
        for part in self._parts:
            part.show()
        self.title.setText(entry.title)
        self.fate.setText(_fate(entry))
        self._present_approval(entry, ready)
        self._present_places(entry, ready)
        self.withdrawing.setVisible(
            entry.fate in {Fate.STAYS, Fate.WITHDRAWN}
            or (entry.fate is Fate.LEFT_OUT and entry.site is not None)
        )
        self.withdrawing.setChecked(entry.fate is Fate.WITHDRAWN)
        self.opening.setVisible(ready is None and entry.file is not None)
        self.tabs.setVisible(entry.unapproved is not None)
        if entry.unapproved is None:
            self.tabs.setCurrentIndex(0)
        elif entry.changes is None:
            self.tabs.setCurrentIndex(1)
        self._present_changes()

    def _present_approval(self, entry: Entry, ready: Verdict | None) -> None:
        said = entry.verdict
        approval = said.approval if said is not None else None
        self.approval.setText(approval_in_words(approval) if approval else "")
        self.approval.setVisible(approval is not None)
        self.since.setText(_since(entry))
        self.since.setVisible(bool(self.since.text()))
        may_need = approval is None or entry.unapproved is not None or bool(entry.reasons)
        self.approving.setVisible(ready is not None and may_need)
        self.approving.setEnabled(ready is not None and not ready.reasons)

    def _present_places(self, entry: Entry, ready: Verdict | None) -> None:
        """Of the open pathway tell what is there to be put right now, not in the approved state."""
        if ready is None:
            places = list(places_of(entry.verdict)) if entry.verdict else []
            stops = [place_of(reason) for reason in entry.reasons]
            places = [*stops, *(each for each in places if each not in stops)]
        else:
            ours = {Why.LANGUAGE, Why.SAME_PATHWAY, Why.SAME_ADDRESS, Why.UNREADABLE, Why.ARCHIVED}
            stops = [place_of(reason) for reason in entry.reasons if reason.why in ours]
            places = [*stops, *(each for each in places_of(ready) if each not in stops)]
        self.places.present(places)
        self.heading.setText(_heading(places))
        self._above.setVisible(bool(places))

    def _present_changes(self) -> None:
        entry = self._entry
        if entry is None:
            return
        shown = _TABS[self.tabs.currentIndex()]
        changes = entry.changes if shown is Shown.SINCE_PUBLISHED else entry.unapproved
        if changes is not None:
            self.changes.present(changes)
        else:
            self.changes.say(_why_no_changes(entry))
        self._below.setVisible(bool(self.changes.toPlainText()))

    def _lay_out(self) -> None:
        for label in (self.title, self.fate, self.approval, self.since, self.heading):
            label.setWordWrap(True)
        acts = QHBoxLayout()
        acts.setContentsMargins(0, 4, 0, 4)
        for act in (self.approving, self.opening, self.withdrawing):
            acts.addWidget(act)
        acts.addStretch(1)
        self._above = above = QWidget()
        upper = QVBoxLayout(above)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.addWidget(self.heading)
        upper.addWidget(self.places, 1)
        self._below = below = QWidget()
        lower = QVBoxLayout(below)
        lower.setContentsMargins(0, 0, 0, 0)
        lower.addWidget(self.tabs)
        lower.addWidget(self.changes, 1)
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(above)
        both.addWidget(below)
        both.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(self.title)
        column.addWidget(self.fate)
        column.addWidget(self.approval)
        column.addWidget(self.since)
        column.addLayout(acts)
        column.addWidget(both, 1)
        column.addStretch(0)
        self._parts: tuple[QWidget, ...] = (
            self.title,
            self.fate,
            self.approval,
            self.since,
            self.approving,
            self.opening,
            self.withdrawing,
            both,
        )


def _fate(entry: Entry) -> str:
    if entry.fate is Fate.LEFT_OUT and entry.site is not None:
        return _("Does not go out; what was published of it earlier stays as it is.")
    return f"{_(FATES[entry.fate])}."


def _since(entry: Entry) -> str:
    """Say what stands between the approval and the pathway as it is now."""
    if entry.unapproved is not None:
        return _("It was edited after the approval; those changes do not go out.")
    said = entry.verdict
    if said is not None and said.content is None and entry.reasons:
        return entry.reasons[0].words
    return ""


def _heading(places: list[Place]) -> str:
    stops = [place for place in places if place.severity is Severity.ERROR]
    if stops and all(place.may_be_accepted for place in stops):
        return ngettext(
            "{count} thing stops publishing: put it right, or accept it with a reason",
            "{count} things stop publishing: put them right, or accept them with a reason",
            len(stops),
        ).format(count=len(stops))
    if stops:
        return ngettext(
            "{count} thing stops publishing: put it right",
            "{count} things stop publishing: put them right",
            len(stops),
        ).format(count=len(stops))
    return ngettext(
        "{count} warning; warnings do not stop publishing",
        "{count} warnings; warnings do not stop publishing",
        len(places),
    ).format(count=len(places))


def _why_no_changes(entry: Entry) -> str:
    match entry.fate:
        case Fate.NEW:
            return _("It has not been published in this folder before.")
        case Fate.UNCHANGED:
            return _("Nothing has changed since the last publication.")
        case Fate.STAYS:
            return _(
                "It was published from a file that is not among these. It stays on the site "
                "until somebody takes it off."
            )
        case Fate.WITHDRAWN:
            return _("Its pages and data are removed from the folder.")
        case _:
            return ""
