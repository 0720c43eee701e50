"""The strip below the bar that leads from a sub-pathway back to where it was opened from."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from designer.ui.labels import as_tooltip, plain_label
from designer.ui.signs import icon
from designer.ui.top_bar import ShortenedLabel
from model.messages import _

if TYPE_CHECKING:
    from designer.ui.subpathways import Origin


class WayBack(QFrame):
    """Hidden in a window that was not opened from a stage; `asked` is the wish to go back."""

    asked = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._language = language
        self.button = QPushButton(icon("chevron-left", "accent"), _("Back to the main pathway"))
        self.button.setProperty("link", True)  # noqa: FBT003 - Qt's property for the style sheet
        self.button.setToolTip(as_tooltip(_("Back to the main pathway (Ctrl+Shift+Enter)")))
        self.button.clicked.connect(self.asked)
        self.place = ShortenedLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 1, 12, 1)
        row.setSpacing(8)
        row.addWidget(self.button)
        row.addWidget(plain_label(_("This is the sub-pathway of a stage:"), "muted"))
        row.addWidget(self.place, 1)
        self.hide()

    def lead_to(self, origin: "Origin | None") -> None:
        """Name where it leads; None hides the strip."""
        words = origin.words(self._language) if origin is not None else ""
        self.place.put(words)
        self.button.setAccessibleDescription(words)
        self.setVisible(origin is not None)
