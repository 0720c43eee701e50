"""The outline's context menu: what its keys do, for those who look for it."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from designer.ui.canvas.grid import Direction
from designer.ui.outline import commands
from designer.ui.outline.lines import Kind
from model.messages import _

if TYPE_CHECKING:
    from designer.ui.outline.panel import OutlinePanel

Entry = tuple[str, str, "Callable[[OutlinePanel], object]"]
"""Words, the key that does the same, and what it does."""


def open_menu(panel: "OutlinePanel", at: QPoint) -> None:
    """Open the menu of the current line at a place of the screen."""
    menu = QMenu(panel)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, key, act in _entries(panel.line.kind if panel.line else None):
        entry = menu.addAction(f"{words}\t{key}")
        entry.triggered.connect(lambda _checked, act=act: act(panel))
    menu.popup(at)


def _entries(kind: Kind | None) -> Iterator[Entry]:
    if kind is Kind.HANDOVER:
        yield _("Go to the stage that it leads to"), "Enter", commands.enter
        yield _("Write the condition"), "F2", lambda panel: panel.edit()
    elif kind in {Kind.STAGE, Kind.PHASE}:
        yield _("Rename"), "F2", lambda panel: panel.edit()
    if kind is Kind.NOTE:
        yield _("Edit the note"), "F2", lambda panel: panel.edit()
        yield _("Settle or open again"), "X", commands.settle
    else:
        if kind is Kind.HANDOVER:
            yield _("Add a stage between"), "N", commands.add_between
        else:
            yield _("Add a stage after this"), "N", commands.add_after
        yield _("Add a note"), "M", commands.add_note
    if kind is Kind.STAGE:
        yield _("Add a branch beside this"), "B", commands.add_branch
        yield _("Connect to another stage…"), "C", commands.connect
        yield _("Move up"), "Alt+↑", partial(commands.move, direction=Direction.UP)
        yield _("Move down"), "Alt+↓", partial(commands.move, direction=Direction.DOWN)
    if kind in {Kind.STAGE, Kind.PHASE}:
        yield _("Move left"), "Alt+←", partial(commands.move, direction=Direction.LEFT)
        yield _("Move right"), "Alt+→", partial(commands.move, direction=Direction.RIGHT)
    if kind in {Kind.STAGE, Kind.PHASE, Kind.HANDOVER, Kind.NOTE}:
        yield _("Remove"), "Del", commands.remove
