"""The row above the findings: how many there are of each weight, and what of them to see."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QToolButton, QWidget

from designer.ui.chip_row import ChipRow
from designer.ui.findings.filter_menu import FilterButton, Seen
from designer.ui.findings.grouping_menu import GroupingButton
from designer.ui.findings.lines import OPEN, Group, counted, sign_of
from designer.ui.inspector.fields.boxes import Choice
from designer.ui.labels import as_tooltip, plain_label
from designer.ui.panel_switch import Below, PanelSwitch
from designer.ui.signs import icon
from model.checks import Profile
from model.messages import _

_SEARCH = 84  # pixels of the search box, at least
_WIDE_SEARCH = 220
_GAP = 6
_PAUSE = 120  # milliseconds after a letter, before the list follows


class FindingsHead(QWidget):
    """Says words where there is room, and signs where there is not; a row of parts that shrink.

    `changed`: another choice of groups or of words. `profile_chosen` carries a profile's place,
    `entered` tells that somebody goes to the findings.
    """

    changed = Signal()
    profile_chosen = Signal(int)
    entered = Signal()
    asked_list = Signal()

    def __init__(self, profiles: Sequence[Profile], see: Callable[[], Seen]) -> None:
        super().__init__()
        self.switch = PanelSwitch(Below.FINDINGS)
        self.chips = {group: self._chip(group) for group in Group}
        self._chip_row = ChipRow(self.chips.values())
        self.search = SearchBox()
        self.search.changed.connect(self.changed)
        self.search.left.connect(self.asked_list)
        self.filters = FilterButton(see)
        self.grouping = GroupingButton()
        self.fold = QToolButton()
        self.fold.setProperty("quiet", True)  # noqa: FBT003 - Qt's property for the style sheet
        self.fold.clicked.connect(self.grouping.asked_all)
        self._checked_for = plain_label(_("Checked for"), "muted")
        self.profiles = _profile_box(profiles)
        self.profiles.activated.connect(self.profile_chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 10, 2)
        row.setSpacing(_GAP)
        row.addWidget(self.switch)
        row.addWidget(self._chip_row)
        for part in (
            self.search, self.filters, self.grouping, self.fold, self._checked_for, self.profiles,
        ):  # fmt: skip
            row.addWidget(part)

    @property
    def groups(self) -> frozenset[Group]:
        """The groups that are to be shown."""
        return frozenset(group for group, chip in self.chips.items() if chip.isChecked())

    def show_open(self) -> None:
        """Show all findings that are still to be dealt with; search for nothing."""
        for group in OPEN:
            with QSignalBlocker(self.chips[group]):
                self.chips[group].setChecked(True)
        self.search.empty()

    def count(self, counts: Mapping[Group, int]) -> None:
        """Say how many lines each group has; without any, only open findings keep their chip."""
        for group, chip in self.chips.items():
            chip.setVisible(group in OPEN or bool(counts.get(group)))
            if chip.property("none") is not (not counts.get(group)):
                chip.setProperty("none", not counts.get(group))
                chip.style().polish(chip)
        self._chip_row.say(
            {
                chip: (counted(group, counts.get(group, 0)), str(counts.get(group, 0)))
                for group, chip in self.chips.items()
            }
        )

    def offer_folding(self, *, can_fold: bool, can_unfold: bool) -> None:
        """Offer to unfold all lines, or to fold them, where there is anything to fold."""
        words = _("&Unfold all lines") if can_unfold else _("&Fold all lines")
        self.grouping.say_all(words if can_fold else "")
        self.fold.setEnabled(can_fold)
        self.fold.setIcon(icon("chevron-down" if can_unfold else "chevron-up"))
        self.fold.setToolTip(words.replace("&", ""))
        self.fold.setAccessibleName(words.replace("&", ""))

    def minimumSizeHint(self) -> QSize:
        """Return what is needed with the panels in one button, and without what is spared first."""
        least = super().minimumSizeHint().width()
        for part in (self.fold, self._checked_for):
            least -= 0 if part.isHidden() else _with_gap(part)
        if not self.filters.is_short:
            least -= self.filters.word_width
        if self.switch.minimumWidth():
            least -= self._switch_width
        return QSize(least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give room to what matters most, as long as there is any."""
        super().resizeEvent(event)
        room = self.width() - self.minimumSizeHint().width() - self._switch_width
        self.switch.setMinimumWidth(self.switch.sizeHint().width() if room >= 0 else 0)
        room -= _with_gap(self.fold)
        self.fold.setVisible(room >= 0)
        room -= self.filters.word_width
        self.filters.shorten(short=room < 0)
        chips = self._chip_row
        room -= chips.sizeHint().width() - chips.minimumSizeHint().width()
        self._checked_for.setVisible(room >= _with_gap(self._checked_for))

    @property
    def _switch_width(self) -> int:
        """How many pixels more all panels take beside each other."""
        return self.switch.sizeHint().width() - self.switch.minimumSizeHint().width()

    def _chip(self, group: Group) -> QToolButton:
        chip = QToolButton()
        chip.setObjectName("chip")
        chip.setIcon(sign_of(group))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setCheckable(True)
        chip.setChecked(group in OPEN)
        chip.setToolTip(_("Show or hide these"))
        chip.setProperty("group", str(group))
        chip.toggled.connect(self.changed)
        chip.clicked.connect(self.entered)
        return chip


class SearchBox(QLineEdit):
    """Tells of words when no further letter comes; Down goes to what was found, Esc empties it."""

    changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText(_("Search"))
        self.setAccessibleName(_("Search the findings"))
        self.setToolTip(_("Search the findings: all of the words, in any order"))
        self.setClearButtonEnabled(True)
        self.setMaxLength(200)
        self.setMinimumWidth(_SEARCH)
        self.setMaximumWidth(_WIDE_SEARCH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.changed)
        self.textChanged.connect(lambda _text: self._pause.start())

    def empty(self) -> None:
        """Search for nothing, without telling."""
        self.clear()
        self._pause.stop()

    def sizeHint(self) -> QSize:
        return QSize(_SEARCH, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pause.stop()
            self.changed.emit()
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _with_gap(part: QWidget) -> int:
    return part.sizeHint().width() + _GAP


def _profile_box(profiles: Sequence[Profile]) -> Choice:
    box = Choice()
    box.setAccessibleName(_("Profile of the checks"))
    box.addItems([_(profile.title) for profile in profiles])
    for place, profile in enumerate(profiles):
        box.setItemData(place, as_tooltip(_(profile.use)), Qt.ItemDataRole.ToolTipRole)
    return box
