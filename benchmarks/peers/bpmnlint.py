"""bpmnlint (https://github.com/bpmn-io/bpmnlint) with its recommended rules, where it is there."""

import json
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Final

from benchmarks import timing
from benchmarks.peers.bpmn import as_bpmn
from benchmarks.timing import Times
from model.pathway import Pathway

_HERE: Final = Path(__file__).parent
_MOST_SECONDS: Final = 600


def is_there() -> bool:
    """Whether `make bench-peers` has installed it, and there is a Node to run it."""
    return shutil.which("node") is not None and (_HERE / "node_modules" / "bpmnlint").is_dir()


def times(pathway: Pathway, repetitions: int) -> Times | None:
    """Return the processor time of one check of the pathway's graph as BPMN, read beforehand.

    None where it is not done after some minutes. Raises subprocess.CalledProcessError where Node
    or bpmnlint fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "pathway.bpmn"
        file.write_bytes(as_bpmn(pathway))
        try:
            told = subprocess.run(  # noqa: S603 - our own script and a file just written
                ["node", str(_HERE / "lint.mjs"), str(file), str(repetitions)],  # noqa: S607
                check=True,
                capture_output=True,
                timeout=_MOST_SECONDS,
            )
        except subprocess.TimeoutExpired:
            return None
    return timing.of(json.loads(told.stdout)["seconds"])
