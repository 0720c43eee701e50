"""The panel's place: at the right of the board, from top to bottom."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from designer.ui.canvas.view import BoardView
from designer.ui.merging.session import Session
from model.document import Changed

if TYPE_CHECKING:
    from designer.ui.merging.panel import MergingPanel

_SHARE = 0.36
"""Of the width, when the panel is shown first."""


class MergingPlace(QSplitter):
    """Holds what else there is at its left; the panel is built when it is first asked for."""

    def __init__(self, board: BoardView, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(8)
        self.setChildrenCollapsible(False)
        self._board = board
        self.session = Session()
        self.panel: MergingPanel | None = None
        self.hides_inspector = False

    @property
    def is_shown(self) -> bool:
        return self.panel is not None and not self.panel.isHidden()

    def bring(self) -> "MergingPanel":
        """Show the panel, and return it."""
        from designer.ui.merging.panel import MergingPanel

        if self.panel is None:
            self.panel = MergingPanel(self._board, self.session)
            self.addWidget(self.panel)
            self.setStretchFactor(0, 1)
            mine = round(_SHARE * self.width())
            self.setSizes([self.width() - mine, mine])
        self.panel.show()
        return self.panel

    def put_away(self) -> None:
        """Take the panel out of sight; what is to be settled stays so."""
        if self.panel is not None:
            self.panel.hide()

    def present(self) -> None:
        """Show everything anew, as in another language of the pathway."""
        if self.panel is not None and self.is_shown:
            self.panel.present()

    def follow(self, notice: Changed) -> None:
        if self.panel is not None:
            self.panel.follow(notice)
