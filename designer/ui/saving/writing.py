"""One save, from the check of what is on the disk to the earlier version that is kept of it."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from designer.ui.saving.look import Look, look_at
from model.file import UnreadableFileError, dumps, read, save
from model.messages import _
from model.on_disk import Fingerprint, State, fingerprint_of, fingerprint_or_none
from model.pathway import Pathway
from model.storage import advice_on, reason_of
from model.versions import Versions


class Wish(NamedTuple):
    """What is to be written, and over what.

    `known` and `before` are what the file is thought to hold; without them whatever lies at
    `path` is replaced, as the user has said so. `may_be` is what may have become of it.
    """

    pathway: Pathway
    path: Path
    known: Fingerprint | None = None
    before: Pathway | None = None
    may_be: frozenset[State] = frozenset({State.SAME})


class Saved(NamedTuple):
    pathway: Pathway
    path: Path
    known: Fingerprint


class NotSaved(NamedTuple):
    """The work is not safe on the disk; `words` are for the user.

    The file is as it was, or in rare cases whole and new already; `known` is it then.
    """

    words: str
    known: Fingerprint | None = None


class OthersWrote(NamedTuple):
    """Nothing was written, for the file is not what it was thought to be."""

    look: Look


Outcome = Saved | NotSaved | OthersWrote


class _OthersWroteError(Exception):
    def __init__(self, look: Look) -> None:
        self.look = look


def write(wish: Wish, versions: Versions, busy: Callable[[], object]) -> Outcome:
    """Save; `busy` is called while another program has the file open. Runs in any thread."""

    def earlier() -> frozenset[str]:
        return versions.earlier_contents(wish.path, wish.pathway.info.id)

    def check() -> None:
        if wish.known is not None:
            found = look_at(wish.path, wish.known, earlier)
            if found.state not in wish.may_be:
                raise _OthersWroteError(found)

    try:
        check()
        # Once more at the last instant, when the new file is whole and only its name is missing.
        return Saved(
            wish.pathway,
            wish.path,
            save(wish.pathway, wish.path, last_look=check, busy=busy),
        )
    except _OthersWroteError as error:
        return OthersWrote(error.look)
    except OSError as error:
        return NotSaved(
            _sentence(wish.path, reason_of(error), advice_on(error)), _written_after_all(wish)
        )
    except UnreadableFileError as error:
        advice = _("Save it under another name or in another folder.")
        return NotSaved(_sentence(wish.path, str(error).rstrip("."), advice))


def keep_before(wish: Wish, versions: Versions) -> None:
    """Keep what is replaced where that is not known yet; raises OSError."""
    if wish.before is not None and wish.known is not None:
        if not versions.of(wish.path, wish.before.info.id):
            versions.keep(wish.path, wish.before, _moment(wish.known.modified_ns))
        return
    with suppress(UnreadableFileError):  # no pathway lies there
        replaced = read(wish.path)
        versions.keep(wish.path, replaced, _moment(wish.path.stat().st_mtime_ns))


def _moment(nanoseconds: int) -> datetime:
    return datetime.fromtimestamp(nanoseconds / 1e9, UTC)


def _written_after_all(wish: Wish) -> Fingerprint | None:
    """Return what the file is known by when it holds the new state though the disk complained."""
    now = fingerprint_or_none(wish.path)
    written = fingerprint_of(dumps(wish.pathway))
    return now if now is not None and now.has_content_of(written) else None


def _sentence(path: Path, reason: str, advice: str) -> str:
    return _(
        "“{file}” could not be saved ({reason}). Your work is still open here. {advice}"
    ).format(file=path, reason=reason, advice=advice)
