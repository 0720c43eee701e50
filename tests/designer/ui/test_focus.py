"""Who goes by Tab sees where the keyboard is: in every look, on every kind of widget."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from designer.ui.appearance import Choice
from designer.ui.main_window import MainWindow
from tests.contrast import contrast

KINDS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractItemView)
RING = 4  # pixels: frames stand at a widget's edge
LOOKS = (
    Choice.LIGHT,
    *(pytest.param(choice, marks=pytest.mark.every) for choice in (Choice.DARK, Choice.CONTRAST)),
)


@pytest.fixture(params=LOOKS)
def dressed(request: pytest.FixtureRequest, window: MainWindow) -> Iterator[MainWindow]:
    """Return a window in each look, with every panel in sight."""
    window.program.appearance.choose(request.param)
    window.showNormal()
    window.resize(1700, 1000)
    window.workspace.toggle_outline()
    QApplication.processEvents()
    yield window
    window.program.appearance.choose(Choice.LIGHT)


def sorts(window: MainWindow) -> dict[str, QWidget]:
    """Return one widget of each sort that looks its own way."""
    found: dict[str, QWidget] = {}
    for widget in window.findChildren(QWidget):
        reachable = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not isinstance(widget, KINDS) or not reachable or not widget.isVisible():
            continue
        if not widget.isEnabled() or widget.visibleRegion().boundingRect() != widget.rect():
            continue
        pressed = isinstance(widget, QAbstractButton) and widget.isChecked()
        style = widget.property("quiet"), widget.property("link"), widget.property("group")
        name = f"{type(widget).__name__} {widget.objectName()} {style} {pressed}"
        found.setdefault(name, widget)
    return found


def picture(window: MainWindow, widget: QWidget) -> QImage:
    QApplication.processEvents()
    return window.grab(QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())).toImage()


def changed_along_the_edge(before: QImage, after: QImage) -> int:
    """Count the pixels near the edge that differ by 3:1 at least."""
    width, height = before.width(), before.height()
    edge = [
        (x, y)
        for x in range(width)
        for y in range(height)
        if min(x, y, width - 1 - x, height - 1 - y) < RING
    ]
    pairs = [(before.pixel(*at), after.pixel(*at)) for at in edge]
    clear = {
        (one, other): contrast(QColor(one).name(), QColor(other).name()) >= 3
        for one, other in set(pairs)
    }
    return sum(clear[pair] for pair in pairs)


def test_the_focus_is_seen_on_every_sort_of_widget(dressed: MainWindow) -> None:
    found = sorts(dressed)
    assert len(found) >= 12
    unseen = []
    for name, widget in found.items():
        dressed.board.setFocus(Qt.FocusReason.TabFocusReason)
        before = picture(dressed, widget)
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert dressed.focusWidget() in (widget, *widget.findChildren(QWidget)), name
        after = picture(dressed, widget)
        seen = changed_along_the_edge(before, after)
        if seen < widget.width() + widget.height():  # half of the way round
            unseen.append(f"{name}: {seen} pixels of {widget.width()} × {widget.height()}")
    assert unseen == []


def test_the_focus_is_seen_on_the_board(dressed: MainWindow) -> None:
    board = dressed.board
    pathway = board.pathway
    board.setFocus(Qt.FocusReason.TabFocusReason)
    board.escape()
    nothing = board.grab().toImage()
    cell = (pathway.actors[0].id, pathway.phases[1].id, 0)
    steps: dict[str, Callable[[], None]] = {
        "card": lambda: board.select(("s0",)),
        "handover": lambda: board.select((pathway.handovers[0].id,)),
        "lane": lambda: board.select((pathway.actors[0].id,)),
        "phase": lambda: board.select((pathway.phases[0].id,)),
        "cell": lambda: board.enter_cell(cell),
    }
    for name, step in steps.items():
        board.escape()
        step()
        QApplication.processEvents()
        shown = board.grab().toImage()
        assert clearly_different(nothing, shown) >= 40, name


def clearly_different(before: QImage, after: QImage) -> int:
    """Count every third pixel that differs by 3:1 at least."""
    pairs = [
        (before.pixel(x, y), after.pixel(x, y))
        for x in range(0, before.width(), 3)
        for y in range(before.height())
    ]
    different = {pair for pair in set(pairs) if pair[0] != pair[1]}
    clear = {
        pair for pair in different if contrast(QColor(pair[0]).name(), QColor(pair[1]).name()) >= 3
    }
    return sum(pair in clear for pair in pairs)
