"""A Word file in the making: what comes next is put below what is there.

    manuscript = Manuscript(Cover("Tyypin 2 diabetes", ...), "fi")
    manuscript.heading(1, line("Toimijat"))
    manuscript.table(caption, columns, rows)
    data = manuscript.finished(made_at)

The same calls always give the same bytes.
"""

import re
from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO
from typing import Final, NamedTuple

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Twips

from exporters.website.public import printable
from exporters.word.elements import (
    ACROSS,
    UPRIGHT,
    Element,
    bookmarked,
    element,
    field,
    field_code,
    field_sign,
    paragraph,
    runs,
    section,
    table,
    text_width,
)
from exporters.word.packing import packed
from exporters.word.pieces import BULLET, Column, Line, Piece, Prose, line, strong, words_of
from exporters.word.template import blank
from model.messages import _

IN_CONTENTS: Final = 3
"""Headings down to this level are in the table of contents."""
_TALLEST_PICTURE: Final = {ACROSS: 8100, UPRIGHT: 6600}
"""Twentieths of a point: what fits on a page across with heading and caption, and on half one."""
_LONGEST_PROPERTY: Final = 255


class Cover(NamedTuple):
    """What a file says of itself, and what stands at the head of each page."""

    title: str
    author: str
    subject: str
    header: Line


class Picture(NamedTuple):
    """A PNG, and what it shows in words; a wide one is better seen on a page across."""

    data: bytes
    words: str
    is_wide: bool = False


class _Entry(NamedTuple):
    level: int
    words: Line
    bookmark: str


