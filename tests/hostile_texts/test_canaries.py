"""Private stays private: words that stand in private fields reach no byte of any export.

The minutes of workshops are the workgroup's own: they tell its notes, and no more that is private.
"""

import getpass
import platform
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from msgspec.structs import fields, replace
from openpyxl import load_workbook
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ContentStream, DictionaryObject, StreamObject

from designer.cli import main
from exporters.bpmn import BPMN
from exporters.excel import EXCEL
from exporters.excel.carried import SHEET, from_pieces
from exporters.exporter import Exporter
from exporters.formats import EXPORTERS
from exporters.ptv import PTV
from exporters.website import WEBSITE
from exporters.word import MINUTES, WORD
from model import milestones
from model.file import dumps, save
from model.pathway import Pathway
from model.records import RECORD_KINDS, Milestone, Note
from tests.exporters.diagram.png_chunks import chunks, text_chunks
from tests.hostile_texts.filling import OPTIONS, made, marked
from tests.hostile_texts.kept import is_private, is_public, private_fields, private_places, structs

VOTES = 731_904

ALSO_IN_THE_WORKBOOK = {
    "PathwayInfo.ptv", "PathwayInfo.change_note", "PathwayInfo.deputy",
    "PathwayInfo.selection_note", "Actor.agreement_note", "Channel.service_owner",
    "Stage.subpathway", "Stage.failure_demand", "Stage.recording", "Stage.topics",
    "Stage.visit_group", "Handover.consent_note", "Handover.failure_demand",
    "Handover.follow_up_question", "Handover.no_feedback_reason", "Metric.baseline",
    "Metric.interval", "Metric.observations", "Metric.responsible", "Metric.source",
    "Task.responsible", "Task.rule", "Task.title",
}  # fmt: skip
"""What the workbook may name besides: it is for the workgroup, which fills it in."""

ALSO_IN_WORD = {
    WORD: {
        "Metric.baseline", "Metric.interval", "Metric.responsible", "Metric.source",
        "PathwayInfo.deputy", "PathwayInfo.derived_from", "PathwayInfo.documents",
        "PathwayInfo.rollout", "PathwayInfo.sectors_not_needed", "PathwayInfo.segments",
        "PathwayInfo.vulnerable_groups", "Stage.subpathway", "Workshop.goal", "Workshop.title",
    },
    MINUTES: {
        "Milestone.title", "Note.answer", "Note.text", "Task.responsible", "Task.title",
        "Workshop.agenda", "Workshop.goal", "Workshop.place", "Workshop.result", "Workshop.title",
    },
}  # fmt: skip
"""What the county's own documents tell besides; each page of the minutes says whom they are for."""


@cache
def secret() -> Pathway:
    """Return a pathway with a word of its own in each field, votes, and a milestone of itself."""
    pathway = marked().pathway
    note = pathway["n1"]
    assert isinstance(note, Note)
    voted = pathway.replacing({"n1": replace(note, votes=VOTES)})
    milestone = voted["e1"]
    assert isinstance(milestone, Milestone)
    kept, _done = milestones.keep(voted, {"fi": "työpaja"}, OPTIONS.made_at).applied_to(voted)
    content = next(new.content for new in kept.of(Milestone) if new.id != milestone.id)
    return voted.replacing({"e1": replace(milestone, content=content)})


def words_in(name: str, data: bytes) -> Iterator[str]:
    """Yield all that a file says: its name, texts, metadata, what is packed in it unpacked."""
    yield name
    yield data.decode("latin-1")
    yield data.decode("utf-8", "ignore")
    if name.endswith(".docx"):
        with ZipFile(BytesIO(data)) as archive:
            for part in archive.infolist():
                yield f"{part.filename} {part.comment!r}"
                yield archive.read(part).decode("utf-8", "ignore")
    elif name.endswith(".xlsx"):
        with ZipFile(BytesIO(data)) as archive:
            yield archive.comment.decode()
            for part in archive.infolist():
                yield f"{part.filename} {part.comment!r}"
                yield archive.read(part).decode()
        yield from _carried_in(data)
    elif name.endswith(".pdf"):
        reader = PdfReader(BytesIO(data))
        yield reader.pages[0].extract_text()
        for thing in PdfWriter(clone_from=reader)._objects:
            yield from _of_pdf(thing)
    elif name.endswith(".png"):
        yield from text_chunks(data).values()


