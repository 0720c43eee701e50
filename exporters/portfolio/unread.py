"""What a portfolio could not take in: which files, in words that tell nothing of what they hold."""

from collections.abc import Set as AbstractSet
from pathlib import PurePath

from exporters.excel.tables import Table, table_of
from exporters.findings import UnreadFile
from exporters.portfolio.followed import Portfolio, place_of
from model.file import SUFFIX
from model.messages import _


def unread_table(portfolio: Portfolio) -> Table:
    """Return what could not be read.

    The reasons themselves quote what stands in the files, of what is kept inside, too: they are
    told to who makes the portfolio, in the window or at the command line.
    """
    run, folders = portfolio.run, portfolio.folders
    read = {checked.file for checked in run.checked}
    rows = [(str(place_of(unread.file, folders)), _reason(unread, read)) for unread in run.unread]
    return table_of(_("Not read"), ((_("File"), 60), (_("Why it was not read"), 100)), rows)


def _reason(unread: UnreadFile, read: AbstractSet[PurePath | None]) -> str:
    if unread.file in read:
        return _(
            "The pathway was read, but a milestone of it or the organisation’s own rules were not."
        )
    if unread.file.suffix.lower() == SUFFIX:
        return _("The file could not be read. Open it in Ketjupaja, which tells what is wrong.")
    if unread.file.suffix.lower() == ".toml":
        return _("The organisation’s own rules could not be read; the usual ones were used.")
    return _("There are no pathway files in this folder, or it could not be read.")
