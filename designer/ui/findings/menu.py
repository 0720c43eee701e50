"""The menu of the findings' table: from one finding to all records that the board shows of it."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QTableView

from designer.ui.findings.table import FindingLine
from model.ids import Id
from model.messages import _

Choose = Callable[[tuple[Id, ...]], object]


def open_menu(
    view: QTableView, at: QPoint, lines: Sequence[FindingLine], choose: Choose
) -> QMenu | None:
    """Open the menu of the line at a place of the table, by the menu key of the current one."""
    row = view.indexAt(at).row()
    if not 0 <= row < len(lines):
        return None
    view.selectRow(row)
    line = lines[row]
    of_rule = [other for other in lines if other.rule == line.rule]
    menu = QMenu(view)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, ids in (
        (_("Select what this finding is about"), ids_of((line,))),
        (_("Select all that this rule has found"), ids_of(of_rule)),
    ):
        entry = menu.addAction(words)
        entry.setEnabled(bool(ids))
        entry.triggered.connect(lambda _checked, ids=ids: choose(ids))
    menu.popup(view.viewport().mapToGlobal(at))
    return menu


def ids_of(lines: Iterable[FindingLine]) -> tuple[Id, ...]:
    """Return the records that these findings are about, each once, in order."""
    named = (id for line in lines for id in (line.about, *line.also))
    return tuple(dict.fromkeys(id for id in named if id is not None))
