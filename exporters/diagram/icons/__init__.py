"""The icons: a part of the open set Lucide (https://lucide.dev, ISC; LICENSE beside it).

Each is drawn by lines two units thick in a square of 24 units, in the text's colour; a file is
what Lucide publishes, and its name is Lucide's.
"""

from functools import cache
from pathlib import Path

import msgspec

SIZE = 24
STROKE = 2


class NoSuchIconError(KeyError):
    """There is no icon of that name; a fault of the program, never of a user."""


_FOLDER = Path(__file__).parent
STROKES = _FOLDER / "strokes.json"
"""The lines of all icons, as `strokes` returns them, made from the documents.

After icons are added, `pytest tests/exporters/diagram/test_icon_strokes.py --renew-golden` makes
them anew.
"""


def names() -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in _FOLDER.glob("*.svg")))


@cache
def document(name: str) -> str:
    """Return the SVG document of an icon as Lucide publishes it."""
    try:
        return (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    except FileNotFoundError:
        raise NoSuchIconError(name) from None


def strokes(name: str) -> list[list[float]]:
    """Return the steps in which the middles of an icon's lines are drawn.

    A step has the numbers of its points: two to go to, two or six to draw a line or a cubic curve
    to (begun by 0, 1 and 2), none to close what is drawn (3).
    """
    try:
        return msgspec.json.decode(_all_strokes()[name], type=list[list[float]])
    except KeyError:
        raise NoSuchIconError(name) from None


@cache
def _all_strokes() -> dict[str, msgspec.Raw]:
    return msgspec.json.decode(STROKES.read_bytes(), type=dict[str, msgspec.Raw])


@cache
def shapes(name: str) -> tuple[tuple[str, dict[str, str]], ...]:
    """Return the elements an icon is drawn of: names in SVG and their attributes."""
    from xml.etree import ElementTree as ET

    root = ET.fromstring(document(name))  # noqa: S314 - our own files
    return tuple((shape.tag.rpartition("}")[2], dict(shape.attrib)) for shape in root)


@cache
def svg(name: str) -> str:
    """Return what stands inside the icon's `<svg viewBox="0 0 24 24">`.

    The element around it gives the stroke: colour, width 2, round caps and joins, no fill.
    """
    from xml.etree import ElementTree as ET

    return "".join(
        ET.tostring(ET.Element(tag, attributes), encoding="unicode")
        for tag, attributes in shapes(name)
    )