def _carried_in(data: bytes) -> Iterator[str]:
    """Yield what a workbook carries in its hidden sheet, unpacked."""
    book = load_workbook(BytesIO(data))
    if SHEET in book.sheetnames:
        cells = [str(cell.value) for (cell,) in book[SHEET].iter_rows(max_col=1)]
        carried = from_pieces(cells).pathway
        assert len(carried) > 10
        yield dumps(carried).decode()


def _of_pdf(thing: Any) -> Iterator[str]:
    if isinstance(thing, StreamObject) and not isinstance(thing, ContentStream):
        yield thing.get_data().decode("latin-1")
    if isinstance(thing, DictionaryObject):
        for value in thing.values():
            yield from _of_pdf(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from _of_pdf(value)
    else:
        yield str(thing)


@cache
def said(exporter: Exporter) -> str:
    return "\n".join(
        words for name, data in made(exporter, secret()).items() for words in words_in(name, data)
    )


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_nothing_private_leaves(exporter: Exporter) -> None:
    out = said(exporter)
    left = {place for place, mark in marked().texts.items() if mark in out}
    private = {place for place in left if not is_public(place)}
    if exporter is EXCEL:
        private = {p for p in private if ".".join(p.split(".")[:2]) not in ALSO_IN_THE_WORKBOOK}
        private |= {place for place in left if is_private(place)}
    if exporter in ALSO_IN_WORD:
        private = {p for p in private if ".".join(p.split(".")[:2]) not in ALSO_IN_WORD[exporter]}
    if exporter is BPMN:  # carries the pathway for the way back, without what is private
        private = {place for place in left if is_private(place)}
    if exporter is PTV:  # its report quotes the codes that PTV would refuse
        private = {place for place in private if not place.startswith("PathwayInfo.ptv.")}
    assert sorted(private) == []
    assert marked().texts["PathwayInfo.title"] in out
    assert str(VOTES) not in out or exporter is MINUTES
    packed = secret()["e1"]
    assert isinstance(packed, Milestone)
    assert len(packed.content) > 1000
    assert packed.content[200:260] not in out


def test_every_private_field_has_its_word() -> None:
    """One that is added without a word in it would go untried."""
    places = set(marked().texts)
    tried = {
        private
        for private in private_places()
        if any(place == private or place.startswith(f"{private}.") for place in places)
    }
    assert private_places() - tried == set()
    assert {"Note", "Milestone", "Actor.professional_contacts"} < private_places()


def test_descriptions_name_fields_that_there_are() -> None:
    for kind in RECORD_KINDS:
        for _place, struct in structs(kind, kind.__name__):
            assert private_fields(struct) <= {field.name for field in fields(struct)}


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_nobody_learns_who_made_it_and_where(
    exporter: Exporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither the user's and the computer's name nor the folder and the name of the file."""
    for name in ("USER", "LOGNAME", "USERNAME", "LNAME", "USERPROFILE", "COMPUTERNAME", "HOSTNAME"):
        monkeypatch.setenv(name, "qzuserqz")
    assert getpass.getuser() == "qzuserqz"
    folder = tmp_path / "qzfolderqz"
    folder.mkdir()
    path, out = folder / "qzfileqz.ketju", folder / f"out{exporter.suffix}"
    save(marked().pathway, path)
    with pytest.raises(SystemExit) as end:
        main(["export", str(path), "--to", exporter.name, "--out", str(out), "--lang", "fi"])
    assert not end.value.code
    files = [out] if out.is_file() else [file for file in out.rglob("*") if file.is_file()]
    assert files
    secrets = {
        "qzuserqz",
        "qzfolderqz",
        "qzfileqz",
        str(tmp_path),
        str(Path.home()),
        str(Path.cwd()),
    }
    secrets |= {platform.node()} if len(platform.node()) > 6 else set()
    for file in files:
        name = file.relative_to(out).as_posix() if out.is_dir() else f"out{exporter.suffix}"
        words = "\n".join(words_in(name, file.read_bytes()))
        words = words.replace("</root>", "")  # draw.io's end tag; a home may be called like that
        assert {secret for secret in secrets if secret in words} == set(), name


def test_a_picture_has_no_chunks_that_say_more() -> None:
    [data] = made(next(e for e in EXPORTERS if e.name == "png"), secret()).values()
    assert {kind for kind, _content in chunks(data)} <= {
        *(b"IHDR", b"pHYs", b"tEXt", b"zTXt", b"iTXt", b"IDAT", b"IEND"),
    }


def test_the_website_holds_what_is_public() -> None:
    """The words would be found: those of public fields are."""
    out = said(WEBSITE)
    public = {place for place in marked().texts if is_public(place)}
    found = {place for place in public if marked().texts[place] in out}
    assert len(found) > 120
