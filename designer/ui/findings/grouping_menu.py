"""The button behind which one chooses what findings stand under one line."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from designer.ui.findings.grouping import By
from designer.ui.signs import icon
from model.messages import _


class GroupingButton(QToolButton):
    """`chosen` carries a `By`, `asked_all` asks to unfold all lines, or to fold them."""

    chosen = Signal(object)
    asked_all = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("grouping")
        self.setIcon(icon("list-checks"))
        self.setToolTip(_("Choose what findings stand under one line"))
        self.setAccessibleName(_("Grouping of the findings"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu = QMenu(self)
        group = QActionGroup(menu)
        self.choices = {}
        for by, words in (
            (By.RULE, _("By &rule")),
            (By.RECORD, _("By &place: stage, handover and so on")),
            (By.NONE, _("One line &each")),
        ):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(by is By.RULE)
            action.triggered.connect(partial(self._choose, by))
            self.choices[by] = group.addAction(action)
        menu.addSeparator()
        self.all = menu.addAction("")
        self.all.triggered.connect(self.asked_all)
        self.setMenu(menu)

    def say_all(self, words: str) -> None:
        """Say what the entry on all lines does; no words where there is nothing to fold."""
        self.all.setText(words)
        self.all.setVisible(bool(words))

    def _choose(self, by: By, *_checked: bool) -> None:
        self.chosen.emit(by)
