"""A pathway file from a foreign one."""

from pathlib import Path
from typing import Annotated, Final

import typer

from designer.commands.command import Command
from designer.commands.files import beginning_of, write_pathway
from designer.commands.options import Force, Language
from designer.terminal import tell
from model.file import UnreadableFileError
from model.messages import LANGUAGES, N_, _


def import_outline(
    source: Annotated[Path, typer.Argument(help=N_("the outline, a YAML file"))],
    out: Annotated[Path, typer.Option(help=N_("the pathway file to write"))],
    *,
    force: Force = False,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from exporters.outline import LARGEST, OutlineError, decoded, read

    try:
        imported = read(decoded(beginning_of(source, LARGEST + 1)))
    except OutlineError as error:
        raise UnreadableFileError(f"{source}: {error}") from error
    write_pathway(imported.pathway, out, force=force)
    for left in imported.left_out:
        tell(
            _("{file}, line {line}: {words}").format(file=source, line=left.line, words=left.words)
        )


COMMAND: Final = Command(
    "import", N_("Make a pathway file from an outline (docs/outline.md)."), import_outline
)
