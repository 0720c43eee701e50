"""A long day's edits take no more memory than a short one's."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.table import print_table

ROOT = Path(__file__).parents[2]
MOST_GROWTH = 1.5
pytestmark = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc here")


def memory(folder: Path, most: int, first: int, every: int) -> tuple[int, int]:
    """Return what the process held (kB) after the first edits, and after all."""
    numbers = [str(number) for number in (most, first, every)]
    command = [sys.executable, "-m", "tests.reliability.soak", str(folder), *numbers]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    (one, before), (two, after) = (line.split() for line in done.stdout.splitlines())
    assert (int(one), int(two)) == (first, most)
    return int(before), int(after)


def test_five_thousand_edits(tmp_path: Path) -> None:
    before, after = memory(tmp_path, 5000, 2500, 250)  # what can be undone fills up until then
    assert after <= MOST_GROWTH * before


def window_memory(folder: Path, rounds: int, first: int) -> tuple[int, int]:
    """Return what a process with a window held (kB); each round opens, edits and closes a file."""
    command = [sys.executable, "-m", "tests.reliability.soak_window"]
    command += [str(folder), str(rounds), str(first)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    (one, before, windows, _count), (two, after, left, _last) = (
        line.split() for line in done.stdout.splitlines()
    )
    assert (int(one), int(two)) == (first, rounds)
    assert windows == left == "1", "closed windows stay"
    return int(before), int(after)


@pytest.mark.every
def test_files_opened_and_closed_in_a_window(tmp_path: Path) -> None:
    before, after = window_memory(tmp_path, 6, 2)
    assert after <= MOST_GROWTH * before


@pytest.mark.every
def test_sixty_files_opened_and_closed_in_a_window(tmp_path: Path) -> None:
    before, after = window_memory(tmp_path, 60, 10)
    row = (f"{before / 1024:.1f} MB", f"{after / 1024:.1f} MB", f"{after / before:.2f}")
    print_table("Memory of a window", ("after 10 files", "after 60 files", "of that before"), [row])
    assert after <= MOST_GROWTH * before


@pytest.mark.every
def test_a_hundred_thousand_edits(tmp_path: Path) -> None:
    before, after = memory(tmp_path, 100_000, 10_000, 500)
    row = (f"{before / 1024:.1f} MB", f"{after / 1024:.1f} MB", f"{after / before:.2f}")
    head = ("after 10 000 edits", "after 100 000 edits", "of that before")
    print_table("Memory of a long session", head, [row])
    assert after <= MOST_GROWTH * before
