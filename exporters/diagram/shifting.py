"""Parts of a board, moved to another place."""

from collections.abc import Iterable

from model.layout.geometry import (
    Arrow,
    Card,
    Chip,
    LaneBox,
    PhaseBox,
    Point,
    Rect,
    Standing,
    TextLine,
)


def rect(box: Rect, by: Point) -> Rect:
    return box._replace(x=box.x + by.x, y=box.y + by.y)


def points(line: Iterable[Point], by: Point) -> tuple[Point, ...]:
    return tuple(Point(point.x + by.x, point.y + by.y) for point in line)


def lines(texts: Iterable[TextLine], by: Point) -> tuple[TextLine, ...]:
    return tuple(text._replace(x=text.x + by.x, baseline=text.baseline + by.y) for text in texts)


def chip(shown: Chip, by: Point) -> Chip:
    return Chip(rect(shown.box, by), lines(shown.lines, by))


def card(shown: Card, by: Point) -> Card:
    return shown._replace(
        box=rect(shown.box, by),
        face=Standing(
            title=lines(shown.title, by),
            symbols=tuple(each._replace(box=rect(each.box, by)) for each in shown.symbols),
            time=chip(shown.time, by) if shown.time else None,
        ),
    )


def arrow(shown: Arrow, by: Point) -> Arrow:
    return shown._replace(
        points=points(shown.points, by), words=chip(shown.label, by) if shown.label else None
    )


def lane(shown: LaneBox, by: Point) -> LaneBox:
    return shown._replace(
        strip=rect(shown.strip, by),
        header=rect(shown.header, by),
        name=lines(shown.name, by),
        sector_name=lines(shown.sector_name, by),
        icon=rect(shown.icon, by),
    )


def phase(shown: PhaseBox, by: Point) -> PhaseBox:
    return shown._replace(
        strip=rect(shown.strip, by),
        header=rect(shown.header, by),
        title=lines(shown.title, by),
    )
