"""Word files read back: by python-docx, and part by part as XML."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from itertools import pairwise
from typing import Any, NamedTuple
from zipfile import ZipFile

from docx import Document
from docx.document import Document as OpenDocument
from docx.oxml.ns import qn
from lxml import etree

from exporters.exporter import Exporter, Options
from model.pathway import Pathway

TODAY = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


class Heading(NamedTuple):
    level: int
    words: str


def made(exporter: Exporter, pathway: Pathway, *languages: str) -> bytes:
    options = Options(languages=languages or ("fi",), made_at=TODAY)
    ((_name, data),) = exporter.build(pathway, options, lambda _share: None)
    return data


def opened(data: bytes) -> OpenDocument:
    return Document(BytesIO(data))


def parts(data: bytes) -> dict[str, Any]:
    """Return the root of each XML part, by name; raises when one is not well-formed."""
    with ZipFile(BytesIO(data)) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def paragraphs(data: bytes) -> Iterator[Any]:
    """Yield all paragraphs of the body, those in tables and the contents included."""
    yield from parts(data)["word/document.xml"].iter(qn("w:p"))


def words_of(element: Any) -> str:
    return "".join(
        each.text or "" if each.tag == qn("w:t") else "\n"
        for each in element.iter(qn("w:t"), qn("w:br"))
    )


def style_of(paragraph: Any) -> str:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    return "" if style is None else style.get(qn("w:val"))


def lines(data: bytes) -> list[str]:
    """Return what all paragraphs say, without those of the table of contents."""
    return [words_of(each) for each in paragraphs(data) if not style_of(each).startswith("TOC")]


def headings(data: bytes) -> list[Heading]:
    return [
        Heading(int(style_of(each)[-1]), words_of(each))
        for each in paragraphs(data)
        if style_of(each).startswith("Heading")
    ]


def tables(data: bytes) -> list[list[list[str]]]:
    """Return the words of each cell of each table."""
    return [
        [
            ["\n".join(map(words_of, cell.iter(qn("w:p")))) for cell in row.iter(qn("w:tc"))]
            for row in table.iter(qn("w:tr"))
        ]
        for table in parts(data)["word/document.xml"].iter(qn("w:tbl"))
    ]


def below(data: bytes, heading: str) -> list[str]:
    """Return what stands below a heading, down to the next one as high."""
    found: list[str] = []
    level = 0
    for each in paragraphs(data):
        style, words = style_of(each), words_of(each)
        if style.startswith("Heading"):
            if level and int(style[-1]) <= level:
                return found
            if words == heading:
                level = int(style[-1])
                continue
        if level:
            found.append(words)
    assert level, f"no heading “{heading}”"
    return found


def without_skips(found: Sequence[Heading]) -> bool:
    """Whether headings begin at the first level and none goes down by more than one."""
    levels = [0, *(heading.level for heading in found)]
    return all(after <= before + 1 for before, after in pairwise(levels))


def empty_chapters(data: bytes) -> list[str]:
    """Return the headings of the first level that nothing stands below."""
    told = [each for each in paragraphs(data) if words_of(each) and style_of(each) != "Picture"]
    return [
        words_of(one)
        for one, after in pairwise(told)
        if style_of(one) == style_of(after) == "Heading1"
    ]
