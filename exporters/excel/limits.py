"""What a workbook from outside may be, known before anything of it is parsed into objects.

A small file can grow without bound: an archive of many or of swelling parts, a merged range of
seventeen thousand million cells, entities of entities. Parts are unpacked piece by piece and
counted by expat, which builds nothing.
"""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import Final
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - an exception, whatever it is called

from openpyxl.utils.cell import range_boundaries

from model.messages import _

LARGEST: Final = 20_000_000
"""Bytes of a workbook."""
LARGEST_INFLATED: Final = 100_000_000
"""Bytes of all its parts unpacked."""
MOST_PARTS: Final = 2_000
MOST_RATIO: Final = 250
"""How many times larger unpacked than packed; looked at from `_SMALL` bytes on."""
MOST_CELLS: Final = 500_000
MOST_ELEMENTS: Final = 2_000_000
"""XML elements of all parts."""
MOST_SPANNED: Final = 100_000
"""Cells that merged ranges and links span in sum."""

_SMALL: Final = 10_000_000
_PIECE: Final = 65_536
_OLD_FORMAT: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MACROS: Final = re.compile(r"vbaproject|vbadata|macrosheets|activex", re.IGNORECASE)
_XML: Final = (".xml", ".rels", ".vml")
_BLANK: Final = b" \t\r\n\x00\xef\xbb\xbf\xfe\xff"
"""White space, marks of the byte order, and what UTF-16 and UTF-32 put between letters."""
_XML_BEGINNINGS: Final = (b"<", "<?xml".encode("cp037"))


class WorkbookError(Exception):
    """A workbook that cannot be read; the text is one sentence for the user."""


def refuse_unfit(data: bytes) -> None:
    """Raise WorkbookError for what is no workbook, holds macros, or would grow too large."""
    if len(data) > LARGEST:
        raise _too_large()
    if data.startswith(_OLD_FORMAT):
        raise WorkbookError(
            _(
                "this is a workbook of an old form (.xls) or one with a password; save it in "
                "Excel as an .xlsx workbook without a password."
            )
        )
    try:
        with ZipFile(BytesIO(data)) as archive:
            _refuse_unfit_parts(archive)
    except (BadZipFile, ZlibError, NotImplementedError, EOFError, OSError, ValueError) as error:
        raise no_workbook() from error


def no_workbook() -> WorkbookError:
    return WorkbookError(_("this is no Excel workbook (.xlsx), or it is damaged."))


def _too_large() -> WorkbookError:
    return WorkbookError(
        _("the workbook is too large: it may hold {cells} cells and {megabytes} MB.").format(
            cells=MOST_CELLS, megabytes=LARGEST // 1_000_000
        )
    )


def _refuse_unfit_parts(archive: ZipFile) -> None:
    parts = archive.infolist()
    names = [part.filename for part in parts]
    if len(parts) > MOST_PARTS:
        raise _too_large()
    if any(_MACROS.search(name) for name in names):
        raise WorkbookError(
            _("the workbook holds macros (.xlsm); save it in Excel as an .xlsx workbook.")
        )
    if len(set(names)) < len(names) or any(part.flag_bits & 1 for part in parts):
        raise no_workbook()
    if "[Content_Types].xml" not in names:
        raise no_workbook()
    _refuse_swelling(archive, parts)


def _refuse_swelling(archive: ZipFile, parts: Sequence[ZipInfo]) -> None:
    """Unpack all parts, and raise WorkbookError as soon as they hold too much."""
    counted = _Counted()
    inflated = 0
    packed = sum(part.compress_size for part in parts) + 1
    for part in parts:
        parser = counted.parser() if part.filename.lower().endswith(_XML) else None
        for number, piece in enumerate(_pieces(archive, part)):
            if number == 0 and parser is None and _may_be_xml(piece):
                parser = counted.parser()
            inflated += len(piece)
            if inflated > LARGEST_INFLATED or (
                inflated > _SMALL and inflated > MOST_RATIO * packed
            ):
                raise _too_large()
            if parser is not None:
                _parse(parser, piece, last=False)
        if parser is not None:
            _parse(parser, b"", last=True)


def _pieces(archive: ZipFile, part: ZipInfo) -> Iterator[bytes]:
    with archive.open(part) as stream:
        while piece := stream.read(_PIECE):
            yield piece


def _may_be_xml(beginning: bytes) -> bool:
    """Whether a part can be XML, whatever its name: sheets are found by relationships alone."""
    said = beginning.lstrip(_BLANK)
    return said.startswith(_XML_BEGINNINGS) or (not said and len(beginning) == _PIECE)


def _parse(parser: expat.XMLParserType, piece: bytes, *, last: bool) -> None:
    try:
        parser.Parse(piece, last)
    except expat.ExpatError as error:
        raise no_workbook() from error


class _Counted:
    """Counts what the parts of a workbook hold, over all of them."""

    def __init__(self) -> None:
        self.cells = 0
        self.elements = 0
        self.spanned = 0

    def parser(self) -> expat.XMLParserType:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._begins
        parser.StartDoctypeDeclHandler = self._declares
        return parser

    def _declares(self, *_what: object) -> None:
        raise no_workbook()

    def _begins(self, name: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        local = name.rpartition(" ")[2]
        if local == "c":
            self.cells += 1
        elif local in ("mergeCell", "hyperlink"):
            self.spanned += _area(attributes.get("ref", ""))
        elif local == "Override" and "macroEnabled" in attributes.get("ContentType", ""):
            raise WorkbookError(
                _("the workbook holds macros (.xlsm); save it in Excel as an .xlsx workbook.")
            )
        if self.cells > MOST_CELLS or self.elements > MOST_ELEMENTS or self.spanned > MOST_SPANNED:
            raise _too_large()


def _area(ref: str) -> int:
    try:
        left, top, right, bottom = range_boundaries(ref)
    except (ValueError, TypeError):
        return 1
    if left is None or top is None or right is None or bottom is None:
        return MOST_SPANNED + 1
    return max(0, right - left + 1) * max(0, bottom - top + 1)
