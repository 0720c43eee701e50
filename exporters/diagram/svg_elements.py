"""Elements of SVG: shapes, texts and icons, with attributes instead of styles.

A page whose security policy forbids styles then shows the picture unchanged. Texts that nobody
checked come in here; the serialiser escapes them, and characters that XML forbids are replaced.
"""

from collections.abc import Iterable
from xml.etree import ElementTree as ET

from exporters.diagram import icons, shapes
from exporters.diagram.words import clean
from model.layout import font_measure
from model.layout.geometry import Chip, Point, Rect, TextLine
from model.layout.metrics import FONTS

Element = ET.Element


def number(value: float) -> str:
    """Write a length with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def add(parent: Element, tag: str, **attributes: str | float) -> Element:
    """Add an element; `stroke_width` is written `stroke-width`, numbers short."""
    written = {
        key.replace("_", "-"): clean(value) if isinstance(value, str) else number(value)
        for key, value in attributes.items()
    }
    return ET.SubElement(parent, tag, written)


def add_words(parent: Element, tag: str, words: str, **attributes: str) -> Element:
    element = add(parent, tag, **attributes)
    element.text = clean(words)
    return element


def add_box(parent: Element, box: Rect, radius: float, **attributes: str | float) -> None:
    size = {"width": box.width, "height": box.height}
    add(parent, "rect", x=box.x, y=box.y, rx=radius, **size, **attributes)


def add_polygon(parent: Element, points: Iterable[Point], **attributes: str | float) -> None:
    written = " ".join(f"{number(point.x)},{number(point.y)}" for point in points)
    add(parent, "polygon", points=written, **attributes)


def path_data(points: Iterable[Point]) -> str:
    """Write a line through points, with the short forms for level and upright pieces."""
    written = ""
    before: Point | None = None
    for point in points:
        x, y = number(point.x), number(point.y)
        if before is None:
            written = f"M{x} {y}"
        elif y == number(before.y):
            written += f"H{x}"
        elif x == number(before.x):
            written += f"V{y}"
        else:
            written += f"L{x} {y}"
        before = point
    return written


def add_lines(parent: Element, lines: Iterable[TextLine], fill: str) -> None:
    """Add lines of text, each as wide as it was measured, in whatever font it is drawn."""
    for line in lines:
        if not line.text.strip():
            continue
        spec = FONTS[line.style]
        weight = {"font_weight": "700"} if spec.bold else {}
        element = add(
            parent, "text", x=line.x, y=line.baseline, font_size=spec.size_px, fill=fill, **weight
        )
        element.set("textLength", number(font_measure().width(line.text, line.style)))
        element.set("lengthAdjust", "spacingAndGlyphs")
        element.text = clean(line.text)


def add_chip(parent: Element, chip: Chip, text: str, box: Rect, **attributes: str) -> None:
    add_box(parent, box, shapes.chip_radius(chip), **attributes)
    add_lines(parent, chip.lines, text)


def add_icon(parent: Element, name: str, box: Rect, colour: str) -> None:
    scale = number(box.width / icons.SIZE)
    group = add(
        parent,
        "g",
        transform=f"translate({number(box.x)} {number(box.y)}) scale({scale})",
        fill="none",
        stroke=colour,
        stroke_width=icons.STROKE,
        stroke_linecap="round",
        stroke_linejoin="round",
    )
    for shape in icons.shapes(name):
        ET.SubElement(group, *shape)
