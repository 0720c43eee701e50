"""The field of a web address: written, and opened after it was shown in full."""

from typing import Any

from PySide6.QtWidgets import QToolButton

from designer.ui.inspector.fields.boxes import WrappingLine
from designer.ui.inspector.fields.field import Around
from designer.ui.inspector.fields.wording import TextWording
from designer.ui.inspector.fields.words import WordsField
from designer.ui.labels import as_tooltip
from designer.ui.links import ask_to_open
from designer.ui.signs import icon
from model.messages import _


class AddressField(WordsField):
    """A box for an address per language, with a button that opens it."""

    def __init__(self) -> None:
        super().__init__(TextWording(), WrappingLine(), hint=_("https://…"))
        self.open = QToolButton()
        self.open.setIcon(icon("external-link"))
        self.open.setAccessibleName(_("Open the address…"))
        self.open.setToolTip(as_tooltip(_("Open the address…")))
        self.open.clicked.connect(self._ask)
        self.corner.addWidget(self.open)
        self.box.textChanged.connect(self._offer)
        self._offer()

    def present(self, value: Any, around: Around) -> None:
        super().present(value, around)
        self._offer()

    def _offer(self) -> None:
        self.open.setEnabled(bool(self.box.words.strip()))

    def _ask(self) -> None:
        ask_to_open(self.window(), self.box.words)
