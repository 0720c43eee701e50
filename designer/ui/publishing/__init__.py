"""The window in which approved pathways are published as a website."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow


def show_publishing(window: "MainWindow") -> None:
    """Show the publishing window of what is open; it is there once, and stays as it was left."""
    # What makes sites is imported when it is used, not when the program starts.
    from designer.ui.publishing.window import PublishingWindow

    window.finish_typing()
    there = [each for each in window.findChildren(PublishingWindow) if not each.is_over]
    shown = there[0] if there else PublishingWindow(window)
    shown.show()
    shown.raise_()
    shown.activateWindow()
