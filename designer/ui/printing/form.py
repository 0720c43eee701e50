"""What is chosen at the left of the printing dialog; the dialog does the rest."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QSpinBox, QWidget

from designer.ui.labels import plain_label
from exporters.exporter import Exporter, Options
from exporters.poster.sheets import Printed
from model.change import Change
from model.pathway import Pathway

_INDENT: Final = 5  # px, as in other boxes
LayOut = Callable[[Pathway, Options], Printed]


class Said(NamedTuple):
    """A sentence below the choices; `voice` is its look."""

    words: str
    voice: str = "label"


class PrintingForm(QWidget):
    """`changed` tells that another choice was made."""

    changed = Signal()
    title: str
    file_name: str
    """What is put behind the pathway's name in that of the PDF."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = QFormLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setVerticalSpacing(10)
        self.rows.setHorizontalSpacing(12)
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    def add(self, words: str, widget: QWidget) -> None:
        label = plain_label(words, "label")
        label.setBuddy(widget)
        widget.setAccessibleName(words)
        self.rows.addRow(label, widget)

    def count(self, words: str, least: int, most: int, now: int) -> QSpinBox:
        """Add a whole number to choose."""
        spin = QSpinBox()
        spin.setRange(least, most)
        spin.setValue(now)
        spin.lineEdit().setTextMargins(_INDENT, 0, 0, 0)
        spin.valueChanged.connect(lambda _value: self.changed.emit())
        self.add(words, spin)
        return spin

    def hint(self, words: str) -> QLabel:
        label = plain_label(words, "label")
        label.setWordWrap(True)
        self.rows.addRow(label)
        return label

    def exporter(self) -> Exporter:
        """Return the format that writes what is chosen."""
        raise NotImplementedError

    def lay_out(self) -> LayOut:
        """Return what lays out the sheets; it is called beside the window."""
        raise NotImplementedError

    def said(self, printed: Printed) -> tuple[Said, ...]:
        """Return what is to be known of the sheets before they are printed."""
        raise NotImplementedError

    def keeping(self, pathway: Pathway) -> Change:
        """Return what the pathway must keep of what is printed; empty when nothing."""
        del pathway
        return Change("")
