"""A pathway as a poster: on one large sheet, or on several to be glued together."""

import re
from datetime import datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from designer.commands.command import Command
from designer.commands.options import File, check_languages, one_of
from designer.terminal import NotUnderstoodError, progress_bar, tell
from model import file
from model.messages import N_, _


def poster_file(  # noqa: PLR0913, PLR0917 - one for each option
    path: File,
    out: Annotated[Path, typer.Option(help=N_("the PDF file to write"))],
    size: Annotated[str, typer.Option(help=N_("the paper: A0, A1, A2, A3 or A4"))] = "A1",
    tiles: Annotated[
        str, typer.Option(help=N_("sheets beside each other and below, such as 2x2"))
    ] = "1x1",
    overlap: Annotated[
        float, typer.Option(help=N_("millimetres that neighbouring sheets have in common"))
    ] = 10.0,
    lang: Annotated[
        str | None, typer.Option(help=N_("language to write, else the pathway’s first"))
    ] = None,
    *,
    landscape: Annotated[
        bool, typer.Option("--landscape/--portrait", help=N_("which way the sheets lie"))
    ] = True,
    ruler: Annotated[
        bool, typer.Option("--ruler", help=N_("put a page in front that tests the printer’s size"))
    ] = False,
    legend: Annotated[
        bool, typer.Option("--legend/--no-legend", help=N_("tell what the signs mean"))
    ] = True,
) -> None:
    from platformdirs import user_config_path

    from designer.publishing.address import page_address
    from exporters.edited import as_it_is_now, is_edited
    from exporters.exporter import Options
    from exporters.poster import Orientation, PaperSize, PosterChoice, as_poster
    from exporters.poster.words import readability
    from exporters.writing import export

    across, down = _tiles(tiles)
    choice = PosterChoice(
        size=one_of(size.upper(), {each.value: each for each in PaperSize}),
        orientation=Orientation.LANDSCAPE if landscape else Orientation.PORTRAIT,
        across=across,
        down=down,
        overlap=overlap,
        ruler=ruler,
        legend=legend,
    )
    pathway = file.read(path)
    check_languages([lang] if lang else [], pathway)
    options = Options(languages=(lang,) if lang else (), made_at=datetime.now().astimezone())
    settings = user_config_path("ketjupaja", appauthor=False)
    address = page_address(pathway, options.languages_for(pathway)[0], path, settings)
    with progress_bar(_("Poster (PDF)")) as progress:
        export(as_poster(choice, lambda _language: address), pathway, options, out, progress)
    tell(_("{format}: {file}").format(format=_("Poster (PDF)"), file=out))
    if is_edited(pathway):
        tell(as_it_is_now())
    tell(readability(pathway, options, choice))
    if not address:
        tell(_("The poster has no QR code: no page on the web is known for this pathway."))


def _tiles(typed: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,2})\s*[x×]\s*(\d{1,2})", typed.strip().lower())
    if found is None:
        raise NotUnderstoodError(
            _(
                "“{typed}” is no number of sheets: write it as 2x2, first those side by side."
            ).format(typed=typed)
        )
    return int(found[1]), int(found[2])


COMMAND: Final = Command("poster", N_("Make a poster of a pathway, as PDF."), poster_file)
