"""What dagre and ELK's layered algorithm take to lay the same graph out, in Node.

They are given the sizes of the cards; processor time. `make bench-peers` installs them.
"""

import json
import tempfile
from pathlib import Path
from typing import Final

from benchmarks.children import PEERS, by_peer
from benchmarks.synthetic import synthetic
from benchmarks.table import Beside, Peer
from benchmarks.timing import FEWER, of
from model.layout import board, font_measure

_NAMES: Final = {"dagre": "dagre", "elk": "ELK layered"}


def rows(stages: int) -> list[Beside]:
    pathway = synthetic(stages)
    cards = board(pathway, font_measure()).cards.values()
    graph = {
        "stages": [(card.id, card.box.width, card.box.height) for card in cards],
        "arrows": [(arrow.source, arrow.target) for arrow in pathway.handovers],
    }
    found: list[Beside] = []
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "graph.json"
        source.write_text(json.dumps(graph))
        for name, shown in _NAMES.items():
            told = by_peer("node", PEERS / "layout.mjs", name, source, FEWER)
            peer = Peer(shown, of(told["seconds"]))
            found.append(Beside("whole layout and routing", stages, peer))
    return found
