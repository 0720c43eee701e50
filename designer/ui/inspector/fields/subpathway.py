"""The field of a stage's sub-pathway: the file is chosen, and opened, by the window."""

from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from designer.ui.inspector.fields.field import Around, Field
from designer.ui.signs import icon
from model.messages import _


class SubpathwayField(Field):
    """Two buttons above the fields of the link itself."""

    def __init__(self, link: Field) -> None:
        super().__init__()
        self._link = link
        self.choose = self._button("folder-open", _("Choose…"), "choose_subpathway")
        self.open = self._button("workflow", _("Open"), "open_subpathway")
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.choose)
        row.addWidget(self.open)
        row.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(link)
        link.edited.connect(self.edited)
        self.setFocusProxy(self.choose)

    def present(self, value: Any, around: Around) -> None:
        self._link.present(value, around)
        self.open.setEnabled(value is not None and bool(value.file))

    def commit(self) -> None:
        self._link.commit()

    def restore(self) -> None:
        self._link.restore()

    def _button(self, sign: str, words: str, action: str) -> QPushButton:
        button = QPushButton(icon(sign, "accent"), words)
        button.setProperty("link", True)  # noqa: FBT003 - Qt's property for the style sheet
        button.clicked.connect(lambda: self.asked.emit(action))
        return button
