"""The command line: everything but drawing, without a screen and without Qt.

Results go to stdout, messages to stderr. Exit codes: 0 done and clean, 1 findings of the
severity error or something that could not be done, 2 a file that cannot be read or a command
that is not understood. Heavy imports stand where they are used, so that a check starts fast.
"""

import gc
import os
import sys
from collections.abc import Container, Sequence
from pathlib import Path

from designer.commands import MODULES
from designer.terminal import (
    NotUnderstoodError,
    faults_in_words,
    language_of_environment,
    use_utf8,
)
from model.messages import _, speak

_MANY = 200_000
"""New objects after which Python looks for those that only hold each other: importing makes many,
which all stay."""


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
    gc.set_threshold(_MANY)
    use_utf8()
    speak(language_of_environment())
    given = sys.argv[1:] if arguments is None else arguments
    with faults_in_words():
        words = with_command(given, MODULES)
        sys.exit(_carry_out(words))


def _carry_out(words: list[str]) -> int | None:
    match words:
        case ["open", *paths] if len(paths) <= 1 and not any(map(_is_option, paths)):
            from designer.opening import open_window  # typer isn't worth the wait here

            return open_window(Path(paths[0]) if paths else None)
    from designer.commands.tree import carry_out

    return carry_out(words)


def _is_option(word: str) -> bool:
    return word.startswith("-")


if __name__ == "__main__":
    main()
