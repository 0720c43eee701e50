"""Sets leaflets with Typst: data in, tagged PDF out. No text is ever read as markup.

Typst (https://typst.app) gets the pathway's words as JSON, of which the template shows strings;
strings are not parsed. It reads no other file than the template and the project's fonts, and
loads no packages.
"""

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import json, to_builtins

from exporters.leaflet.contents import contents
from exporters.leaflet.details import Detail
from exporters.leaflet.letters import settable
from exporters.website.links import in_ascii, safe_address
from model.layout.metrics import FONT_FILES
from model.pathway import Pathway

if TYPE_CHECKING:
    import typst

MOST_PAGES = 2  # both sides of a sheet
_NEVER_HELD = 9_000  # letters of texts that no two pages hold: saves setting them
_LONGEST_ADDRESS = 1_000  # what a phone can still read from a code
_HERE = Path(__file__).parent
_TEMPLATE = _HERE / "leaflet.typ"
# PDF/UA-1 (ISO 14289-1): what EN 301 549, and by it the law on digital services, asks of a file.
_STANDARD: "typst.PDFStandard" = "ua-1"


class Leaflet(NamedTuple):
    """A leaflet, how much it tells, and all that was to be set in it."""

    pdf: bytes
    detail: Detail
    letters: str


def fitted(pathway: Pathway, address: str, notice: str = "") -> Leaflet:
    """Return the leaflet that tells the most of a public pathway on `MOST_PAGES`.

    What is longer even at its shortest takes the pages that it needs.
    """
    detail, letters, compiler = _set(pathway, address, notice)
    pdf = compiler.compile(format="pdf", pdf_standards=_STANDARD)
    if not isinstance(pdf, bytes):
        raise TypeError(pdf)
    return Leaflet(pdf, detail, letters)


def picture(pathway: Pathway, address: str, dots_per_inch: float) -> list[bytes]:
    """Return the leaflet's pages as PNG."""
    _detail, _letters, compiler = _set(pathway, address, "")
    made = compiler.compile(format="png", ppi=dots_per_inch)
    return made if isinstance(made, list) else [made] if made else []


def _set(pathway: Pathway, address: str, notice: str) -> "tuple[Detail, str, typst.Compiler]":
    safe = safe_address(address) or ""
    is_of_the_web = safe.startswith("http") and len(safe) <= _LONGEST_ADDRESS
    address = in_ascii(safe) if is_of_the_web else ""
    qr = _qr_code(address) if address else ""
    for detail in Detail:
        made = contents(pathway, detail, address, notice)
        letters = json.encode(made).decode()
        compiler = _compiler(settable(letters), qr)
        if _length(to_builtins(made)) < _NEVER_HELD and _pages(compiler) <= MOST_PAGES:
            break
    return detail, letters, compiler


def _length(value: object) -> int:
    """Return how many letters the texts in plain data have together."""
    match value:
        case str():
            return len(value)
        case dict():
            return sum(map(_length, value.values()))
        case list() | tuple():
            return sum(map(_length, value))
        case _:
            return 0


def _compiler(data: str, qr: str) -> "typst.Compiler":
    import typst

    return typst.Compiler(
        _TEMPLATE,
        root=_HERE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": data, "qr": qr},
    )


@cache
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[FONT_FILES.regular.parent],
    )


def _pages(compiler: "typst.Compiler") -> int:
    return int(json.decode(compiler.query("<pages>", field="value", one=True)))


def _qr_code(address: str) -> str:
    """Return the address as a QR code (ISO/IEC 18004) in SVG, with its quiet zone."""
    import segno

    picture = BytesIO()
    code = segno.make_qr(address, error="m", boost_error=False)
    code.save(picture, kind="svg", border=4, light="white", xmldecl=False, nl=False)
    return picture.getvalue().decode()
