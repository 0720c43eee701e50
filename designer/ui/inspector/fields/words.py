"""A field that is typed: a line or an area, with a kind of wording."""

from datetime import date
from typing import Any

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidgetAction,
)

from designer.ui.inspector.fields.boxes import Area, Line, Typing
from designer.ui.inspector.fields.counter import Counter, Limit
from designer.ui.inspector.fields.field import Around, Field
from designer.ui.inspector.fields.wording import DateWording, UnreadableWordsError, Wording
from designer.ui.labels import plain_label
from designer.ui.signs import icon
from model.messages import _


class WordsField(Field):
    """A value that is written as words; a `limit` is told while they are typed."""

    def __init__(
        self, wording: Wording, box: Line | Area, *, hint: str = "", limit: Limit | None = None
    ) -> None:
        super().__init__()
        self._wording = wording
        self.box = box
        self._hint = hint
        self._value: Any = None
        self._around: Around | None = None
        self.typing = Typing(box)
        self._fault = plain_label("", "fault")
        self._fault.setWordWrap(True)
        self._fault.hide()
        self.counter = Counter(limit, box) if limit else None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.corner = QHBoxLayout()
        self.corner.setSpacing(4)
        self.corner.addWidget(box)
        column.addLayout(self.corner)
        column.addWidget(self._fault)
        if self.counter is not None:
            column.addWidget(self.counter)
        self.setFocusProxy(box)
        self.typing.over.connect(self.commit)
        self.typing.given_up.connect(self.restore)

    @property
    def fault(self) -> str:
        """What is wrong with the words in the box; '' when nothing is."""
        return self._fault.text()

    def present(self, value: Any, around: Around) -> None:
        was_pending = self.typing.is_pending
        self._value, self._around = value, around
        if not was_pending:
            self.restore()
        if self.counter is not None:
            self.counter.speak(around.language)
        hint = self._wording.hint(value, around) or self._hint
        self.box.setPlaceholderText(hint)

    def commit(self) -> None:
        if self._around is None or not self.typing.is_pending:
            return
        try:
            value = self._wording.value(self.box.words, self._value, self._around)
        except UnreadableWordsError as unreadable:
            self._tell_fault(str(unreadable))
            return
        changed = value != self._value
        self._value = value
        self.restore()
        if changed:
            self.edited.emit(value)

    def restore(self) -> None:
        if self._around is not None:
            self.typing.show(self._wording.words(self._value, self._around))
        self._tell_fault("")

    def put(self, value: Any) -> None:
        """Take a value that was chosen beside the box."""
        if self._around is not None:
            self.box.put(self._wording.words(value, self._around))
            self.commit()

    def _tell_fault(self, fault: str) -> None:
        if fault == self._fault.text():
            return
        self._fault.setText(fault)
        self._fault.setVisible(bool(fault))
        self.box.setProperty("faulty", bool(fault))
        self.box.style().polish(self.box)


class DateField(WordsField):
    """A day: typed, or picked from a calendar."""

    def __init__(self) -> None:
        super().__init__(DateWording(), Line(), hint=_("for example 31.12.2026"))
        self._calendar = QCalendarWidget()
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        menu = QMenu(self)
        entry = QWidgetAction(menu)
        entry.setDefaultWidget(self._calendar)
        menu.addAction(entry)
        self._button = QToolButton()
        self._button.setIcon(icon("calendar"))
        self._button.setAccessibleName(_("Choose the day from a calendar"))
        self._button.setToolTip(_("Choose the day from a calendar"))
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._button.setMenu(menu)
        self.corner.addWidget(self._button)
        menu.aboutToShow.connect(self._turn_to_value)
        self._calendar.clicked.connect(self._pick)
        self._calendar.activated.connect(self._pick)

    def _turn_to_value(self) -> None:
        if isinstance(self._value, date):
            self._calendar.setSelectedDate(
                QDate(self._value.year, self._value.month, self._value.day)
            )

    def _pick(self, day: QDate) -> None:
        self._button.menu().hide()
        self.put(date(day.year(), day.month(), day.day()))
