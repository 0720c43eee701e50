"""What bpmn-js's modeler takes for the same acts on the same graph, in Chromium.

It opens our own BPMN export; wall time until painted. `make bench-peers` installs it.
"""

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from benchmarks.children import PEERS, by_peer
from benchmarks.synthetic import synthetic
from benchmarks.table import Beside, Peer
from benchmarks.timing import FEWER, of
from exporters.bpmn import BPMN
from exporters.exporter import Options

NAME: Final = "bpmn-js"


def rows(stages: int) -> list[Beside]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise SystemExit("there is no Chromium")
    options = Options(languages=("fi",), made_at=datetime(2026, 11, 22, tzinfo=UTC))
    ((_name, data),) = BPMN.build(synthetic(stages), options, lambda _share: None)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "pathway.bpmn"
        source.write_bytes(data)
        told = by_peer("node", PEERS / "modeler.mjs", chromium, source, FEWER)
    seconds = told["seconds"]
    acts = (
        ("open a file, painted", NAME, seconds["open"]),
        ("full paint at 100 %", f"{NAME} zoom step", seconds["zoom"]),
        ("one move of a drag", NAME, seconds["drag"]),
        ("drop", NAME, seconds["drop"]),
        ("undo", NAME, seconds["undo"]),
        ("rename", NAME, seconds["rename"]),
        ("picture: SVG", f"{NAME} saveSVG", seconds["saveSVG"]),
        ("memory with the file open", NAME, told["memory"]),
    )
    return [Beside(act, stages, Peer(name, of(taken))) for act, name, taken in acts]
