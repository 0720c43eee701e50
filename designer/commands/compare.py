"""How two states of a pathway differ."""

from pathlib import Path
from typing import Annotated, Final

import typer

from designer.commands.command import Command
from designer.commands.options import JSON, TEXT, File, Format, Language
from designer.terminal import NotUnderstoodError, show, show_json
from model import file
from model.messages import LANGUAGES, N_, _


def compare_files(
    path: File,
    other: Annotated[
        Path | None, typer.Argument(help=N_("the other file; the differences lead to it"))
    ] = None,
    milestone: Annotated[
        str | None,
        typer.Option(help=N_("compare with this milestone in the file instead: from it to now")),
    ] = None,
    output: Format = TEXT,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from designer.merging import comparison_data, comparison_lines, milestone_named
    from model.describe import compare
    from model.messages import spoken_language

    if (other is None) is (milestone is None):
        raise NotUnderstoodError(_("Name either another file or a milestone to compare with."))
    pathway = file.read(path)
    if other is not None:
        before, after = pathway, file.read(other)
    else:
        before, after = milestone_named(pathway, milestone or ""), pathway
    comparison = compare(before, after, spoken_language())
    if output == JSON:
        show_json(comparison_data(comparison))
    else:
        show(comparison_lines(comparison))


COMMAND: Final = Command(
    "compare", N_("Say in words how two states of a pathway differ."), compare_files
)
