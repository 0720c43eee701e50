"""A large button with words that wrap: one way onward, or one place to begin at."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout

from designer.ui.customer_walk.words import Way
from designer.ui.labels import plain_label

MOST_KEYS = 9
KEY_WIDTH = 18


class WayButton(QPushButton):
    """`number` is the key that chooses it, from 1; beyond nine there is none."""

    def __init__(self, number: int, way: Way) -> None:
        super().__init__()
        self.setObjectName("way")
        self.way = way
        self.setAutoDefault(False)
        self.setAccessibleName(". ".join(filter(None, (way.lead, way.text, way.note))))
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(12)
        key = plain_label(str(number) if number <= MOST_KEYS else "", "way_key")
        key.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        key.setFixedWidth(KEY_WIDTH)
        words = QVBoxLayout()
        words.setSpacing(1)
        row.addWidget(key)
        row.addLayout(words, 1)
        for part in ("lead", "text", "note"):
            if text := getattr(way, part):
                label = plain_label(text, "walk_gap" if part == way.gap else f"way_{part}")
                label.setWordWrap(True)
                words.addWidget(label)
        for label in self.findChildren(type(key)):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self.heightForWidth(max(200, self.width())))

    def heightForWidth(self, width: int) -> int:
        return self._row.totalHeightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.click()
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                event.ignore()  # the walk goes back and on with them
            case _:
                super().keyPressEvent(event)
