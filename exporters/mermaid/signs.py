"""The signs of Mermaid's flowcharts, as its own lexer knows them (flow.jison, 11.17)."""

import re
from typing import NamedTuple

SHAPES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("(((", (")))",)),
    ("((", ("))",)),
    ("([", ("])",)),
    ("(-", ("-)",)),
    ("[[", ("]]",)),
    ("[(", (")]",)),
    ("[|", ("|]",)),
    ("[/", ("/]", "\\]")),
    ("[\\", ("\\]", "/]")),
    ("{{", ("}}",)),
    ("{", ("}",)),
    ("(", (")",)),
    ("[", ("]",)),
    (">", ("]",)),
)
"""How shapes begin and may end, longer beginnings before shorter."""

# Bounded, so that no text makes the search for its end slow.
NAME = re.compile(
    r"(?:[A-Za-z0-9!#$%'*+`?\\_/]|\.(?!-)|-(?=[^>\-.\s])|=(?=[^=>\s])|[^\W\d_]|[^\x00-\x7f])+"
)
ARROW_NAME = re.compile(r"[^\s\"@\[\](){}|;&]{1,200}@(?=[ \t]*[xo<]?[-=~.])")
WHOLE_ARROW = re.compile(
    r"(?P<begin>[xo<]?)(?:(?P<line>--+)(?P<end>[-xo>])|(?P<thick>==+)(?P<thick_end>[=xo>])"
    r"|(?P<dots>-?\.+-)(?P<dots_end>[xo>]?)|(?P<unseen>~~~+))"
)
ARROW_BEGUN = re.compile(
    r"(?P<begin>[xo<]?)(?:(?P<line>--)|(?P<thick>==)|(?P<dots>-\.))(?=[^-=>.])"
)
ARROW_ENDED = {
    "-": re.compile(r"--+(?P<end>[-xo>])"),
    "=": re.compile(r"==+(?P<end>[=xo>])"),
    ".": re.compile(r"\.+-(?P<end>[xo>]?)"),
}


class Stroke(NamedTuple):
    """How an arrow is drawn; `line` is "-", "=", "." or "~"."""

    line: str
    begin: str
    end: str


def stroke_of(found: re.Match[str]) -> Stroke:
    groups = found.groupdict()
    for name, sign in (("thick", "="), ("dots", "."), ("unseen", "~"), ("line", "-")):
        if groups.get(name):
            end = groups.get("end" if name == "line" else f"{name}_end") or ""
            return Stroke(sign, groups["begin"] or "", end if end in {"x", "o", ">"} else "")
    raise AssertionError(found)
