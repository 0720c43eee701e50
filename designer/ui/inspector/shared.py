"""What several forms share: lengths, remarks, and the notes about a record."""

from collections.abc import Sequence

from designer.ui.inspector.fields import related
from designer.ui.inspector.fields.counter import ptv, shown
from designer.ui.inspector.form import Related, Section
from model.change import Add, Change
from model.codes import NoteKind
from model.codes.ptv import limits
from model.ids import new_id
from model.messages import N_, _
from model.order import last_order
from model.pathway import Pathway
from model.records import AnyRecord, Note

TITLE_LENGTH = shown(100)
PTV_NAME = ptv(limits.NAME)
PTV_DESCRIPTION = ptv(limits.DESCRIPTION)
PTV_TOLD = ptv(limits.DESCRIPTION, first_sentence=limits.SUMMARY)
"""A description whose first sentences are the summary in PTV."""
PRIVATE = N_("For the workgroup only: never published.")


def _notes_about(pathway: Pathway, about: AnyRecord) -> Sequence[Note]:
    return [note for note in pathway.of(Note) if note.about == about.id]


def _add_note(pathway: Pathway, about: AnyRecord) -> Change:
    order = last_order(pathway.of(Note))
    note = Note(id=new_id(), order=order, kind=NoteKind.QUESTION, about=about.id)
    return Change(_("Add a note"), (Add(note),))


NOTES = Section(
    N_("Notes of the workgroup"),
    (Related(N_("Notes"), related(_notes_about, _add_note, add=N_("Add a note"))),),
)
