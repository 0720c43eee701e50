"""Where a diagram shows its elements: boxes by the ids of what they show."""

from math import isfinite
from typing import NamedTuple
from xml.etree import ElementTree as ET

from model.layout.geometry import Rect

_LARGEST = 1e7  # beyond that nothing is drawn, and numbers lose their fractions


class Shapes(NamedTuple):
    """`upright` are the bands whose flow runs down; `collapsed` the subprocesses drawn closed."""

    boxes: dict[str, Rect]
    upright: frozenset[str]
    collapsed: frozenset[str]


def shapes(root: ET.Element) -> Shapes:
    boxes: dict[str, Rect] = {}
    upright, collapsed = set(), set()
    for shape in root.iter():
        if not shape.tag.endswith("}BPMNShape"):
            continue
        id = shape.get("bpmnElement", "").rpartition(":")[2]
        bounds = next((part for part in shape if part.tag.endswith("}Bounds")), None)
        box = _box(bounds) if bounds is not None else None
        if box is not None:
            boxes.setdefault(id, box)
        if shape.get("isHorizontal") == "false":
            upright.add(id)
        if shape.get("isExpanded") == "false":
            collapsed.add(id)
    return Shapes(boxes, frozenset(upright), frozenset(collapsed))


def _box(bounds: ET.Element) -> Rect | None:
    try:
        x, y, width, height = (float(bounds.get(side, "")) for side in Rect._fields)
    except ValueError:
        return None
    if not all(isfinite(side) and abs(side) < _LARGEST for side in (x, y, width, height)):
        return None
    return Rect(x, y, max(width, 0), max(height, 0))


def turned(box: Rect) -> Rect:
    """Return the box with across and down exchanged."""
    return Rect(box.y, box.x, box.height, box.width)


def holds(outer: Rect, inner: Rect) -> bool:
    """Whether the middle of the inner box lies in the outer one."""
    centre = inner.centre
    return outer.x <= centre.x <= outer.right and outer.y <= centre.y <= outer.bottom
