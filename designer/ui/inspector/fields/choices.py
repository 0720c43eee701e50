"""Fields whose value is chosen: from a code list, from the pathway's records, yes or no."""

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QVBoxLayout

from designer.ui.inspector.fields.boxes import Choice
from designer.ui.inspector.fields.field import Around, Field
from designer.ui.labels import plain_label
from designer.ui.ticks import Tick
from model.codes.names import name_of_code
from model.describe.captions import caption
from model.messages import _
from model.pathway import Pathway
from model.records import AnyRecord

Records = Callable[[Pathway], Iterable[AnyRecord]]


class Option(NamedTuple):
    """One value that can be chosen, and what people call it."""

    value: Any
    name: str


Options = Callable[[Around], Sequence[Option]]


def capitalised(words: str) -> str:
    return words[:1].upper() + words[1:]


def of_codes(codes: type[StrEnum]) -> Options:
    """Offer the members of a code list."""
    return lambda _around: [Option(member, capitalised(name_of_code(member))) for member in codes]


def of_records(records: Records) -> Options:
    """Offer records of the pathway, by their names in the language of the form."""

    def options(around: Around) -> list[Option]:
        return [
            Option(record.id, caption(record, around.pathway, around.language))
            for record in records(around.pathway)
        ]

    return options


def with_none(options: Options, name: str) -> Options:
    """Offer also to choose nothing."""
    return lambda around: [Option(None, name), *options(around)]


class ChoiceField(Field):
    """One of several values. A value that is not offered any more is shown as it is stored."""

    def __init__(self, options: Options) -> None:
        super().__init__()
        self._options = options
        self._offered: list[Option] = []
        self._value: Any = None
        self.box = Choice()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.box.activated.connect(self._choose)

    def present(self, value: Any, around: Around) -> None:
        self._value = value
        offered = list(self._options(around))
        if value not in [option.value for option in offered]:
            offered.append(Option(value, str(value) if value is not None else _("(not chosen)")))
        with QSignalBlocker(self.box):
            if offered != self._offered:
                self._offered = offered
                self.box.clear()
                self.box.addItems([option.name for option in offered])
            self.box.setCurrentIndex([option.value for option in offered].index(value))

    def choose(self, value: Any) -> None:
        """Choose a value as a user would."""
        self._choose([option.value for option in self._offered].index(value))

    def _choose(self, place: int) -> None:
        value = self._offered[place].value
        if value != self._value:
            self._value = value
            self.edited.emit(value)


class TickField(Field):
    """Any of several values, in the order in which they are offered."""

    def __init__(self, options: Options, *, nothing: str = "") -> None:
        super().__init__()
        self._options = options
        self._offered: list[Option] = []
        self._value: tuple[Any, ...] = ()
        self.boxes: list[Tick] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._nothing = plain_label(nothing, "muted")
        self._nothing.setWordWrap(True)
        self._nothing.hide()
        self._column.addWidget(self._nothing)

    def present(self, value: Any, around: Around) -> None:
        self._value = tuple(value)
        offered = list(self._options(around))
        known = {option.value for option in offered}
        offered += [Option(other, str(other)) for other in self._value if other not in known]
        if offered != self._offered:
            self._offered = offered
            self._build()
        self._nothing.setVisible(not offered and bool(self._nothing.text()))
        for option, box in zip(self._offered, self.boxes, strict=True):
            with QSignalBlocker(box):
                box.setChecked(option.value in self._value)

    def _build(self) -> None:
        _clear(self.boxes)
        for option in self._offered:
            box = Tick(option.name)
            box.toggled.connect(self._tell)
            self._column.addWidget(box)
            self.boxes.append(box)
        if self.boxes:
            self.setFocusProxy(self.boxes[0])

    def _tell(self) -> None:
        ticked = tuple(
            option.value
            for option, box in zip(self._offered, self.boxes, strict=True)
            if box.isChecked()
        )
        if ticked != self._value:
            self._value = ticked
            self.edited.emit(ticked)


class YesField(Field):
    """Yes, or not."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.box = Tick(words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.box.toggled.connect(self.edited.emit)

    def present(self, value: Any, around: Around) -> None:
        del around
        with QSignalBlocker(self.box):
            self.box.setChecked(bool(value))


def yes_no_unknown() -> Field:
    """Return a field for yes, no, and not known."""
    return ChoiceField(
        lambda _around: [
            Option(None, _("Not known")),
            Option(value=True, name=_("Yes")),
            Option(value=False, name=_("No")),
        ]
    )


def _clear(widgets: list[Tick]) -> None:
    for widget in widgets:
        widget.setParent(None)
        widget.deleteLater()
    widgets.clear()
