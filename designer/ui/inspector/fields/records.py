"""Lists of whole records inside a form: to open, add, reorder and remove."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from designer.ui.captions import caption
from designer.ui.inspector.fields.field import Around, Field
from designer.ui.inspector.fields.parts import quiet_button
from designer.ui.labels import as_tooltip, plain_label
from designer.ui.signs import icon
from model.change import Add, Change
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
        self._shown: list[tuple[Id, str, bool]] = []
        self.rows: list[_Row] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        column.addLayout(self._column)
        self._nothing = plain_label(_("None yet."), "muted")
        column.addWidget(self._nothing)
        self.button = QPushButton(icon("plus"), add)
        self.button.setProperty("link", True)  # noqa: FBT003 - Qt's property for the style sheet
        self.button.setVisible(make is not None)
        self.button.clicked.connect(self.add)
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.button)

    def present(self, value: AnyRecord, around: Around) -> None:
        self._owner, self._around = value, around
        records = list(self._find(around.pathway, value))
        ordered = bool(records) and records == list(around.pathway.of(type(records[0])))
        shown = [
            (record.id, caption(record, around.pathway, around.language), ordered)
            for record in records
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
        self.rows = [_Row(words) for _id, words, _ordered in self._shown]
        self._nothing.setVisible(not self.rows)
        last = len(self.rows) - 1
        for place, (row, (id, _words, ordered)) in enumerate(
            zip(self.rows, self._shown, strict=True)
        ):
            row.name.clicked.connect(lambda _checked, id=id: self.opened.emit(id))
            row.up.clicked.connect(lambda _checked, id=id, place=place: self._move(id, place - 1))
            row.down.clicked.connect(lambda _checked, id=id, place=place: self._move(id, place + 1))
            row.gone.clicked.connect(lambda _checked, id=id: self._remove(id))
            row.up.setVisible(ordered)
            row.down.setVisible(ordered)
            row.up.setEnabled(place > 0)
            row.down.setEnabled(place < last)
            self._column.addWidget(row)

    def _move(self, id: Id, place: int) -> None:
        if self._around is not None:
            self.acted.emit(move_to_place(self._around.pathway, id, place))

    def _remove(self, id: Id) -> None:
        if self._around is not None:
            self.acted.emit(remove(self._around.pathway, (id,)))


class _Row(QWidget):
    def __init__(self, words: str) -> None:
        super().__init__()
        self.name = _LinkButton(words)
        self.up = quiet_button("arrow-up", _("Move up"))
        self.down = quiet_button("arrow-down", _("Move down"))
        self.gone = quiet_button("x", _("Remove"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.name, 1)
        for button in (self.up, self.down, self.gone):
            row.addWidget(button)


class _LinkButton(QPushButton):
    """A name to click; a long one is shortened to the width, in full for screen readers."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = " ".join(words.split())
        self.setAccessibleName(self._words)
        self.setProperty("link", True)  # noqa: FBT003 - Qt's property for the style sheet
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        super().resizeEvent(event)
        room = self.width() - 14
        short = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(short.replace("&", "&&"))
        self.setToolTip("" if short == self._words else as_tooltip(self._words))
