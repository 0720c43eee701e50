"""Which column of a plain table is which, proposed as a file that people can correct."""

from pathlib import Path
from typing import Annotated, Final

import typer

from designer.commands.command import Command
from designer.commands.options import File, Force, Language
from designer.terminal import FAILED, UNREADABLE, refuse_existing, tell, writing
from model import file
from model.messages import LANGUAGES, N_, _
from model.storage import write_atomically


def map_columns(  # noqa: PLR0913 - one for each option
    path: File,
    table: Annotated[Path, typer.Option("--from", help=N_("the table (.xlsx, .csv or .tsv)"))],
    out: Annotated[Path, typer.Option(help=N_("the file to write, for ketjupaja update --map"))],
    texts: Annotated[
        str | None, typer.Option(help=N_("language that the table’s texts are in"))
    ] = None,
    *,
    force: Force = False,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from msgspec.structs import replace
    from platformdirs import user_config_path

    from designer.mappings import UnreadableMappingsError, remembered
    from designer.tables import for_pathway, mapping_lines, proposals
    from designer.updating import UnreadableBookError, book_at
    from exporters.table.mapping import dumps, is_too_large, lacking

    refuse_existing(out, force=force)
    pathway = file.read(path)
    try:
        known = remembered(user_config_path("ketjupaja", appauthor=False))
    except UnreadableMappingsError as error:
        tell(str(error))
        known = ()
    language = texts or next(iter(pathway.info.languages), LANGUAGES[0])
    known = for_pathway(known, pathway, language)
    if texts:
        known = tuple(replace(each, language=texts) for each in known)
    try:
        found = proposals(pathway, book_at(table), language, known)
    except UnreadableBookError as error:
        for line in error.lines:
            tell(line)
        raise typer.Exit(UNREADABLE) from error
    for each in found:
        for line in mapping_lines(each):
            tell(line)
    data = dumps(tuple(each.mapping for each in found))
    if is_too_large(data):
        tell(_("The table has too many columns on its sheets for one file of mappings."))
        raise typer.Exit(UNREADABLE)
    with writing(out):
        write_atomically(out, data)
    if any(lacking(each.mapping) for each in found):
        tell(_("Correct the file before you bring the table in (docs/excel.md)."))
        raise typer.Exit(FAILED)


COMMAND: Final = Command(
    "map", N_("Propose what the columns of a plain table are (docs/excel.md)."), map_columns
)
"""Its file is corrected in any editor and given to `update`."""
