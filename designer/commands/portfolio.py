"""Many pathways in one workbook, for follow-up."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from designer.commands.command import Command
from designer.commands.options import Force, Language
from designer.terminal import (
    UNREADABLE,
    NotUnderstoodError,
    progress_bar,
    refuse_existing,
    tell,
    writing,
)
from model.messages import LANGUAGES, N_, _


def write_portfolio(  # noqa: PLR0913 - one for each option
    files: Annotated[list[Path], typer.Argument(help=N_("the pathway files or folders"))],
    out: Annotated[Path, typer.Option(help=N_("the workbook to write (.xlsx)"))],
    since: Annotated[
        str | None,
        typer.Option(
            help=N_("tell what has changed since this day (YYYY-MM-DD), by the milestones")
        ),
    ] = None,
    earlier: Annotated[
        Path | None,
        typer.Option(help=N_("tell what has changed since these files, a folder or a file")),
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option(help=N_("how strict: coordination, publishing or organisation")),
    ] = None,
    *,
    force: Force = False,
    lang: Language = LANGUAGES[0],  # noqa: ARG001 - speaks when it is read
) -> None:
    from platformdirs import user_config_path

    from designer.checking.output import refuse_place
    from designer.portfolio import Wanted, gathered
    from exporters.findings import XLSX
    from exporters.portfolio import portfolio_bytes
    from model.storage import write_atomically

    if since is not None and earlier is not None:
        raise NotUnderstoodError(_("Give either --since or --earlier."))
    refuse_place(out, XLSX, force=force)
    wanted = Wanted(files, _day(since), earlier, profile)
    now = datetime.now().astimezone()
    settings = user_config_path("ketjupaja", appauthor=False)
    with progress_bar(_("Portfolio")) as progress:
        portfolio = gathered(wanted, settings, now, lambda share: progress(share * 0.7))
        data = portfolio_bytes(portfolio, lambda share: progress(0.7 + share * 0.3))
    for unread in portfolio.run.unread:
        tell(unread.reason)
    refuse_existing(out, force=force)
    with writing(out):
        write_atomically(out, data)
    if portfolio.run.unread:
        raise typer.Exit(UNREADABLE)


def _day(written: str | None) -> date | None:
    from designer.publishing.approving import day

    return None if written is None else day(written, "--since")


COMMAND: Final = Command(
    "portfolio", N_("Follow up many pathways in one workbook (docs/excel.md)."), write_portfolio
)
