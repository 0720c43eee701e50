"""Filled-in workbooks brought back, and plain tables brought in."""

from pathlib import Path
from typing import Annotated, Final

import typer

from designer.commands.command import Command
from designer.commands.files import is_one_file, write_pathway
from designer.commands.options import File, Force, Language
from designer.terminal import FAILED, UNREADABLE, refuse_existing, save_unless_changed, show, tell
from model import file
from model.messages import LANGUAGES, N_, _


def update_file(  # noqa: PLR0913 - one for each option
    path: File,
    books: Annotated[
        list[Path], typer.Option("--from", help=N_("the workbook; several times for several"))
    ],
    out: Annotated[
        Path | None, typer.Option(help=N_("the pathway file to write; else the file itself"))
    ] = None,
    columns: Annotated[
        Path | None,
        typer.Option("--map", help=N_("what the columns of plain tables are, from ketjupaja map")),
    ] = None,
    *,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=N_("only say what would change; write nothing"))
    ] = False,
    delete_missing: Annotated[
        bool, typer.Option("--delete-missing", help=N_("remove what has no row any more"))
    ] = False,
    force: Force = False,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from designer.mappings import mappings_at
    from designer.tables import taken_by
    from designer.updating import (
        ForeignBookError,
        UnreadableBookError,
        book_at,
        joined_in,
        update_lines,
    )

    if out is not None and not dry_run:
        refuse_existing(out, force=force)
    pathway = file.read(path)
    mappings = mappings_at(columns) if columns else ()
    try:
        read = taken_by(pathway, [book_at(each) for each in books], mappings)
        missing = [each for book in read for each in book.read.missing] if delete_missing else []
        done = joined_in(pathway, read, missing)
    except UnreadableBookError as error:
        for line in error.lines:
            tell(line)
        if isinstance(error, ForeignBookError):
            tell(
                _("A table that no pathway has made: tell by “ketjupaja map” what its columns are.")
            )
        raise typer.Exit(UNREADABLE) from error
    show(update_lines(pathway, done))
    if not dry_run and (done.change or out is not None):
        after, _done = done.change.applied_to(pathway)
        if out is None or is_one_file(out, path):
            save_unless_changed(after, path, pathway)
        else:
            write_pathway(after, out, force=True)
    if done.questions:
        raise typer.Exit(FAILED)


COMMAND: Final = Command(
    "update", N_("Bring filled-in workbooks back into a pathway (docs/excel.md)."), update_file
)
