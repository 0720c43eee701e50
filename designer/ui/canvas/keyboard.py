"""The board by keys alone: walking, naming, moving. The window's menus offer the same."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent

from designer.ui import clipboard
from designer.ui.canvas import choosing, folding, inserting, walk
from designer.ui.canvas.capture import steps
from designer.ui.canvas.grid import Direction
from designer.ui.canvas.notes import commands as notes

if TYPE_CHECKING:
    from designer.ui.canvas.view import BoardView

ARROW_KEYS: Final[Mapping[Qt.Key, Direction]] = {
    Qt.Key.Key_Left: Direction.LEFT,
    Qt.Key.Key_Right: Direction.RIGHT,
    Qt.Key.Key_Up: Direction.UP,
    Qt.Key.Key_Down: Direction.DOWN,
}

_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ALT = Qt.KeyboardModifier.AltModifier


def _combination(modifier: Qt.KeyboardModifier, key: Qt.Key) -> QKeyCombination:
    return QKeyCombination(modifier, key)


def _walking(direction: Direction) -> "Callable[[BoardView], None]":
    return lambda view: walk.to_neighbour(view, direction)


def _stepping(direction: Direction) -> "Callable[[BoardView], None]":
    return lambda view: walk.to_cell(view, direction)


def _extending(direction: Direction) -> "Callable[[BoardView], None]":
    return lambda view: choosing.extend(view, direction)


def _leading(direction: Direction) -> "Callable[[BoardView], None]":
    return lambda view: steps.towards(view, direction)


def _moving(direction: Direction) -> "Callable[[BoardView], None]":
    return lambda view: view.move_selected(direction)


def _taking(number: int) -> "Callable[[BoardView], None]":
    return lambda view: view.ways.take(number)


def _open_subpathway(view: "BoardView") -> None:
    view.asked.emit("open_subpathway")


KEYS: "Final[Mapping[QKeyCombination, Callable[[BoardView], object]]]" = {
    **{_combination(_NONE, key): _walking(to) for key, to in ARROW_KEYS.items()},
    **{_combination(_CONTROL, key): _stepping(to) for key, to in ARROW_KEYS.items()},
    **{_combination(_ALT, key): _moving(to) for key, to in ARROW_KEYS.items()},
    **{_combination(_SHIFT, key): _extending(to) for key, to in ARROW_KEYS.items()},
    _combination(_NONE, Qt.Key.Key_I): inserting.insert,
    _combination(_NONE, Qt.Key.Key_F): folding.toggle_selected,
    _combination(_NONE, Qt.Key.Key_T): lambda view: view.tidying.start(),
    _combination(_CONTROL, Qt.Key.Key_Return): _open_subpathway,
    _combination(_CONTROL, Qt.Key.Key_Enter): _open_subpathway,
    **{
        _combination(_NONE, Qt.Key(Qt.Key.Key_0 + number)): _taking(number)
        for number in range(1, 10)
    },
    _combination(_NONE, Qt.Key.Key_Backspace): lambda view: view.trail.back(),
    _combination(_SHIFT, Qt.Key.Key_Backspace): lambda view: view.trail.forward(),
    **{_combination(_CONTROL | _SHIFT, key): _leading(to) for key, to in ARROW_KEYS.items()},
    _combination(_NONE, Qt.Key.Key_Insert): steps.next_stage,
    _combination(_NONE, Qt.Key.Key_N): steps.next_stage,
    _combination(_NONE, Qt.Key.Key_B): steps.branch,
    _combination(_NONE, Qt.Key.Key_U): steps.next_unfinished,
    _combination(_NONE, Qt.Key.Key_Q): lambda view: view.quick_add.open(),
    _combination(_NONE, Qt.Key.Key_D): clipboard.duplicate,
    _combination(_CONTROL, Qt.Key.Key_D): clipboard.duplicate,
    _combination(_CONTROL, Qt.Key.Key_X): clipboard.cut,
    _combination(_CONTROL, Qt.Key.Key_C): clipboard.copy,
    _combination(_CONTROL, Qt.Key.Key_V): clipboard.paste,
    _combination(_NONE, Qt.Key.Key_C): lambda view: view.connect_from_selected(),
    _combination(_NONE, Qt.Key.Key_M): notes.add_note,
    _combination(_NONE, Qt.Key.Key_X): notes.settle_selected,
    _combination(_NONE, Qt.Key.Key_F2): lambda view: view.rename_selected(),
    _combination(_NONE, Qt.Key.Key_Return): lambda view: view.rename_selected(),
    _combination(_NONE, Qt.Key.Key_Enter): lambda view: view.rename_selected(),
    _combination(_NONE, Qt.Key.Key_Delete): lambda view: view.remove_selected(),
    _combination(_NONE, Qt.Key.Key_Escape): lambda view: view.escape(),
    _combination(_NONE, Qt.Key.Key_PageUp): lambda view: view.camera.scroll_page(-1),
    _combination(_NONE, Qt.Key.Key_PageDown): lambda view: view.camera.scroll_page(1),
    _combination(_NONE, Qt.Key.Key_Home): lambda view: walk.to_end(view, 0),
    _combination(_NONE, Qt.Key.Key_End): lambda view: walk.to_end(view, -1),
}


def press(view: "BoardView", event: QKeyEvent) -> None:
    """Do what the key stands for; keys of no use to the board go on to the window."""
    if view.connecting.is_on:
        view.connecting.press(event)
        return
    if view.tidying.is_on and view.tidying.press(event):
        return
    if event.key() == Qt.Key.Key_Space:
        view.space_held = True
        view.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        return
    pressed = QKeyCombination(
        event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier, Qt.Key(event.key())
    )
    act = KEYS.get(pressed)
    if act is None:
        event.ignore()
    elif view.pointer.is_busy:
        view.pointer.cancel()
    else:
        act(view)


def overrides_shortcut(view: "BoardView", event: QKeyEvent) -> bool:
    """Whether a key is the board's own now, although the window has a shortcut for it."""
    return (
        event.type() is QEvent.Type.ShortcutOverride
        and (view.connecting.is_on or view.pointer.is_busy)
        and not event.modifiers() & _CONTROL
    )


def release(view: "BoardView", event: QKeyEvent) -> None:
    if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
        view.space_held = False
        view.viewport().unsetCursor()
