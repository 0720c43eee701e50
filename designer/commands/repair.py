"""What is still whole of a damaged file."""

from pathlib import Path
from typing import Annotated, Final

import typer

from designer.commands.command import Command
from designer.commands.files import is_one_file, write_pathway
from designer.commands.options import File, Force, Language
from designer.terminal import FAILED, RefusedError, refuse_existing, tell
from model import file
from model.file import UnreadableFileError
from model.messages import LANGUAGES, N_, _


def repair_file(
    path: File,
    out: Annotated[Path, typer.Option(help=N_("the pathway file to write"))],
    *,
    force: Force = False,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from model.repair import salvage

    refuse_existing(out, force=force)
    if is_one_file(out, path):
        raise RefusedError(
            _("{file}: the damaged file itself is there; give the new one another name.").format(
                file=out
            )
        )
    try:
        salvaged = salvage(file.contents(path))
    except UnreadableFileError as error:
        raise UnreadableFileError(f"{path}: {error}") from error
    write_pathway(salvaged.pathway, out, force=force)
    for line, words in salvaged.lost:
        tell(_("{file}, line {line}: {words}").format(file=path, line=line, words=words))
    if salvaged.lost:
        raise typer.Exit(FAILED)
    tell(_("{file}: the file is whole.").format(file=path))


COMMAND: Final = Command(
    "repair", N_("Write what is still whole of a damaged pathway file."), repair_file
)
