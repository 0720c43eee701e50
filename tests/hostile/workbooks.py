"""Hostile workbooks: archives and sheets that swell, entities, macros, links, cut parts."""

# ruff: noqa: E501, PLW0108 - an input a line, made when it is asked for

import warnings
import zlib
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from hashlib import sha256
from io import BytesIO
from random import Random
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from exporters.excel import EXCEL
from exporters.excel.carried import MARK
from exporters.exporter import Options
from model import file
from model.pathway import Pathway
from samples import SAMPLES
from tests.exporters.excel.books import MADE_AT
from tests.hostile.pathways import Made, Named

SHEET = "xl/worksheets/sheet4.xml"
"""The sheet of stages."""
_NS = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


@cache
def _parts() -> dict[str, bytes]:
    pathway = file.loads(SAMPLES[0].path.read_bytes())
    # Of the pathway that the reader is given, but small.
    small = Pathway([pathway.info, *pathway.actors, *pathway.phases])
    [(_name, data)] = EXCEL.build(small, Options(made_at=MADE_AT), lambda _share: None)
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Iterable[tuple[str, bytes]], method: int = ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with warnings.catch_warnings(), ZipFile(stream, "w", method) as archive:
        warnings.simplefilter("ignore")  # of a part that stands twice
        for name, data in parts:
            archive.writestr(name, data)
    return stream.getvalue()


def whole() -> bytes:
    return packed(_parts().items())


def _with(name: str, data: bytes) -> Made:
    return lambda: packed(({**_parts(), name: data}).items())


def _changed(name: str, change: Callable[[bytes], bytes]) -> Made:
    return lambda: packed(({**_parts(), name: change(_parts()[name])}).items())


def _sheet(content: bytes) -> Made:
    return _with(
        SHEET, b"<worksheet " + _NS + b"><sheetData>" + content + b"</sheetData></worksheet>"
    )


def _before_end(tag: bytes, content: bytes) -> Made:
    return _changed(SHEET, lambda data: data.replace(tag, content + tag, 1))


def _carrying(*cells: str) -> Made:
    """Return a workbook whose hidden sheet holds other cells."""
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>{cell}</t></is></c></row>'
        for n, cell in enumerate(cells, start=1)
    )
    hidden = max(
        (n for n in _parts() if n.startswith("xl/worksheets/sheet")), key=lambda n: int(n[19:-4])
    )
    xml = b"<worksheet " + _NS + b"><sheetData>" + rows.encode() + b"</sheetData></worksheet>"
    return _with(hidden, xml)


def _carried(content: bytes) -> Made:
    text = b64encode(zlib.compress(content, 9)).decode()
    return _carrying(
        MARK,
        "fi",
        sha256(text.encode()).hexdigest(),
        *(text[at : at + 30_000] for at in range(0, len(text), 30_000)),
    )


