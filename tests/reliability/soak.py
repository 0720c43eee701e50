"""A long session in a process of its own, to see what memory it takes.

    python -m tests.reliability.soak FOLDER MOST FIRST EVERY

MOST random edits, undo and redo, with the journal, and a save after each EVERY of them. It tells
"<edits> <resident memory in kB>" after the first FIRST edits and at the end.
"""

import gc
import sys
from pathlib import Path

from model import file
from model.journal import Journal, Stored
from tests.reliability.editing_session import acts, begin

SEED = 11


def soak(folder: Path, most: int, first: int, every: int) -> None:
    document = begin(folder).document
    journal = Journal(folder / "journal", document)
    target = folder / "ketju.ketju"
    for number in acts(document, SEED):
        if number % every == 0:
            pathway = document.pathway
            known = file.save(pathway, target)
            document.mark_saved(pathway)
            journal.saved(Stored(target, known))
        if number in (first, most):
            kept = journal.flush()
            sys.stdout.write(f"{number} {resident() if kept else 'not kept'}\n")
            sys.stdout.flush()
        if number == most:
            break
    journal.close(delete=True)


def resident() -> int:
    """Return the memory that this process holds, in kB."""
    gc.collect()
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


if __name__ == "__main__":
    soak(Path(sys.argv[1]), *(int(argument) for argument in sys.argv[2:5]))
