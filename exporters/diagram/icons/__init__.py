"""The icons: a part of the open set Lucide (https://lucide.dev, ISC; LICENSE beside it).

Each is drawn by lines two units thick in a square of 24 units, in the text's colour; a file is
what Lucide publishes, and its name is Lucide's.
"""

from functools import cache
from importlib.resources import files
from xml.etree import ElementTree as ET

SIZE = 24
STROKE = 2


class NoSuchIconError(KeyError):
    """There is no icon of that name; a fault of the program, never of a user."""


def names() -> tuple[str, ...]:
    folder = files(__package__)
    return tuple(
        sorted(
            file.name.removesuffix(".svg")
            for file in folder.iterdir()
            if file.name.endswith(".svg")
        )
    )


@cache
def document(name: str) -> str:
    """Return the SVG document of an icon as Lucide publishes it."""
    try:
        return (files(__package__) / f"{name}.svg").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise NoSuchIconError(name) from None


@cache
def shapes(name: str) -> tuple[tuple[str, dict[str, str]], ...]:
    """Return the elements an icon is drawn of: names in SVG and their attributes."""
    root = ET.fromstring(document(name))  # noqa: S314 - our own files
    return tuple((shape.tag.rpartition("}")[2], dict(shape.attrib)) for shape in root)


@cache
def svg(name: str) -> str:
    """Return what stands inside the icon's `<svg viewBox="0 0 24 24">`.

    The element around it gives the stroke: colour, width 2, round caps and joins, no fill.
    """
    return "".join(
        ET.tostring(ET.Element(tag, attributes), encoding="unicode")
        for tag, attributes in shapes(name)
    )
