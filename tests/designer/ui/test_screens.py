"""The board on screens of 100, 125, 150 and 200 %, and moved from one to another."""

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

RATIOS = (1.0, 1.25, 1.5, 2.0)
MOVES = (
    (2.0, 1.0),
    *(pytest.param(*pair, marks=pytest.mark.every) for pair in pairwise(RATIOS)),
)
SHARP = 0.2
"""Share of wholly inked pixels; measured: 0.3 to 0.9, and 0.03 in a sign enlarged from 100 %."""
MINUTE = 60
SCREENS = {
    "synchronousWindowSystemEvents": True,
    "windowFrameMargins": False,
    "screens": [
        {"name": name, "x": x, "y": 0, "width": 3840, "height": 2160, "dpr": 1}
        | {"logicalDpi": 96, "logicalBaseDpi": 96}
        for name, x in (("one", 0), ("two", 3840))
    ],
}


def seen_on(first: float, second: float, folder: Path) -> list[dict[str, Any]]:
    """Let a program show a board on one screen, the other, and the first again."""
    file = folder / "screens.json"
    file.write_text(json.dumps(SCREENS), encoding="utf-8")
    environment = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={file.as_posix()}",
        "QT_SCREEN_SCALE_FACTORS": f"one={first};two={second}",
    }
    environment.pop("QT_SCALE_FACTOR", None)
    done = subprocess.run(
        [sys.executable, "-m", "tests.designer.ui.two_screens"],
        env=environment,
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        timeout=MINUTE,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    seen: list[dict[str, Any]] = json.loads(done.stdout)
    return seen


@pytest.mark.parametrize(("first", "second"), MOVES)
def test_a_board_moves_between_screens(first: float, second: float, tmp_path: Path) -> None:
    seen = seen_on(first, second, tmp_path)
    assert [view["screen"] for view in seen] == ["one", "two", "one"]
    assert [view["ratio"] for view in seen] == [first, second, first]
    for view in seen:
        ratio = view["ratio"]
        width, height = view["viewport"]
        assert view["pixels"] == pytest.approx([width * ratio, height * ratio], abs=1)
        # Lines stay thin and signs are drawn anew: nothing is an enlarged picture.
        assert view["edge"] <= round(ratio) + 1
        assert ratio == 1 or view["sign"] >= SHARP
        # The name is edited where it stands, the map lies inside, the headers end at the board.
        left, top, right, _bottom = view["name"]
        assert view["editor"][:3] == pytest.approx([left, top, right], abs=2)
        assert view["minimap_shown"]
        assert 0 <= view["minimap"][0] < view["minimap"][2] < width
        assert 0 <= view["minimap"][1] < view["minimap"][3] < height
        assert view["headers_end"] + 1 == view["viewport_left"]
    places = ("viewport", "editor", "name", "minimap", "viewport_left")
    for before, after in pairwise(seen):
        assert {place: before[place] for place in places} == {
            place: after[place] for place in places
        }
