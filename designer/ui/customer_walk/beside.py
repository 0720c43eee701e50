"""The walk's place: at the right of the board, from top to bottom."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from model.document import Changed

if TYPE_CHECKING:
    from collections.abc import Callable

    from designer.ui.customer_walk.panel import CustomerWalk
    from designer.ui.customer_walk.walking import Walking

SHARE = 0.46
"""Of the width, when the walk is shown first."""


class BesideBoard(QSplitter):
    """Holds what else there is at its left; the walk is built when it is first asked for."""

    def __init__(self, make: "Callable[[], CustomerWalk]", parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(8)
        self.setChildrenCollapsible(False)
        self._make = make
        self.walk: CustomerWalk | None = None
        self.hides_inspector = False

    @property
    def is_shown(self) -> bool:
        return self.walk is not None and not self.walk.isHidden()

    @property
    def walking(self) -> "Walking | None":
        """The walk under way, shown or not."""
        return self.walk.walking if self.walk is not None else None

    @property
    def has_unkept(self) -> bool:
        """Whether steps were walked that no story holds."""
        return self.walk is not None and self.walk.is_unkept

    def bring(self) -> "CustomerWalk":
        """Show the walk, and return it."""
        if self.walk is None:
            self.walk = self._make()
            self.addWidget(self.walk)
            self.setStretchFactor(0, 1)
            mine = round(SHARE * self.width())
            self.setSizes([self.width() - mine, mine])
        self.walk.show()
        return self.walk

    def put_away(self) -> None:
        """Take the walk out of sight; it can be gone on with later."""
        if self.walk is not None:
            self.walk.finish_typing()
            self.walk.hide()

    def keep(self) -> None:
        """Keep the walk under way as a story."""
        if self.walk is not None:
            self.walk.keep()

    def finish_typing(self) -> None:
        if self.walk is not None:
            self.walk.finish_typing()

    def set_language(self, language: str) -> None:
        if self.walk is not None:
            self.walk.set_language(language)

    def follow(self, notice: Changed) -> None:
        if self.walk is not None:
            self.walk.follow(notice)
