"""A scripted editing and saving session in a process of its own, to be killed at any instant.

    python -m tests.reliability.editing_session FOLDER SEED

It goes on from what a killed session left in FOLDER, as the program does: the newest journal is
done again and kept in a journal of its own before the old one is deleted. Then it edits at random
(do, undo, redo, merge), saves to FOLDER/ketju.ketju, keeps versions in FOLDER/versions and the
journal in FOLDER/journal. It tells on stdout, one line each, with the number of acts so far:

    ready 0     its modules are loaded; it looks for journals now
    begun 0     what was recovered is in a journal of its own
    kept N      the journal says that N acts are on the disk
    saving N    a save of the state after N acts begins
    saved N     the save says that it is done

The same seed gives the same acts to the same document.
"""

import hashlib
import random
import sys
from collections.abc import Generator
from datetime import UTC, datetime
from itertools import count, islice
from pathlib import Path
from typing import Final, NamedTuple

from model import edits, file, versions
from model.change import Change
from model.document import Document
from model.ids import ids_from
from model.journal import Found, Journal, Stored, delete, recoverable, replay
from model.journal.encoding import encode_all
from model.pathway import Pathway
from model.records import Handover, PathwayInfo, Stage

PACES: Final = (1, 1, 1, 2, 5, 20)
"""How many acts may come before the journal is asked whether they are on the disk."""
JOURNAL: Final = "journal"
TARGET: Final = "ketju.ketju"
VERSIONS: Final = "versions"


class Begun(NamedTuple):
    """Where a session begins, and the journals that it goes on from, the one that counts first."""

    document: Document
    found: list[Found]
    lost: int


def begin(folder: Path) -> Begun:
    """Recover what a session left behind; a document of its own when that is nothing."""
    found = recoverable(folder / JOURNAL)
    if not found:
        return Begun(_beginning(), [], 0)
    recovered = replay(found[0])
    return Begun(recovered.document, found, recovered.lost)


def play(folder: Path, seed: int) -> None:
    """Edit until killed."""
    _tell("ready", 0)
    document, found, _lost = begin(folder)
    stored = found[0].stored if found else Stored()
    journal = Journal(folder / JOURNAL, document, stored)
    if found:
        journal.keep_all(found[0].unsaved)
        if not journal.flush():
            return
        for each in found:
            delete(each)
    _tell("begun", 0)
    chance = random.Random(f"pace {seed}")  # noqa: S311 - no secret
    done = acts(document, seed)
    while True:
        number = list(islice(done, chance.choice(PACES)))[-1]
        if chance.random() < 0.4:
            save(document, journal, folder, number)
        if journal.flush():
            _tell("kept", number)


def save(document: Document, journal: Journal, folder: Path, number: int) -> None:
    pathway, target = document.pathway, folder / TARGET
    _tell("saving", number)
    known = file.save(pathway, target)
    _tell("saved", number)
    document.mark_saved(pathway)
    journal.saved(Stored(target, known))
    versions.Versions(folder / VERSIONS).keep(target, pathway, datetime.now(UTC))


def digest(document: Document) -> str:
    """Return what a pathway and its undo history are known by; whether it is saved is not in it."""
    state = document.state
    histories = (encode_all(changes, state.pathway) for changes in (state.undo, state.redo))
    return hashlib.sha256(b"\0".join((file.dumps(state.pathway), *histories))).hexdigest()[:16]


def acts(document: Document, seed: int) -> Generator[int, None, None]:
    """Do one act after another, each of which changes something; yield its number, from 1."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    numbers = count()
    with ids_from(lambda: f"n{seed}x{next(numbers)}"):
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
            done = document.do(_added(pathway, stage, words))
        case _:
            done = document.do(edits.write(pathway, stage, "what_happens", "fi", words))
    return done


def _added(pathway: Pathway, stage: str, words: str) -> Change:
    return edits.add_stage_after(pathway, stage, title={"fi": words})


def _beginning() -> Document:
    info = PathwayInfo(id="info", title={"fi": "Tyypin 2 diabetes"})
    stages = [
        Stage(id=f"s{place}", order=f"a{place}", title={"fi": f"Vaihe {place}"})
        for place in range(6)
    ]
    return Document(Pathway([info, *stages, Handover(id="h0", source="s0", target="s1")]))


def _tell(what: str, number: int) -> None:
    sys.stdout.write(f"{what} {number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    play(Path(sys.argv[1]), int(sys.argv[2]))
