"""The panel of times: how long a way takes, part by part, and whether promises are kept."""

from collections.abc import Callable
from datetime import date
from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QRectF,
    QSignalBlocker,
    Qt,
    QTimer,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from designer.ui.canvas.view import BoardView
from designer.ui.panel_switch import Below, PanelSwitch
from designer.ui.ticks import Tick
from designer.ui.times.answers import Entry, Told, beside, headline
from designer.ui.times.headline import HeadlineLabel
from designer.ui.times.lengths import Wording, brief
from designer.ui.times.lists import EntryList, QuestionList
from designer.ui.times.parts_view import PartsView
from designer.ui.times.path import timed_path
from designer.ui.times.questions import (
    BETWEEN,
    Pair,
    Question,
    Which,
    pair_of,
    questions,
    times_of,
)
from designer.ui.times.table import PartsTable, lines_of
from model.document import Changed
from model.ids import Id
from model.messages import _
from model.times import Timed, Times

CALM: Final = 300
"""Milliseconds without a change, after which the times are counted again."""
_ONE_ROW: Final = 860
"""From how many pixels on there is room for the answer beside the switches."""
_LISTS: Final = ((0.18, 300), (0.22, 380))
"""How much of the width the questions, and what is beside the parts, take; at most in pixels."""


class TimesPanel(QFrame):
    """Counts the times of a board's document while it is seen, and shows the walk on the board.

    `revealed` carries the id of a record and the field where a time stands or is lacking,
    `edited` the same when somebody wants to write there, `chosen` the ids of stages to be
    selected.
    """

    revealed = Signal(str, str)
    edited = Signal(str, str)
    chosen = Signal(object)
    entered = Signal()

    def __init__(self, board: BoardView, today: Callable[[], date], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._board = board
        self._today = today
        self._key = ""
        self._which = Which.LONGEST
        self._pair: Pair = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(CALM)
        self._later.timeout.connect(self.present)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.questions)

    # What others ask

    def follow(self, notice: Changed) -> None:
        """Come up to a change of the pathway, once nothing more changes."""
        del notice
        if not self.isHidden():
            self._later.start()

    @property
    def is_waiting(self) -> bool:
        """Whether there was a change whose times are still to be counted."""
        return self._later.isActive()

    def follow_selection(self, ids: tuple[Id, ...]) -> None:
        """Ask from the one to the other stage when two have been selected."""
        pair = pair_of(self._board.document.pathway, ids, self._pair)
        if pair != self._pair:
            self._pair = pair
            self.present()

    def ask(self, key: str) -> None:
        """Look at a promise (its id), at the whole way or at that between two stages."""
        self._key = key
        self._tick(shown=True)
        self.present()
        self._bring_into_sight()

    def ask_between(self) -> bool:
        """Ask from stage to stage where two are selected; False where not, or asked already."""
        ids = self._board.selection.ids
        pair = pair_of(self._board.document.pathway, ids, None)
        is_asked = not self.isHidden() and self._key == BETWEEN and pair == self._pair
        if pair is None or is_asked:
            return False
        self._pair = pair
        self.ask(BETWEEN)
        return True

    def present(self) -> None:
        """Count the times and show them, here and on the board."""
        self._later.stop()
        if self.isHidden():
            return
        pathway, language = self._board.document.pathway, self._board.language
        self._pair = pair_of(pathway, (), self._pair)
        wording = Wording(language, next(iter(pathway.info.languages), language))
        asked = questions(pathway, self._pair, language, wording)
        question = next((each for each in asked if each.key == self._key), asked[0])
        self._key = question.key
        self.questions.show_questions(asked, question.key)
        times = times_of(question, Timed(pathway), self._pair)
        self._present_answer(question, times, Told(language, wording, self._today()))

    # Showing

    def _present_answer(self, question: Question, times: Times | None, told: Told) -> None:
        pathway = self._board.document.pathway
        walk = self._which.of(times) if times is not None else None
        self.headline.say(headline(question, times, told.wording))
        self._present_walks(times)
        self.table.show(lines_of(walk, self._which, pathway, told) if walk is not None else [])
        self.aside.show_entries(beside(question, times, self._which, pathway, told))
        self.view.setVisible(walk is not None)
        self.aside.setVisible(bool(self.aside.entries))
        if walk is not None and self.on_board.isChecked():
            self._board.times_path.show(timed_path(walk, self._which, told.wording))
        else:
            self._board.times_path.clear()

    def _bring_into_sight(self) -> None:
        """Let one see where the way begins."""
        path = self._board.times_path.path
        card = self._board.board.cards.get(path.way[0]) if path is not None else None
        if card is not None:
            self._board.camera.reveal(QRectF(*card.box))

    def _present_walks(self, times: Times | None) -> None:
        names = {Which.LONGEST: _("Longest: {time}"), Which.SHORTEST: _("Shortest: {time}")}
        for which, segment in self.walks.items():
            walk = which.of(times) if times is not None else None
            time = "–"
            if walk is not None:
                time = brief(which.days(walk.days.least, walk.days.most))
                time += " + ?" if walk.unknown else ""
            segment.setText(names[which].format(time=time))
            segment.setEnabled(walk is not None)
            segment.setChecked(which is self._which)

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick(shown=True)
        self.follow_selection(self._board.selection.ids)
        self.present()
        self._bring_into_sight()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.stop()
        self._board.times_path.clear()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for shown, (share, most) in zip((self.questions, self.aside), _LISTS, strict=True):
            shown.setFixedWidth(min(round(share * self.width()), most))
        place = self._beside if self.width() >= _ONE_ROW else self._beneath
        if place.indexOf(self.headline) < 0:
            place.addWidget(self.headline)  # Qt takes it out of the other

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._board.times_path.leave()
        super().keyPressEvent(event)  # and on to the board

    # Building

    def _lay_out(self) -> None:
        self.switch = PanelSwitch(Below.TIMES)
        self.walks = {which: _segment(first=not place) for place, which in enumerate(Which)}
        self.on_board = Tick(_("On the board"))
        self.on_board.setChecked(True)
        self.on_board.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.headline = HeadlineLabel()
        self.questions = QuestionList()
        self.table = PartsTable()
        self.view = PartsView(self.table)
        self.aside = EntryList()
        top = QHBoxLayout()
        top.setContentsMargins(10, 6, 6, 2)
        top.setSpacing(6)
        top.addWidget(self.switch)
        top.addSpacing(12)
        segments = QHBoxLayout()
        segments.setSpacing(0)
        for segment in self.walks.values():
            segments.addWidget(segment)
        top.addLayout(segments)
        self._beside = QHBoxLayout()
        top.addLayout(self._beside, 1)
        top.addWidget(self.on_board)
        self._beneath = QHBoxLayout()
        self._beneath.setContentsMargins(4, 0, 6, 2)
        self._beside.addWidget(self.headline)
        body = QHBoxLayout()
        body.setContentsMargins(2, 0, 2, 0)
        body.setSpacing(6)
        body.addWidget(self.questions)
        body.addWidget(self.view, 1)
        body.addWidget(self.aside)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(2)
        column.addLayout(top)
        column.addLayout(self._beneath)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        for which, segment in self.walks.items():
            segment.clicked.connect(lambda _checked, which=which: self._choose(which))
        self.questions.asked.connect(self.ask)
        self.on_board.toggled.connect(lambda _checked: self.present())
        self.view.clicked.connect(lambda index: self._go(self.revealed, index))
        self.view.activated.connect(lambda index: self._go(self.edited, index))
        self.aside.opened.connect(lambda entry: self._open(self.revealed, entry))
        self.aside.edited.connect(lambda entry: self._open(self.edited, entry))
        self._board.selected.connect(self._take_selection)
        self._board.times_path.left.connect(lambda: self._tick(shown=False))

    def _take_selection(self, ids: tuple[Id, ...]) -> None:
        if not self.isHidden():
            self.follow_selection(ids)

    def _choose(self, which: Which) -> None:
        self._which = which
        self.present()

    def _tick(self, *, shown: bool) -> None:
        with QSignalBlocker(self.on_board):
            self.on_board.setChecked(shown)

    def _go(self, signal: SignalInstance, index: QModelIndex) -> None:
        signal.emit(*self.table.lines[index.row()].place)
        self.entered.emit()

    def _open(self, signal: SignalInstance, entry: Entry) -> None:
        if len(entry.ids) == 1:
            signal.emit(entry.ids[0], entry.field)
        else:
            self.chosen.emit(entry.ids)
        self.entered.emit()


def _segment(*, first: bool) -> QToolButton:
    button = QToolButton()
    button.setObjectName("segment")
    button.setProperty("first", first)
    button.setCheckable(True)
    return button
