"""On the other screen when there is one, and from one to the next."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


def run(tmp_path: Path, *screens: dict[str, object]) -> dict[str, list[dict[str, object]]]:
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}))
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-m", "tests.designer.presentation.screens", str(tmp_path / "s.ini")],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    found: dict[str, list[dict[str, object]]] = json.loads(done.stdout)
    return found


def screen(name: str, x: int, width: int, height: int, ratio: float) -> dict[str, object]:
    return {
        "name": name, "x": x, "y": 0, "width": width, "height": height,
        "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": ratio,
    }  # fmt: skip


def test_with_two_screens_it_fills_the_other_one_and_moves_between_scales(tmp_path: Path) -> None:
    found = run(
        tmp_path, screen("laptop", 0, 1920, 1200, 1.5), screen("projector", 1920, 1920, 1080, 1)
    )
    states = found["states"]
    assert [state["screen"] for state in states] == ["projector", "laptop", "projector"]
    assert all(state["fills"] and state["follows"] and state["at"] for state in states)
    assert [state["title"] for state in states] == [
        pytest.approx(29.9, abs=0.2),
        pytest.approx(29.9 * 1200 / 1080, abs=0.5),
        pytest.approx(29.9, abs=0.2),
    ]
    assert found["selected"]


def test_with_one_screen_it_covers_the_editor(tmp_path: Path) -> None:
    found = run(tmp_path, screen("laptop", 0, 1366, 768, 1))
    assert {state["screen"] for state in found["states"]} == {"laptop"}
    assert all(state["fills"] and not state["follows"] for state in found["states"])
    assert found["selected"]
