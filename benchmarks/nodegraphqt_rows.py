"""What NodeGraphQt takes for the same acts on the same graph: Qt's widgets by Python, like ours.

It opens a file of its own; processor time. `make bench-peers` installs it.
"""

import json
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any, Final

from benchmarks.children import PEERS, by_peer
from benchmarks.start_rows import of_children
from benchmarks.synthetic import synthetic
from benchmarks.table import Beside, Peer
from benchmarks.timing import FEWER, of
from model.layout import board, font_measure

NAME: Final = "NodeGraphQt"
_STARTED_AT: Final = 30
"""Stages of the pathway with which our own start is measured."""


def rows(stages: int) -> list[Beside]:
    if not (PEERS / ".packages").is_dir():
        raise SystemExit(f"{NAME} is not installed")
    pathway = synthetic(stages)
    cards = board(pathway, font_measure()).cards.values()
    graph = {
        "stages": [(card.id, card.box.x, card.box.y) for card in cards],
        "arrows": [(arrow.source, arrow.target) for arrow in pathway.handovers],
    }
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "nodes.json"
        source.write_text(json.dumps(graph))
        told = _nodes("use", source, FEWER)
        memory = [_nodes("memory", source)["megabytes"] for _repetition in range(FEWER)]
    _nodes("empty")  # compiles what has never been imported
    started = [of_children(partial(_nodes, "empty")) for _repetition in range(FEWER)]
    acts = (
        ("open a file, painted", stages, told["open"]),
        ("one move of a drag", stages, told["drag"]),
        ("memory with the file open", stages, memory),
        ("start with a file", _STARTED_AT, started),
    )
    return [Beside(act, size, Peer(NAME, of(taken))) for act, size, taken in acts]


def _nodes(*arguments: object) -> Any:
    return by_peer(sys.executable, PEERS / "nodegraphqt.py", *arguments)
