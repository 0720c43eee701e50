"""Lists of whole records inside a form: to open, and in some forms to add, reorder and remove."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from designer.ui.inspector.fields.field import Around, Field
from designer.ui.inspector.fields.parts import quiet_button
from designer.ui.labels import plain_label
from designer.ui.signs import icon
from model.change import Add, Change
from model.describe.captions import caption
from model.edits import move_to_place, remove
from model.ids import Id
from model.messages import _
from model.pathway import Pathway
from model.records import AnyRecord

Find = Callable[[Pathway, AnyRecord], Sequence[AnyRecord]]
"""Which records are listed in the form of a record."""

Make = Callable[[Pathway, AnyRecord], Change]
"""The change that adds one more."""


class RecordsField(Field):
    """The records that belong to the one in the form. Without `make` there is nothing to add."""

    def __init__(self, find: Find, make: Make | None = None, *, add: str = "") -> None:
        super().__init__()
        self._find = find
        self._make = make
        self._owner: AnyRecord | None = None
        self._around: Around | None = None
        self._shown: list[tuple[Id, str]] = []
        self.rows: list[RecordRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column.addLayout(self._column)
        self._nothing = plain_label(_("None yet."), "muted")
        column.addWidget(self._nothing)
        self.button = QPushButton(icon("plus", "accent"), add)
        self.button.setProperty("link", True)  # noqa: FBT003 - Qt's property for the style sheet
        if make is None:
            self.button.hide()
        self.button.clicked.connect(self.add)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.button)

    def present(self, value: AnyRecord, around: Around) -> None:
        self._owner, self._around = value, around
        shown = [
            (record.id, caption(record, around.pathway, around.language))
            for record in self._find(around.pathway, value)
        ]
        if shown != self._shown:
            self._shown = shown
            self._build()

    def add(self) -> None:
        """Add a record and open its form."""
        if self._make is None or self._around is None or self._owner is None:
            return
        change = self._make(self._around.pathway, self._owner)
        self.acted.emit(change)
        for op in change.ops:
            if isinstance(op, Add):
                self.opened.emit(op.id)
                return

    def _build(self) -> None:
        for row in self.rows:
            row.setParent(None)
            row.deleteLater()
        self.rows = [self._row(id, words, place) for place, (id, words) in enumerate(self._shown)]
        self._nothing.setVisible(not self.rows)
        for row in self.rows:
            self._column.addWidget(row)

    def _row(self, id: Id, words: str, place: int) -> "RecordRow":
        del place
        row = RecordRow(words)
        row.name.clicked.connect(lambda: self.opened.emit(id))
        return row


class OwnedRecordsField(RecordsField):
    """All records of a kind, in their order, which can be changed here; they can go, too."""

    def _row(self, id: Id, words: str, place: int) -> "RecordRow":
        row = super()._row(id, words, place)
        ordered = self._around is not None and hasattr(self._around.pathway[id], "order")
        if ordered:
            up = row.add_button("arrow-up", _("Move up"))
            down = row.add_button("arrow-down", _("Move down"))
            up.setEnabled(place > 0)
            down.setEnabled(place < len(self._shown) - 1)
            up.clicked.connect(lambda: self._move(id, place - 1))
            down.clicked.connect(lambda: self._move(id, place + 1))
        row.add_button("x", _("Remove")).clicked.connect(lambda: self._remove(id))
        return row

    def _move(self, id: Id, place: int) -> None:
        if self._around is not None:
            self.acted.emit(move_to_place(self._around.pathway, id, place))

    def _remove(self, id: Id) -> None:
        if self._around is not None:
            self.acted.emit(remove(self._around.pathway, (id,)))


class RecordRow(QWidget):
    """The name of a record, to be clicked, and what else can be done with it."""

    def __init__(self, words: str) -> None:
        from designer.ui.links import LinkButton

        super().__init__()
        self.name = LinkButton(words)
        self.buttons: list[QToolButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.name, 1)

    def add_button(self, sign: str, words: str) -> QToolButton:
        button = quiet_button(sign, words)
        self.buttons.append(button)
        self._row.addWidget(button)
        return button
