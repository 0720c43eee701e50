"""All that reads what comes from outside, each as one function of bytes.

A new reader (Excel, BPMN) is put in here and gets its inputs in `inputs`.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from designer.organisation import OrganisationFileError
from exporters.bpmn import FROM_BPMN
from exporters.excel.read_back import FaultyWorkbookError, WorkbookError, read_back
from exporters.mermaid import FROM_MERMAID
from exporters.outline.reading import OutlineError, decoded
from exporters.outline.reading import read as read_outline
from exporters.table import TABLE
from exporters.table.mapping import MappingError
from exporters.table.opening import pages_of
from exporters.table.proposing import proposed
from exporters.table.reading import read_table
from model import clip, entry, file
from model.change import Change
from model.checks.organisation import OrganisationError, read_organisation
from model.clip import ClipError
from model.linked_file import LinkRefusedError, linked_file
from model.merge import merge
from model.milestones import state_of
from model.pathway import Pathway
from model.records import Milestone
from model.repair import salvage
from samples import SAMPLES

REFUSALS = (
    file.UnreadableFileError,
    OutlineError,
    OrganisationError,
    OrganisationFileError,
    ClipError,
    LinkRefusedError,
    FaultyWorkbookError,
    WorkbookError,
    MappingError,
)
"""What a reader may raise: one sentence for the user."""

_READ_TWICE = 5_000_000  # bytes

BOARD: Pathway = file.read(SAMPLES[0].path)
"""What pasted text and records come into."""


def pathway(data: bytes) -> None:
    read = file.loads(data)
    if len(data) < _READ_TWICE:
        assert file.loads(file.dumps(read)) == read


def repair(data: bytes) -> None:
    """Salvage, which reads again what it found; a file that was refused has a list of losses."""
    lost = salvage(data).lost
    assert bool(lost) is not _is_whole(data)
    for line, words in lost:
        assert 1 <= line <= data.count(b"\n") + 1
        assert _is_sentence(words), words


def outline(data: bytes) -> None:
    imported = read_outline(decoded(data))
    assert file.loads(file.dumps(imported.pathway)) == imported.pathway


def organisation(data: bytes) -> None:
    read_organisation(data)


def pasted_text(data: bytes) -> None:
    text = data.decode(errors="replace")
    listed = entry.read_list(BOARD, text, "fi")
    _entered(BOARD, entry.enter_list(BOARD, listed, "fi", after=None, cell=None))


def typed_line(data: bytes) -> None:
    line = entry.read_entry(BOARD, data.decode(errors="surrogateescape"), "fi")
    _entered(BOARD, entry.enter(BOARD, line, "fi", after=None, cell=None))


def pasted_records(data: bytes) -> None:
    _entered(BOARD, clip.paste(BOARD, clip.decode(data), None))


def milestone(data: bytes) -> None:
    content = data.decode("latin-1")
    at = datetime(2026, 3, 2, 12, tzinfo=UTC)
    state_of(Milestone(id="m0", order="a0", at=at, content=content))


def subpathway(data: bytes) -> None:
    folder = Path("/somewhere/pathways")
    found = linked_file(folder, data.decode(errors="surrogateescape"))
    assert found.is_relative_to("/somewhere"), found


def mermaid(data: bytes) -> None:
    imported = FROM_MERMAID.read(data, "fi")
    assert file.loads(file.dumps(imported.pathway)) == imported.pathway
    assert all(_is_sentence(words) for words in imported.left_out), imported.left_out


def bpmn(data: bytes) -> None:
    imported = FROM_BPMN.read(data, "fi")
    assert file.loads(file.dumps(imported.pathway)) == imported.pathway
    assert all(_is_sentence(words) for words in imported.left_out), imported.left_out


def workbook(data: bytes) -> None:
    read = read_back(data, BOARD)
    merged = merge(read.base, BOARD, read.filled_in).pathway
    assert file.loads(file.dumps(merged)) == merged


def table(data: bytes) -> None:
    imported = TABLE.read(data, "fi")
    assert file.loads(file.dumps(imported.pathway)) == imported.pathway
    assert all(_is_sentence(words) for words in imported.left_out), imported.left_out
    pages = pages_of(data)
    read_table(pages, [proposed(pages[0], BOARD, "fi").mapping], BOARD)


READERS: dict[str, Callable[[bytes], None]] = {
    "pathway": pathway,
    "repair": repair,
    "outline": outline,
    "organisation": organisation,
    "pasted text": pasted_text,
    "typed line": typed_line,
    "pasted records": pasted_records,
    "milestone": milestone,
    "sub-pathway": subpathway,
    "workbook": workbook,
    "mermaid": mermaid,
    "bpmn": bpmn,
    "table": table,
}


def is_clear(error: Exception) -> bool:
    """Whether a refusal is one sentence that people can read."""
    words = str(error)
    return isinstance(error, REFUSALS) and words.endswith(".") and _is_sentence(words)


def _is_sentence(words: str) -> bool:
    return 8 < len(words) < 900 and words.isprintable() and "Traceback" not in words


def _is_whole(data: bytes) -> bool:
    try:
        file.loads(data)
    except file.UnreadableFileError:
        return False
    return True


def _entered(board: Pathway, change: Change) -> None:
    after, _done = change.applied_to(board)
    assert file.loads(file.dumps(after)) == after
