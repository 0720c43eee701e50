"""The window in which filled-in workbooks are brought back into the open pathway."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow


def ask_for_books(window: "MainWindow") -> None:
    """Go on with the books that are being looked at, else ask which ones to bring in."""
    from designer.ui.updating.choosing import ask_which
    from designer.ui.updating.window import UpdatingWindow

    window.finish_typing()
    there = [each for each in window.findChildren(UpdatingWindow) if not each.is_over]
    if there:
        there[0].raise_()
        there[0].activateWindow()
    else:
        ask_which(window, window.workspace.file.path, lambda paths: show_books(window, paths))


def show_books(window: "MainWindow", paths: Sequence[Path]) -> None:
    """Show what workbooks would change; those of a window that is open already stay in it."""
    # What reads workbooks is imported when it is used, not when the program starts.
    from designer.ui.updating.window import UpdatingWindow

    window.finish_typing()
    there = [each for each in window.findChildren(UpdatingWindow) if not each.is_over]
    shown = there[0] if there else UpdatingWindow(window)
    shown.add(paths)
    shown.show()
    shown.raise_()
    shown.activateWindow()
