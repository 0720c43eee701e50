"""Why a journal cannot be written, for people."""

import sqlite3
from typing import Final

from model.messages import N_, _
from model.storage import reason_of

_REASONS: Final = {
    sqlite3.SQLITE_FULL: N_("the disk is full"),
    sqlite3.SQLITE_READONLY: N_("nothing can be written there"),
    sqlite3.SQLITE_CANTOPEN: N_("nothing can be written there"),
    sqlite3.SQLITE_BUSY: N_("it is not allowed, or another program has it open"),
    sqlite3.SQLITE_LOCKED: N_("it is not allowed, or another program has it open"),
    sqlite3.SQLITE_PERM: N_("it is not allowed, or another program has it open"),
    sqlite3.SQLITE_IOERR: N_("the disk does not take what is written"),
}


def reason_in_words(error: Exception) -> str:
    """Say why the work cannot be kept, in the language in force."""
    if isinstance(error, OSError):
        return reason_of(error)
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _REASONS:
        return _(_REASONS[code])
    if isinstance(error, sqlite3.Error):
        return _("the journal’s file is damaged")
    return _("it holds something that could not be read again")
