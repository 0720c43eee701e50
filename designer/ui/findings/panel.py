"""The findings panel: what the checks say of the pathway, live, and why."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QSplitter, QVBoxLayout, QWidget

from designer.ui.findings.asking import Asking
from designer.ui.findings.explanation import Explanation
from designer.ui.findings.filter_menu import Seen
from designer.ui.findings.filters import Filter, Only, passing
from designer.ui.findings.going import Going
from designer.ui.findings.grouping import Around, By, Row, rows_of, rows_of_rules
from designer.ui.findings.head import FindingsHead
from designer.ui.findings.latest import Latest
from designer.ui.findings.lines import OPEN, FindingLine
from designer.ui.findings.marking import Marks
from designer.ui.findings.notice import HiddenNotice
from designer.ui.findings.settling import Settling
from designer.ui.findings.tree import ROW_HEIGHT, FindingsTree
from designer.ui.findings.tree_model import FindingsModel
from designer.ui.labels import plain_label
from model.checks import PROFILES, Finding, Profile, Report
from model.document import Changed, Document
from model.ids import Id
from model.messages import _

_LATER = 30  # milliseconds from a report to its list


class FindingsPanel(QFrame):
    """Asks the rules again after each change, as soon as nothing more urgent is to be done.

    `revealed` carries the id of the record that a finding is about and the field where it is put
    right ('' when it is not one), `edited` the same when somebody wants to write there. `chosen`
    carries the ids of all that some findings are about, `reported` what the board is to mark,
    `profile_chosen` the name of the profile. `entered`: somebody goes to the findings.
    """

    revealed = Signal(str, str)
    edited = Signal(str, str)
    chosen = Signal(object)
    reported = Signal(object)
    profile_chosen = Signal(str)
    entered = Signal()

    def __init__(
        self,
        document: Document,
        profile: Profile,
        today: Callable[[], date] = date.today,
        profiles: tuple[Profile, ...] = PROFILES,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._document = document
        self._known_profiles = profiles
        self._filter = Filter()
        self._by = By.RULE
        self._selected: frozenset[Id] = frozenset()
        self._follows_selection = False
        self._is_showing = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER)
        self._later.timeout.connect(self._come_up)
        self._asking = Asking(self, document, profile, today)
        self.settling = Settling(self, document, today, self._asking)
        self._latest = Latest(document, self._asking, self.settling.given)
        self._build()
        self._asking.answered.connect(self._take_report)

    # What others ask

    @property
    def report(self) -> Report:
        return self._asking.report

    @property
    def profile(self) -> Profile:
        """The profile by which the rules are asked."""
        return self._asking.profile

    @property
    def marks(self) -> Marks:
        """What the board is to mark."""
        return self._asking.marks

    @property
    def lines(self) -> list[FindingLine]:
        """The lines that are shown, from top to bottom, also those that are folded."""
        self._come_up()
        return list(self.model.lines())

    @property
    def shows_any(self) -> bool:
        """Whether there is any line to be shown."""
        self._come_up()
        return self.model.rowCount() > 0

    @property
    def current(self) -> FindingLine | None:
        """The line that is chosen, None when none is, or one that stands for several."""
        self._come_up()
        return self.model.line(self.view.currentIndex())

    @property
    def current_finding(self) -> Finding | None:
        """The finding that is chosen, open or accepted; None when none is."""
        return self.current.finding if self.current is not None else None

    # Following

    def follow(self, notice: Changed) -> None:
        """Ask again, soon, what the change reached."""
        self._latest.follow(notice)
        self._asking.follow(notice)

    def follow_selection(self, ids: tuple[Id, ...]) -> None:
        """Take what is selected on the board; what this panel itself revealed changes nothing."""
        if self._going.is_revealing:
            return
        self._selected = frozenset(ids)
        if self._follows_selection:
            self._want(self._filter._replace(selected=self._selected))

    def refresh(self) -> None:
        """Ask the rules now what is still to be asked."""
        self._asking.refresh()
        if not self.isHidden():
            self._come_up()

    def set_language(self, language: str) -> None:
        """Read reasons and tasks in another language of the pathway, and write them in it."""
        self.settling.language = language
        self.refresh()

    def choose_profile(self, profile: Profile) -> None:
        """Ask by another profile."""
        self.profiles.setCurrentIndex(self._known_profiles.index(profile))
        self._asking.ask_by(profile)
        if not self.isHidden():
            self._come_up()
        self.profile_chosen.emit(profile.name)

    # What is shown

    def show_only(
        self,
        rules: frozenset[str] = frozenset(),
        about: frozenset[Id] = frozenset(),
        words: str = "",
    ) -> None:
        """Show the findings of these rules about these records alone, until that is taken back.

        No `rules` are all rules, no `about` all records; the pathway's id stands for what is
        about it as a whole. `words` say to people what is shown. Other filters are taken away.
        """
        self.head.show_open()
        self._follows_selection = False
        self._want(Filter(self.head.groups, only=Only(rules, about, words)))
        self.entered.emit()

    def show_all(self) -> None:
        """Show every finding that is still to be dealt with."""
        self.head.show_open()
        self._follows_selection = False
        self._want(Filter(self.head.groups))

    def group(self, by: By) -> None:
        """Put together what has this in common."""
        self._by = by
        self.head.grouping.choices[by].setChecked(True)
        self._show()

    def choose_line(self, line: FindingLine) -> None:
        """Choose a line that is shown, without going anywhere."""
        self._come_up()
        for index in self.model.leaves():
            if self.model.line(index) == line:
                self.view.choose(index)

    def step(self, by: int) -> None:
        """Go to the next finding that is shown (1), or to the one before (-1), round and round."""
        self._going.step(by)

    def _build(self) -> None:
        self.model = FindingsModel()
        self.view = FindingsTree(self.model)
        self.setFocusProxy(self.view)
        self._lead_on()
        self.view.selectionModel().currentRowChanged.connect(self._explain)
        self.view.selectionModel().currentRowChanged.connect(self._enter)
        self.view.expanded.connect(self._offer_folding)
        self.view.collapsed.connect(self._offer_folding)
        self.explanation = Explanation(self.settling)
        self.settling.begun.connect(self.view.go_on)
        self.nothing = plain_label("", "muted")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nothing.setWordWrap(True)
        self._build_head()
        self.notice = HiddenNotice()
        self.notice.asked_all.connect(self.show_all)
        self.notice.dropped.connect(lambda: self._want(self._filter._replace(only=None)))
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
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
        column.addWidget(self.head)
        column.addWidget(self.notice)
        column.addWidget(self.nothing, 1)
        column.addWidget(self.split, 1)

    def _lead_on(self) -> None:
        self._going = Going(self, self.view, self.model, self._document, self.settling)
        self._going.revealed.connect(self.revealed)
        self._going.edited.connect(self.edited)
        self._going.chosen.connect(self.chosen)
        self._going.entered.connect(self.entered)

    def _build_head(self) -> None:
        self.head = FindingsHead(self._known_profiles, self._seen)
        self.switch = self.head.switch
        self.chips = self.head.chips
        self.profiles = self.head.profiles
        self.profiles.setCurrentIndex(self._known_profiles.index(self._asking.profile))
        self.head.profile_chosen.connect(
            lambda place: self.choose_profile(self._known_profiles[place])
        )
        self.head.changed.connect(self._take_head)
        self.head.entered.connect(self.entered)
        self.head.asked_list.connect(self._go_to_list)
        self.head.filters.changed.connect(self._want)
        self.head.filters.follows.connect(self._follow_selection)
        self.head.filters.asked_all.connect(self.show_all)
        self.head.grouping.chosen.connect(self.group)
        self.head.grouping.asked_all.connect(self._fold_all)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._come_up()

    def _come_up(self) -> None:
        """Show the last report; the board and what is typed go before, so this may still wait."""
        self._later.stop()
        if self._latest.is_due:
            self._show()

    def _take_report(self) -> None:
        if self.isHidden():
            self._latest.fall_behind()
        else:
            self._latest.take()
        self.reported.emit(self.marks)
        if not self.isHidden():
            self._later.start()

    def _take_head(self) -> None:
        self._want(self._filter._replace(groups=self.head.groups, words=self.head.search.text()))

    def _follow_selection(self, follows: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._follows_selection = follows
        self._want(self._filter._replace(selected=self._selected if follows else frozenset()))

    def _want(self, chosen: Filter) -> None:
        self._filter = chosen
        if self.isHidden():
            self._latest.fall_behind()
        else:
            self._show()

    def _show(self) -> None:
        may_say_else = self._latest.come_up()
        counts = self._latest.lines.counts
        self.head.count(counts)
        rows, open_shown = self._arranged()
        hidden = sum(counts[group] for group in OPEN) - open_shown
        with self._showing():
            self.view.show_rows(rows)
        if may_say_else:
            self.view.viewport().update()
        self._explain()
        self.head.filters.present(self._filter, follows=self._follows_selection)
        self.notice.say(hidden, self._filter.only)
        self._offer_folding()
        self.split.setVisible(bool(rows))
        self.nothing.setVisible(not rows)
        self.nothing.setText(
            _("Some findings are hidden: choose above what to show.")
            if any(counts.values())
            else _("The rules of the profile “{profile}” find nothing.").format(
                profile=_(self._asking.profile.title)
            )
        )

    def _arranged(self) -> tuple[tuple[Row, ...], int]:
        """Return the rows to show, and how many open findings are among them."""
        around = Around(self._latest.where, self._latest.given)
        if self._by is By.RULE and self._filter == Filter():  # as it mostly is
            return rows_of_rules(self._latest.lines.by_rule, around), len(self.report.findings)
        shown = passing(self._latest.lines.all, self._filter, self._latest.where)
        groups = [line.group for line in shown]
        return rows_of(shown, self._by, around), sum(map(groups.count, OPEN))

    @contextmanager
    def _showing(self) -> Iterator[None]:
        self._is_showing = True
        try:
            yield
        finally:
            self._is_showing = False

    def _seen(self) -> Seen:
        self._come_up()
        lines = (line for line in self._latest.lines.all if line.group in self._filter.groups)
        return Seen(tuple(lines), self._latest.where, self._document.pathway)

    def _fold_all(self) -> None:
        self.view.toggle_all()
        self._offer_folding()

    def _offer_folding(self) -> None:
        if not self._is_showing:
            self.head.offer_folding(can_fold=self.view.can_fold, can_unfold=self.view.can_unfold)

    # What the user does in the list

    def _explain(self) -> None:
        """Explain the current line; of several alike, their rule."""
        if self._is_showing:
            return
        row = self.view.row
        line = _line(row)
        if row is not None and line is None and row.rule:
            line = FindingLine(row.group, row.rule, None, (), row.text)
        self.explanation.show_line(line)

    def _enter(self) -> None:
        # Under a pressed button the lines stay where they are, or the click would go astray.
        no_button = QApplication.mouseButtons() is Qt.MouseButton.NoButton
        if self.view.currentIndex().isValid() and no_button and not self._is_showing:
            self.entered.emit()

    def _go_to_list(self) -> None:
        if not self.view.currentIndex().isValid():
            self.view.choose(self.model.index(0, 0))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)


def _line(row: Row | None) -> FindingLine | None:
    return row.line if row is not None else None
