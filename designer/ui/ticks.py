"""A box to tick whose words may be longer than its place."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy

from designer.ui.labels import as_tooltip

_LEAST = 44  # pixels


class Tick(QCheckBox):
    """Shortens its words to the width there is; the tooltip and screen readers have all of them.

    What comes after the words, such as a count, is never cut off.
    """

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words, self._after = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.put(words)

    def put(self, words: str, after: str = "") -> None:
        self._words, self._after = words, after
        self.setAccessibleName(words + after)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        shown, whole = (self.fontMetrics().horizontalAdvance(t) for t in (self.text(), self._whole))
        return super().sizeHint() + QSize(whole - shown, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @property
    def _whole(self) -> str:
        return _literally(self._words + self._after)

    def _fit(self) -> None:
        frame = super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
        after = self.fontMetrics().horizontalAdvance(self._after)
        short = self.fontMetrics().elidedText(
            self._words, Qt.TextElideMode.ElideRight, self.width() - frame - after
        )
        if self.width() >= self.sizeHint().width():
            short = self._words
        self.setText(_literally(short + self._after))
        self.setToolTip("" if short == self._words else as_tooltip(self._words))


def _literally(words: str) -> str:
    return words.replace("&", "&&")
