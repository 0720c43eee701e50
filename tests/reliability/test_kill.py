"""A session that is killed loses no edit that was acknowledged, nor its undo history.

`make test` kills a few; the loop of 200 is in the test of reliability.
"""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.reliability.editing_session import outcome, states

NOT_YET_TOLD = 3  # acts that may be on the disk without having been acknowledged
ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(os.name != "posix", reason="SIGKILL")


def killed_session(folder: Path, seed: int, lines: int) -> list[tuple[int, str]]:
    """Start a session, kill it after so many acknowledgements, at whatever it does just then."""
    command = [sys.executable, "-m", "tests.reliability.editing_session", str(folder), str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stdout is not None
        heard = [process.stdout.readline() for _line in range(lines)]
        process.send_signal(signal.SIGKILL)
        heard += process.stdout.readlines()
    told = [line.split() for line in heard if line.endswith("\n")]
    return [(int(number), digest) for number, digest in told]


@pytest.mark.parametrize("seed", range(3))
def test_an_acknowledged_edit_survives_a_kill(tmp_path: Path, seed: int) -> None:
    lines = random.Random(seed).randrange(3, 60)  # noqa: S311
    told = killed_session(tmp_path, seed, lines)
    last, digest = told[-1]
    expected = states(seed, last + NOT_YET_TOLD)
    assert expected[last] == digest
    left = outcome(tmp_path)
    assert left.whole
    assert left.saved_opens
    assert expected.index(left.recovered) >= last
