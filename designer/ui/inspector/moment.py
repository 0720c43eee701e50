"""A field that shows when something was kept; nobody changes that afterwards."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout

from designer.ui.inspector.fields import Around, Field
from designer.ui.inspector.fields.wording import day_in_words
from designer.ui.labels import plain_label


class MomentField(Field):
    def __init__(self) -> None:
        super().__init__()
        self.label = plain_label("")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label)

    def present(self, value: Any, around: Around) -> None:
        del around
        self.label.setText(f"{day_in_words(value)} {value:%H.%M}")
