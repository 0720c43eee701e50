"""Can the back row read it? Measured on what is really painted."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from designer.ui.presentation.framing import LEAST, LEGIBLE, unit
from model.layout.metrics import FONTS

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    ("size", "scale"),
    [
        (("1366", "768"), "1.25"),
        pytest.param(("1920", "1080"), "1", marks=pytest.mark.every),
        pytest.param(("1920", "1080"), "1.5", marks=pytest.mark.every),
        pytest.param(("1366", "768"), "2", marks=pytest.mark.every),
    ],
    ids=lambda value: "×".join(value) if isinstance(value, tuple) else value,
)
def test_all_texts_of_every_stage_are_large_and_whole(size: tuple[str, str], scale: str) -> None:
    measured = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "tests.designer.presentation.measuring", *size],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale},
        capture_output=True,
        timeout=120,
        check=True,
    )
    found = json.loads(measured.stdout)
    assert found["faults"] == []
    assert found["least"].keys() == {"title", "lane", "sector", "phase", "caption"}
    too_small = {kind: size for kind, size in found["least"].items() if size < LEGIBLE - 0.01}
    assert too_small == {}


def test_no_text_of_the_board_is_smaller_than_legible_at_the_least_zoom() -> None:
    assert min(font.size_px for font in FONTS.values()) * LEAST >= LEGIBLE


@pytest.mark.parametrize(
    ("height", "ratio", "dots"), [(1080, 1, 24), (540, 2, 24), (768, 1, 24), (2160, 1, 48)]
)
def test_type_grows_with_the_picture_and_never_falls_below_24_dots(
    height: float, ratio: float, dots: float
) -> None:
    assert LEGIBLE * unit(height, ratio) * ratio == pytest.approx(dots)