class Manuscript:
    def __init__(self, cover: Cover, language: str) -> None:
        self._document = blank(language)
        self._cover = cover
        self._language = language
        self._body = self._document.element.body
        self._entries: list[_Entry] = []
        self._links: dict[str, str] = {}
        self._bookmarks = 0
        self._deepest = IN_CONTENTS
        self._breaks = False
        self._counted = {"table": 0, "figure": 0}
        self._contents: Element | None = None
        self._page = self._next_page = UPRIGHT
        self._last: Element = self._body[-1]  # the section that ends the document
        self._put_header_and_footer()

    # What is put down

    def text(self, style: str, words: Line) -> None:
        """Put a paragraph; nothing when it has no words."""
        if words:
            self._put(paragraph(style, words, self._relate))

    def new_page(self) -> None:
        """Let the next heading begin a page."""
        self._breaks = True

    def heading(self, level: int, words: Line, bookmark: str = "") -> None:
        """Put a heading of level 1 to 4; `bookmark` is what links to it lead to."""
        properties = [element("w:pageBreakBefore")] if self._breaks else []
        self._breaks = False
        made = paragraph(f"Heading{level}", words, self._relate, properties)
        names = [bookmark] if bookmark else []
        if level <= IN_CONTENTS:
            names.append(f"_Toc{len(self._entries) + 1:09d}")
            self._entries.append(_Entry(level, words, names[-1]))
        self._put(bookmarked(made, names, self._bookmarks))
        self._bookmarks += len(names)

    def prose(self, blocks: Prose) -> None:
        for block in blocks:
            self.text("ListBullet" if block.mark == BULLET else "Normal", block.line)

    def fact(self, label: str, blocks: Prose) -> None:
        """Put what something is beside its name; nothing when there is nothing to say."""
        if not blocks:
            return
        if blocks[0].mark:
            self.text("FactLabel", line(f"{label}:"))
            self.prose(blocks)
            return
        self.text("Fact", (strong(f"{label}:"), Piece(" "), *blocks[0].line))
        for block in blocks[1:]:
            self.text("ListBullet" if block.mark else "Fact", block.line)

    def table(
        self, caption: str, columns: Sequence[Column], rows: Sequence[Sequence[Prose]]
    ) -> None:
        """Put a table with its caption above; nothing when it has no rows."""
        if not rows:
            return
        self._caption("TableCaption", "table", _("Table"), caption)
        self._put(table(caption, columns, rows, text_width(self._next_page), self._relate))

    def picture(self, picture: Picture, caption: str) -> None:
        """Put a picture as wide as the text at most, with its caption below."""
        part = self._document.part
        image = part.get_or_add_image(BytesIO(picture.data))[1]
        width = min(text_width(self._next_page), round(image.width.twips))
        height = width * image.px_height // image.px_width
        tallest = _TALLEST_PICTURE[self._next_page]
        if height > tallest:
            width, height = width * tallest // height, tallest
        inline = part.new_pic_inline(
            BytesIO(picture.data), Twips(max(width, 1)), Twips(max(height, 1))
        )
        inline.docPr.set("id", str(self._counted["figure"] + 1))
        inline.docPr.set("name", printable(caption))
        inline.docPr.set("descr", printable(picture.words))
        made = paragraph("Picture", (), self._relate)
        made.append(element("w:r", element("w:drawing", inline)))
        self._put(made)
        self._caption("Caption", "figure", _("Figure"), caption)

    def contents(self, title: str, deepest: int = IN_CONTENTS) -> None:
        """Put the table of contents here; its entries are filled in when all headings are there.

        `deepest` is the last level of headings that it lists.
        """
        self._deepest = deepest
        self._contents = element(
            "w:sdt",
            element(
                "w:sdtPr",
                element(
                    "w:docPartObj",
                    element("w:docPartGallery", val="Table of Contents"),
                    element("w:docPartUnique"),
                ),
            ),
            element("w:sdtContent", paragraph("TOCHeading", line(title), self._relate)),
        )
        self._put(self._contents)

    def turn(self, page: tuple[int, int]) -> None:
        """Let what is put next stand on a page upright or across; nothing put, no page turned."""
        self._next_page = page

    def closing(self, style: str, words: Line) -> None:
        """Put a paragraph that ends the document, never alone on a page."""
        self._next_page = self._page
        before = self._last.getprevious()
        last_row = before.findall(qn("w:tr"))[-1:]
        for each in last_row[0].iter(qn("w:pPr")) if last_row else before.iter(qn("w:pPr")):
            each.insert(1, element("w:keepNext"))
        self.text(style, words)

    def finished(self, made_at: datetime) -> bytes:
        """Return the .docx file."""
        self._fill_contents()
        self._body.replace(self._last, section(self._page, self._references))
        properties = self._document.core_properties
        properties.title = self._cover.title[:_LONGEST_PROPERTY]
        properties.author = properties.last_modified_by = self._cover.author[:_LONGEST_PROPERTY]
        properties.subject = self._cover.subject[:_LONGEST_PROPERTY]
        properties.language = self._language
        properties.created = properties.modified = _naive(made_at)
        properties.revision = 1
        stream = BytesIO()
        self._document.save(stream)
        return packed(stream.getvalue())

    # How

    def _turn_page(self) -> None:
        """End the section in the paragraph put last; after a table Word needs one of its own."""
        page = self._next_page
        if page == self._page:
            return
        ended = section(self._page, [deepcopy(each) for each in self._references])
        before = self._last.getprevious()
        if before.tag != qn("w:p"):
            before = paragraph("SectionEnd", (), self._relate)
            self._last.addprevious(before)
        before.find(qn("w:pPr")).append(ended)
        self._page = page

    def _put(self, made: Element) -> None:
        self._turn_page()
        self._last.addprevious(made)

    def _relate(self, address: str) -> str:
        if address not in self._links:
            self._links[address] = self._document.part.relate_to(
                address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True
            )
        return self._links[address]

    def _caption(self, style: str, kind: str, label: str, words: str) -> None:
        """Put a caption as Word itself does, so that its lists of tables and figures find it."""
        self._counted[kind] += 1
        number = field(f"SEQ {label} \\* ARABIC", str(self._counted[kind]))
        made = paragraph(style, line(f"{label} "), self._relate)
        made.append(number)
        made.extend(runs(line(f". {words}"), self._relate))
        self._put(made)

    def _put_header_and_footer(self) -> None:
        first = self._document.sections[0]
        for part, style in ((first.header, "Header"), (first.footer, "Footer")):
            part.is_linked_to_previous = False
            for each in list(part._element):  # noqa: SLF001 - python-docx has no way to begin empty
                part._element.remove(each)  # noqa: SLF001
            made = paragraph(style, self._cover.header if style == "Header" else (), self._relate)
            if style == "Footer":
                made.extend(_page_numbers())
            part._element.append(made)  # noqa: SLF001
        self._references = [
            deepcopy(each)
            for each in self._last
            if each.tag in (qn("w:headerReference"), qn("w:footerReference"))
        ]

    def _fill_contents(self) -> None:
        if self._contents is None:
            return
        content = self._contents[-1]
        made = [
            paragraph(f"TOC{entry.level}", (_leading_to(entry),), self._relate)
            for entry in self._entries
            if entry.level <= self._deepest
        ]
        if not made:
            return
        code = f'TOC \\o "1-{self._deepest}" \\h \\z'
        opening = (field_sign("begin"), field_code(code), field_sign("separate"))
        for place, each in enumerate(opening, start=1):
            made[0].insert(place, each)
        made[-1].append(field_sign("end"))
        content.extend(made)


def _leading_to(entry: _Entry) -> Piece:
    return Piece(words_of(entry.words), link=f"#{entry.bookmark}", style="DefaultParagraphFont")


def _page_numbers() -> list[Element]:
    """Return “Page 1 of 9” with the numbers as fields."""
    fields = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    made = []
    for words in re.split(r"(\{pages?\})", _("Page {page} of {pages}")):
        if words in fields:
            made.append(field(fields[words], "1"))
        else:
            made += runs(line(words), str)
    return made


def _naive(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)
