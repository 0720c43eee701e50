"""Qt's drawing without a window: for the command line and for machines without a screen."""

from functools import cache
from typing import TYPE_CHECKING

from exporters.exporter import ExportError
from model.messages import _

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication


def prepare_painting() -> None:
    """See to it that Qt can draw text, in a window's program and without one.

    Raises ExportError when Qt does not load on this machine.
    """
    try:
        from PySide6.QtGui import QGuiApplication
    except ImportError as error:
        raise ExportError(
            _("Pictures cannot be drawn on this machine, since Qt does not load: {reason}.").format(
                reason=str(error).rstrip(".")
            )
        ) from error
    if QGuiApplication.instance() is None:
        _without_screen()


@cache
def _without_screen() -> "QGuiApplication":
    """Make the application that Qt asks for; it lives as long as the program."""
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication(["ketjupaja", "-platform", "offscreen"])
