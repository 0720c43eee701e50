"""The outline's model changes by rows: what stays is never taken out, its words are right."""

from collections.abc import Iterator, Mapping
from time import perf_counter

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from designer.ui.outline.lines import Mark, outline_of
from designer.ui.outline.model import OutlineModel
from designer.ui.outline.words import words_of
from model import edits, notes
from model.change import Change
from model.codes import NoteKind, Sector, Severity
from model.document import Changed, Document
from model.notes import Anchor
from model.pathway import Pathway
from model.records import Note
from tests.designer.canvas.conftest import three_lanes
from tests.designer.canvas.test_following import random_change
from tests.pathways import At, build, crowded, random_pathways

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
NO_MARKS: Mapping[str, Mark] = {}


def model_of(pathway: Pathway, marks: Mapping[str, Mark] = NO_MARKS) -> OutlineModel:
    model = OutlineModel("fi")
    model.follow(outline_of(pathway, marks))
    return model


def text(
    model: OutlineModel,
    role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole,
    parent: QModelIndex | None = None,
    depth: int = 0,
) -> Iterator[str]:
    """Yield the lines as they are read, indented."""
    parent = parent or QModelIndex()
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield "  " * depth + str(model.data(index, role))
        yield from text(model, role, index, depth + 1)


def keys(model: OutlineModel, parent: QModelIndex | None = None) -> Iterator[str]:
    parent = parent or QModelIndex()
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield model.key(index)
        yield from keys(model, index)


def test_the_outline_numbers_phases_and_stages_and_says_where_they_lead(qapp: QApplication) -> None:
    del qapp
    assert list(text(model_of(three_lanes()))) == [
        "1 Arvio · 2 stages",
        "  1.1 Yhteydenotto · Asiakas",
        "    → 1.2 Hoidon tarpeen arvio",
        "  1.2 Hoidon tarpeen arvio · Sote-keskus",
        "    → 2.2 Hoito · tarve hoidolle",
        "2 Hoito · 2 stages",
        "  2.1 Omahoito · Asiakas",
        "  2.2 Hoito · Sote-keskus",
    ]


def test_every_line_is_a_sentence_for_screen_readers(qapp: QApplication) -> None:
    del qapp
    model = model_of(three_lanes(), {"s1": (Severity.ERROR, 1), "h1": (Severity.WARNING, 2)})
    assert list(text(model, Qt.ItemDataRole.AccessibleTextRole)) == [
        "1 Arvio, 2 stages",
        "  1.1 Yhteydenotto, actor Asiakas, 1 way onward",
        "    leads to 1.2 Hoidon tarpeen arvio",
        "  1.2 Hoidon tarpeen arvio, actor Sote-keskus, 1 way onward, 1 error",
        "    leads to 2.2 Hoito, tarve hoidolle, 2 findings, the gravest: warning",
        "2 Hoito, 2 stages",
        "  2.1 Omahoito, actor Asiakas, nothing follows",
        "  2.2 Hoito, actor Sote-keskus, nothing follows",
    ]


def test_stages_without_a_phase_have_a_group_and_notes_stand_below_what_they_are_about(
    qapp: QApplication,
) -> None:
    del qapp
    pathway = build(
        *(
            Note(id=f"n{place}", order=f"a{place}", kind=NoteKind.RISK, text={"fi": id}, about=id)
            for place, id in enumerate(("s0", "p0", "a0", "info", "s1"))
        ),
        phases=("Arvio",),
        actors=(("Asiakas", Sector.CUSTOMER),),
        stages=(At("Yhteydenotto"), At("Irrallinen", actor=None, phase=None)),
        arrows=((0, 1),),
    )
    assert list(text(model_of(pathway))) == [
        "1 Arvio · 1 stage",
        "  1.1 Yhteydenotto · Asiakas",
        "    → 2.1 Irrallinen",
        "    s0 · risk",
        "  p0 · risk",
        "2 Without a phase · 1 stage",
        "  2.1 Irrallinen · no actor",
        "    s1 · risk",
        "Notes on the whole",
        "  a0 · risk",
        "  info · risk",
    ]


def note_change(data: st.DataObject, pathway: Pathway) -> Change:
    about = data.draw(st.sampled_from(sorted(pathway)))
    note = data.draw(st.sampled_from([None, *(note.id for note in pathway.of(Note))]))
    if note is not None:
        return notes.hang(pathway, note, Anchor(about))
    return notes.add_note(pathway, Anchor(about), "! Ruuhka", "fi")


@given(random_pathways(max_actors=3, max_phases=3, max_stages=8, max_columns=2), st.data())
def test_a_followed_outline_equals_one_built_from_scratch(
    qapp: QApplication, pathway: Pathway, data: st.DataObject
) -> None:
    del qapp
    document = Document(pathway)
    model = model_of(pathway)
    tester = QAbstractItemModelTester(model, FATAL)
    held = {key: QPersistentModelIndex(model.index_of(key)) for key in keys(model)}
    ever_gone: set[str] = set()

    def follow(notice: Changed) -> None:
        model.follow(outline_of(notice.pathway, {}))
        ever_gone.update(held.keys() - set(keys(model)))

    document.watchers.append(follow)
    for _ in range(data.draw(st.integers(1, 12))):
        match data.draw(st.sampled_from(["do", "do", "note", "undo", "redo"])):
            case "do":
                document.do(random_change(data, document.pathway))
            case "note":
                document.do(note_change(data, document.pathway))
            case "undo":
                document.undo()
            case _:
                document.redo()
        fresh = model_of(document.pathway)
        assert list(text(model)) == list(text(fresh))
        assert list(keys(model)) == list(keys(fresh))
    for key, index in held.items():
        if key not in ever_gone:
            assert model.key(index) == key, "a row that stayed was taken out"
    tester.deleteLater()


def test_a_move_takes_no_row_out(qapp: QApplication) -> None:
    del qapp
    pathway = build(phases=("Arvio",), stages=[At(f"v{n}", None, 0, n) for n in range(50)])
    model, moved, touched = model_of(pathway), [], []
    model.layoutChanged.connect(lambda *_moved: moved.append(1))
    model.rowsInserted.connect(lambda *_inserted: touched.append(1))
    model.rowsRemoved.connect(lambda *_removed: touched.append(1))
    there = edits.move_stage(pathway, "s0", actor=None, phase="p0", column=60)
    model.follow(outline_of(there.applied_to(pathway)[0], {}))
    assert (len(moved), touched) == (1, [])


def test_a_followed_edit_among_a_thousand_stages_takes_no_time(qapp: QApplication) -> None:
    del qapp
    pathway = crowded(1, stages=1000, actors=20, phases=12, columns=8)
    model = model_of(pathway)
    first = pathway.stages[0]
    changes = [
        edits.rename(pathway, first.id, "fi", "Toinen nimi"),
        edits.add_stage_after(pathway, first.id, title={"fi": "Uusi"}),
        edits.remove(pathway, [first.id]),
    ]
    for change in changes:
        after = change.applied_to(pathway)[0]
        assert len(after.stages) + len(after.handovers) > 1000  # asked by the board before
        start = perf_counter()
        model.follow(outline_of(after, {}))
        assert perf_counter() - start < 0.25  # five times what it takes alone
        model.follow(outline_of(pathway, {}))


def test_words_are_read_in_another_language(qapp: QApplication) -> None:
    del qapp
    pathway = edits.rename(three_lanes(), "s0", "sv", "Kontakt").applied_to(three_lanes())[0]
    line = outline_of(pathway, {}).lines["s0"]
    assert words_of(line, "sv").line == "1.1 Kontakt · Asiakas"
