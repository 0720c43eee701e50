"""Approving pathways for publishing."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from designer.commands.command import Command
from designer.commands.options import Language
from model.messages import LANGUAGES, N_


def approve_files(
    files: Annotated[list[Path], typer.Argument(help=N_("the pathway files or folders"))],
    role: Annotated[
        list[str],
        typer.Option(help=N_("by which role; of several languages each: fi=… and sv=…")),
    ],
    organisation: Annotated[
        list[str] | None, typer.Option(help=N_("of which organisation, likewise"))
    ] = None,
    on: Annotated[str | None, typer.Option(help=N_("on what day (YYYY-MM-DD), else today"))] = None,
    lang: Language = LANGUAGES[0],
) -> None:
    from platformdirs import user_config_path

    from designer.publishing.approving import Approving, by_language, day, run

    now = datetime.now().astimezone()
    asked = Approving(
        targets=files,
        role=by_language(role, lang, "--role"),
        organisation=by_language(organisation or (), lang, "--organisation"),
        on=day(on, "--on") if on else now.date(),
    )
    raise typer.Exit(run(asked, user_config_path("ketjupaja", appauthor=False), now))


COMMAND: Final = Command(
    "approve", N_("Approve pathways for publishing, as they are in their files."), approve_files
)
