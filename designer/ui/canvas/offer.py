"""A bar over the board's lower edge: what is proposed, and two buttons to take or to leave it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QBoxLayout, QFrame, QPushButton

from designer.ui.canvas.descriptions import announce
from designer.ui.labels import plain_label

EDGE: Final = 14  # pixels from the viewport's lower edge
LEAST_AROUND: Final = 16  # free at both sides, in pixels
LEAST_WORDS: Final = 200  # pixels that the words need beside the buttons
WITHIN: Final = 44  # pixels that are neither words nor buttons, from side to side


class OfferBar(QFrame):
    """`taken` and `left` are its two answers; the keys of the board give them too."""

    taken = Signal()
    left = Signal()

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self.setObjectName("panel")
        self._view = view
        self.words = plain_label("", "strong")
        self.words.setWordWrap(True)
        self.take = QPushButton()
        self.take.setObjectName("primary")
        self.leave = QPushButton()
        self.take.clicked.connect(self.taken)
        self.leave.clicked.connect(self.left)
        self._answers = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._answers.setSpacing(10)
        self._answers.addStretch()
        for button in (self.take, self.leave):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAutoDefault(True)
            self._answers.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 10, 12, 10)
        self._row.setSpacing(10)
        self._row.addWidget(self.words, 1)
        self._row.addLayout(self._answers)
        self.hide()

    def propose(self, words: str, answers: Sequence[str]) -> None:
        """Show the words with one button that leaves it, or with one more that takes it."""
        *take, leave = answers
        self.words.setText(words)
        self.take.setText(take[0] if take else "")
        self.take.setVisible(bool(take))
        self.leave.setText(leave)
        self.place()
        self.show()
        self.raise_()
        announce(self, words)

    def place(self) -> None:
        """Lie at the lower edge of the viewport, as wide as the words need.

        Where both don't fit side by side, the buttons lie below the words; where they don't fit
        either, below each other.
        """
        room = self._view.viewport().geometry()
        line = self.words.fontMetrics().horizontalAdvance(self.words.text())
        shown = [each for each in (self.take, self.leave) if not each.isHidden()]
        widths = [button.sizeHint().width() for button in shown]
        buttons = sum(widths) + 10 * len(widths)
        most = room.width() - 2 * LEAST_AROUND
        beside = buttons + LEAST_WORDS <= most
        in_one_row = buttons + WITHIN <= most
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)
        self._answers.setDirection(across if in_one_row else down)
        below = max(line, buttons if in_one_row else max(widths))
        width = min((line + buttons if beside else below) + WITHIN, most)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        self.setGeometry(
            room.center().x() - width // 2, room.bottom() - height - EDGE, width, height
        )
        self._row.activate()  # also where only a button's words are others: none is cut for a frame
