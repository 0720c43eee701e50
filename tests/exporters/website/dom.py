"""Reading a page as a browser would, with types."""

from typing import cast

from lxml import html
from lxml.etree import _Element


def parsed(page: bytes) -> _Element:
    return html.document_fromstring(page)


def found(node: _Element, xpath: str) -> list[_Element]:
    """Return the elements that an XPath finds."""
    return cast("list[_Element]", node.xpath(xpath))


def the(node: _Element, xpath: str) -> _Element:
    """Return the one element that an XPath finds."""
    [element] = found(node, xpath)
    return element


def text(node: _Element) -> str:
    """Return the words of an element, blanks and line breaks drawn together."""
    parts = cast("list[str | _Element]", node.xpath(".//text() | .//br"))
    return " ".join("".join(part if isinstance(part, str) else " " for part in parts).split())


def attributes(node: _Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in node.attrib.items()}


def links(node: _Element) -> list[str]:
    """Return where the links below an element lead."""
    return [attributes(link)["href"] for link in found(node, ".//a[@href] | .//link[@href]")]
