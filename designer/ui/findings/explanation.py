"""What a finding means: the rule behind it, why it matters and how to put it right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from designer.ui.findings.settling import Settling
from designer.ui.findings.table import RULES, FindingLine
from designer.ui.labels import plain_label
from model.messages import N_, _

_PARTS = (
    ("finds", N_("What the rule looks for")),
    ("why", N_("Why it matters")),
    ("put_right", N_("How to put it right")),
    ("source", N_("Source")),
)


class Explanation(QScrollArea):
    def __init__(self, settling: Settling) -> None:
        super().__init__()
        self._settling = settling
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._title = _wrapped("", "strong")
        self._message = _wrapped("")
        self._texts = {name: _wrapped("") for name, _heading in _PARTS}
        self._headings = {name: _wrapped(_(heading), "label") for name, heading in _PARTS}
        page = QWidget()
        page.setObjectName("paper")
        column = QVBoxLayout(page)
        column.setContentsMargins(12, 4, 12, 10)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._message)
        for name, _heading in _PARTS:
            column.addSpacing(6)
            column.addWidget(self._headings[name])
            column.addWidget(self._texts[name])
        column.addStretch()
        self.setWidget(page)
        self.show_line(None)

    @property
    def words(self) -> str:
        """All that is shown, for whoever reads it out."""
        labels = (self._title, self._message, *self._texts.values())
        return "\n".join(label.text() for label in labels if label.text())

    def show_line(self, line: FindingLine | None) -> None:
        rule = RULES.get(line.rule) if line is not None else None
        self._title.setText(
            f"{line.title} ({line.rule})" if line is not None else _("Choose a finding")
        )
        self._message.setText(
            line.message
            if line is not None
            else _("Its reason and how to put it right are shown here.")
        )
        for name, _heading in _PARTS:
            # The source is a citation, not a message to translate.
            words = getattr(rule, name) if rule is not None else ""
            self._texts[name].setText(_(words) if words and name != "source" else words)
            self._texts[name].setVisible(bool(words))
            self._headings[name].setVisible(bool(words))


def _wrapped(text: str, voice: str = "") -> QLabel:
    label = plain_label(text, voice)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
