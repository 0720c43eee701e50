"""A scripted editing session in a process of its own, to be killed at any instant.

    python -m tests.reliability.editing_session FOLDER [SEED]

It edits a pathway at random (do, undo, redo, merge), saves it now and then to FOLDER/ketju.ketju
and keeps the journal in FOLDER/journal. After every act whose journal is on the disk it writes
one line to stdout, "<number> <digest>": the digest of the document's state, undo history
included. Whoever kills it checks with `outcome` that what is recovered is that state or a later
one. The same seed gives the same acts.
"""

import hashlib
import random
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import NamedTuple

from model import edits, file
from model.change import Change
from model.document import Document
from model.ids import ids_from
from model.journal import Journal, Stored, recoverable, replay
from model.journal.encoding import encode_all
from tests.pathways import At, build

SAVE_EVERY = 9


class Outcome(NamedTuple):
    """What was left behind: the digest of what is recovered ('' for nothing), of the file."""

    recovered: str
    whole: bool
    saved_opens: bool


def play(folder: Path, seed: int) -> None:
    """Edit until killed."""
    document = _beginning()
    journal = Journal(folder / "journal", document)
    target = folder / "ketju.ketju"
    for number in _acts(document, seed):
        if number % SAVE_EVERY == 0:
            pathway = document.pathway
            file.save(pathway, target)
            document.mark_saved(pathway)
            journal.saved(Stored(target))
        if journal.flush():
            sys.stdout.write(f"{number} {digest(document)}\n")
            sys.stdout.flush()


def states(seed: int, most: int) -> list[str]:
    """Return the digests of the first states of a session, from the beginning on."""
    document = _beginning()
    digests = [digest(document)]
    for number in _acts(document, seed):
        if number > most:
            break
        if number % SAVE_EVERY == 0:
            document.mark_saved(document.pathway)
        digests.append(digest(document))
    return digests


def outcome(folder: Path) -> Outcome:
    """Look at what a killed session left behind."""
    found = recoverable(folder / "journal")
    target = folder / "ketju.ketju"
    opens = not target.exists() or bool(file.read(target))
    if not found:
        return Outcome("", whole=True, saved_opens=opens)
    recovered = replay(found[0])
    whole = len(found) == 1 and found[0].fault is None and recovered.lost == 0
    return Outcome(digest(recovered.document), whole, opens)


def digest(document: Document) -> str:
    """Return what a pathway and its undo history are known by; whether it is saved is not in it."""
    state = document.state
    histories = (encode_all(changes, state.pathway) for changes in (state.undo, state.redo))
    return hashlib.sha256(b"\0".join((file.dumps(state.pathway), *histories))).hexdigest()[:16]


def _beginning() -> Document:
    stages = [At(f"Vaihe {place}") for place in range(6)]
    return Document(build(actors=["Asiakas"], phases=["Alku"], stages=stages, arrows=[(0, 1)]))


def _acts(document: Document, seed: int) -> Iterator[int]:
    """Do one act after another, each of which changes something; yield its number, from 1."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    numbers = count()
    with ids_from(lambda: f"n{next(numbers)}"):
        for number in count(1):
            while not _act(document, chance):
                pass
            yield number


def _act(document: Document, chance: random.Random) -> Change:
    pathway = document.pathway
    stages = pathway.stages
    stage = chance.choice(stages).id
    words = f"Sana {chance.randrange(10**6)} äö"
    match chance.randrange(8):
        case 0:
            done = document.undo()
        case 1:
            done = document.redo()
        case 2:
            done = document.merge(edits.rename(pathway, stage, "sv", words))
        case 3 if len(stages) > 3:
            done = document.do(edits.remove(pathway, [stage]))
        case 4 | 5 if len(stages) < 40:
            done = document.do(edits.add_stage_after(pathway, stage, title={"fi": words}))
        case _:
            done = document.do(edits.write(pathway, stage, "what_happens", "fi", words))
    return done


if __name__ == "__main__":
    play(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
