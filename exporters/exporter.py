"""What an exporter is: a pure function from a pathway to named files."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from enum import Enum, auto
from typing import NamedTuple

from msgspec import Struct

from exporters.part import WHOLE, Part, Pixels
from model.messages import LANGUAGES, N_, _
from model.pathway import Pathway


class Options(Struct, frozen=True, kw_only=True):
    """What the user chose: languages to write (the first leads), and the time of making.

    No `languages` stands for those that the pathway itself must be published in. `part` and
    `pixels` concern the formats that ask for them (`Exporter.asks`); others are not given any.
    `form` names one of the format's forms (`Exporter.forms`); "" stands for the first.
    """

    languages: tuple[str, ...] = ()
    made_at: datetime
    part: Part = WHOLE
    pixels: Pixels = Pixels()
    form: str = ""

    def languages_for(self, pathway: Pathway) -> tuple[str, ...]:
        """Return the languages to write `pathway` in, each once; at least one."""
        return tuple(dict.fromkeys(self.languages or pathway.info.languages)) or LANGUAGES[:1]


class ExportError(Exception):
    """A pathway that cannot be made into a format, or written; one sentence for the user."""


class CancelledError(Exception):
    """The user stopped the export; nothing of it stays."""


Progress = Callable[[float], None]
"""Told the share that is done (0 to 1) now and then; raises CancelledError to stop."""

Build = Callable[[Pathway, Options, Progress], Iterator[tuple[str, bytes]]]
"""Yields relative file names (forward slashes, safe characters) and their bytes."""


Losses = Callable[[Pathway, Options], Sequence[str]]
"""Returns what the format cannot hold of this pathway, a sentence each; no file is made."""


def nothing_lost(pathway: Pathway, options: Options) -> Sequence[str]:
    """Answer for formats that are not meant to hold all there is, such as pictures."""
    del pathway, options
    return ()


class Group(Enum):
    """What a format is for: the sections of menus and lists, in their order; message ids."""

    PUBLISHING = N_("Publishing")
    DOCUMENTS = N_("Tables and documents")
    PICTURES = N_("Pictures")
    OTHER_TOOLS = N_("For other tools")


class Asked(Enum):
    """What a format asks the user besides the languages."""

    PART = auto()
    PIXELS = auto()


class Languages(Enum):
    """How many languages one export is in; that of one language takes the first asked for."""

    ONE = auto()
    SEVERAL = auto()


class Form(NamedTuple):
    """One of several ways in which a format tells the same; `title` is a message id."""

    name: str
    title: str


class Exporter(NamedTuple):
    """One format. With a `suffix` it makes one file of that ending, else a folder of files.

    `title` is a message id. A one-file format yields exactly one pair; its name is ignored.
    `losses` is told to the user beside the export, in the language in force. `asks` are the
    options that it heeds. `forms` are the ways to choose from, if there are several; the first is
    taken where none is named.
    """

    name: str
    title: str
    suffix: str
    build: Build
    losses: Losses = nothing_lost
    group: Group = Group.OTHER_TOOLS
    asks: frozenset[Asked] = frozenset()
    forms: tuple[Form, ...] = ()
    languages: Languages = Languages.ONE


def refuse_unheeded(exporter: Exporter, options: Options) -> None:
    """Raise ExportError for an option that the format would pass over in silence."""
    format = _(exporter.title)
    if options.part != WHOLE and Asked.PART not in exporter.asks:
        raise ExportError(
            _("{format} always holds the whole pathway, not a part of it.").format(format=format)
        )
    if options.pixels != Pixels() and Asked.PIXELS not in exporter.asks:
        raise ExportError(
            _(
                "{format} is not made of pixels: it has no resolution and no transparent paper."
            ).format(format=format)
        )
    if len(set(options.languages)) > 1 and exporter.languages is Languages.ONE:
        raise ExportError(
            _("{format} is in one language: choose one of {known}.").format(
                format=format, known=", ".join(dict.fromkeys(options.languages))
            )
        )
    if options.form and options.form not in {form.name for form in exporter.forms}:
        raise ExportError(
            _("{format} has no form “{form}”; its forms: {known}.").format(
                format=format,
                form=options.form,
                known=", ".join(form.name for form in exporter.forms) or "–",
            )
        )


def in_groups(exporters: Iterable[Exporter]) -> Iterator[tuple[Group, tuple[Exporter, ...]]]:
    """Yield each group that has formats, and these."""
    every = tuple(exporters)
    for group in Group:
        formats = tuple(exporter for exporter in every if exporter.group is group)
        if formats:
            yield group, formats
