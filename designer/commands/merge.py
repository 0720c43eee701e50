"""Pathway files merged into one."""

from pathlib import Path
from typing import Annotated, Final

import typer

from designer.commands.command import Command
from designer.commands.files import write_pathway
from designer.commands.options import File, Force, Language
from designer.terminal import FAILED, refuse_existing, show
from model.messages import LANGUAGES, N_


def merge_files(  # noqa: PLR0913 - one for each option
    path: File,
    others: Annotated[list[Path], typer.Argument(help=N_("the files to merge into it"))],
    out: Annotated[Path, typer.Option(help=N_("the pathway file to write"))],
    base: Annotated[
        Path | None, typer.Option(help=N_("the file from which all of them were made"))
    ] = None,
    *,
    force: Force = False,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from designer.merging import merged_files

    refuse_existing(out, force=force)
    merged = merged_files(path, others, base)
    show(merged.lines)
    write_pathway(merged.pathway, out, force=force)
    if merged.conflicts:
        raise typer.Exit(FAILED)


COMMAND: Final = Command(
    "merge", N_("Merge pathway files into one; what clashes becomes questions."), merge_files
)
