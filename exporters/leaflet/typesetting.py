"""Sets leaflets with Typst: data in, tagged PDF out. No text is ever read as markup.

Typst (https://typst.app) gets the pathway's words as JSON, of which the template shows strings;
strings are not parsed. It reads no other file than the template and the project's fonts, and
loads no packages.
"""

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import json

from exporters.leaflet.contents import contents
from exporters.leaflet.details import Detail
from exporters.leaflet.letters import settable
from exporters.website.links import in_ascii, safe_address
from model.layout.metrics import FONT_FILES
from model.pathway import Pathway

if TYPE_CHECKING:
    import typst

MOST_PAGES = 2  # both sides of a sheet
_NEVER_HELD = 22_000  # characters of data that no two pages hold: saves setting them
_HERE = Path(__file__).parent
_TEMPLATE = _HERE / "leaflet.typ"
# PDF/UA-1 (ISO 14289-1): what EN 301 549, and by it the law on digital services, asks of a file.
_STANDARD: "typst.PDFStandard" = "ua-1"


class Leaflet(NamedTuple):
    """A leaflet, how much it tells, and all that was to be set in it."""

    pdf: bytes
    detail: Detail
    letters: str


def fitted(pathway: Pathway, address: str) -> Leaflet:
    """Return the leaflet that tells the most of a public pathway on `MOST_PAGES`.

    What is longer even at its shortest takes the pages that it needs.
    """
    safe = safe_address(address) or ""
    address = in_ascii(safe) if safe.startswith("http") else ""
    qr = _qr_code(address) if address else ""
    for detail in Detail:
        told = json.encode(contents(pathway, detail, address, qr)).decode()
        if detail is max(Detail) or (
            len(told) < _NEVER_HELD and _pages(settable(told)) <= MOST_PAGES
        ):
            break
    pdf = _compiler(settable(told)).compile(format="pdf", pdf_standards=_STANDARD)
    if not isinstance(pdf, bytes):
        raise TypeError(pdf)
    return Leaflet(pdf, detail, told)


def picture(pathway: Pathway, address: str, dots_per_inch: float) -> list[bytes]:
    """Return the leaflet's pages as PNG."""
    letters = fitted(pathway, address).letters
    made = _compiler(settable(letters)).compile(format="png", ppi=dots_per_inch)
    return made if isinstance(made, list) else [made] if made else []


def _compiler(data: str) -> "typst.Compiler":
    import typst

    return typst.Compiler(
        _TEMPLATE,
        root=_HERE,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": data},
    )


@cache
def _fonts() -> "typst.Fonts":
    import typst

    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[FONT_FILES.regular.parent],
    )


def _pages(data: str) -> int:
    return int(json.decode(_compiler(data).query("<pages>", field="value", one=True)))


def _qr_code(address: str) -> str:
    """Return the address as a QR code (ISO/IEC 18004) in SVG, with its quiet zone."""
    import segno

    picture = BytesIO()
    code = segno.make_qr(address, error="m", boost_error=False)
    code.save(picture, kind="svg", border=4, light="white", xmldecl=False, nl=False)
    return picture.getvalue().decode()
