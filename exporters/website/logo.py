"""A county's logo: a PNG or SVG file, made harmless.

Pages show it in an <img>, where no script of an SVG runs; its file can be opened by itself, though,
so that only what draws is kept of an SVG.
"""

import re
from typing import Final

from lxml import etree

from exporters.exporter import ExportError
from model.messages import _

LARGEST: Final = 2 * 2**20  # bytes
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_SVG: Final = "http://www.w3.org/2000/svg"

_DRAWING: Final = frozenset(
    {
        "svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse",
        "line", "polyline", "polygon", "text", "tspan", "clipPath", "mask", "linearGradient",
        "radialGradient", "stop", "pattern", "style", "marker", "switch",
    }
)  # fmt: skip
# An address in a style or an attribute, other than of something in the same file; a backslash
# could write one in another way.
_LEADS_OUT: Final = re.compile(
    r"url\(\s*['\"]?\s*(?!#)|@import|\\|expression\(|image-set\(|\bsrc\(", re.IGNORECASE
)


def logo_name(logo: bytes) -> str:
    """Return the logo's name in the site. Raises ExportError for other kinds of files."""
    if logo.startswith(_PNG):
        return "logo.png"
    if b"<svg" in logo[:4096] or b":svg" in logo[:4096]:
        return "logo.svg"
    raise ExportError(_("The logo must be a PNG or SVG file."))


def harmless_logo(logo: bytes) -> bytes:
    """Return the logo's bytes as the site shows them. Raises ExportError."""
    if len(logo) > LARGEST:
        raise ExportError(_("The logo is too large: choose a file of at most 2 megabytes."))
    return logo if logo_name(logo) == "logo.png" else _harmless_svg(logo)


def _harmless_svg(logo: bytes) -> bytes:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(logo, parser)
    except etree.XMLSyntaxError as error:
        raise ExportError(_("The logo is not a whole SVG file.")) from error
    if root.tag != f"{{{_SVG}}}svg":
        raise ExportError(_("The logo must be a PNG or SVG file."))
    for element in list(root.iter()):
        if not _draws(element):
            _take_out(element)
        else:
            _without_what_acts(element)
    return etree.tostring(root, encoding="utf-8")


def _draws(element: etree._Element) -> bool:
    if not str(element.tag).startswith("{"):  # an entity, or of no namespace
        return False
    name = etree.QName(element)
    if name.namespace != _SVG or name.localname not in _DRAWING:
        return False
    # Of a style with elements inside, browsers read only the words around them.
    return name.localname != "style" or (
        len(element) == 0 and not _LEADS_OUT.search(element.text or "")
    )


def _take_out(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        if element.tail:
            previous = element.getprevious()
            if previous is not None:
                previous.tail = (previous.tail or "") + element.tail
            else:
                parent.text = (parent.text or "") + element.tail
        parent.remove(element)


def _without_what_acts(element: etree._Element) -> None:
    for name, value in list(element.attrib.items()):
        local = etree.QName(name).localname.lower()
        leads_out = local == "href" and not str(value).strip().startswith("#")
        if local.startswith("on") or local == "base" or leads_out or _LEADS_OUT.search(str(value)):
            del element.attrib[name]
