"""The command palette: all actions, records, settings and files behind one field."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow


def toggle_palette(window: "MainWindow") -> None:
    """Open the palette, or close it when it is open."""
    from designer.ui.palette.palette import toggle_palette as toggle

    toggle(window)
