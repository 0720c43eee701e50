"""Other versions of the open pathway: what has changed, what is to be settled, milestones."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from designer.merging import OpenQuestion
from designer.ui.canvas.view import BoardView
from designer.ui.labels import as_tooltip
from designer.ui.merging.changes_page import ChangesPage
from designer.ui.merging.milestones_page import MilestoneLine, MilestonesPage
from designer.ui.merging.questions_page import QuestionsPage
from designer.ui.merging.session import Compared, Page, Session
from designer.ui.merging.settling import answered, asked_now
from designer.ui.merging.words import (
    called,
    counts_in_words,
    known_versions,
    milestone_version,
    moment_in_words,
    saved_version,
    without_milestones,
)
from designer.ui.signs import icon
from model.describe import Comparison, What, compare
from model.document import Changed, Document
from model.merge import Side
from model.messages import _
from model.pathway import Pathway
from model.records import Milestone

CALM: Final = 300
"""Milliseconds without a change, after which versions are compared again."""


class MergingPanel(QFrame):
    """Works on a board's document while it is seen; marks on the board what differs.

    `revealed` carries the id of a record to be shown, `closed` that the panel is to go.
    """

    revealed = Signal(str)
    closed = Signal()

    def __init__(self, board: BoardView, session: Session) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._board = board
        self._document: Document = board.document
        self.session = session
        self._asked: OpenQuestion | None = None
        self._has_asked = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(CALM)
        self._later.timeout.connect(self.present)
        self.changes = ChangesPage(self._known_versions)
        self.questions = QuestionsPage()
        self.milestones = MilestonesPage()
        self.segments: dict[Page, QToolButton] = {}
        self._lay_out()
        self._connect()

    # What others ask

    def go_to(self, page: Page) -> None:
        """Show a page, with the keys in it."""
        self.session.page = page
        self.present()
        if page is Page.QUESTIONS:
            self.questions.take_focus()
            self._reveal_asked()
        else:
            shown = self.changes if page is Page.CHANGES else self.milestones
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def compare_with(self, version: Compared) -> None:
        """Show what has changed since a version."""
        self.session.compared = version
        self.go_to(Page.CHANGES)

    def follow(self, notice: Changed) -> None:
        """Come up to a change of the pathway; comparing waits until nothing more changes."""
        del notice
        if not self.isHidden():
            self._later.start()
            self._present_questions()

    @property
    def is_waiting(self) -> bool:
        """Whether there was a change that is still to be compared."""
        return self._later.isActive()

    def present(self) -> None:
        """Bring the page that is shown up to the pathway."""
        self._later.stop()
        page = self.session.page
        for each, segment in self.segments.items():
            segment.setChecked(each is page)
        self._pages.setCurrentIndex(page)
        self._present_questions()
        if page is Page.CHANGES:
            self._present_changes()
        elif page is Page.MILESTONES:
            self._present_milestones()
        if page is not Page.CHANGES:
            self._board.differences.show({})

    # Changes

    def _known_versions(self) -> list[Compared]:
        pathway, saved = self._document.pathway, self._document.state.saved
        return [*known_versions(pathway, saved, self._board.language)]

    def _present_changes(self) -> None:
        version = self.session.compared or saved_version(self._document.state.saved)
        now = self._document.pathway
        comparison = self._compared(version.pathway)
        self.changes.show_comparison(version.name, comparison, now, self._board.language)
        self._mark(comparison)

    def _compared(self, before: Pathway) -> Comparison:
        after = without_milestones(self._document.pathway)
        return compare(without_milestones(before), after, self._board.language)

    def _mark(self, comparison: Comparison) -> None:
        wanted = self.changes.wanted - {What.REMOVED}
        differing = (each for part in comparison.parts for each in part.differences)
        marks = {each.id: each.what for each in differing if each.what in wanted}
        self._board.differences.show(marks)

    # Questions

    @property
    def open_questions(self) -> tuple[OpenQuestion, ...]:
        """What is still to be settled."""
        return self.session.still_open(self._document.pathway)

    def _present_questions(self) -> None:
        pathway, language = self._document.pathway, self._board.language
        there = self.open_questions
        self.segments[Page.QUESTIONS].setText(
            _("To settle ({count})").format(count=len(there)) if there else _("To settle")
        )
        self.questions.tell_rest(self.session.left_as_notes(pathway), self.session.places)
        if self._asked not in there:
            self._asked = there[0] if there else None
        if self._asked is None:
            self.questions.show_nothing(self._why_nothing())
        else:
            asked = asked_now(self._asked, pathway, language)
            place = there.index(self._asked) + 1
            self._has_asked = True
            self.questions.show_question(asked, self._asked.name, place, len(there))

    def _why_nothing(self) -> str:
        if self._has_asked:
            return _("Everything is settled.")
        return _("Nothing is to be settled. Joining files brings questions here.")

    def _answer(self, side: Side) -> None:
        asked = self._asked
        if asked is not None:
            self._asked = self._following(asked)
            pathway = self._document.pathway
            self._document.do(answered(asked, pathway, side, self._board.language))
            self._reveal_asked()

    def _leave(self) -> None:
        asked = self._asked
        if asked is not None:
            self._asked = self._following(asked)
            self.session.left |= {asked.note}
            self._present_questions()
            self._reveal_asked()

    def _following(self, asked: OpenQuestion) -> OpenQuestion | None:
        """Return the question that is asked after this one."""
        there = self.open_questions
        place = there.index(asked)
        return next(iter((*there[place + 1 :], *there[:place])), None)

    def _step(self, by: int) -> None:
        there = self.open_questions
        if self._asked in there:
            self._asked = there[(there.index(self._asked) + by) % len(there)]
            self._present_questions()
            self._reveal_asked()

    def _ask_left_again(self) -> None:
        self.session.left = frozenset()
        self._present_questions()
        self.questions.take_focus()

    def _reveal_asked(self) -> None:
        if self._asked is not None and self._asked.conflict.id in self._document.pathway:
            self.revealed.emit(self._asked.conflict.id)
        self.questions.take_focus()

    # Milestones

    def _present_milestones(self) -> None:
        kept = self._document.pathway.of(Milestone)
        newest_first = sorted(kept, key=lambda each: each.at, reverse=True)
        self.milestones.show_milestones([self._line(each) for each in newest_first])

    def _line(self, milestone: Milestone) -> MilestoneLine:
        language = self._board.language
        version = milestone_version(milestone, language)
        if version is None:
            since = _("What it keeps is damaged.")
        else:
            counts = ", ".join(counts_in_words(self._compared(version.pathway)))
            since = _("Since then: {what}").format(what=counts or _("no changes"))
        when = _("Kept on {moment}").format(moment=moment_in_words(milestone.at))
        return MilestoneLine(milestone.id, called(milestone, language), when, since)

    def _compare_milestone(self, id: str) -> None:
        milestone = self._document.pathway.find(Milestone, id)
        version = milestone_version(milestone, self._board.language) if milestone else None
        if version is not None:
            self.compare_with(version)

    # Building

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.present()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()
        self._board.differences.show({})

    def _lay_out(self) -> None:
        names = {
            Page.CHANGES: _("Changes"),
            Page.QUESTIONS: _("To settle"),
            Page.MILESTONES: _("Milestones"),
        }
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 8, 4)
        top.setSpacing(0)
        for page, words in names.items():
            segment = QToolButton()
            segment.setObjectName("segment")
            segment.setProperty("first", page is Page.CHANGES)
            segment.setText(words)
            segment.setCheckable(True)
            segment.clicked.connect(lambda _checked, page=page: self.go_to(page))
            self.segments[page] = segment
            top.addWidget(segment)
        close = QToolButton()
        close.setIcon(icon("x"))
        close.setToolTip(as_tooltip(_("Close the panel")))
        close.setAccessibleName(_("Close the panel"))
        close.clicked.connect(self.closed)
        top.addStretch()
        top.addWidget(close)
        self._pages = QStackedWidget()
        pages: tuple[QWidget, ...] = (self.changes, self.questions, self.milestones)
        for page_widget in pages:
            self._pages.addWidget(page_widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.changes.chosen.connect(self.revealed)
        self.changes.asked_version.connect(self.compare_with)
        self.changes.filtered.connect(self.present)
        self.questions.answered.connect(self._answer)
        self.questions.left.connect(self._leave)
        self.questions.stepped.connect(self._step)
        self.questions.asked_left.connect(self._ask_left_again)
        self.milestones.asked_comparing.connect(self._compare_milestone)
