"""The label of the answer."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from designer.ui.labels import as_tooltip, plain_label
from designer.ui.signs import icon
from designer.ui.themes import ColourName
from designer.ui.times.answers import Headline, Tone

_SIGNS: Final[dict[Tone, tuple[str, ColourName]]] = {
    Tone.GOOD: ("circle-check", "success"),
    Tone.BAD: ("octagon-alert", "error"),
    Tone.OPEN: ("circle-question-mark", "warning"),
    Tone.PLAIN: ("info", "muted"),
}


class HeadlineLabel(QWidget):
    """The answer in one line, with a sign; what there is no room for is in the tooltip."""

    def __init__(self) -> None:
        super().__init__()
        self._sign = plain_label("")
        self._label = plain_label("", "strong")
        self._words = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign)
        row.addWidget(self._label, 1)
        self._label.setMinimumWidth(40)

    @property
    def words(self) -> str:
        return self._words

    def say(self, said: Headline) -> None:
        self._words = said.words
        sign, colour = _SIGNS[said.tone]
        self._sign.setPixmap(icon(sign, colour).pixmap(16, 16))
        self._label.setAccessibleName(said.words)
        self.setToolTip(as_tooltip(said.words))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - 34
        elided = self._label.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, max(room, 40)
        )
        self._label.setText(elided)
