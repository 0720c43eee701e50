"""The strip that stays as long as the work cannot be kept safe from a crash."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from designer.ui.labels import plain_label
from designer.ui.signs import icon
from model.messages import _


class UnkeptBanner(QFrame):
    """Hidden while all is well; `asked` carries the name of the action to take: save."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("unkept")
        self.words = plain_label("", "strong")
        self.words.setWordWrap(True)
        sign = plain_label("")
        sign.setPixmap(icon("triangle-alert", "warning").pixmap(18, 18))
        self.save = QPushButton(icon("save"), _("Save the file"))
        self.save.clicked.connect(lambda: self.asked.emit("save"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.save)
        self.hide()

    def present(self, reason: str) -> None:
        """Say why the work is not kept; '' when it is."""
        words = _(
            "Your latest changes are not safe if the program crashes: they cannot be written to "
            "the recovery data ({reason}). Save the file now. You can go on working; the program "
            "tries again all the time."
        ).format(reason=reason)
        self.words.setText(words if reason else "")
        self.setAccessibleName(self.words.text())
        self.setVisible(bool(reason))