def workbooks() -> Named:
    laughs = (
        b'<!DOCTYPE x [<!ENTITY a "xxxxxxxxxx">'
        + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(8))
        + b"]><worksheet "
        + _NS
        + b"><sheetData><row><c><v>&i;</v></c></row></sheetData></worksheet>"
    )
    outside = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet ' + _NS + b"/>"
    named: list[tuple[str, Made | bytes | str]] = [
        ("whole", whole),
        ("empty", b""),
        ("words", b"hello"),
        ("rows of words", b"a;b;c\n1;2;3\n"),
        ("old form", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)),
        ("empty archive", packed([])),
        ("archive of something else", packed([("a.txt", b"x")])),
        ("archive in an archive", lambda: packed([("[Content_Types].xml", whole())])),
        ("names that climb", lambda: packed([*_parts().items(), ("../../../tmp/x", b"x")])),
        ("many parts", lambda: packed([*_parts().items(), *((f"xl/x{n}.xml", b"<a/>") for n in range(2100))])),
        ("a part of noughts", _with("xl/media/image1.png", bytes(120_000_000))),
        ("a sheet of blanks", lambda: packed([*_parts().items(), ("xl/x.xml", b"<a>" + b" " * 90_000_000 + b"</a>")])),
        ("entities", _with(SHEET, laughs)),
        ("an entity from a file", _with(SHEET, outside)),
        ("a document type", _changed(SHEET, lambda data: b"<!DOCTYPE x>" + data.split(b"?>", 1)[-1])),
        ("entities in the strings", _with("xl/sharedStrings.xml", laughs)),
        ("an entity in utf-16", _with(SHEET, outside.decode().encode("utf-16"))),
        ("macros", _with("xl/vbaProject.bin", b"x")),
        ("macros by type", _changed("[Content_Types].xml", lambda data: data.replace(b"spreadsheetml.sheet.main+xml", b"x.macroEnabled.main+xml"))),
        ("many cells", _sheet(b"<row>" + b"<c><v>1</v></c>" * 500_100 + b"</row>")),
        ("many rows", _sheet(b"<row/>" * 2_500_100)),
        ("deep elements", _sheet(b"<row>" * 200_000)),
        ("a row beyond all", _sheet(b'<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>')),
        ("a column beyond all", _sheet(b'<row r="1"><c r="ZZZZ1"><v>1</v></c></row>')),
        ("the last row", _sheet(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
        ("a string that is none", _sheet(b'<row r="1"><c r="A1" t="s"><v>99999</v></c></row>')),
        ("a string below none", _sheet(b'<row r="1"><c r="A1" t="s"><v>-1</v></c></row>')),
        ("a number of many digits", _sheet(b'<row r="1"><c r="A1"><v>' + b"9" * 100_000 + b"</v></c></row>")),
        ("a number that is none", _sheet(b'<row r="1"><c r="A1"><v>nan</v></c><c r="B1"><v>inf</v></c></row>')),
        ("a date beyond all", _sheet(b'<row r="1"><c r="A1" t="d"><v>99999-99-99</v></c></row>')),
        ("a merged range of all", _before_end(b"</worksheet>", b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
        ("merged columns", _before_end(b"</worksheet>", b'<mergeCells count="1"><mergeCell ref="A:XFD"/></mergeCells>')),
        ("a merged range of nothing", _before_end(b"</worksheet>", b'<mergeCells count="1"><mergeCell ref="?"/></mergeCells>')),
        ("a link over all", _before_end(b"</worksheet>", b'<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>')),
        ("a link to a program", _before_end(b"</worksheet>", b'<hyperlinks><hyperlink ref="A1" r:id="rId9" xmlns:r="x"/></hyperlinks>')),
        ("a formula", _sheet(b'<row r="1"><c r="A1"><f>SUM(A1:XFD1048576)</f><v>1</v></c></row>')),
        ("no workbook part", lambda: packed((n, d) for n, d in _parts().items() if n != "xl/workbook.xml")),
        ("no relations", lambda: packed((n, d) for n, d in _parts().items() if not n.endswith(".rels"))),
        ("no styles", lambda: packed((n, d) for n, d in _parts().items() if n != "xl/styles.xml")),
        ("a part twice", lambda: packed([*_parts().items(), (SHEET, b"<a/>")])),
        ("an external workbook", _with("xl/externalLinks/externalLink1.xml", b"<externalLink " + _NS + b"/>")),
        ("carries nothing", _carrying()),
        ("carries a mark only", _carrying(MARK)),
        ("carries a wrong checksum", _carrying(MARK, "fi", "0" * 64, "AAAA")),
        ("carries no language", _carrying(MARK, " ", sha256(b"").hexdigest(), "")),
        ("carries noughts", lambda: _carried(bytes(60_000_000))()),
        ("carries another pathway", lambda: _carried(SAMPLES[1].path.read_bytes())()),
        ("carries notes", lambda: _carried(SAMPLES[0].path.read_bytes())()),
        ("carries damage", lambda: _carried(SAMPLES[0].path.read_bytes()[:3000])()),
        ("carries a language that is none", lambda: _carrying(MARK, "../../x " * 50, sha256(b"QQ==").hexdigest(), "QQ==")()),
    ]  # fmt: skip
    stored = packed(_parts().items(), ZIP_STORED)
    named += _damaged("packed", whole())
    named += _damaged("stored", stored)
    return named


def _damaged(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    chance = Random(5)  # noqa: S311 - the same each time
    for _ in range(8):
        place = chance.randrange(len(data))
        flipped = bytes([data[place] ^ 1 << chance.randrange(8)])
        yield f"{name}: bit {place}", data[:place] + flipped + data[place + 1 :]
    for _ in range(4):
        place = chance.randrange(len(data))
        yield f"{name}: cut at {place}", data[:place]
        yield f"{name}: noughts at {place}", data[:place] + bytes(512) + data[place + 512 :]
