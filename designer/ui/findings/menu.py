"""The menu of the findings: from one finding to all records that the board shows of it."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from designer.ui.findings.lines import FindingLine
from model.ids import Id
from model.messages import _

Choose = Callable[[tuple[Id, ...]], object]


class Entry(NamedTuple):
    """What can be done, in words, and how."""

    words: str
    does: Callable[[], object]
    is_usable: bool = True


def selecting(
    lines: Iterable[FindingLine], of_rule: Iterable[FindingLine], choose: Choose
) -> Iterator[Entry]:
    """Yield how to select what some lines are about, and what all lines of their rule are."""
    for words, ids in (
        (_("Select what this finding is about"), ids_of(lines)),
        (_("Select all that this rule has found"), ids_of(of_rule)),
    ):
        yield Entry(words, partial(choose, ids), is_usable=bool(ids))


def open_menu(at: QPoint, entries: Iterable[Entry], parent: QWidget) -> QMenu:
    """Open a menu at a place of the screen."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for entry in entries:
        action = menu.addAction(_literally(entry.words))
        action.setEnabled(entry.is_usable)
        action.triggered.connect(lambda _checked, does=entry.does: does())
    menu.popup(at)
    return menu


def ids_of(lines: Iterable[FindingLine]) -> tuple[Id, ...]:
    """Return the records that these findings are about, each once, in order."""
    named = (id for line in lines for id in (line.about, *line.also))
    return tuple(dict.fromkeys(id for id in named if id is not None))


def _literally(words: str) -> str:
    return words.replace("&", "&&").replace("\t", " ")
