"""The line above the findings that says what of them is hidden, and takes the hiding away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from designer.ui.findings.filters import Only
from designer.ui.labels import as_tooltip
from designer.ui.signs import icon
from model.messages import _, ngettext


class HiddenNotice(QWidget):
    """Takes no room while nothing is hidden.

    `asked_all` asks for all findings to be shown, `dropped` for more than was asked for elsewhere.
    """

    asked_all = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.only = QToolButton()
        self.only.setObjectName("chip")
        self.only.setIcon(icon("x"))
        self.only.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.only.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.only.clicked.connect(self.dropped)
        self.hidden = QPushButton()
        self.hidden.setProperty("link", True)  # noqa: FBT003 - Qt's property for the style sheet
        self.hidden.clicked.connect(self.asked_all)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 10, 0)
        row.addWidget(self.only)
        row.addWidget(self.hidden)
        row.addStretch()
        self.hide()

    def say(self, hidden: int, only: Only | None) -> None:
        """Say how many findings are hidden, and what alone is shown."""
        words = _("Shown: {what}").format(what=only.words) if only is not None else ""
        short = self.only.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, 420)
        self.only.setText(" " + short.replace("&", "&&"))
        self.only.setAccessibleName(_("{shown}. Show everything again").format(shown=words))
        self.only.setToolTip(as_tooltip(self.only.accessibleName()))
        self.only.setVisible(only is not None)
        self.hidden.setText(
            ngettext(
                "{count} finding is hidden – show all",
                "{count} findings are hidden – show all",
                hidden,
            ).format(count=hidden)
        )
        self.hidden.setVisible(hidden > 0)
        self.setVisible(hidden > 0 or only is not None)
