"""Opening the window."""

from pathlib import Path
from typing import Annotated, Final

import typer

from designer import opening
from designer.commands.command import Command
from model.messages import N_


def open_window(
    path: Annotated[Path | None, typer.Argument(help=N_("the pathway file"))] = None,
) -> None:
    raise typer.Exit(opening.open_window(path))


COMMAND: Final = Command(
    "open", N_("Open the window, on a pathway file or on the start screen."), open_window
)
