"""What is wrong with a file, in one sentence that names the place."""

import re
from typing import Any

import msgspec
from msgspec import Struct

from model.messages import _, spoken_language
from model.text import LONGEST_TEXT, quoted


class UnreadableFileError(Exception):
    """A file that cannot be opened; the text is one sentence for the user."""


class _Kind(Struct):
    record: str = "?"
    id: str = "?"
    title: Any = None
    name: Any = None


def too_large() -> UnreadableFileError:
    return UnreadableFileError(_("The file is too large to be a pathway."))


def newer(theirs: int, ours: int) -> UnreadableFileError:
    return UnreadableFileError(
        _(
            "The file was made by a newer Ketjupaja (file format {theirs}, this one reads "
            "{ours}): update the program to open it."
        ).format(theirs=theirs, ours=ours)
    )


def not_a_pathway() -> UnreadableFileError:
    return UnreadableFileError(_("This is not a pathway file of Ketjupaja."))


def at_record(line: int, raw: bytes, fault: str) -> UnreadableFileError:
    """Return the error that names the line and the record that a fault is in."""
    name = record_name(raw)
    if name is None:
        return UnreadableFileError(
            _("Line {line}: this is not a record of a pathway.").format(line=line)
        )
    return UnreadableFileError(
        _("Line {line}, {record}: {fault}").format(line=line, record=name, fault=fault)
    )


def record_name(raw: bytes) -> str | None:
    """Return the kind, the id and the title of a record, whatever is wrong with the others.

    None for what is no object.
    """
    try:
        kind = msgspec.json.decode(raw, type=_Kind, strict=False)
    except msgspec.MsgspecError:
        return None
    names = kind.title or kind.name
    known = names if isinstance(names, dict) else {}
    name = known.get(spoken_language()) or next(iter(known.values()), "")
    words = f"{quoted(kind.record)} {quoted(kind.id)}"
    return _("{record} “{name}”").format(record=words, name=quoted(name)) if name else words


def in_words(error: str) -> str:
    """Say in the user's language what msgspec found wrong."""
    reason, _at, place = error.rpartition(" - at ") if " - at " in error else (error, "", "")
    path = place.strip("`").rpartition("`$")[2].removeprefix("$").removeprefix(".")
    field = path.removesuffix("[...]") or "record"
    if found := re.fullmatch(r"Object contains unknown field `(.*)`", reason, re.DOTALL):
        return _("there is no field “{field}”.").format(field=quoted(found[1]))
    if found := re.fullmatch(r"Object missing required field `(.*)`", reason):
        return _("the field “{field}” is missing.").format(field=found[1])
    if found := re.fullmatch(r"Invalid (?:enum )?value '(.*)'", reason, re.DOTALL):
        return _("“{value}” is not among the values of “{field}”.").format(
            value=quoted(found[1]), field=field
        )
    if reason == f"Expected `str` of length <= {LONGEST_TEXT}":
        return _("the text of “{field}” is longer than {most} characters.").format(
            field=field, most=LONGEST_TEXT
        )
    return not_of_the_kind(field)


def not_of_the_kind(field: str) -> str:
    return _("the value of “{field}” is not of the right kind.").format(field=field)
