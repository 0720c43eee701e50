"""What is missing or wrong in pathway files."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from designer.commands.command import Command
from designer.commands.options import Force, Language
from model.messages import LANGUAGES, N_


def check_files(  # noqa: PLR0913 - one for each option
    files: Annotated[list[Path], typer.Argument(help=N_("the pathway files or folders"))],
    profile: Annotated[
        str | None,
        typer.Option(
            help=N_(
                "how strict: workshop, coordination, publishing or organisation; else by your "
                "organisation’s ketjupaja.toml, and without one as each pathway’s status asks"
            )
        ),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--format",
            help=N_("text, json, sarif, html or xlsx; else as the name after --out ends"),
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help=N_("the file to write the report to; else it is shown"))
    ] = None,
    *,
    links: Annotated[
        bool, typer.Option("--links", help=N_("ask over the network whether web addresses answer"))
    ] = False,
    force: Force = False,
    lang: Language = LANGUAGES[0],  # noqa: ARG001
) -> None:
    from platformdirs import user_config_path

    from designer.checking.output import format_asked_for, put, refuse_place
    from designer.checking.profiles import ProfileChoice
    from designer.checking.run import (
        asking_the_web,
        check_run,
        every_rule,
        exit_code,
    )

    format = format_asked_for(output, out)
    refuse_place(out, format, force=force)
    choice = ProfileChoice(profile, user_config_path("ketjupaja", appauthor=False))
    now = datetime.now().astimezone()
    run = check_run(files, choice, now, asking_the_web if links else every_rule)
    put(run, format, out, force=force)
    raise typer.Exit(exit_code(run))


COMMAND: Final = Command("check", N_("Say what is missing or wrong in pathway files."), check_files)
