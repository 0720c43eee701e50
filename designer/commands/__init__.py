"""The commands of the command line, each in a file of its own."""

from collections.abc import Mapping
from importlib import import_module
from typing import Final

from designer.commands.command import Command

MODULES: Final[Mapping[str, str]] = {
    "open": "window",
    "new": "new",
    "import": "importing",
    "check": "check",
    "export": "export",
    "poster": "poster",
    "cards": "cards",
    "approve": "approve",
    "publish": "publish",
    "portfolio": "portfolio",
    "compare": "compare",
    "merge": "merge",
    "update": "update",
    "map": "mapping",
    "repair": "repair",
    "info": "info",
    "rules": "rules",
    "formats": "formats",
}
"""What is typed, and the module here that does it, in the order in which the help shows them."""


def command(name: str) -> Command:
    """Return what is called so; of the others nothing is imported."""
    found: Command = import_module(f"designer.commands.{MODULES[name]}").COMMAND
    return found
