"""What a picture leaves out or gives away, told beside it."""

from collections.abc import Iterator, Sequence

from exporters.exporter import Options
from exporters.not_public import not_public
from model.messages import ngettext
from model.pathway import Pathway
from model.records import Note


def of_picture(pathway: Pathway, options: Options) -> Sequence[str]:
    """Say that notes are left out, the workgroup's own, and that stages not public are not."""
    return (*_notes_not_drawn(len(pathway.of(Note))), *not_public(pathway, options))


def _notes_not_drawn(notes: int) -> Iterator[str]:
    if notes:
        yield ngettext(
            "{count} note is not in the picture: notes are the workgroup’s own.",
            "{count} notes are not in the picture: notes are the workgroup’s own.",
            notes,
        ).format(count=notes)
