"""Turns Qt's page into the finished PDF: links, bookmarks, language, title, a fixed date.

Same input, same bytes: only the page is taken over from Qt, not its clock and random numbers.
Format: ISO 32000-1; lengths in points of 1/72 inch, y upwards.
"""

from datetime import UTC, datetime
from io import BytesIO
from math import ceil
from typing import TYPE_CHECKING, NamedTuple, cast

from model.layout.geometry import Board, Rect

if TYPE_CHECKING:
    from pypdf import PageObject, PdfWriter
    from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

POINTS_PER_PIXEL = 72 / 96
LONGEST_SIDE = 14_400
"""In points: what readers show at most (annex C of the standard)."""

_SUBSET = "KETJUP"  # six letters say that the file holds a part of a font (9.6.4)


class Sheet(NamedTuple):
    """The page: its exact size, and points per pixel of the board at 100 % zoom."""

    width: float
    height: float
    scale: float

    @classmethod
    def holding(cls, board: Board) -> "Sheet":
        scale = min(POINTS_PER_PIXEL, LONGEST_SIDE / max(board.width, board.height))
        return cls(board.width * scale, board.height * scale, scale)

    @property
    def drawn(self) -> tuple[int, int]:
        """The size Qt draws on: whole points, as its writer rounds pages."""
        return ceil(self.width), ceil(self.height)

    def placed(self, box: Rect) -> tuple[float, float, float, float]:
        """Return a box of the board as left, bottom, right, top of the page."""
        top = self.drawn[1]
        return (
            round(box.x * self.scale, 2),
            round(top - box.bottom * self.scale, 2),
            round(box.right * self.scale, 2),
            round(top - box.y * self.scale, 2),
        )


class CardLink(NamedTuple):
    box: Rect
    address: str
    words: str


class Bookmark(NamedTuple):
    title: str
    box: Rect
    below: tuple["Bookmark", ...] = ()


class Contents(NamedTuple):
    """What a reader learns of the page without looking at it."""

    title: str
    description: str
    language: str
    made_at: datetime
    links: tuple[CardLink, ...]
    bookmarks: tuple[Bookmark, ...]


def finished(drawn: bytes, sheet: Sheet, contents: Contents) -> bytes:
    """Return the PDF file of a page that Qt drew."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import (
        RectangleObject,
    )

    writer = PdfWriter()
    writer.pdf_header = "%PDF-1.7"
    page = writer.add_page(PdfReader(BytesIO(drawn)).pages[0])
    box = RectangleObject(sheet.placed(Rect(0, 0, *(side / sheet.scale for side in sheet[:2]))))
    page.mediabox = page.trimbox = page.cropbox = box
    settle_fonts(page)
    _add_links(writer, sheet, contents.links)
    for bookmark in contents.bookmarks:
        _add_bookmark(writer, sheet, bookmark, None)
    say_about(writer, contents.title, contents.description, contents.language, contents.made_at)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def say_about(
    writer: "PdfWriter", title: str, subject: str, language: str, made_at: datetime
) -> None:
    """Write what a file is and in which language; readers show its title, not its name."""
    from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

    made = made_at.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ")
    writer.metadata = {
        "/Title": title,
        "/Subject": subject,
        "/Creator": "Ketjupaja",
        "/Producer": "Ketjupaja",
        "/CreationDate": made,
        "/ModDate": made,
    }
    root = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(language)
    root[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(value=True)}
    )


def settle_fonts(page: "PageObject") -> None:
    """Let spaces be copied and searched as spaces, and give the parts of fonts steady names.

    Qt's writer says that a space is a tabulator, and names each font by where it lay in memory.
    Pages share their fonts: one that is settled already stays so.
    """
    from pypdf.generic import NameObject

    resources = cast("DictionaryObject", page["/Resources"])
    for each in cast("DictionaryObject", resources.get("/Font", {})).values():
        font = cast("DictionaryObject", each.get_object())
        if str(font["/BaseFont"]).startswith(f"/{_SUBSET}+"):
            continue
        letters = cast("StreamObject", font["/ToUnicode"])
        letters.set_data(letters.get_data().replace(b"<0009>", b"<0020>"))
        (descendant,) = cast("ArrayObject", font["/DescendantFonts"])
        inner = cast("DictionaryObject", descendant.get_object())
        outline = cast("DictionaryObject", inner["/FontDescriptor"])
        name = NameObject(f"/{_SUBSET}+{str(font['/BaseFont']).removeprefix('/')}")
        font[NameObject("/BaseFont")] = inner[NameObject("/BaseFont")] = name
        outline[NameObject("/FontName")] = name


def _add_links(writer: "PdfWriter", sheet: Sheet, links: tuple[CardLink, ...]) -> None:
    from pypdf.annotations import Link
    from pypdf.generic import NameObject, TextStringObject

    for link in links:
        annotation = Link(rect=sheet.placed(link.box), url=link.address, border=[0, 0, 0])
        annotation[NameObject("/Contents")] = TextStringObject(link.words)
        writer.add_annotation(0, annotation)


def _add_bookmark(
    writer: "PdfWriter", sheet: Sheet, bookmark: Bookmark, parent: "IndirectObject | None"
) -> None:
    from pypdf.generic import Fit

    left, bottom, right, top = sheet.placed(bookmark.box)
    fit = Fit.fit_rectangle(left, bottom, right, top)
    item = writer.add_outline_item(title=bookmark.title, page_number=0, parent=parent, fit=fit)
    for inner in bookmark.below:
        _add_bookmark(writer, sheet, inner, item)
