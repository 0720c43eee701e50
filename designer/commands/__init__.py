"""The commands of the command line, each in a file of its own."""

from typing import Final

from designer.commands import (
    approve,
    cards,
    check,
    compare,
    export,
    formats,
    importing,
    info,
    mapping,
    merge,
    new,
    portfolio,
    poster,
    publish,
    repair,
    rules,
    update,
    window,
)
from designer.commands.command import Command

COMMANDS: Final[tuple[Command, ...]] = (
    window.COMMAND,
    new.COMMAND,
    importing.COMMAND,
    check.COMMAND,
    export.COMMAND,
    poster.COMMAND,
    cards.COMMAND,
    approve.COMMAND,
    publish.COMMAND,
    portfolio.COMMAND,
    compare.COMMAND,
    merge.COMMAND,
    update.COMMAND,
    mapping.COMMAND,
    repair.COMMAND,
    info.COMMAND,
    rules.COMMAND,
    formats.COMMAND,
)
"""In the order in which the help shows them."""
