"""Words that lie on the board: what to do when it is empty, which mode is on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from exporters.diagram.look import LIGHT
from model.messages import _
from model.pathway import Pathway


class Notice(QLabel):
    """A label that lets the pointer through."""

    def __init__(self, parent: QWidget, style: str) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setStyleSheet(f"QLabel {{ {style} }}")
        self.hide()

    def say(self, words: str) -> None:
        """Show the words; '' takes the notice away."""
        self.setText(words)
        self.setVisible(bool(words))


class EmptyNotice(Notice):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, f"color: {LIGHT.muted}; font-size: 17px; background: transparent;")

    def follow(self, pathway: Pathway) -> None:
        if pathway.stages:
            self.say("")
        elif pathway.actors and pathway.phases:
            self.say(_("Double-click a cell or press Insert to add the first stage."))
        else:
            self.say(
                _(
                    "The board is empty. Add actors (the rows) and phases (the columns), "
                    "then double-click a cell to add a stage."
                )
            )


class ModeNotice(Notice):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(
            parent,
            f"color: {LIGHT.on_phase}; background: {LIGHT.phase}; font-size: 14px;"
            " padding: 8px 14px; border-radius: 6px;",
        )
