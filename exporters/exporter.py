"""What an exporter is: a pure function from a pathway to named files."""

from collections.abc import Callable, Iterator
from datetime import datetime
from typing import NamedTuple

from msgspec import Struct

from model.pathway import Pathway


class Options(Struct, frozen=True, kw_only=True):
    """What the user chose: languages to write (the first leads), and the time of making."""

    languages: tuple[str, ...] = ("fi",)
    made_at: datetime


class CancelledError(Exception):
    """The user stopped the export; nothing of it stays."""


Progress = Callable[[float], None]
"""Told the share that is done (0 to 1) now and then; raises CancelledError to stop."""

Build = Callable[[Pathway, Options, Progress], Iterator[tuple[str, bytes]]]
"""Yields relative file names (forward slashes, safe characters) and their bytes."""


class Exporter(NamedTuple):
    """One format. With a `suffix` it makes one file of that ending, else a folder of files.

    `title` is a message id. A one-file format yields exactly one pair; its name is ignored.
    """

    name: str
    title: str
    suffix: str
    build: Build
