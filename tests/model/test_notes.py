"""What a typed note says, and the verbs for notes."""

import pytest

from model import notes
from model.codes import NoteKind
from model.notes import Anchor
from model.pathway import Pathway
from model.records import Note
from tests.pathways import At, build


@pytest.mark.parametrize(
    ("words", "kind", "text"),
    [
        ("Kuka soittaa", None, "Kuka soittaa"),
        ("? Kuka soittaa", NoteKind.QUESTION, "Kuka soittaa"),
        ("!Jono", NoteKind.RISK, "Jono"),
        ("* Chat", NoteKind.IDEA, "Chat"),
        ("= Sovittu", NoteKind.DECISION, "Sovittu"),
        ('"En tiennyt, minne soittaa."', NoteKind.CUSTOMER_WORDS, "En tiennyt, minne soittaa."),
        ("”En tiennyt”", NoteKind.CUSTOMER_WORDS, "En tiennyt"),
        ("»En tiennyt»", NoteKind.CUSTOMER_WORDS, "En tiennyt"),
        ("?", None, "?"),
        ("?! Mitä", None, "?! Mitä"),
        ("  ", None, ""),
    ],
)
def test_the_first_sign_tells_the_kind(words: str, kind: NoteKind | None, text: str) -> None:
    assert notes.read_typed(words) == (kind, text)


def with_note(note: Note) -> Pathway:
    return build(
        note,
        phases=("Arvio",),
        actors=("Asiakas",),
        stages=(At("Yhteydenotto"), At("Arvio", column=1)),
        arrows=((0, 1),),
    )


QUESTION = Note(
    id="n0", order="a0", kind=NoteKind.QUESTION, text={"fi": "Kuka soittaa"}, about="s0"
)


def test_a_note_without_a_sign_is_a_question() -> None:
    pathway = with_note(QUESTION)
    change = notes.add_note(pathway, Anchor("s1"), "Miten", "fi")
    added = change.applied_to(pathway)[0].find(Note, change.ops[0].id)
    assert added is not None
    assert (added.kind, added.text, added.about) == (NoteKind.QUESTION, {"fi": "Miten"}, "s1")
    assert added.order > QUESTION.order


def test_what_a_new_note_would_hang_on_may_be_gone() -> None:
    pathway = with_note(QUESTION)
    change = notes.add_note(pathway, Anchor("gone", "a0", "gone"), "Miten", "fi")
    added = change.applied_to(pathway)[0].find(Note, change.ops[0].id)
    assert added is not None
    assert (added.about, added.actor, added.phase) == (None, "a0", None)


@pytest.mark.parametrize(
    ("words", "kind", "text"),
    [
        ("Kuka vastaa", NoteKind.QUESTION, "Kuka vastaa"),
        ("! Kuka soittaa", NoteKind.RISK, "Kuka soittaa"),
        ("", NoteKind.QUESTION, "Kuka soittaa"),
    ],
)
def test_writing_changes_words_and_by_a_sign_the_kind(
    words: str, kind: NoteKind, text: str
) -> None:
    pathway = with_note(QUESTION)
    after = notes.write_note(pathway, "n0", words, "fi").applied_to(pathway)[0].find(Note, "n0")
    assert after is not None
    assert (after.kind, after.text) == (kind, {"fi": text})


def test_the_same_words_on_one_line_change_nothing() -> None:
    pathway = with_note(Note(id="n0", order="a0", kind=NoteKind.IDEA, text={"fi": "Yksi\nkaksi"}))
    assert not notes.write_note(pathway, "n0", "Yksi kaksi", "fi")


def test_settling_ticks_off_all_and_opens_again_when_all_are_settled() -> None:
    other = Note(id="n1", order="a1", kind=NoteKind.IDEA, done=True)
    pathway = build(QUESTION, other, stages=(At("Yhteydenotto", None, None),))
    settled = notes.settle(pathway, ("n0", "n1")).applied_to(pathway)[0]
    assert [note.done for note in settled.of(Note)] == [True, True]
    opened = notes.settle(settled, ("n0", "n1")).applied_to(settled)[0]
    assert [note.done for note in opened.of(Note)] == [False, False]


def test_a_note_is_hung_on_a_cell_and_lets_go_of_its_stage() -> None:
    pathway = with_note(QUESTION)
    after = notes.hang(pathway, "n0", Anchor(None, "a0", "p0")).applied_to(pathway)[0]
    note = after.find(Note, "n0")
    assert note is not None
    assert notes.anchor_of(note) == Anchor(None, "a0", "p0")
    assert not notes.hang(after, "n0", Anchor(None, "a0", "p0"))
