"""The left side of the printing dialog: what is chosen, and what is to be known of it."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from designer.ui.labels import plain_label
from designer.ui.printing.form import PrintingForm, Said

_WIDTH: Final = 320
_MOST_FACTS: Final = 4


class Side(QWidget):
    """Scrolls on a low screen; `state` stays in view below."""

    def __init__(self, form: PrintingForm, state: QLabel) -> None:
        super().__init__()
        self.facts = [plain_label("", "label") for _fact in range(_MOST_FACTS)]
        inner = QWidget()
        inner.setFixedWidth(_WIDTH)
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(2, 2, 2, 2)  # what has the focus has a frame
        rows.setSpacing(12)
        rows.addWidget(form)
        rows.addSpacing(4)
        for label in self.facts:
            label.setWordWrap(True)
            label.hide()
            rows.addWidget(label)
        rows.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        self.setFixedWidth(_WIDTH + scroll.verticalScrollBar().sizeHint().width())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll, 1)
        column.addWidget(state)

    def say(self, facts: tuple[Said, ...]) -> None:
        for place, label in enumerate(self.facts):
            fact = facts[place] if place < len(facts) else Said("")
            label.setVisible(bool(fact.words))
            label.setText(fact.words)
            label.setProperty("voice", fact.voice)
            label.style().polish(label)
