"""The keys of the presentation: one list, for pressing and for reading."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt

from model.messages import N_

if TYPE_CHECKING:
    from designer.ui.presentation.window import Presentation

Does = Callable[["Presentation"], object]


class Entry(NamedTuple):
    """`keys` as they are told, and what they do as a message id."""

    keys: str
    title: str
    pressed: tuple[Qt.Key, ...]
    does: Does
    with_shift: Does | None = None


KEYS: Final = (
    Entry(N_("Space, →, Page Down"), N_("Next stage"),
          (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Return,
           Qt.Key.Key_Enter), lambda it: it.forward(), lambda it: it.back()),
    Entry(N_("←, Page Up"), N_("Back"),
          (Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace), lambda it: it.back()),
    Entry("1–9", N_("Follow that branch"), (), lambda _it: None),
    Entry("Home, End", N_("First and last stage"), (Qt.Key.Key_Home,), lambda it: it.first()),
    Entry("", "", (Qt.Key.Key_End,), lambda it: it.last()),
    Entry("P, Shift+P", N_("Phase by phase"), (Qt.Key.Key_P,), lambda it: it.show_phase(1),
          lambda it: it.show_phase(-1)),
    Entry("L, Shift+L", N_("Actor by actor"), (Qt.Key.Key_L,), lambda it: it.show_lane(1),
          lambda it: it.show_lane(-1)),
    Entry("S", N_("Stage by stage"), (Qt.Key.Key_S,), lambda it: it.show_stage()),
    Entry("W", N_("Whole board"), (Qt.Key.Key_W,), lambda it: it.show_whole()),
    Entry("+ −", N_("Larger, smaller"), (Qt.Key.Key_Plus,), lambda it: it.enlarge(1)),
    Entry("", "", (Qt.Key.Key_Minus,), lambda it: it.enlarge(-1)),
    Entry("D", N_("What happens in the stage; ↓ ↑ scroll"), (Qt.Key.Key_D,),
          lambda it: it.toggle_details()),
    Entry("", "", (Qt.Key.Key_Down,), lambda it: it.scroll_words(1)),
    Entry("", "", (Qt.Key.Key_Up,), lambda it: it.scroll_words(-1)),
    Entry("N", N_("Notes and texts for professionals"), (Qt.Key.Key_N,),
          lambda it: it.toggle_private()),
    Entry(N_("Ctrl, mouse"), N_("Pointer"), (), lambda _it: None),
    Entry(N_("B or full stop"), N_("Black screen"), (Qt.Key.Key_B, Qt.Key.Key_Period),
          lambda it: it.black_out()),
    Entry("E", N_("Follow the editor"), (Qt.Key.Key_E,), lambda it: it.toggle_following()),
    Entry("M", N_("To the next screen"), (Qt.Key.Key_M,), lambda it: it.to_next_screen()),
    Entry(N_("F1, ?"), N_("These keys"), (Qt.Key.Key_F1, Qt.Key.Key_Question),
          lambda it: it.toggle_keys()),
    Entry(N_("Esc, F5"), N_("End"), (Qt.Key.Key_Escape, Qt.Key.Key_F5), lambda it: it.leave()),
)  # fmt: skip

DIGITS: Final = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)


def meant(key: int, *, shift: bool) -> Does | None:
    """Return what a key does; None when it means nothing here."""
    if key in DIGITS:
        return lambda it: it.take(key - Qt.Key.Key_0)
    for entry in KEYS:
        if key in entry.pressed:
            return entry.with_shift if shift and entry.with_shift is not None else entry.does
    return None
