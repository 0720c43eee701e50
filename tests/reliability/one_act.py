"""An act on the disk, done again and again in processes of their own while their calls fail.

    python -m tests.reliability.one_act ACT

For each line with the name of an empty folder it forks a process that puts the old state there,
writes "ready PID", waits for a line, does the act and tells what the program would tell the user;
then "ended STATUS" follows. The forked process reads and writes through `readv` and `writev`,
which no act uses: all its other calls on files may be made to fail.
"""

import ctypes
import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Final

from designer.ui.saving import writing
from model import edits, file
from model.document import Document
from model.journal import Journal, Stored
from model.on_disk import fingerprint_of
from model.pathway import Pathway
from model.records import PathwayInfo, Stage
from model.versions import Versions

LONG: Final = "pitkä teksti " * 500
TARGET: Final = "ketju.ketju"
EDITS: Final = 3
_SET_TRACER: Final = 0x59616D61  # PR_SET_PTRACER of <linux/prctl.h>: whoever may watch
_ANYBODY: Final = ctypes.c_ulong(-1)


def state(number: int) -> Pathway:
    """Return a pathway that is known by its number."""
    stage = Stage(id="s0", order="a0", title={"fi": f"{number}"}, what_happens={"fi": LONG})
    return Pathway([PathwayInfo(id="info", title={"fi": "Ketju"}), stage])


def number_of(pathway: Pathway) -> int:
    return int(pathway.stages[0].title["fi"])


def _save(folder: Path) -> None:
    target = folder / TARGET
    try:
        file.save(state(2), target, busy=lambda: None)
    except OSError as error:
        _tell(f"refused {error.errno}")
    else:
        _tell("saved")


def _save_as_the_window(folder: Path) -> None:
    """Save as the window does: it looks at the disk before, and at the last instant."""
    target = folder / TARGET
    known = fingerprint_of(file.dumps(state(1)))
    wish = writing.Wish(state(2), target, known, state(1))
    match writing.write(wish, Versions(folder / "versions"), lambda: None):
        case writing.Saved():
            _tell("saved")
        case writing.NotSaved(_words, None):
            _tell("refused")
        case writing.NotSaved():
            _tell("unsure")
        case writing.OthersWrote():
            _tell("others")


def _keep_version(folder: Path) -> None:
    try:
        Versions(folder / "versions").keep(folder / TARGET, state(2), datetime.now(UTC))
    except OSError as error:
        _tell(f"refused {error.errno}")
    else:
        _tell("saved")


def _edit(folder: Path) -> None:
    """Edit whatever the journal says and tell that; wait for a line, then until all is kept."""
    began = monotonic()
    journal = _edited(folder, began)
    _tell("done")
    os.readv(0, [bytearray(1)])
    while monotonic() - began < 30:
        if journal.flush():
            _tell(f"kept {EDITS}")
            break
    os._exit(0)  # as a crash would end it: the journal stays


def _edit_and_crash(folder: Path) -> None:
    _edited(folder, monotonic())
    os._exit(0)


def _edited(folder: Path, began: float) -> Journal:
    document = Document(state(0))

    def told(reason: Exception | None) -> None:
        _tell(f"failing {monotonic() - began:.2f}" if reason else "well")

    journal = Journal(folder / "journal", document, told=told)
    for number in range(1, EDITS + 1):
        document.do(edits.rename(document.pathway, "s0", "fi", str(number)))
        if number == EDITS - 1:
            document.mark_saved(document.pathway)
            journal.saved(Stored())
        if journal.flush():
            _tell(f"kept {number}")
    return journal


ACTS: Final[dict[str, Callable[[Path], None]]] = {
    "save": _save,
    "save as the window": _save_as_the_window,
    "version": _keep_version,
    "journal": _edit,
    "journal and crash": _edit_and_crash,
}


def _make_ready(folder: Path) -> None:
    """Put the old state where the act will find it."""
    file.save(state(1), folder / TARGET)
    earlier = datetime(2026, 1, 1, tzinfo=UTC)
    Versions(folder / "versions").keep(folder / TARGET, state(1), earlier)


def _load_all() -> None:
    """Do once elsewhere what loads modules, so that no loading is among the calls that fail."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _make_ready(folder)
        Versions(folder / "versions").keep(folder / TARGET, state(2), datetime.now(UTC))
        document = Document(state(0))
        journal = Journal(folder / "journal", document)
        document.do(edits.rename(document.pathway, "s0", "fi", "1"))
        journal.flush()
        journal.close(delete=True)


def _perform(act: str, folder: Path) -> None:
    _make_ready(folder)
    ctypes.CDLL(None).prctl(_SET_TRACER, _ANYBODY, 0, 0, 0)
    _tell(f"ready {os.getpid()}")
    os.readv(0, [bytearray(1)])
    ACTS[act](folder)


def _tell(words: str) -> None:
    os.writev(1, [f"{words}\n".encode()])


def _serve(act: str) -> None:
    _load_all()
    while line := os.read(0, 4096).decode().strip():
        child = os.fork()
        if child == 0:
            try:
                _perform(act, Path(line))
            finally:
                os._exit(70)  # an act that ends by itself has told so by then
        _tell(f"ended {os.waitpid(child, 0)[1]}")


if __name__ == "__main__":
    _serve(sys.argv[1])
