"""Bookmarks written byte by byte, beside pypdf's own."""

from io import BytesIO
from random import Random

import pytest
from pypdf import PageObject, PdfWriter
from pypdf.generic import Fit, IndirectObject

from exporters.diagram.pdf_document import Bookmark, Sheet
from exporters.diagram.pdf_outline import add_outline
from model.layout.geometry import Rect

SHEET = Sheet(300.4, 200.6, 0.75)
TITLES = [
    "",
    "Hoito",
    "(a) \\ b/%<>",
    "Ä – “x” €",
    "中文 🙂",
    "rivi\nja\tsarkain\x00",
    "\ufeffx\x7f",
]


@pytest.mark.parametrize("seed", range(60))
def test_bookmarks_equals_plain_pypdf(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - nothing secret
    bookmarks = _any_bookmarks(dice, 4)
    assert _written(bookmarks) == _written_by_pypdf(bookmarks)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_the_same_bookmark_again_equals_plain_pypdf(count: int) -> None:
    below = Bookmark("alla", Rect(-0.001, 267.4, 0, 0.0013))
    bookmarks = (Bookmark("sama", Rect(0, 0, 1, 1), (below,) * count),) * count
    assert _written(bookmarks) == _written_by_pypdf(bookmarks)


def _any_bookmarks(dice: Random, depth: int) -> tuple[Bookmark, ...]:
    return tuple(
        Bookmark(
            dice.choice(TITLES),
            Rect(*(dice.choice([0, 100, dice.uniform(-400, 20_000)]) for _side in range(4))),
            _any_bookmarks(dice, depth - 1) if dice.random() < depth / 5 else (),
        )
        for _each in range(dice.randint(0, 4))
    )


def _written(bookmarks: tuple[Bookmark, ...]) -> bytes:
    writer, page = _begun()
    add_outline(writer, page, SHEET, bookmarks)
    return _ended(writer)


def _written_by_pypdf(bookmarks: tuple[Bookmark, ...]) -> bytes:
    writer, _page = _begun()
    _add(writer, bookmarks, None)
    return _ended(writer)


def _add(writer: PdfWriter, bookmarks: tuple[Bookmark, ...], parent: IndirectObject | None) -> None:
    for title, box, below in bookmarks:
        fit = Fit.fit_rectangle(*SHEET.placed(box))
        item = writer.add_outline_item(title=title, page_number=0, parent=parent, fit=fit)
        _add(writer, below, item)


def _begun() -> tuple[PdfWriter, PageObject]:
    writer = PdfWriter()
    return writer, writer.add_blank_page(300, 200)


def _ended(writer: PdfWriter) -> bytes:
    writer.metadata = {"/Title": "x"}
    written = BytesIO()
    writer.write(written)
    return written.getvalue()
