"""What only pictures have, in SVG: ghosts, marks, their caption and what the signs mean."""

from exporters.diagram import shapes, words
from exporters.diagram.look import Look
from exporters.diagram.picture import (
    MARK_COLOURS,
    MARK_CORNER,
    MARK_DASHES,
    MARK_ICONS,
    MARK_LINE,
    ON_MARK,
    Mark,
    Picture,
    Tag,
)
from exporters.diagram.svg_elements import box, icon, lines, number, path_data, shape, told


def frames(picture: Picture) -> str:
    return "".join(
        box(mark.frame, MARK_CORNER, fill="none", **_stroke(mark))
        for mark in picture.marks
        if mark.frame is not None
    )


def mark_lines(picture: Picture) -> str:
    return "".join(
        shape("path", d=path_data(mark.line), fill="none", **_stroke(mark))
        for mark in picture.marks
        if mark.line
    )


def ghosts(picture: Picture, language: str, look: Look) -> str:
    """Return the stages around a part, each saying in words that it is none of it."""
    return "".join(
        told(words.ghost(picture.pathway, card.id, language))
        + box(
            shapes.crisp(card.box),
            shapes.CORNER,
            fill=look.label,
            stroke=look.label_border,
            stroke_dasharray=" ".join(map(number, shapes.DASHES)),
        )
        + lines(card.title, look.muted)
        + "</g>"
        for card in picture.ghosts
    )


def marks(picture: Picture, look: Look) -> str:
    return "".join(
        (
            *(f'<g aria-hidden="true">{_tag(mark.tag)}</g>' for mark in picture.marks),
            lines(picture.caption, look.ink),
            *(_tag(tag) for tag in picture.legend),
        )
    )


def _tag(tag: Tag) -> str:
    return (
        box(tag.box, tag.box.height / 2, fill=MARK_COLOURS[tag.kind])
        + (icon(MARK_ICONS[tag.kind], tag.sign, ON_MARK) if tag.sign is not None else "")
        + lines(tag.lines, ON_MARK)
    )


def _stroke(mark: Mark) -> dict[str, str | float]:
    stroke: dict[str, str | float] = {
        "stroke": MARK_COLOURS[mark.kind],
        "stroke_width": MARK_LINE,
    }
    if mark.is_dashed:
        stroke["stroke_dasharray"] = " ".join(map(number, MARK_DASHES))
    return stroke
