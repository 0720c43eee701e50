"""What a command of the command line is."""

from collections.abc import Callable
from typing import NamedTuple


class Command(NamedTuple):
    """A name to type, what it does (a message id), and the function that typer asks.

    The function's parameters are the command's arguments and options.
    """

    name: str
    help: str
    run: Callable[..., None]
