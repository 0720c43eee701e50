"""The place below the board that the findings, the notes, the completeness and the times share."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget


class PanelsBelow(QWidget):
    """Shows one of its panels at a time, or none, and then takes no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._panels: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def take_in(self, panel: QWidget) -> None:
        """Hold one panel more; the first is in front, the others wait to be brought."""
        self._column.addWidget(panel)
        panel.setVisible(not self._panels)
        self._panels.append(panel)

    @property
    def panels(self) -> tuple[QWidget, ...]:
        return tuple(self._panels)

    def minimumSizeHint(self) -> QSize:
        # The layout would still remember what a panel needed while it changed its parts.
        front = next((panel for panel in self._panels if not panel.isHidden()), None)
        return front.minimumSizeHint() if front else super().minimumSizeHint()

    def bring(self, front: QWidget) -> None:
        """Show one panel in place of the others; the keys go along with it."""
        had_keys = self.isAncestorOf(self.window().focusWidget())
        for panel in self._panels:
            panel.setVisible(panel is front)
        self.show()
        if had_keys:
            front.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle(self, panel: QWidget) -> None:
        """Show a panel, or put it away when it is the one in front."""
        if panel.isHidden():
            self.bring(panel)
        else:
            panel.hide()
            self.hide()
