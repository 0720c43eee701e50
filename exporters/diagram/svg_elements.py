"""Elements of SVG: shapes, texts and icons, with attributes instead of styles.

A page whose security policy forbids styles then shows the picture unchanged. Each is written as
`xml.etree` would write it, straight away: a tree of elements takes longer to build and to go
through than all that is drawn. Texts that nobody checked come in here; they are escaped, and
characters that XML forbids are replaced.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from exporters.diagram import icons, shapes
from exporters.diagram.words import clean
from model.layout import font_measure
from model.layout.geometry import Chip, Point, Rect, TextLine
from model.layout.metrics import FONTS


@lru_cache(8192)  # corners, sizes and lines come again and again
def number(value: float) -> str:
    """Write a length with at most two decimals."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def opened(tag: str, attributes: Mapping[str, str]) -> str:
    """Return the tag that begins an element; its attributes may be words of users."""
    said = "".join(
        [f' {name}="{_in_attribute(clean(value))}"' for name, value in attributes.items()]
    )
    return f"<{tag}{said}>"


def in_words(tag: str, words: str, **attributes: str) -> str:
    """Return an element that holds words."""
    begin = opened(tag, attributes)
    return f"{begin}{_escaped(clean(words))}</{tag}>" if words else f"{begin[:-1]} />"


def told(said: str) -> str:
    """Return the beginning of a group that is a picture of its own: what it says, twice.

    Assistive technology reads the label, a pointer that rests there shows the title.
    """
    cleaned = clean(said)
    label = _in_attribute(cleaned)
    title = f"<title>{_escaped(cleaned)}</title>" if cleaned else "<title />"
    return f'<g role="img" aria-label="{label}">{title}'


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _in_attribute(text: str) -> str:
    return text.translate(_IN_ATTRIBUTES) if _SPECIAL.search(text) else text


_IN_ATTRIBUTES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\r": "&#13;",
        "\n": "&#10;",
        "\t": "&#09;",
    }
)
_SPECIAL = re.compile('[&<>"\r\n\t]')


@cache
def _name(key: str) -> str:
    return key.replace("_", "-")


def shape(tag: str, **attributes: str | float) -> str:
    """Return an element that stays empty. Names and words of users never come here.

    Its attributes are lengths, and colours and the like that we have chosen; `stroke_width` is
    written `stroke-width`, numbers short.
    """
    return f"<{tag}{_said(attributes)} />"


def _said(attributes: Mapping[str, str | float]) -> str:
    return "".join(
        [
            f' {_name(key)}="{value if isinstance(value, str) else number(value)}"'
            for key, value in attributes.items()
        ]
    )


def box(rect: Rect, radius: float, **attributes: str | float) -> str:
    x, y, width, height = rect
    return (
        f'<rect x="{number(x)}" y="{number(y)}" rx="{number(radius)}" width="{number(width)}" '
        f'height="{number(height)}"{_said(attributes)} />'
    )


def polygon(points: Iterable[Point], **attributes: str | float) -> str:
    written = " ".join([f"{number(x)},{number(y)}" for x, y in points])
    return f'<polygon points="{written}"{_said(attributes)} />'


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


def lines(drawn: Iterable[TextLine], fill: str) -> str:
    """Return lines of text, each as wide as it was measured, in whatever font it is drawn.

    What the board's font lacks was only guessed, and too wide: such a line is left as it comes, for
    programs would stretch it.
    """
    measure = font_measure()
    written = []
    for text, x, baseline, style in drawn:
        if not text.strip():
            continue
        spec = FONTS[style]
        said = f' x="{number(x)}" y="{number(baseline)}" font-size="{number(spec.size_px)}"'
        said += f' fill="{fill}"'
        if spec.bold:
            said += ' font-weight="700"'
        if measure.knows(text, style):
            width = number(measure.width(text, style))
            said += f' textLength="{width}" lengthAdjust="spacingAndGlyphs"'
        written.append(f"<text{said}>{_escaped(clean(text))}</text>")
    return "".join(written)


def chip(drawn: Chip, text: str, rect: Rect, **attributes: str) -> str:
    return box(rect, shapes.chip_radius(drawn), **attributes) + lines(drawn.lines, text)


def icon(name: str, rect: Rect, colour: str) -> str:
    scale = number(rect.width / icons.SIZE)
    return (
        f'<g transform="translate({number(rect.x)} {number(rect.y)}) scale({scale})" fill="none" '
        f'stroke="{colour}" stroke-width="{icons.STROKE}" stroke-linecap="round" '
        f'stroke-linejoin="round">{icons.svg(name)}</g>'
    )
