"""A pathway file from a file of another tool."""

from pathlib import Path
from typing import Annotated, Final

import typer

from designer.commands.command import Command
from designer.commands.files import is_one_file, write_pathway
from designer.commands.options import Force, Language, one_of
from designer.terminal import RefusedError, refuse_existing, tell
from model.file import SUFFIX, UnreadableFileError
from model.messages import LANGUAGES, N_, _
from model.text import in_language


def import_file(
    source: Annotated[Path, typer.Argument(help=N_("the file; its ending tells its format"))],
    out: Annotated[Path, typer.Option(help=N_("the pathway file to write"))],
    texts: Annotated[
        str, typer.Option(help=N_("language that the file’s texts are in"))
    ] = LANGUAGES[0],
    *,
    force: Force = False,
    lang: Language = LANGUAGES[0],
) -> None:
    from designer import importing

    if is_one_file(out, source):
        raise RefusedError(
            _("{file}: this is the file to bring in; give the pathway another name.").format(
                file=out
            )
        )
    if out.suffix.lower() != SUFFIX:
        raise RefusedError(
            _("{file}: a pathway’s file ends in {suffix}.").format(file=out, suffix=SUFFIX)
        )
    refuse_existing(out, force=force)
    language = one_of(texts, {code: code for code in importing.LANGUAGES})
    try:
        imported = importing.imported(source, language)
    except UnreadableFileError as error:
        raise UnreadableFileError(f"{source}: {error}") from error
    write_pathway(imported.pathway, out, force=force)
    if imported.base is not None:
        title = in_language(imported.base.info.title, lang)
        tell(
            _(
                "{file}: made of the pathway “{title}”, without its notes and milestones. “merge” "
                "joins it into the pathway’s own file."
            ).format(file=source, title=title)
        )
    for words in imported.left_out:
        tell(f"{source}: {words}")


COMMAND: Final = Command(
    "import",
    N_("Make a pathway file from a file of another tool (docs/other-formats.md)."),
    import_file,
)
