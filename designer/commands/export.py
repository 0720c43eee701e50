"""A pathway in another format."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from designer.commands.command import Command
from designer.commands.files import is_one_file
from designer.commands.options import File, check_languages, one_of
from designer.terminal import RefusedError, progress_bar, tell
from model import file
from model.messages import N_, _


def export_file(  # noqa: PLR0913, PLR0917 - each is an option of the command line
    path: File,
    to: Annotated[str, typer.Option(help=N_("the format; “formats” lists them"))],
    out: Annotated[Path, typer.Option(help=N_("the file or folder to write"))],
    lang: Annotated[
        list[str] | None,
        typer.Option(help=N_("language to write, several times for several; else the pathway’s")),
    ] = None,
    form: Annotated[
        str, typer.Option(help=N_("the form of the format, where it has several"))
    ] = "",
    part: Annotated[
        str,
        typer.Option(
            help=N_(
                "only a part of a picture: phase:NAME, lane:NAME, story:NAME, stages:NAME,NAME, "
                "or what has changed, since:MILESTONE or since:FILE"
            )
        ),
    ] = "",
    dpi: Annotated[
        int | None, typer.Option(help=N_("dots per inch of a picture of pixels; else 192"))
    ] = None,
    *,
    transparent: Annotated[
        bool, typer.Option("--transparent", help=N_("no paper behind a picture of pixels"))
    ] = False,
) -> None:
    from designer.picture_parts import part_named
    from exporters.exporter import Options, refuse_unheeded
    from exporters.formats import EXPORTERS
    from exporters.part import WHOLE, Pixels
    from exporters.writing import export

    exporter = one_of(to, {each.name: each for each in EXPORTERS})
    pathway = file.read(path)
    if is_one_file(out, path):
        raise RefusedError(
            _("{file}: the pathway itself is there; give the export another name.").format(file=out)
        )
    check_languages(lang or (), pathway)
    options = Options(
        languages=tuple(lang or ()),
        made_at=datetime.now().astimezone(),
        form=form,
        part=part_named(pathway, part) if part else WHOLE,
        pixels=Pixels(
            resolution=Pixels().resolution if dpi is None else dpi, transparent=transparent
        ),
    )
    refuse_unheeded(exporter, options)
    for loss in exporter.losses(pathway, options):  # before it can be sent to anybody
        tell(loss)
    with progress_bar(_(exporter.title)) as progress:
        export(exporter, pathway, options, out, progress)
    tell(_("{format}: {file}").format(format=_(exporter.title), file=out))


COMMAND: Final = Command("export", N_("Write a pathway in another format."), export_file)
