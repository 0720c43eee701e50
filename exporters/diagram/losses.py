"""What a picture leaves out, told beside it."""

from collections.abc import Iterator, Sequence

from exporters.exporter import Options
from model.messages import ngettext
from model.pathway import Pathway
from model.records import Note


def notes_not_drawn(pathway: Pathway, options: Options) -> Sequence[str]:
    """Say that notes are left out: they are the workgroup's own."""
    del options
    return tuple(_told(len(pathway.of(Note))))


def _told(notes: int) -> Iterator[str]:
    if notes:
        yield ngettext(
            "{count} note is not in the picture: notes are the workgroup’s own.",
            "{count} notes are not in the picture: notes are the workgroup’s own.",
            notes,
        ).format(count=notes)
