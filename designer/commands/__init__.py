"""The commands of the command line, each in a file of its own."""

from typing import Final

from designer.commands import (
    approve,
    check,
    compare,
    export,
    formats,
    importing,
    info,
    merge,
    new,
    portfolio,
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
    approve.COMMAND,
    publish.COMMAND,
    portfolio.COMMAND,
    compare.COMMAND,
    merge.COMMAND,
    update.COMMAND,
    repair.COMMAND,
    info.COMMAND,
    rules.COMMAND,
    formats.COMMAND,
)
"""In the order in which the help shows them."""
