"""Lists of parts or of texts inside a form, that grow, shrink and can be reordered."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from designer.ui.inspector.fields.field import Around, Field
from designer.ui.inspector.fields.parts import FoldedPart, name_for_readers, quiet_button
from designer.ui.inspector.fields.words import WordsField
from designer.ui.signs import icon
from model.messages import _

ItemField = FoldedPart | WordsField
MakeItem = Callable[[], ItemField]


class ListField(Field):
    """A list of values, each in a field of its own.

    `new` makes the value that "add" begins with (None: nothing can be added now). A value that
    says no more than `blank` is a draft: it is stored from the first word on.
    """

    def __init__(
        self,
        make: MakeItem,
        new: Callable[[Around, tuple[Any, ...]], Any],
        *,
        blank: Any,
        add: str,
    ) -> None:
        super().__init__()
        self._make = make
        self._new = new
        self._blank = blank
        self._values: list[Any] = []
        self._around: Around | None = None
        self.items: list[_Item] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._column = QVBoxLayout()
        self._column.setSpacing(3)
        column.addLayout(self._column)
        self.button = QPushButton(icon("plus", "accent"), add)
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
        self._values = []
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
        self.items[-1].begin()

    def remove(self, place: int) -> None:
        self.commit()
        del self._values[place]
        self.items.pop(place).leave()
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
        while len(self.items) > len(self._values):
            self.items.pop().leave()
        while len(self.items) < len(self._values):
            self._add_item()
        if self._around is None:
            return
        for place, (item, value) in enumerate(zip(self.items, self._values, strict=True)):
            item.field.present(value, self._around)
            item.up.setEnabled(place > 0)
            item.down.setEnabled(place < len(self._values) - 1)

    def _add_item(self) -> None:
        item = _Item(self._make())
        item.field.edited.connect(lambda value: self._take(item, value))
        item.field.acted.connect(self.acted)
        item.field.opened.connect(self.opened)
        item.up.clicked.connect(lambda: self.shift(self.items.index(item), -1))
        item.down.clicked.connect(lambda: self.shift(self.items.index(item), 1))
        item.gone.clicked.connect(lambda: self.remove(self.items.index(item)))
        name_for_readers(item.field, self.accessibleName())
        self._column.addWidget(item)
        self.items.append(item)


class _Item(QWidget):
    """One value of a list with its buttons."""

    def __init__(self, field: ItemField) -> None:
        super().__init__()
        self.field = field
        self.up = quiet_button("arrow-up", _("Move up"))
        self.down = quiet_button("arrow-down", _("Move down"))
        self.gone = quiet_button("x", _("Remove"))
        for button in (self.up, self.down, self.gone):
            field.corner.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(field)

    def begin(self) -> None:
        """Put the cursor where the value is written."""
        if isinstance(self.field, FoldedPart):
            self.field.begin()
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self.setParent(None)
        self.deleteLater()
