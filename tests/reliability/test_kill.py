"""Sessions killed at random instants lose no acknowledged edit and damage no file.

Each session goes on from what the one before it left behind. `make test` kills five,
`make test-all` and `make reliability` two hundred.
"""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from model import file, versions
from model.document import Document
from model.on_disk import fingerprint
from tests.reliability.editing_session import PACES, TARGET, VERSIONS, Begun, acts, begin, digest
from tests.reliability.table import print_table

if TYPE_CHECKING:
    from model.pathway import Pathway

ROOT = Path(__file__).parents[2]
LONGEST = 0.7  # seconds from the first word of a session to its end
pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL")


class Told(NamedTuple):
    """What a session acknowledged before it was killed, and during what that happened."""

    kept: int
    saved: int
    during: str


def killed_session(folder: Path, seed: int, delay: float) -> Told:
    """Let a session run for so many seconds and kill it, at whatever it does just then."""
    command = [sys.executable, "-m", "tests.reliability.editing_session", str(folder), str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stdout is not None
        assert process.stdout.readline() == "ready 0\n"
        time.sleep(delay)  # the random instant
        process.send_signal(signal.SIGKILL)
        lines = [line.split() for line in process.stdout.readlines() if line.endswith("\n")]
    assert process.returncode == -signal.SIGKILL, "it ended before it was killed"
    last: dict[str, int] = {what: int(number) for what, number in lines}
    what = lines[-1][0] if lines else "ready"
    during = {"ready": "recovering", "saving": "saving"}.get(what, "editing")
    return Told(last.get("kept", 0), last.get("saved", 0), during)


class Course:
    """What the acts of a session make of a document, as far as they can have come."""

    def __init__(self, document: Document, seed: int, told: Told) -> None:
        self.states: dict[str, int] = {}
        self.pathways: list[Pathway] = []
        most = max(told.kept, told.saved) + 2 * max(PACES) + 1
        playing = acts(document, seed)
        for number in range(most + 1):
            if number:
                next(playing)
            self.pathways.append(document.pathway)
            if number >= told.kept:
                self.states[digest(document)] = number
        playing.close()


def faults_after(begun: Begun, left: Begun, course: Course, told: Told, folder: Path) -> list[str]:
    """Say what is wrong with what a killed session left behind."""
    faults = []
    if left.lost or any(found.fault for found in left.found):
        faults.append("damaged journal")
    if begun.found and not left.found:
        faults.append("lost journal")
    if digest(left.document) not in course.states:
        faults.append("lost edit")
    return faults + faults_of_file(left, course, told, folder)


def faults_of_file(left: Begun, course: Course, told: Told, folder: Path) -> list[str]:
    target = folder / TARGET
    if not target.exists():
        return ["lost file"] if told.saved else []
    try:
        pathway = file.read(target)
        for version in versions.Versions(folder / VERSIONS).of(target):
            versions.read(version)
    except file.UnreadableFileError as error:
        return [f"damaged file: {error}"]
    if told.saved and pathway not in course.pathways[told.saved :]:
        return ["lost save"]
    known = left.found[0].stored.known if left.found else None
    if known is not None and known.has_content_of(fingerprint(target)):
        return [] if pathway == left.document.state.saved else ["untrue about the file"]
    return []


def left_over(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir() if each.suffix == ".tmp"]


def kill_in_a_row(folder: Path, seed: int, kills: int) -> Counter[str]:
    """Kill sessions that go on from one another; count what happened, assert that nothing is lost.

    The document is recovered here and by the next session, each for itself.
    """
    chance = random.Random(seed)  # noqa: S311 - no secret
    counts: Counter[str] = Counter()
    before = begin(folder)
    for kill in range(kills):
        session = seed * 1000 + kill
        old = (folder / TARGET).read_bytes() if (folder / TARGET).exists() else None
        told = killed_session(folder, session, chance.random() * LONGEST)
        course = Course(before.document, session, told)
        left = begin(folder)
        if not told.saved and old is not None and (folder / TARGET).read_bytes() == old:
            course.pathways.append(file.loads(old))
        faults = faults_after(before, left, course, told, folder)
        assert not faults, f"seed {seed}, kill {kill}, {told}: {faults}"
        reached = course.states[digest(left.document)]
        counts.update({"kills": 1, f"while {told.during}": 1})
        counts["acknowledged edits"] += told.kept
        counts["edits beyond them that came back too"] += reached - told.kept
        counts["halves of saves left beside"] += len(left_over(folder))
        for name in left_over(folder):
            (folder / name).unlink()
        before = left
    return counts


def test_five_killed_sessions_lose_nothing(tmp_path: Path) -> None:
    assert kill_in_a_row(tmp_path, 1, 5)["kills"] == 5


@pytest.mark.every
def test_two_hundred_killed_sessions_lose_nothing(tmp_path: Path) -> None:
    counts: Counter[str] = Counter()
    for seed in range(2, 22):
        folder = tmp_path / str(seed)
        folder.mkdir()
        counts += kill_in_a_row(folder, seed, 10)
    rows = [*sorted(counts.items()), ("acknowledged edits lost", 0), ("damaged files", 0)]
    print_table("Sessions killed with kill -9", ("", "count"), rows)
    assert counts["kills"] == 200
