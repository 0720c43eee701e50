"""Sticky notes: what a typed one says, where it hangs, and the verbs for them.

What the first sign of a typed note means: `?` a question, `!` a risk, `*` an idea, `=` a decision,
a quotation mark the customer's own words. Without a sign it is a question, the commonest in
workshops.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from model import edits
from model.change import Change
from model.codes import NoteKind
from model.ids import Id, new_id
from model.messages import _, ngettext
from model.order import last_order
from model.pathway import Pathway
from model.records import Actor, Note, Phase
from model.text import in_language

SIGNS: Final = {
    "?": NoteKind.QUESTION,
    "!": NoteKind.RISK,
    "*": NoteKind.IDEA,
    "=": NoteKind.DECISION,
    '"': NoteKind.CUSTOMER_WORDS,
    "”": NoteKind.CUSTOMER_WORDS,
    "“": NoteKind.CUSTOMER_WORDS,
    "»": NoteKind.CUSTOMER_WORDS,
}
_QUOTATION_MARKS: Final = '"”“»«'


class Typed(NamedTuple):
    """What was typed into a note: its kind where a sign tells it, and the text without it."""

    kind: NoteKind | None
    text: str


class Anchor(NamedTuple):
    """What a note hangs on: a record, the cell of an actor and a phase, or the whole pathway."""

    about: Id | None = None
    actor: Id | None = None
    phase: Id | None = None


def read_typed(words: str) -> Typed:
    """Read the kind from the first sign; a sign alone, or doubled as in "?!", is text."""
    words = words.strip()
    kind, rest = SIGNS.get(words[:1]), words[1:].strip()
    if kind is None or not rest or rest[0] in SIGNS:
        return Typed(None, words)
    if kind is NoteKind.CUSTOMER_WORDS:
        rest = rest.rstrip(_QUOTATION_MARKS).rstrip()
    return Typed(kind, rest)


def anchor_of(note: Note) -> Anchor:
    return Anchor(note.about, note.actor, note.phase)


def add_note(pathway: Pathway, anchor: Anchor, words: str, language: str) -> Change:
    """Hang up a note with the words typed."""
    typed = read_typed(words)
    note = Note(
        id=new_id(),
        order=last_order(pathway.of(Note)),
        kind=typed.kind or NoteKind.QUESTION,
        text={language: typed.text} if typed.text else {},
        **_standing(pathway, anchor)._asdict(),
    )
    return edits.add(pathway, note)


def write_note(pathway: Pathway, id: Id, words: str, language: str) -> Change:
    """Write a note's text; a sign before it changes the kind, without one that stays."""
    note = pathway.find(Note, id)
    typed = read_typed(words)
    if note is None or not typed.text:
        return Change("")
    # Breaks of the line can't be typed everywhere: words that are the same change nothing.
    same = typed.text.split() == in_language(note.text, language).split()
    written = Change("") if same else edits.write(pathway, id, "text", language, typed.text)
    if typed.kind in {None, note.kind}:
        return written
    return edits.update(pathway, id, kind=typed.kind) + written


def settle(pathway: Pathway, ids: Iterable[Id]) -> Change:
    """Tick notes off; when all of them are settled already, open them again."""
    notes = [note for id in dict.fromkeys(ids) if (note := pathway.find(Note, id)) is not None]
    done = not all(note.done for note in notes)
    label = (
        ngettext("Settle the note", "Settle {count} notes", len(notes))
        if done
        else ngettext("Open the note again", "Open {count} notes again", len(notes))
    ).format(count=len(notes))
    return edits.together(label, (edits.update(pathway, note.id, done=done) for note in notes))


def make_kind(pathway: Pathway, ids: Iterable[Id], kind: NoteKind) -> Change:
    """Say what notes are: questions, risks, ideas ..."""
    notes = [note for id in dict.fromkeys(ids) if (note := pathway.find(Note, id)) is not None]
    changes = (edits.update(pathway, note.id, kind=kind) for note in notes)
    return edits.together(_("Change the kind of the note"), changes)


def hang(pathway: Pathway, id: Id, anchor: Anchor) -> Change:
    """Hang a note on something else."""
    if pathway.find(Note, id) is None:
        return Change("")
    return edits.together(
        _("Move the note"), (edits.update(pathway, id, **_standing(pathway, anchor)._asdict()),)
    )


def _standing(pathway: Pathway, anchor: Anchor) -> Anchor:
    """Return an anchor freed of what is gone by now."""
    actor, phase = pathway.find(Actor, anchor.actor), pathway.find(Phase, anchor.phase)
    return Anchor(
        anchor.about if anchor.about in pathway else None,
        actor.id if actor else None,
        phase.id if phase else None,
    )
