"""The walk as the customer: begins, goes on, is kept as a story, and hears of changes."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
)

from designer.ui.canvas.descriptions import announce
from designer.ui.customer_walk import stepping, walking
from designer.ui.customer_walk.beginning_page import BeginningPage
from designer.ui.customer_walk.beginnings import Beginning, beginnings
from designer.ui.customer_walk.step_view import StepView
from designer.ui.customer_walk.type import size_for, style
from designer.ui.customer_walk.walking import Walking
from designer.ui.customer_walk.way_button import MOST_KEYS
from designer.ui.labels import as_tooltip, plain_label
from designer.ui.signs import icon
from model import edits
from model.change import Change
from model.document import Changed, Document
from model.ids import Id
from model.messages import _
from model.records import Stage, Story
from model.story import steps_onward
from model.text import in_language


class CustomerWalk(QFrame):
    """One step at a time, beside the board.

    `came_to` carries the stage that is shown, `asked_writing` a record and the field in which
    something is missing, `left` that one is done.
    """

    came_to = Signal(str)
    asked_writing = Signal(str, str)
    left = Signal()

    def __init__(self, document: Document, language: str) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._document = document
        self._pathway = document.pathway
        self._language = language
        self._selected: Id | None = None
        self._beginnings: tuple[Beginning, ...] = ()
        self.walking: Walking | None = None
        self.heading = plain_label("", "title")
        self.beginning = BeginningPage()
        self.step = StepView()
        self._lay_out()
        self.beginning.ways.chosen.connect(self._begin)
        self.step.ways.chosen.connect(self._take)
        self.step.trail.chosen.connect(self.go_to)
        self.step.page.asked_writing.connect(self.asked_writing)
        self.step.asked_back.connect(self.back)
        self.step.asked_keeping.connect(self.keep)
        self.step.comment.said.connect(self._say)
        self.step.name.said.connect(lambda words: self._tell("title", words))
        self.step.persona.said.connect(lambda words: self._tell("persona", words))

    # What is walked

    @property
    def is_unkept(self) -> bool:
        """Whether steps were walked that no story holds."""
        return (
            self.walking is not None
            and len(self.walking.steps) > 1
            and not walking.is_kept(self.walking, self._pathway)
        )

    def offer(self, selected: Id | None) -> None:
        """Go on with the walk under way, else ask where to begin."""
        self._selected = selected
        if self.walking is None:
            self.choose_beginning()
        else:
            self._show()
            self._take_focus()

    def choose_beginning(self) -> None:
        """Show where a walk can begin, and the stories that are kept."""
        self.finish_typing()
        self._present_beginnings()
        self._pages.setCurrentWidget(self.beginning)
        self._take_focus()

    def walk(self, begun: Walking) -> None:
        """Walk from here on, in place of what was walked before."""
        self.finish_typing()
        self.walking = begun
        self._show()
        self._take_focus()

    def open_story(self, id: Id) -> None:
        """Open a kept story where it no longer follows; nothing for one without steps."""
        kept = self._pathway.find(Story, id)
        begun = walking.opened_where_it_breaks(kept, self._pathway) if kept is not None else None
        if begun is not None:
            self.walk(begun)

    def go_to(self, place: int) -> None:
        """Show a step of the way so far; the first one is 0."""
        self.finish_typing()
        if self.walking is not None:
            self.walking = walking.go_to(self.walking, place)
            self._show()
            self._take_focus()

    def back(self) -> None:
        if self.walking is not None:
            self.go_to(self.walking.here - 1)

    def onward(self) -> None:
        """Go the way that was walked before, else the only one."""
        if self.walking is None:
            return
        if self.walking.following is not None:
            self.go_to(self.walking.here + 1)
        elif len(self.step.ways.buttons) == 1:
            self._take(0)

    def keep(self) -> None:
        """Keep the walk as a story, or its new steps in the story that it is."""
        self.finish_typing()
        if self.walking is not None and not walking.is_kept(self.walking, self._pathway):
            change = walking.keep(self.walking, self._pathway, title={}, persona={})
            self._keep(change)
            self.step.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish_typing(self) -> None:
        """Keep what has been typed: nothing of it may be lost."""
        for box in (self.step.comment, self.step.name, self.step.persona):
            box.commit()

    def set_language(self, language: str) -> None:
        self.finish_typing()
        self._language = language
        self._refresh()

    def follow(self, notice: Changed) -> None:
        """Come up to a change of the pathway."""
        before, self._pathway = self._pathway, notice.pathway
        if self.walking is not None:
            self.walking = walking.caught_up(self.walking, before, self._pathway)
        self._refresh()

    # What one does

    def _begin(self, place: int) -> None:
        begun = self._beginnings[place].walking
        if begun is not None:
            self.walk(begun)

    def _take(self, place: int) -> None:
        self.finish_typing()
        if self.walking is None:
            return
        choices = steps_onward(self._pathway, self.walking.walked)
        if place < len(choices):
            self.walking = walking.take(self.walking, choices[place], self._pathway)
            self._show()
            self._take_focus()

    def _say(self, words: str) -> None:
        if self.walking is not None:
            self._keep(walking.say(self.walking, self._pathway, self._language, words))

    def _tell(self, field: str, words: str) -> None:
        """Write the title or the persona; a walk that gets one is kept."""
        if self.walking is None:
            return
        kept = self._pathway.find(Story, self.walking.story)
        if kept is not None:
            self._document.do(edits.write(self._pathway, kept.id, field, self._language, words))
            return
        said = {self._language: words} if words else {}
        title, persona = (said, {}) if field == "title" else ({}, said)
        self._keep(walking.keep(self.walking, self._pathway, title=title, persona=persona))

    def _keep(self, change: Change) -> None:
        """Do a change to the story of this walk; one that adds it makes it this walk's."""
        if self.walking is None:
            return
        for op in change.ops:
            self.walking = self.walking._replace(story=op.id)
        self._document.do(change)

    # What is shown

    def _show(self) -> None:
        """Show the step that one has come to, here and on the board."""
        self._refresh_step()
        self._pages.setCurrentWidget(self.step)
        if self.walking is not None:
            stage = self._pathway.find(Stage, self.walking.step.stage)
            if stage is not None:
                self.came_to.emit(stage.id)
            announce(self, self.step.trail.item(self.walking.here).text())

    def _refresh(self) -> None:
        if self._pages.currentWidget() is self.step:
            had_focus = self.step.ways.isAncestorOf(self.window().focusWidget())
            self._refresh_step()
            if had_focus:
                self._keep_focus()
        else:
            had_focus = self.beginning.ways.isAncestorOf(self.window().focusWidget())
            self._present_beginnings()
            if had_focus:
                self._keep_focus()

    def _keep_focus(self) -> None:
        """Put the keyboard on the ways again, if it has gone with the button that it was on."""
        if not self.isAncestorOf(self.window().focusWidget()):
            self._take_focus()

    def _refresh_step(self) -> None:
        if self.walking is None:
            return
        view, now = self.step, self.walking
        kept = self._pathway.find(Story, now.story)
        shown = stepping.shown(now, self._pathway, self._language)
        view.page.show_step(shown.where, shown.title, shown.notices, shown.blocks)
        view.trail.show_steps(shown.past, now.here)
        view.ways.show_ways(shown.ways)
        view.onward.setText(shown.onward)
        view.fit_ways()
        view.name.present(in_language(kept.title, self._language) if kept else "")
        view.persona.present(in_language(kept.persona, self._language) if kept else "")
        view.comment.present(in_language(now.step.comment, self._language))
        view.back.setEnabled(now.here > 0)
        view.keep.setText(_("Keep the new steps") if kept else _("Keep as a story"))
        view.keep.setVisible(not walking.is_kept(now, self._pathway))

    def _present_beginnings(self) -> None:
        self._beginnings = tuple(
            beginnings(self._pathway, self.walking, self._selected, self._language)
        )
        self.beginning.show_ways(begun.way for begun in self._beginnings)

    def _take_focus(self) -> None:
        """Put the keyboard on the first way, so that the room can go on at once."""
        in_step = self._pages.currentWidget() is self.step
        ways = self.step.ways if in_step else self.beginning.ways
        if not ways.take_focus():
            target = self.step.back if in_step and self.step.back.isEnabled() else self.others
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self.heading.setText(_("As the customer"))
        self.others = QPushButton(_("Other walks"))
        self.others.clicked.connect(self.choose_beginning)
        close = QToolButton()
        close.setIcon(icon("x"))
        close.setToolTip(as_tooltip(_("Leave the walk; it stays as it is")))
        close.setAccessibleName(_("Leave the walk"))
        close.clicked.connect(self.left)
        top = QHBoxLayout()
        top.setContentsMargins(12, 8, 8, 4)
        top.addWidget(self.heading)
        top.addStretch()
        top.addWidget(self.others)
        top.addWidget(close)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.beginning)
        self._pages.addWidget(self.step)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._pages, 1)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_step = self._pages.currentWidget() is self.step
        number = event.key() - Qt.Key.Key_0
        if 1 <= number <= MOST_KEYS:
            buttons = (self.step.ways if in_step else self.beginning.ways).buttons
            if number <= len(buttons):
                buttons[number - 1].click()
        elif in_step and event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Left}:
            self.back()
        elif in_step and event.key() == Qt.Key.Key_Right:
            self.onward()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self._dress()

    def _dress(self) -> None:
        wanted = style(size_for(self.width()))
        if self._pages.styleSheet() != wanted:
            self._pages.setStyleSheet(wanted)
            self.step.fit_ways()
            self.step.trail.wrap_anew()
