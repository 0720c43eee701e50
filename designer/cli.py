"""The command line: everything but drawing, without a screen and without Qt.

Results go to stdout, messages to stderr. Exit codes: 0 done and clean, 1 findings of the
severity error or something that could not be done, 2 a file that cannot be read or a command
that is not understood. Heavy imports stand where they are used, so that a check starts fast.
"""

import os
import sys
from collections.abc import Container, Sequence
from importlib.metadata import version
from typing import Annotated, Any

import typer

from designer.commands import COMMANDS
from designer.terminal import (
    NotUnderstoodError,
    faults_in_words,
    language_of_environment,
    use_utf8,
)
from model.messages import N_, _, speak

app = typer.Typer(
    name="ketjupaja",
    help=N_(
        "Draw care and service pathways, see what is missing, publish them. "
        "With a file or nothing, the window opens."
    ),
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - how typer calls it
    if wanted:
        sys.stdout.write(f"ketjupaja {version('ketjupaja')}\n")
        raise typer.Exit


@app.callback()
def _root(
    *,
    show_version: Annotated[
        bool,
        typer.Option(
            "--version", is_eager=True, callback=_show_version, help=N_("say which version this is")
        ),
    ] = False,
) -> None:
    """Stand for what concerns all commands."""


for _command in COMMANDS:
    app.command(_command.name, help=_command.help)(_command.run)


def _in_own_language(command: Any) -> None:
    """Translate the help of a command and of all below it, once the language is known."""
    command.help = _(command.help) if command.help else None
    for parameter in command.params:
        if getattr(parameter, "help", None):
            parameter.help = _(parameter.help)
    for below in getattr(command, "commands", {}).values():
        _in_own_language(below)


def with_command(arguments: Sequence[str], commands: Container[str]) -> list[str]:
    """Put in the command that is meant when the first argument is a file, or none is given."""
    if arguments and (arguments[0] in commands or arguments[0].startswith("-")):
        return list(arguments)
    if arguments and not os.path.lexists(arguments[0]):
        raise NotUnderstoodError(
            _("“{name}” is neither a file nor a command; see ketjupaja --help.").format(
                name=arguments[0]
            )
        )
    return ["open", *arguments]


def main(arguments: Sequence[str] | None = None) -> None:
    """Run a command line, by default the process's own, and exit."""
    use_utf8()
    speak(language_of_environment())
    command: Any = typer.main.get_command(app)
    _in_own_language(command)
    given = sys.argv[1:] if arguments is None else arguments
    with faults_in_words():
        arguments = with_command(given, command.commands)
        sys.exit(command.main(arguments, prog_name="ketjupaja", standalone_mode=False))


if __name__ == "__main__":
    main()
