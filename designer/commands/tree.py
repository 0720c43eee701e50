"""The command line as typer takes it: the asked command, its options, its help."""

import sys
from collections.abc import Iterable, Sequence
from typing import Annotated, Any

import typer

from designer.commands import MODULES, command
from designer.commands.plain_values import take_plainly
from designer.terminal import NotUnderstoodError
from model.messages import N_, _


def carry_out(words: Sequence[str]) -> int | None:
    """Do what a command line says, its command first; return the exit status, None for 0."""
    made: Any = typer.main.get_command(_app(words[:1] if words[0] in MODULES else MODULES))
    _prepare(made)
    try:
        status: int | None = made.main(list(words), prog_name="ketjupaja", standalone_mode=False)
    except typer.TyperException as error:
        raise NotUnderstoodError(_not_understood(error)) from error
    return status


def _app(names: Iterable[str]) -> typer.Typer:
    """Return the command line with these commands: to make one of all takes as long as a check."""
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
    app.callback()(_root)
    for each in map(command, names):
        app.command(each.name, help=each.help)(each.run)
    return app


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - how typer calls it
    if wanted:
        from importlib.metadata import version

        sys.stdout.write(f"ketjupaja {version('ketjupaja')}\n")
        raise typer.Exit


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


def _prepare(made: Any) -> None:
    """Translate the help of a command and of all below it, now that the language is known."""
    made.help = _(made.help) if made.help else None
    for parameter in made.params:
        if getattr(parameter, "help", None):
            parameter.help = _(parameter.help)
    for parameter in (*made.params, made.get_help_option(typer.Context(made))):
        take_plainly(parameter)
    for below in getattr(made, "commands", {}).values():
        _prepare(below)


def _not_understood(error: typer.TyperException) -> str:
    """Say in the user's language what typer could not make of a command line."""
    context: Any = getattr(error, "ctx", None)
    command = context.command_path if context else "ketjupaja"
    message = error.format_message()
    option = getattr(error, "option_name", None)
    parameter: Any = getattr(error, "param", None)
    if option and "requires" in message:
        sentence = _("{option} needs a value; see {command} --help.")
    elif option and "does not take" not in message:
        sentence = _("There is no option {option}; see {command} --help.")
    elif parameter is not None:
        option = parameter.opts[-1] if parameter.opts[-1].startswith("-") else parameter.help
        sentence = _("What is missing: {option}; see {command} --help.")
    elif "extra argument" in message:
        sentence = _(
            "There is more here than {command} takes: put quotation marks around a name with "
            "spaces in it."
        )
    else:
        return " ".join(message.split())
    return sentence.format(option=option, command=command)
