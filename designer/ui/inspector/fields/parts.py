"""Fields made of fields: a part of a record, and lists of parts or of texts."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from designer.ui.inspector.fields.field import Around, Field
from designer.ui.labels import plain_label
from designer.ui.signs import icon
from model.messages import _

MakeField = Callable[[], Field]


class PartRow(NamedTuple):
    """One field of a part: its name in the record, its label (a message id), its widget."""

    name: str
    label: str
    make: MakeField


class PartField(Field):
    """A part of a record, its fields below each other.

    `blank` is shown where the part is missing; `stored` tells what a filled-in part becomes.
    """

    def __init__(self, rows: Sequence[PartRow], blank: Any, stored: Callable[[Any], Any]) -> None:
        super().__init__()
        self._blank = blank
        self._stored = stored
        self._value = blank
        self.fields: Mapping[str, Field] = {row.name: row.make() for row in rows}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        for row in rows:
            field = self.fields[row.name]
            label = plain_label(_(row.label), "label")
            label.setBuddy(field)
            name_for_readers(field, _(row.label))
            column.addWidget(label)
            column.addWidget(field)
            column.addSpacing(4)
            field.edited.connect(lambda value, name=row.name: self._take(name, value))
            field.acted.connect(self.acted)
            field.opened.connect(self.opened)
        self.setFocusProxy(self.fields[rows[0].name])

    def present(self, value: Any, around: Around) -> None:
        self._value = self._blank if value is None else value
        for name, field in self.fields.items():
            field.present(getattr(self._value, name), around)

    def commit(self) -> None:
        for field in self.fields.values():
            field.commit()

    def restore(self) -> None:
        for field in self.fields.values():
            field.restore()

    def _take(self, name: str, value: Any) -> None:
        self._value = replace(self._value, **{name: value})
        self.edited.emit(self._stored(self._value))


class ListField(Field):
    """A list of values, each in a field of its own, that can grow, shrink and be reordered.

    `new` makes the value that "add" begins with (None: nothing can be added now). A value that
    says no more than `blank` is a draft: it is stored from the first word on.
    """

    def __init__(
        self,
        item: MakeField,
        new: Callable[[Around, tuple[Any, ...]], Any],
        *,
        blank: Any,
        add: str,
    ) -> None:
        super().__init__()
        self._item = item
        self._new = new
        self._blank = blank
        self._values: list[Any] = []
        self._around: Around | None = None
        self.items: list[_Item] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        column.addLayout(self._column)
        self.button = QPushButton(icon("plus"), add)
        self.button.setProperty("link", True)  # noqa: FBT003 - Qt's property for the style sheet
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.button.clicked.connect(self.add)
        self.setFocusProxy(self.button)

    def present(self, value: Any, around: Around) -> None:
        self._around = around
        if tuple(value) != self._stored:  # else drafts stay where they are being written
            drafts = [draft for draft in self._values if draft == self._blank]
            self._values = [*value, *drafts]
        self._show()

    def commit(self) -> None:
        for item in tuple(self.items):
            item.field.commit()

    def restore(self) -> None:
        self._values = [value for value in self._values if value != self._blank]
        for item in self.items:
            item.field.restore()
        if self._around is not None:
            self._show()

    def add(self) -> None:
        """Begin a new value and put the cursor into it."""
        self.commit()
        if self._around is None:
            return
        value = self._new(self._around, tuple(self._values))
        if value is None:
            return
        self._values.append(value)
        if value != self._blank:
            self._tell()
        self._show()
        self.items[-1].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self, place: int) -> None:
        self.commit()
        del self._values[place]
        self._show()
        self._tell()

    def shift(self, place: int, step: int) -> None:
        """Move a value up (-1) or down (1)."""
        self.commit()
        there = place + step
        if 0 <= there < len(self._values):
            self._values.insert(there, self._values.pop(place))
            self._show()
            self._tell()

    def _take(self, item: "_Item", value: Any) -> None:
        self._values[self.items.index(item)] = value
        self._tell()

    def _tell(self) -> None:
        self.edited.emit(self._stored)

    @property
    def _stored(self) -> tuple[Any, ...]:
        return tuple(value for value in self._values if value != self._blank)

    def _show(self) -> None:
        if self._around is None:
            return
        while len(self.items) > len(self._values):
            item = self.items.pop()
            item.setParent(None)
            item.deleteLater()
        while len(self.items) < len(self._values):
            self._add_item()
        for place, (item, value) in enumerate(zip(self.items, self._values, strict=True)):
            item.field.present(value, self._around)
            item.up.setEnabled(place > 0)
            item.down.setEnabled(place < len(self._values) - 1)

    def _add_item(self) -> None:
        item = _Item(self._item())
        item.field.edited.connect(lambda value: self._take(item, value))
        item.field.acted.connect(self.acted)
        item.field.opened.connect(self.opened)
        item.up.clicked.connect(lambda: self.shift(self.items.index(item), -1))
        item.down.clicked.connect(lambda: self.shift(self.items.index(item), 1))
        item.gone.clicked.connect(lambda: self.remove(self.items.index(item)))
        name_for_readers(item.field, self.accessibleName())
        self._column.addWidget(item)
        self.items.append(item)


class _Item(QFrame):
    """One value of a list with its buttons: beside a line, above a part."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self.up = quiet_button("arrow-up", _("Move up"))
        self.down = quiet_button("arrow-down", _("Move down"))
        self.gone = quiet_button("x", _("Remove"))
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addStretch()
        for button in (self.up, self.down, self.gone):
            buttons.addWidget(button)
        if isinstance(field, PartField):
            self.setObjectName("part")
            column = QVBoxLayout(self)
            column.setContentsMargins(8, 2, 4, 6)
            column.setSpacing(0)
            column.addLayout(buttons)
            column.addWidget(field)
        else:
            row = QHBoxLayout(self)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(2)
            row.addWidget(field, 1)
            row.addLayout(buttons)


def name_for_readers(field: QWidget, name: str) -> None:
    """Name a field, and the widget in it that takes the keys, for screen readers."""
    field.setAccessibleName(name)
    proxy = field.focusProxy()
    if proxy is not None and not isinstance(proxy, QPushButton):
        proxy.setAccessibleName(name)


def quiet_button(sign: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(sign))
    button.setProperty("quiet", True)  # noqa: FBT003 - Qt's property for the style sheet
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button
