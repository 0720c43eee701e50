"""In which languages an export is written: several, of which the first leads, or one."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from designer.ui.inspector.fields import SPOKEN
from designer.ui.labels import plain_label
from exporters.exporter import Exporter, Languages
from model.messages import _

_LETTERS: Final = 16  # that the list makes room for at least


class LanguageChoices(QWidget):
    """Ticks where a format is written in several languages, a list where it is in one."""

    changed = Signal()

    def __init__(self, exporter: Exporter, offered: Sequence[str], wanted: Sequence[str]) -> None:
        """Offer languages; `wanted` are those of the pathway, chosen to begin with."""
        super().__init__()
        self.boxes: dict[str, QCheckBox] = {}
        self.one = QComboBox()
        if exporter.languages is Languages.SEVERAL:
            self._lay_out_ticks(offered, wanted)
        else:
            self._lay_out_list(offered, wanted)

    def chosen(self) -> tuple[str, ...]:
        if self.boxes:
            return tuple(code for code, box in self.boxes.items() if box.isChecked())
        return (self.one.currentData(),) if self.one.count() else ()

    def _lay_out_ticks(self, offered: Sequence[str], wanted: Sequence[str]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        words = plain_label(_("Choose the languages to write in. The first one leads."))
        words.setWordWrap(True)
        column.addWidget(words)
        for code in offered:
            box = QCheckBox(_(SPOKEN.get(code, code)))
            box.setChecked(code in wanted)
            box.toggled.connect(self.changed)
            column.addWidget(box)
            self.boxes[code] = box

    def _lay_out_list(self, offered: Sequence[str], wanted: Sequence[str]) -> None:
        label = plain_label(_("Language of the texts"))
        label.setBuddy(self.one)
        self.one.setAccessibleName(label.text())
        self.one.setMinimumContentsLength(_LETTERS)
        for code in offered:
            self.one.addItem(_(SPOKEN.get(code, code)), code)
        leading = next((code for code in wanted if code in offered), None)
        self.one.setCurrentIndex(max(self.one.findData(leading), 0))
        self.one.currentIndexChanged.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.one, 1)
