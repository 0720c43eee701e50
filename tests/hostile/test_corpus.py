"""Every hostile or damaged input gives content or one clear sentence, soon and in little room."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.hostile.inputs import Input, corpus
from tests.hostile.run import MEGABYTES, SECONDS

ROOT = Path(__file__).parents[2]
BATCHES = 8
HONEST_PART = 12
"""One in this many is in `make test`, other ones than a family's first."""


def results(first: int, step: int) -> list[dict[str, Any]]:
    """Run inputs in a child; each must come to an end there."""
    child = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "tests.hostile.run", str(first), str(step)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
    )
    lines = [json.loads(line) for line in child.stdout.splitlines()]
    if child.returncode or not lines or "megabytes" not in lines[-1]:
        last = corpus()[lines[-1]["place"]] if lines else "the start"
        pytest.fail(f"ended at {last}: {child.stderr[-2000:]}")
    assert lines[-1]["left"] == [], "something was written"
    assert lines[-1]["megabytes"] <= MEGABYTES
    return [line for line in lines if "result" in line]


def _check(results: list[dict[str, Any]]) -> None:
    inputs = corpus()
    failed = [
        (_name(inputs[each["place"]]), each["words"], round(each["seconds"], 1))
        for each in results
        if each["result"] == "failed" or each["seconds"] > SECONDS
    ]
    assert not failed, failed


def _name(each: Input) -> str:
    return f"{each.family}/{each.reader}/{each.name}"


def test_there_are_enough_of_each_kind() -> None:
    inputs = corpus()
    assert len({(each.reader, each.name, each.family) for each in inputs}) >= 400
    assert min(Counter(each.reader for each in inputs).values()) >= 30
    assert min(Counter(each.family for each in inputs).values()) >= 15


def test_some_of_the_inputs_are_read_or_refused() -> None:
    _check(results(HONEST_PART // 2, HONEST_PART))


@pytest.mark.every
@pytest.mark.parametrize("batch", range(BATCHES))
def test_every_input_is_read_or_refused(batch: int) -> None:
    _check(results(batch, BATCHES))
