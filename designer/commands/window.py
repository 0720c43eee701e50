"""Opening the window."""

import os
import sys
from pathlib import Path
from typing import Annotated, Final

import typer

from designer.commands.command import Command
from designer.terminal import RefusedError
from model.messages import N_, _

SCREEN_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def open_window(
    path: Annotated[Path | None, typer.Argument(help=N_("the pathway file"))] = None,
) -> None:
    if sys.platform == "linux" and not any(map(os.environ.get, SCREEN_VARIABLES)):
        raise RefusedError(_("The window cannot be opened: there is no screen here."))
    try:
        from designer.ui.app import run
    except ImportError as error:  # a system library that Qt needs
        raise RefusedError(
            _("The window cannot be opened on this computer: {reason}").format(reason=error)
        ) from error
    raise typer.Exit(run(path))


COMMAND: Final = Command(
    "open", N_("Open the window, on a pathway file or on the start screen."), open_window
)
