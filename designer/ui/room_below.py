"""The splitter between the board and the findings below it."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QSplitter, QWidget

_ROOM = 190  # pixels, until the user chooses another height
_LEAST_ROOM = 120
_MOST_SHARE = 0.4
"""How much of the height the board leaves to a panel below that asks for it."""


class RoomBelow(QSplitter):
    """Gives the panel below its room, or lets it lie as low as it goes.

    Either happens only when asked for, so that nothing jumps while one types.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._below: QWidget = self
        self._with_room: QByteArray | None = None

    def hold(self, above: QWidget, below: QWidget) -> None:
        """Take what is to share the height."""
        self._below = below
        self.addWidget(above)
        self.addWidget(below)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.setCollapsible(0, False)  # noqa: FBT003 - Qt's signature
        self.setHandleWidth(8)
        self.setSizes([800, _ROOM])
        self.splitterMoved.connect(self._choose)

    @property
    def lies_low(self) -> bool:
        return self._with_room is not None

    def remembered(self) -> QByteArray:
        """Return the state in which the panel has room, to be restored another time."""
        return self._with_room or self.saveState()

    def lie_low(self) -> None:
        if self.lies_low or not self.sizes()[1]:
            return
        self._with_room = self.saveState()
        self._give(self._below.minimumSizeHint().height())

    def give_room(self) -> None:
        if self._with_room is None:
            return
        self.restoreState(self._with_room)
        self._with_room = None
        if self.sizes()[1] < _LEAST_ROOM:
            self._give(_LEAST_ROOM)

    def give_at_least(self, height: int) -> None:
        """Give the panel below a height in which it is read at a glance, if there is room."""
        self.give_room()
        height = min(height, round(_MOST_SHARE * self.height()))
        if self.sizes()[1] < height:
            self._give(height)

    def _give(self, height: int) -> None:
        self.setSizes([sum(self.sizes()) - height, height])

    def _choose(self) -> None:
        self._with_room = None
