"""A pathway file from a file of another tool."""

from pathlib import Path
from typing import Annotated, Final

import typer

from designer.commands.command import Command
from designer.commands.files import write_pathway
from designer.commands.options import Force, Language, one_of
from designer.terminal import refuse_existing, tell
from model.file import UnreadableFileError
from model.messages import LANGUAGES, N_


def import_file(
    source: Annotated[Path, typer.Argument(help=N_("the file; its ending tells its format"))],
    out: Annotated[Path, typer.Option(help=N_("the pathway file to write"))],
    texts: Annotated[
        str, typer.Option(help=N_("language that the file’s texts are in"))
    ] = LANGUAGES[0],
    *,
    force: Force = False,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from designer import importing

    refuse_existing(out, force=force)
    language = one_of(texts, {code: code for code in importing.LANGUAGES})
    try:
        imported = importing.imported(source, language)
    except UnreadableFileError as error:
        raise UnreadableFileError(f"{source}: {error}") from error
    write_pathway(imported.pathway, out, force=force)
    for words in imported.left_out:
        tell(f"{source}: {words}")


COMMAND: Final = Command(
    "import",
    N_("Make a pathway file from a file of another tool (docs/other-formats.md)."),
    import_file,
)
