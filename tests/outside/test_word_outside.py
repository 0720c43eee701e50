"""Word files in LibreOffice Writer: opened and laid out, they tell all that is in them."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from exporters.word import MINUTES, WORD
from model.file import read
from model.records import Workshop
from samples import SAMPLES
from tests.exporters.diagram.drawn import hostile
from tests.exporters.word.reading import made

pytestmark = pytest.mark.outside

A4 = (595, 842)


def laid_out(folder: Path, files: dict[str, bytes]) -> dict[str, PdfReader]:
    """Let LibreOffice make PDF files of Word files; return them by name."""
    program = shutil.which("soffice")
    assert program, "soffice is missing: run the tests with `make test-all`"
    ours, theirs = folder / "ours", folder / "theirs"
    ours.mkdir()
    for name, data in files.items():
        (ours / f"{name}.docx").write_bytes(data)
    subprocess.run(  # noqa: S603 - the command stands here
        [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(theirs),
            *sorted(map(str, ours.glob("*.docx"))),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return {name: PdfReader(BytesIO((theirs / f"{name}.pdf").read_bytes())) for name in files}


def words_in(reader: PdfReader) -> str:
    return "".join("".join(page.extract_text() for page in reader.pages).split())


def test_writer_lays_out_every_stage_and_workshop(tmp_path: Path) -> None:
    pathway = read(SAMPLES[0].path)
    files = {
        "description": made(WORD, pathway, "fi"),
        "minutes": made(MINUTES, pathway, "sv"),
        "hostile": made(WORD, hostile(), "fi"),
    }
    out = laid_out(tmp_path, files)
    told = words_in(out["description"])
    for text in (stage.title["fi"] for stage in pathway.stages):
        assert told.count("".join(text.split())) >= 2, text  # in the contents and as a heading
    sizes = {(round(float(page.mediabox.width)), round(float(page.mediabox.height)))
             for page in out["description"].pages}  # fmt: skip
    assert sizes == {A4, A4[::-1]}
    last = out["description"].pages[-1].extract_text()
    pages = len(out["description"].pages)
    assert f"{pages} / {pages}" in last
    assert all(page.extract_text().strip() for page in out["description"].pages)
    assert all(
        "".join(workshop.title["sv"].split()) in words_in(out["minutes"])
        for workshop in pathway.of(Workshop)
    )
    assert out["hostile"].pages
