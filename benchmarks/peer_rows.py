"""What other programs take for the same acts on the same graph, where they are installed.

`make bench-peers` installs them in `benchmarks/peers`, in versions that are pinned there. One that
is not there, or fails, has no row; why is told on standard error.

- bpmn-js's modeler in Chromium opens our own BPMN export, wall time until painted.
- dagre and ELK's layered algorithm lay the graph out in Node, processor time.
- NodeGraphQt, a program on Qt's widgets like ours, opens a file of its own, processor time.

bpmnlint is measured beside our checks (`benchmarks.check_rows`), networkx beside the rules about
the graph, QSvgGenerator beside our SVG.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, Final

from benchmarks.children import environment
from benchmarks.start_rows import of_children
from benchmarks.synthetic import synthetic
from benchmarks.table import Beside, Peer
from benchmarks.timing import FEWER, of
from exporters.bpmn import BPMN
from exporters.exporter import Options
from model.layout import board, font_measure
from model.pathway import Pathway

HERE: Final = Path(__file__).parent / "peers"
BPMN_JS: Final = "bpmn-js"
NODES: Final = "NodeGraphQt"
_STARTED_AT: Final = 30
"""Stages of the pathway with which our own start is measured."""
_PATIENCE: Final = 400.0

Asked = Iterator[tuple[str, str, list[float]]]
"""Act, peer, what each repetition took."""


def rows(stages: int) -> list[Beside]:
    pathway = synthetic(stages)
    found: list[Beside] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for ask in (_by_bpmn_js, _by_layouts, _by_nodes):
            found += _told_by(ask, pathway, folder)
    return found


def _told_by(
    ask: Callable[[Pathway, Path], Asked], pathway: Pathway, folder: Path
) -> Iterator[Beside]:
    try:
        for act, peer, taken in ask(pathway, folder):
            stages = _STARTED_AT if act == "start with a file" else len(pathway.stages)
            yield Beside(act, stages, Peer(peer, of(taken)))
    except (subprocess.SubprocessError, FileNotFoundError) as error:
        said = getattr(error, "stderr", None) or b""
        print(error, said.decode()[-2000:], file=sys.stderr)  # noqa: T201 - tells why


def _by_bpmn_js(pathway: Pathway, folder: Path) -> Asked:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        raise FileNotFoundError("there is no Chromium")
    source = folder / "pathway.bpmn"
    options = Options(languages=("fi",), made_at=datetime(2026, 11, 22, tzinfo=UTC))
    ((_name, data),) = BPMN.build(pathway, options, lambda _share: None)
    source.write_bytes(data)
    told = _node("modeler.mjs", chromium, source, FEWER)
    seconds = told["seconds"]
    yield "open a file, painted", BPMN_JS, seconds["open"]
    yield "full paint at 100 %", f"{BPMN_JS} zoom step", seconds["zoom"]
    yield "one move of a drag", BPMN_JS, seconds["drag"]
    yield "drop", BPMN_JS, seconds["drop"]
    yield "undo", BPMN_JS, seconds["undo"]
    yield "rename", BPMN_JS, seconds["rename"]
    yield "picture: SVG", f"{BPMN_JS} saveSVG", seconds["saveSVG"]
    yield "memory with the file open", BPMN_JS, told["memory"]


def _by_layouts(pathway: Pathway, folder: Path) -> Asked:
    cards = board(pathway, font_measure()).cards.values()
    graph = folder / "graph.json"
    graph.write_text(
        json.dumps(
            {
                "stages": [(card.id, card.box.width, card.box.height) for card in cards],
                "arrows": _arrows(pathway),
            }
        )
    )
    for name, peer in (("dagre", "dagre"), ("elk", "ELK layered")):
        told = _node("layout.mjs", name, graph, FEWER)
        yield "whole layout and routing", peer, told["seconds"]


def _by_nodes(pathway: Pathway, folder: Path) -> Asked:
    if not (HERE / ".packages").is_dir():
        raise FileNotFoundError("NodeGraphQt is not installed")
    cards = board(pathway, font_measure()).cards.values()
    graph = folder / "nodes.json"
    stages = [(card.id, card.box.x, card.box.y) for card in cards]
    graph.write_text(json.dumps({"stages": stages, "arrows": _arrows(pathway)}))
    told = _nodes("use", graph, FEWER)
    yield "open a file, painted", NODES, told["open"]
    yield "one move of a drag", NODES, told["drag"]
    memory = [_nodes("memory", graph)["megabytes"] for _repetition in range(FEWER)]
    yield "memory with the file open", NODES, memory
    _nodes("empty")  # compiles what has never been imported
    started = [of_children(partial(_nodes, "empty")) for _repetition in range(FEWER)]
    yield "start with a file", NODES, started


def _arrows(pathway: Pathway) -> list[tuple[str, str]]:
    return [(arrow.source, arrow.target) for arrow in pathway.handovers]


def _node(script: str, *arguments: object) -> Any:
    return _answer(["node", str(HERE / script), *map(str, arguments)])


def _nodes(*arguments: object) -> Any:
    return _answer([sys.executable, str(HERE / "nodegraphqt.py"), *map(str, arguments)])


def _answer(command: list[str]) -> Any:
    """Run a peer; return the JSON that it prints. Raises subprocess.SubprocessError."""
    done = subprocess.run(  # noqa: S603 - our own scripts
        command,
        check=True,
        capture_output=True,
        timeout=_PATIENCE,
        env=environment(),
    )
    return json.loads(done.stdout.splitlines()[-1])
