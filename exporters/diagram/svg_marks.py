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
from exporters.diagram.svg_elements import (
    Element,
    add,
    add_box,
    add_icon,
    add_lines,
    add_words,
    number,
    path_data,
)


def add_frames(root: Element, picture: Picture) -> None:
    for mark in picture.marks:
        if mark.frame is not None:
            add_box(root, mark.frame, MARK_CORNER, fill="none", **_stroke(mark))


def add_mark_lines(root: Element, picture: Picture) -> None:
    for mark in picture.marks:
        if mark.line:
            add(root, "path", d=path_data(mark.line), fill="none", **_stroke(mark))


def add_ghosts(root: Element, picture: Picture, language: str, look: Look) -> None:
    """Add the stages around a part, each saying in words that it is none of it."""
    for card in picture.ghosts:
        said = words.ghost(picture.pathway, card.id, language)
        group = add(root, "g", role="img", aria_label=said)
        add_words(group, "title", said)
        add_box(
            group,
            shapes.crisp(card.box),
            shapes.CORNER,
            fill=look.label,
            stroke=look.label_border,
            stroke_dasharray=" ".join(map(number, shapes.DASHES)),
        )
        add_lines(group, card.title, look.muted)


def add_marks(root: Element, picture: Picture, look: Look) -> None:
    for mark in picture.marks:
        _add_tag(add(root, "g", aria_hidden="true"), mark.tag)
    add_lines(root, picture.caption, look.ink)
    for tag in picture.legend:
        _add_tag(root, tag)


def _add_tag(parent: Element, tag: Tag) -> None:
    add_box(parent, tag.box, tag.box.height / 2, fill=MARK_COLOURS[tag.kind])
    if tag.sign is not None:
        add_icon(parent, MARK_ICONS[tag.kind], tag.sign, ON_MARK)
    add_lines(parent, tag.lines, ON_MARK)


def _stroke(mark: Mark) -> dict[str, str | float]:
    stroke: dict[str, str | float] = {
        "stroke": MARK_COLOURS[mark.kind],
        "stroke_width": MARK_LINE,
    }
    if mark.is_dashed:
        stroke["stroke_dasharray"] = " ".join(map(number, MARK_DASHES))
    return stroke
