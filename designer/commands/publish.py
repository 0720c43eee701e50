"""Publishing approved pathways as a website."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from designer.commands.command import Command
from designer.commands.options import Language
from model.messages import LANGUAGES, N_


def publish_files(  # noqa: PLR0913, PLR0917 - one for each option
    files: Annotated[list[Path], typer.Argument(help=N_("the pathway files or folders"))],
    out: Annotated[
        Path | None,
        typer.Option(help=N_("the folder of the site; else that of your ketjupaja.toml")),
    ] = None,
    languages: Annotated[
        str | None,
        typer.Option(help=N_("languages of all pathways, such as fi,sv; else each in its own")),
    ] = None,
    address: Annotated[
        str | None, typer.Option(help=N_("where the site will lie, such as https://…"))
    ] = None,
    theme: Annotated[
        Path | None, typer.Option(help=N_("a CSS file with the colours of your organisation"))
    ] = None,
    logo: Annotated[Path | None, typer.Option(help=N_("a logo, PNG or SVG"))] = None,
    withdraw: Annotated[
        list[str] | None,
        typer.Option(help=N_("take this pathway off the site, by the name of its page")),
    ] = None,
    *,
    preview: Annotated[
        bool,
        typer.Option("--preview", help=N_("make drafts as they are, each page marked as a draft")),
    ] = False,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help=N_("only say what would go out, what not and why"))
    ] = False,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from platformdirs import user_config_path

    from designer.publishing.command import Asked, run
    from designer.publishing.earlier import PREVIEW, SITE

    asked = Asked(
        targets=files,
        out=out,
        languages=languages,
        address=address,
        theme=theme,
        logo=logo,
        withdraw=withdraw or (),
        kind=PREVIEW if preview else SITE,
        writes=not dry_run,
    )
    settings = user_config_path("ketjupaja", appauthor=False)
    raise typer.Exit(run(asked, settings, datetime.now().astimezone().date()))


COMMAND: Final = Command("publish", N_("Publish approved pathways as a website."), publish_files)
