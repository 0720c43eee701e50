"""Another version joined into the open pathway, in a real window."""

from designer.ui.main_window import MainWindow
from designer.ui.merging import merge_into
from model import edits, file
from model.codes import NoteKind
from model.document import Document
from model.pathway import Pathway
from model.records import Note


def renamed(pathway: Pathway, id: str, name: str) -> Pathway:
    document = Document(pathway)
    document.do(edits.rename(pathway, id, "fi", name))
    return document.pathway


def test_a_version_is_joined_as_one_step_and_what_clashes_is_kept_at_once(
    window: MainWindow,
) -> None:
    document = window.workspace.file.document
    base = document.pathway
    document.do(edits.rename(base, "s0", "fi", "Soitto"))
    ours = document.pathway
    theirs = renamed(renamed(base, "s0", "Chat"), "s1", "Arvio")
    joining = merge_into(window.workspace, theirs, base, "B.ketju")
    assert edits.name_of(document.pathway["s0"]) == "Soitto"
    assert edits.name_of(document.pathway["s1"]) == "Arvio"
    (question,) = joining.questions
    # The question is in what would be saved, before anybody has looked at it.
    note = file.loads(file.dumps(document.pathway)).find(Note, question.note)
    assert note is not None
    assert (note.kind, note.about) == (NoteKind.QUESTION, "s0")
    assert "Chat" in note.text["fi"]
    assert "1 changed, 1 to settle" in window.workspace.status.hint.text()
    window.undo()
    assert document.pathway == ours
