"""Elements of WordprocessingML: paragraphs, runs, links, fields, tables, sections.

The order of children is that of the standard's schema (ECMA-376 part 1, wml.xsd).
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement

from exporters.website.public import printable
from exporters.word.pieces import BULLET, NOTHING, Block, Column, Line, Piece, Prose
from exporters.word.template import locale_of

Element = Any
"""An element of lxml, of which python-docx's own classes are made."""
Relate = Callable[[str], str]
"""Gives the id of the relationship that leads to an address outside."""

UPRIGHT: Final = (11906, 16838)
"""A4, width and height in twentieths of a point."""
ACROSS: Final = (16838, 11906)
_MARGIN: Final = 1134


def text_width(page: tuple[int, int]) -> int:
    """Return the width between the margins, in twentieths of a point."""
    return page[0] - 2 * _MARGIN


def element(tag: str, *children: Element, **attributes: str | int) -> Element:
    """Return an element such as `w:p`; attributes are of its own namespace.

    Characters that no XML holds are dropped here and in `_text`, wherever words come from.
    """
    prefix = tag.partition(":")[0]
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"{prefix}:{name}"), printable(str(value)))
    made.extend(children)
    return made


def paragraph(
    style: str, pieces: Line, relate: Relate, properties: Sequence[Element] = ()
) -> Element:
    made = element("w:p", element("w:pPr", element("w:pStyle", val=style), *properties))
    made.extend(runs(pieces, relate))
    return made


def runs(pieces: Line, relate: Relate) -> Iterator[Element]:
    for piece in pieces:
        if piece.link.startswith("#"):
            yield element("w:hyperlink", _run(piece), anchor=piece.link[1:], history=1)
        elif piece.link:
            link = element("w:hyperlink", _run(piece), history=1)
            link.set(qn("r:id"), relate(piece.link))
            yield link
        else:
            yield _run(piece)


def _run(piece: Piece) -> Element:
    style = "Hyperlink" if piece.link and not piece.style else piece.style
    properties = []
    if style:
        properties.append(element("w:rStyle", val=style))
    if piece.lang:
        properties.append(element("w:lang", val=locale_of(piece.lang)))
    run = element("w:r", *([element("w:rPr", *properties)] if properties else []))
    for number, words in enumerate(piece.words.split("\n")):
        if number:
            run.append(element("w:br"))
        run.append(_text(words))
    return run


def _text(words: str) -> Element:
    text = element("w:t")
    text.text = printable(words.replace("\t", " "))
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return text


def field_sign(kind: str) -> Element:
    """Return a run that begins, parts or ends a field."""
    return element("w:r", element("w:fldChar", fldCharType=kind))


def field_code(code: str) -> Element:
    instruction = element("w:instrText")
    instruction.text = f" {code} "
    instruction.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element("w:r", instruction)


def field(code: str, shown: str) -> Element:
    """Return a field that Word works out by itself whenever it lays out the page."""
    return element("w:fldSimple", element("w:r", _text(shown)), instr=f" {code} ")


def bookmarked(paragraph: Element, names: Sequence[str], number: int) -> Element:
    """Put bookmarks around a paragraph's content; their ids count from `number`."""
    for id, name in enumerate(names, start=number):
        paragraph.insert(1, element("w:bookmarkStart", id=id, name=name))
        paragraph.append(element("w:bookmarkEnd", id=id))
    return paragraph


def table(
    caption: str,
    columns: Sequence[Column],
    rows: Sequence[Sequence[Prose]],
    width: int,
    relate: Relate,
) -> Element:
    """Return a table whose header row is repeated on each page; no row is broken by one.

    `width` is that of all columns in twentieths of a point.
    """
    shares = sum(column.share for column in columns)
    widths = [width * column.share // shares for column in columns]
    properties = element(
        "w:tblPr",
        element("w:tblStyle", val="PathwayTable"),
        element("w:tblW", w=sum(widths), type="dxa"),
        element("w:tblLayout", type="fixed"),
        element(
            "w:tblLook", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1
        ),
        element("w:tblCaption", val=caption),
    )  # fmt: skip
    grid = element("w:tblGrid", *(element("w:gridCol", w=each) for each in widths))
    made = element("w:tbl", properties, grid)
    header = element("w:tr", element("w:trPr", element("w:cantSplit"), element("w:tblHeader")))
    for column, each in zip(columns, widths, strict=True):
        header.append(_cell([paragraph("TableHeading", (Piece(column.title),), relate)], each))
    made.append(header)
    for row in rows:
        made.append(element("w:tr", element("w:trPr", element("w:cantSplit"))))
        for prose, each in zip(row, widths, strict=True):
            blocks = prose or (Block((Piece(NOTHING),)),)
            made[-1].append(_cell([_in_cell(block, relate) for block in blocks], each))
    return made


def _cell(paragraphs: Sequence[Element], width: int) -> Element:
    return element("w:tc", element("w:tcPr", element("w:tcW", w=width, type="dxa")), *paragraphs)


def _in_cell(block: Block, relate: Relate) -> Element:
    style = "TableBullet" if block.mark == BULLET else "TableText"
    return paragraph(style, block.line, relate)


def section(page: tuple[int, int], references: Sequence[Element]) -> Element:
    """Return what ends a section whose pages are like that."""
    size = element("w:pgSz", w=page[0], h=page[1])
    if page == ACROSS:
        size.set(qn("w:orient"), "landscape")
    return element(
        "w:sectPr",
        *references,
        element("w:type", val="nextPage"),
        size,
        element(
            "w:pgMar", top=1304, right=_MARGIN, bottom=_MARGIN, left=_MARGIN,
            header=624, footer=567, gutter=0,
        ),
    )  # fmt: skip
