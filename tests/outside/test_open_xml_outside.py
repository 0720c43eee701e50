"""Workbooks and Word files are valid by the schemas that Office itself opens files with.

openxml-audit holds the rules of Microsoft's Open XML SDK: schemas of every part, relationships,
content types. What Excel repairs although schemas allow it: tests/exporters/excel/test_traps.py.
"""

from collections.abc import Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from exporters.exporter import Options
from exporters.findings.sheets import sheets_bytes
from exporters.formats import find
from exporters.portfolio import Before, Portfolio, Since, portfolio_bytes
from model import file
from model.pathway import Pathway
from samples import SAMPLES, TEMPLATES
from tests.exporters.diagram.drawn import hostile
from tests.exporters.excel.books import MADE_AT, book_bytes
from tests.exporters.findings import runs

pytestmark = pytest.mark.outside

NOT_ASKED = "relationships/fontTable' is missing"
"""A part that a document may have, and need not (ECMA-376 part 1, 11.3.5)."""


def faults(name: str, data: bytes, folder: Path) -> list[str]:
    """Return what Office 2010 and the latest one would say against a file.

    Alternative texts of tables (`tblCaption`) came with 2010.
    """
    audit: Any = import_module("openxml_audit")  # has no types
    path = folder / name
    path.write_bytes(data)
    return [
        f"{name}: {fault.part_uri} {fault.path} {fault.description}"
        for office in (audit.FileFormat.OFFICE_2010, audit.FileFormat.MICROSOFT_365)
        for fault in audit.OpenXmlValidator(file_format=office, max_errors=0).validate(path).errors
        if fault.severity.value == "error" and NOT_ASKED not in fault.description
    ]


def workbooks() -> Iterator[tuple[str, bytes]]:
    for sample in (SAMPLES[0], *TEMPLATES[-1:]):
        yield f"{sample.name}.xlsx", book_bytes(file.read(sample.path), "fi", "sv")
    yield "hostile.xlsx", book_bytes(hostile(), "en")
    yield "nothing.xlsx", book_bytes(Pathway([file.read(TEMPLATES[0].path).info]), "fi")
    for name, run in (("findings", runs.several()), ("hostile findings", runs.hostile())):
        yield f"{name}.xlsx", sheets_bytes(run)
        before = {0: Before(run.checked[0].pathway, "ennen")}
        portfolio = Portfolio(run, Since("1.9.2026", before))
        yield f"portfolio of {name}.xlsx", portfolio_bytes(portfolio, lambda _share: None)


def test_workbooks_are_valid(tmp_path: Path) -> None:
    assert [fault for name, data in workbooks() for fault in faults(name, data, tmp_path)] == []


@pytest.mark.parametrize("format", ["word", "minutes"])
def test_word_files_are_valid(format: str, tmp_path: Path) -> None:
    exporter = find(format)
    assert exporter is not None
    found = []
    for sample in SAMPLES[:2]:
        pathway = file.read(sample.path)
        options = Options(languages=("fi",), made_at=MADE_AT)
        for number, (_name, data) in enumerate(
            exporter.build(pathway, options, lambda _share: None)
        ):
            found += faults(f"{sample.name} {number}.docx", data, tmp_path)
    assert found == []


@pytest.mark.parametrize(
    ("part", "sound", "faulty"),
    [
        ("xl/worksheets/sheet4.xml", b"<sheetProtection", b"<sheetProtektion"),
        ("xl/worksheets/sheet4.xml", b'errorStyle="stop"', b'errorStyle="stopp"'),
        ("xl/worksheets/sheet4.xml", b"<autoFilter", b'<pageSetup paperSize="9"/><autoFilter'),
        ("xl/styles.xml", b"<font><b ", b'<font><sz val="9"/><b '),
        ("xl/workbook.xml", b"<definedName name=", b"<definedName nimi="),
    ],
)
def test_a_fault_would_be_found(part: str, sound: bytes, faulty: bytes, tmp_path: Path) -> None:
    data = book_bytes(file.read(SAMPLES[0].path), "fi")
    spoilt = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(spoilt, "w", ZIP_DEFLATED) as after:
        assert sound in before.read(part)
        for name in before.namelist():
            content = before.read(name)
            after.writestr(name, content.replace(sound, faulty, 1) if name == part else content)
    assert faults("spoilt.xlsx", spoilt.getvalue(), tmp_path)
