"""Opening the window from the command line."""

import os
import sys
from pathlib import Path

from designer.terminal import RefusedError
from model.messages import _

SCREEN_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def open_window(path: Path | None) -> int:
    """Show the window until it is closed, with a file or else the start screen; return a status."""
    if sys.platform == "linux" and not any(map(os.environ.get, SCREEN_VARIABLES)):
        raise RefusedError(_("The window cannot be opened: there is no screen here."))
    try:
        from designer.ui.app import run
    except ImportError as error:  # a system library that Qt needs
        raise RefusedError(
            _("The window cannot be opened on this computer: {reason}").format(reason=error)
        ) from error
    return run(path)
