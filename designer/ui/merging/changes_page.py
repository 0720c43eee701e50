"""What has changed since another version: how much, what, and as text to be pasted elsewhere."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from designer.ui.canvas.differences import SIGNS
from designer.ui.chip_row import ChipRow
from designer.ui.labels import as_tooltip, plain_label
from designer.ui.menus import literally
from designer.ui.merging.changes_list import SHADES, ChangesList
from designer.ui.merging.rows import as_text, rows_of
from designer.ui.merging.session import Compared
from designer.ui.merging.words import count_in_words
from designer.ui.signs import icon
from designer.ui.top_bar import ShortenedLabel
from model.describe import Comparison, What
from model.messages import _
from model.pathway import Pathway


class ChangesPage(QWidget):
    """`chosen` carries the id of a record, `asked_version` the version to compare with.

    `asked_file` asks for a file to compare with, `filtered` tells that other kinds are wanted.
    """

    chosen = Signal(str)
    asked_version = Signal(object)
    asked_file = Signal()
    filtered = Signal()

    def __init__(self, known: Callable[[], Iterable[Compared]]) -> None:
        """Offer the versions that are `known` when the menu is opened, and any file."""
        super().__init__()
        self._known = known
        self._name = ""
        self._comparison = Comparison((), ())
        self._after = Pathway()
        self._language = ""
        self.versions = QToolButton()
        self.versions.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.versions.setText(_("Compare with") + " ▾")
        self.versions.setMenu(QMenu(self.versions))
        self.versions.menu().aboutToShow.connect(self._offer_versions)
        self.since = ShortenedLabel()
        self.copy = QToolButton()
        self.copy.setIcon(icon("copy"))
        self.copy.setToolTip(as_tooltip(_("Copy the list as text")))
        self.copy.setAccessibleName(_("Copy the list as text"))
        self.copy.clicked.connect(self._copy)
        kinds = (What.ADDED, What.CHANGED, What.REMOVED)
        self.chips = {what: self._chip(what) for what in kinds}
        self._chip_row = ChipRow(self.chips.values())
        self.list = ChangesList()
        self.list.chosen.connect(self.chosen)
        self.nothing = plain_label("", "muted")
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusProxy(self.list)
        self._lay_out()

    @property
    def wanted(self) -> frozenset[What]:
        """The kinds of differences that are shown."""
        return frozenset(what for what, chip in self.chips.items() if chip.isChecked())

    def show_comparison(
        self, name: str, comparison: Comparison, after: Pathway, language: str
    ) -> None:
        """Show what has changed since the version called `name`; `after` is how it is now."""
        self._name, self._comparison = name, comparison
        self._after, self._language = after, language
        self.since.put(_("Changes since: {name}").format(name=name))
        self._chip_row.say(
            {
                chip: (count_in_words(what, comparison.count(what)), str(comparison.count(what)))
                for what, chip in self.chips.items()
            }
        )
        self._list()

    def _offer_versions(self) -> None:
        menu = self.versions.menu()
        menu.clear()
        for version in self._known():
            entry = menu.addAction(literally(version.name))
            entry.triggered.connect(lambda _checked, version=version: self._ask(version))
        menu.addSeparator()
        menu.addAction(_("Another file…")).triggered.connect(self.asked_file)

    def _ask(self, version: Compared) -> None:
        self.asked_version.emit(version)

    def _list(self) -> None:
        rows = [*rows_of(self._comparison, self.wanted, self._after, self._language)]
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.nothing.setText(
            _("All changes are hidden: choose above what to show.")
            if self._comparison
            else _("There is no difference.")
        )
        self.copy.setEnabled(bool(self._comparison))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._name, self._comparison))

    def _filter(self) -> None:
        self._list()
        self.filtered.emit()

    def _chip(self, what: What) -> QToolButton:
        chip = QToolButton()
        chip.setObjectName("chip")
        chip.setIcon(icon(SIGNS[what], SHADES[what]))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setCheckable(True)
        with QSignalBlocker(chip):
            chip.setChecked(True)
        chip.toggled.connect(lambda _checked: self._filter())
        return chip

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        for row in (first, second):
            row.setContentsMargins(12, 2, 8, 2)
            row.setSpacing(6)
        first.addWidget(self.since, 1)
        first.addWidget(self.versions)
        second.addWidget(self._chip_row, 1)
        second.addWidget(self.copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.list, 1)
