"""The findings panel: what the checks say of the pathway, live, and why."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QSplitter,
    QTableView,
    QToolButton,
    QVBoxLayout,
)

from designer.ui.chip_row import ChipRow
from designer.ui.findings.explanation import Explanation
from designer.ui.findings.menu import open_menu
from designer.ui.findings.settling import Settling
from designer.ui.findings.table import (
    FindingLine,
    FindingsTable,
    Group,
    counted,
    lines_of,
    sign_of,
)
from designer.ui.inspector.fields.boxes import Choice
from designer.ui.labels import as_tooltip, plain_label
from designer.ui.panel_switch import Below, PanelSwitch
from designer.ui.top_bar import ShortenedLabel
from model.checks import PROFILES, Finding, LiveChecks, Profile, Report
from model.codes import Severity
from model.document import Changed, Document
from model.ids import Id
from model.messages import _

ROW_HEIGHT = 30  # pixels

Marks = dict[Id, tuple[Severity, int]]


class FindingsPanel(QFrame):
    """Asks the rules again after each change, as soon as nothing more urgent is to be done.

    `revealed` carries the id of the record that a finding is about, `chosen` the ids of all that
    some findings are about, `reported` what the board
    is to mark, `profile_chosen` the name of the profile. `entered`: somebody goes to the findings.
    """

    revealed = Signal(str)
    chosen = Signal(object)
    reported = Signal(object)
    profile_chosen = Signal(str)
    entered = Signal()

    def __init__(
        self, document: Document, profile: Profile, today: Callable[[], date] = date.today
    ) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._document = document
        self._today = today
        self._touched: set[Id] = set()
        self._begin(profile)
        self.settling = Settling(self, document, today, lambda: self._checks)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.refresh)
        self._build()
        self._show()

    @property
    def report(self) -> Report:
        return self._checks.report

    @property
    def marks(self) -> Marks:
        """What the board is to mark."""
        return _marks(self._checks.report)

    @property
    def current(self) -> FindingLine | None:
        """The line that is chosen, None when none is."""
        row = self.view.currentIndex().row()
        return self.table.lines[row] if 0 <= row < len(self.table.lines) else None

    @property
    def current_finding(self) -> Finding | None:
        """The finding that is chosen, open or accepted; None when none is."""
        return self.current.finding if self.current is not None else None

    def follow(self, notice: Changed) -> None:
        """Ask again, soon, what the change reached."""
        self._touched |= notice.change.touched
        self._later.start()

    def refresh(self) -> None:
        """Ask the rules now what is still to be asked."""
        self._later.stop()
        if self._day != self._today():
            self._begin(self._profile)
        elif self._touched:
            self._checks.follow(self._document.pathway, self._touched)
        self._touched.clear()
        self._show()

    def choose_profile(self, profile: Profile) -> None:
        """Ask by another profile."""
        self._begin(profile)
        self.profiles.setCurrentIndex(PROFILES.index(profile))
        self._show()
        self.profile_chosen.emit(profile.name)

    def _begin(self, profile: Profile) -> None:
        self._profile = profile
        self._day = self._today()
        self._checks = LiveChecks(self._document.pathway, profile, self._day)
        self._touched.clear()

    def _build(self) -> None:
        self.table = FindingsTable()
        self.view = _table_view(self.table)
        self.setFocusProxy(self.view)
        self.view.clicked.connect(self._reveal)
        self.view.clicked.connect(self.entered)
        self.view.activated.connect(self._reveal)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self.view.selectionModel().currentRowChanged.connect(self._explain)
        self.explanation = Explanation(self.settling)
        self.nothing = plain_label("", "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self.chips = {group: self._chip(group) for group in Group}
        self.profiles = Choice()
        self.profiles.setAccessibleName(_("Profile of the checks"))
        self.profiles.addItems([_(profile.title) for profile in PROFILES])
        self.profiles.setCurrentIndex(PROFILES.index(self._profile))
        self.profiles.activated.connect(lambda place: self.choose_profile(PROFILES[place]))
        for place, profile in enumerate(PROFILES):
            tip = as_tooltip(_(profile.use))
            self.profiles.setItemData(place, tip, Qt.ItemDataRole.ToolTipRole)
        top = QHBoxLayout()
        top.setContentsMargins(12, 6, 10, 2)
        top.setSpacing(8)
        self.switch = PanelSwitch(Below.FINDINGS)
        top.addWidget(self.switch)
        top.addSpacing(8)
        self._row = ChipRow(self.chips.values())
        top.addWidget(self._row, 1)
        checked_for = ShortenedLabel()
        checked_for.setProperty("voice", "muted")
        checked_for.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        checked_for.put(_("Checked for"))
        top.addWidget(checked_for)
        top.addWidget(self.profiles)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.addWidget(self.view)
        self.split.addWidget(self.explanation)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([1300, 480])
        for body in (self.nothing, self.split):
            body.setMinimumHeight(ROW_HEIGHT + 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.split, 1)

    def _chip(self, group: Group) -> QToolButton:
        chip = QToolButton()
        chip.setObjectName("chip")
        chip.setIcon(sign_of(group))
        chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        chip.setCheckable(True)
        chip.setChecked(group in (Group.ERROR, Group.WARNING, Group.INFO))
        chip.setToolTip(_("Show or hide these"))
        chip.setProperty("group", str(group))
        chip.toggled.connect(self._show)
        chip.clicked.connect(self.entered)
        return chip

    def _show(self) -> None:
        every = lines_of(self._checks.report)
        counts = Counter(line.group for line in every)
        self._row.say(
            {
                chip: (counted(group, counts[group]), str(counts[group]))
                for group, chip in self.chips.items()
            }
        )
        for group, chip in self.chips.items():
            chip.setProperty("none", not counts[group])
            chip.style().polish(chip)
        chosen = self.current
        lines = [line for line in every if self.chips[line.group].isChecked()]
        self.table.show(lines)
        if chosen in lines:
            self.view.selectRow(lines.index(chosen))
        else:
            self.explanation.show_line(None)
        self.split.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        self.nothing.setText(
            _("Some findings are hidden: choose above what to show.")
            if counts.total()
            else _("The rules of the profile “{profile}” find nothing.").format(
                profile=_(self._profile.title)
            )
        )
        self.reported.emit(self.marks)

    def _explain(self, current: QModelIndex) -> None:
        row = current.row()
        chosen = 0 <= row < len(self.table.lines)
        self.explanation.show_line(self.table.lines[row] if chosen else None)
        # Under a pressed button the lines stay where they are, or the click would go astray.
        if chosen and QApplication.mouseButtons() is Qt.MouseButton.NoButton:
            self.entered.emit()

    def _open_menu(self, at: QPoint) -> None:
        open_menu(self.view, at, self.table.lines, self.chosen.emit)

    def _reveal(self, index: QModelIndex) -> None:
        line = self.table.lines[index.row()]
        targets = [id for id in (line.about, *line.also) if id in self._document.pathway]
        self.revealed.emit(targets[0] if targets else self._document.pathway.info.id)


def _table_view(table: FindingsTable) -> QTableView:
    view = QTableView()
    view.setModel(table)
    view.setAccessibleName(_("Findings"))
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    view.horizontalHeader().hide()
    view.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
    view.horizontalHeader().resizeSection(0, 120)
    view.horizontalHeader().resizeSection(1, 330)
    view.horizontalHeader().setStretchLastSection(True)
    return view


def _marks(report: Report) -> Marks:
    """Count the findings of each record, and keep the heaviest severity."""
    marks: Marks = {}
    for finding in report.findings:  # heaviest first
        for id in (finding.about,) if finding.about is not None else finding.also:
            severity, count = marks.get(id, (finding.severity, 0))
            marks[id] = (severity, count + 1)
    return marks
