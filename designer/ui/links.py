"""A button that looks like a link."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from designer.ui.labels import as_tooltip

_FRAME = 14  # pixels beside the words


class LinkButton(QPushButton):
    """Words to click; long ones are shortened to the width, in full for screen readers."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = ""
        self.setProperty("link", True)  # noqa: FBT003 - Qt's property for the style sheet
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.put(words)

    @property
    def words(self) -> str:
        return self._words

    def put(self, words: str) -> None:
        self._words = " ".join(words.split())
        self.setAccessibleName(self._words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        sign = 0 if self.icon().isNull() else self.iconSize().width() + 6
        room = self.width() - _FRAME - sign
        short = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(short.replace("&", "&&"))
        self.setToolTip("" if short == self._words else as_tooltip(self._words))
