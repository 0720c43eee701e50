"""The lines that icons are painted by are those of the documents that Lucide publishes.

`pytest --renew-golden` writes them anew, after icons have been added.
"""

import json
from typing import Any

import pytest
from fontTools.pens.basePen import BasePen
from fontTools.svgLib.path import SVGPath

from exporters.diagram import icons


class _Steps(BasePen):  # type: ignore[misc] # fontTools publishes no types
    """Writes down what fontTools reads from an SVG document."""

    def __init__(self) -> None:
        super().__init__(None)
        self.steps: list[list[float]] = []

    def _moveTo(self, pt: Any) -> None:  # noqa: N802 - named by fontTools, as are those below
        self.steps.append([0, *pt])

    def _lineTo(self, pt: Any) -> None:  # noqa: N802
        self.steps.append([1, *pt])

    def _curveToOne(self, pt1: Any, pt2: Any, pt3: Any) -> None:  # noqa: N802
        self.steps.append([2, *pt1, *pt2, *pt3])

    def _closePath(self) -> None:  # noqa: N802
        self.steps.append([3])


def test_the_strokes_equals_plain_reading_of_the_documents(request: pytest.FixtureRequest) -> None:
    read: dict[str, list[list[float]]] = {}
    for name in icons.names():
        pen = _Steps()
        SVGPath.fromstring(icons.document(name)).draw(pen)
        read[name] = pen.steps
    if request.config.getoption("--renew-golden"):
        lines = (f"{json.dumps(name)}: {json.dumps(steps)}" for name, steps in read.items())
        icons.STROKES.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    assert {name: icons.strokes(name) for name in icons.names()} == read


def test_an_icon_that_is_not_there_is_told_apart() -> None:
    with pytest.raises(icons.NoSuchIconError):
        icons.strokes("no-such-icon")
