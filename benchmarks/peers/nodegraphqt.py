"""`python nodegraphqt.py WHAT FILE [REPETITIONS]`: NodeGraphQt, in a process of its own.

WHAT is `empty` (a window with nothing in it), `memory` (megabytes with the graph of FILE open) or
`use` (seconds of processor time of opening it and of each move of a drag). FILE holds JSON:
{"stages": [[id, x, y], ...], "arrows": [[source, target], ...]}. Prints JSON. Its packages are
installed beside this file, apart from the program's; so it imports nothing of the program.
"""

import json
import sys
import tempfile
from pathlib import Path
from time import process_time
from typing import Any

sys.path.append(str(Path(__file__).parent / ".packages"))

from NodeGraphQt import BaseNode, NodeGraph  # type: ignore[import-not-found]
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

MOVES = 20


class Stage(BaseNode):  # type: ignore[misc]
    __identifier__ = "ketju"
    NODE_NAME = "stage"

    def __init__(self) -> None:
        super().__init__()
        self.add_input("in", multi_input=True)
        self.add_output("out", multi_output=True)


def main() -> None:
    what, *arguments = sys.argv[1:]
    application = QApplication(sys.argv[:1])
    told: dict[str, Any] = {}
    if what == "empty":
        shown(NodeGraph())
    elif what == "memory":
        empty = megabytes()
        with tempfile.TemporaryDirectory() as folder:
            graph = shown(loaded(saved(Path(arguments[0]), Path(folder))))
        told = {"megabytes": megabytes() - empty}
        del graph
    else:
        told = used(Path(arguments[0]), int(arguments[1]))
    print(json.dumps(told), flush=True)  # noqa: T201 - what the parent reads
    del application


def saved(path: Path, folder: Path) -> Path:
    """Keep the graph as NodeGraphQt does, and return where."""
    graph = new_graph()
    read = json.loads(path.read_bytes())
    nodes = {
        id: graph.create_node("ketju.Stage", name=id, pos=[x, y], push_undo=False)
        for id, x, y in read["stages"]
    }
    for source, target in read["arrows"]:
        nodes[source].output(0).connect_to(nodes[target].input(0), push_undo=False)
    kept = folder / "graph.json"
    graph.save_session(str(kept))
    return kept


def new_graph() -> Any:
    graph = NodeGraph()
    graph.register_node(Stage)
    graph.set_acyclic(mode=False)  # else each connection walks all ways back: it never ends
    return graph


def loaded(path: Path) -> Any:
    graph = new_graph()
    graph.load_session(str(path))
    return graph


def shown(graph: Any) -> Any:
    graph.widget.resize(1920, 1080)
    graph.widget.show()
    QCoreApplication.processEvents()
    QCoreApplication.processEvents()
    return graph


def used(path: Path, repetitions: int) -> dict[str, Any]:
    opened: list[float] = []
    dragged: list[float] = []
    with tempfile.TemporaryDirectory() as folder:
        kept = saved(path, Path(folder))
        for _repetition in range(repetitions):
            start = process_time()
            graph = shown(loaded(kept))
            opened.append(process_time() - start)
            dragged += drag(graph)
            graph.widget.close()
    return {"open": opened, "drag": dragged}


def drag(graph: Any) -> list[float]:
    """Move a node at 100 %, as with the mouse."""
    viewer = graph.viewer()
    nodes = graph.all_nodes()
    node = nodes[len(nodes) // 2]
    before = node.pos()
    item = node.view
    viewer.reset_zoom(item.sceneBoundingRect().center())
    QCoreApplication.processEvents()
    name = viewer.mapFromScene(item.sceneBoundingRect().center())
    send(viewer, QEvent.Type.MouseButtonPress, name)
    seconds = []
    for step in range(1, MOVES + 1):
        start = process_time()
        send(viewer, QEvent.Type.MouseMove, name + QPoint(10, 5) * step)
        QCoreApplication.processEvents()
        seconds.append(process_time() - start)
    send(viewer, QEvent.Type.MouseButtonRelease, name + QPoint(10, 5) * MOVES)
    QCoreApplication.processEvents()
    if node.pos() == before:
        raise SystemExit("nothing was dragged")
    return seconds


def send(viewer: Any, kind: QEvent.Type, at: QPoint) -> None:
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    button = none if kind is QEvent.Type.MouseMove else left
    held = none if kind is QEvent.Type.MouseButtonRelease else left
    there = QPointF(viewer.viewport().mapToGlobal(at))
    event = QMouseEvent(kind, QPointF(at), there, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewer.viewport(), event)


def megabytes() -> float:
    """Return the resident memory of this process."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096 / 1e6


if __name__ == "__main__":
    main()
