"""The bookmarks of a PDF (ISO 32000-1, 12.3.3), byte by byte as pypdf writes its own.

There are as many as cards. pypdf makes three dictionaries of each, corrects its neighbours' and
writes them sign by sign, which takes as long as a fifth of Qt's drawing.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import IO, TYPE_CHECKING, Final

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    FloatObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

if TYPE_CHECKING:
    from exporters.diagram.pdf_document import Bookmark, Sheet


def add_outline(
    writer: PdfWriter, page: PageObject, sheet: "Sheet", bookmarks: "Sequence[Bookmark]"
) -> None:
    """Add bookmarks that lead to places on the page; all of them are open."""
    if not bookmarks:
        return
    start = len(writer._objects) + 1  # noqa: SLF001 - pypdf has no public way to add objects
    outline = _Outline(page, sheet, start)
    written = [_Written(data) for data in outline.objects(bookmarks, 0, outline.root)]
    for each in written[:2]:
        writer._add_object(each)  # noqa: SLF001
    root = writer.get_outline_root()
    for each in written[2:]:
        writer._add_object(each)  # noqa: SLF001
    count = _count(bookmarks)
    last = count - 1 - _count(bookmarks[-1].below)
    root[NameObject("/First")] = IndirectObject(outline.item(0), 0, writer)
    root[NameObject("/Count")] = NumberObject(count)
    root[NameObject("/Last")] = IndirectObject(outline.item(last), 0, writer)


class _Written(PdfObject):
    """An object whose bytes are settled."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def write_to_stream(self, stream: IO[bytes]) -> None:
        stream.write(self.data)


class _Outline:
    """The numbers of its objects: two for each bookmark, the root after the first two."""

    def __init__(self, page: PageObject, sheet: "Sheet", start: int) -> None:
        assert page.indirect_reference is not None  # noqa: S101 - it is a page of the writer
        self.page = page.indirect_reference.idnum
        self.sheet, self.start, self.root = sheet, start, start + 2

    def item(self, place: int) -> int:
        """Return the number of the bookmark at a place, all counted from the top."""
        return self.start + 1 + 2 * place + (1 if place else 0)

    def objects(self, siblings: "Sequence[Bookmark]", place: int, parent: int) -> Iterator[bytes]:
        """Yield where each leads to and the bookmark itself, with those below after it."""
        before = ""
        for following, bookmark in enumerate(siblings, 1):
            own, count = self.item(place), _count(bookmark.below)
            area = " ".join(map(_length, self.sheet.placed(bookmark.box)))
            yield f"<<\n/D [ {self.page} 0 R /FitR {area} ]\n/S /GoTo\n>>".encode()
            below = after = ""
            if count:
                last = place + count - _count(bookmark.below[-1].below)
                below = f"\n/First {self.item(place + 1)} 0 R\n/Last {self.item(last)} 0 R"
            if following < len(siblings):
                after = f"\n/Next {self.item(place + 1 + count)} 0 R"
            yield b"<<\n/A %d 0 R\n/Title (%b)%b\n/Parent %d 0 R\n/Count %d%b%b\n>>" % (
                own - 1,
                _text(bookmark.title),
                before.encode(),
                parent,
                count,
                below.encode(),
                after.encode(),
            )
            yield from self.objects(bookmark.below, place + 1, own)
            before = f"\n/Prev {own} 0 R"
            place += 1 + count


def _count(bookmarks: "Sequence[Bookmark]") -> int:
    return sum([1 + _count(each.below) for each in bookmarks])


@lru_cache(4096)  # cards stand in rows and columns
def _length(value: float) -> str:
    return repr(FloatObject(value))


_SIGNS: Final = [
    sign if sign.isalnum() or sign == b" " else b"\\%03o" % code
    for code, sign in enumerate(map(bytes, zip(range(256), strict=True)))
]


def _text(words: str) -> bytes:
    return b"".join([_SIGNS[code] for code in TextStringObject(words).get_encoded_bytes()])
