"""What a merge left to people, one question at a time."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from designer.ui.canvas.descriptions import announce
from designer.ui.labels import as_tooltip, plain_label
from designer.ui.menus import literally
from designer.ui.merging.settling import Asked
from designer.ui.merging.type import size_for
from designer.ui.merging.wording import WordingBox
from designer.ui.signs import icon
from model.merge import Side
from model.messages import _, ngettext

_BESIDE_FROM = 460
"""The width in pixels from which the two wordings stand side by side."""


class QuestionsPage(QWidget):
    """`answered` carries the side, `left` that the question stays a note, `stepped` 1 or -1."""

    answered = Signal(object)
    left = Signal()
    stepped = Signal(int)
    asked_left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.place = plain_label("", "muted")
        self.previous = self._step_button("arrow-left", _("Previous question (←)"), -1)
        self.next = self._step_button("arrow-right", _("Next question (→)"), 1)
        self.heading = plain_label("", "title")
        self.asked = plain_label("")
        self.since = plain_label("", "gap")
        self.here = plain_label(_("Here now"), "label")
        self.there = plain_label("", "label")
        self.ours = WordingBox(_("Here now"))
        self.theirs = WordingBox(_("The other version"))
        self.buttons: dict[Side, QPushButton] = {side: self._button(side) for side in Side}
        self.leave = QPushButton(_("4  Leave as a question"))
        self.leave.clicked.connect(self.left)
        self.others = QPushButton()
        self.others.setProperty("link", True)  # noqa: FBT003 - Qt's property for the style sheet
        self.others.clicked.connect(self.asked_left)
        self.remark = plain_label("", "muted")
        self.nothing = plain_label("", "lead")
        for label in (self.heading, self.asked, self.since, self.there, self.remark, self.nothing):
            label.setWordWrap(True)
        self._lay_out()

    def show_question(self, asked: Asked, name: str, place: int, count: int) -> None:
        """Show a question, the `place`th (from 1) of those still open."""
        self.place.setText(_("Question {place} of {count}").format(place=place, count=count))
        self.heading.setText(asked.heading)
        self.asked.setText(asked.asked)
        self.since.setText(asked.since)
        self.since.setVisible(bool(asked.since))
        self.there.setText(_("In {file}").format(file=name))
        self.ours.show_words(asked.ours, asked.theirs)
        self.theirs.show_words(asked.theirs, asked.ours)
        self._wordings.setVisible(bool(asked.asked))
        words = {choice.side: choice.words for choice in asked.choices}
        for number, (side, button) in enumerate(self.buttons.items(), 1):
            button.setVisible(side in words)
            button.setText(literally(f"{number}  {words.get(side, '')}"))
        self.buttons[Side.OURS].setAccessibleDescription(asked.ours)
        self.buttons[Side.THEIRS].setAccessibleDescription(asked.theirs)
        for stepping in (self.previous, self.next):
            stepping.setEnabled(count > 1)
        self._show(is_asking=True)
        wordings = (self.here, self.ours), (self.there, self.theirs)
        said = [f"{name.text()}: {box.toPlainText()}" for name, box in wordings if asked.asked]
        self._tell((self.place.text(), asked.heading, asked.asked, asked.since, *said))

    def show_nothing(self, words: str) -> None:
        """Say that there is nothing to settle, and why."""
        self.nothing.setText(words)
        self._show(is_asking=False)
        self._tell((words,))

    def tell_rest(self, left: int, places: int) -> None:
        """Say how many questions were left as notes, and how many places nobody is asked about."""
        self.others.setText(
            ngettext(
                "{count} question is left as a note – ask it again",
                "{count} questions are left as notes – ask them again",
                left,
            ).format(count=left)
        )
        self.others.setVisible(left > 0)
        words = [_("What is not settled stays on the board as question notes, saved or not.")]
        if places:
            words.append(
                ngettext(
                    "{count} thing was moved in both versions: it lies where it lay here.",
                    "{count} things were moved in both versions: they lie where they lay here.",
                    places,
                ).format(count=places)
            )
        self.remark.setText("\n".join(words))

    def take_focus(self) -> None:
        """Put the keys where 1, 2 and 3 answer."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {
            Qt.Key.Key_1: self.buttons[Side.OURS],
            Qt.Key.Key_2: self.buttons[Side.THEIRS],
            Qt.Key.Key_3: self.buttons[Side.BOTH],
            Qt.Key.Key_4: self.leave,
            Qt.Key.Key_Left: self.previous,
            Qt.Key.Key_Right: self.next,
        }
        button = keys.get(Qt.Key(event.key()))
        if button is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif button.isVisible():
            button.click()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        size = size_for(self.width())
        wanted = f"QTextEdit, QPushButton {{ font-size: {size}px; }}"
        if self._question.styleSheet() != wanted:
            self._question.setStyleSheet(wanted)
        beside = self.width() >= _BESIDE_FROM
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._pair.direction() is not way:
            self._pair.setDirection(way)

    def _tell(self, sentences: Iterable[str]) -> None:
        """Let the page be called what it shows; when the keys are here, say it at once."""
        words = ". ".join(each.rstrip(".") for each in sentences if each)
        if words != self.accessibleName():
            self.setAccessibleName(words)
            if self.hasFocus():
                announce(self, words)

    def _show(self, *, is_asking: bool) -> None:
        self._question.setVisible(is_asking)
        self.nothing.setVisible(not is_asking)

    def _button(self, side: Side) -> QPushButton:
        button = QPushButton()
        button.clicked.connect(partial(self._answer, side))
        return button

    def _answer(self, side: Side, *_checked: bool) -> None:
        self.answered.emit(side)

    def _step_button(self, sign: str, words: str, by: int) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(sign))
        button.setToolTip(as_tooltip(words))
        button.setAccessibleName(words)
        button.clicked.connect(lambda: self.stepped.emit(by))
        return button

    def _lay_out(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        top = QHBoxLayout()
        top.addWidget(self.place, 1)
        top.addWidget(self.previous)
        top.addWidget(self.next)
        self._wordings = QWidget()
        self._wordings.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._pair = QBoxLayout(QBoxLayout.Direction.TopToBottom, self._wordings)
        self._pair.setContentsMargins(0, 6, 0, 6)
        self._pair.setSpacing(10)
        for name, box in ((self.here, self.ours), (self.there, self.theirs)):
            part = QVBoxLayout()
            part.setSpacing(2)
            part.addWidget(name)
            part.addWidget(box)
            part.addStretch()
            self._pair.addLayout(part, 1)
        self._question = QWidget()
        inside = QVBoxLayout(self._question)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addLayout(top)
        for widget in (self.heading, self.asked, self.since, self._wordings):
            inside.addWidget(widget)
        for button in (*self.buttons.values(), self.leave):
            inside.addWidget(button)
        page = QWidget()
        page.setObjectName("paper")
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 6, 14, 10)
        column.setSpacing(8)
        column.addWidget(self._question)
        column.addWidget(self.nothing)
        column.addWidget(self.others)
        column.addWidget(self.remark)
        column.addStretch()
        scrolled = QScrollArea()
        scrolled.setWidgetResizable(True)
        scrolled.setWidget(page)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scrolled)
