"""What the crash journal costs: an edit in the window's thread, and until it is on the disk.

`append` is measured as what an edit takes more with a journal that follows; `durable` is from the
edit to the journal's word that it would survive a crash, fsync included, one edit at a time.
"""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.table import Row
from benchmarks.timing import of, once
from model import edits
from model.document import Document
from model.journal import Journal
from model.pathway import Pathway

EDITS = 1000


def rows(pathway: Pathway) -> list[Row]:
    with TemporaryDirectory() as folder:
        alone, _durable = _edited(pathway, None)
        followed, durable = _edited(pathway, Path(folder) / "journal")
        bare = _bare_writes(Path(folder) / "bare")
    stages = len(pathway.stages)
    return [
        Row("edit with a journal", "edit without", stages, of(followed), of(alone)),
        Row("edit until it is durable", "write and fsync 1 kB", stages, of(durable), of(bare)),
    ]


def _edited(pathway: Pathway, folder: Path | None) -> tuple[list[float], list[float]]:
    """Return the seconds of each edit, and of each edit until it was durable."""
    document = Document(pathway)
    stages = pathway.stages
    journal = Journal(folder, document) if folder is not None else None
    edited, durable = [], []
    for number in range(EDITS):
        stage = stages[number * 7 % len(stages)].id
        change = edits.rename(document.pathway, stage, "fi", f"Nimi {number}")
        edited.append(once(lambda change=change: document.do(change)))  # type: ignore[misc]
        if journal is not None:
            durable.append(edited[-1] + once(journal.flush))
    if journal is not None:
        journal.close(delete=True)
    return edited, durable


def _bare_writes(path: Path) -> list[float]:
    data = b"x" * 1024
    with path.open("wb", buffering=0) as file:

        def write() -> None:
            file.write(data)
            os.fsync(file.fileno())

        return [once(write) for _write in range(EDITS)]
