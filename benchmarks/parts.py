"""What is measured, part by part; each part and size in a process of its own.

What one part leaves in memory would slow the next one down, and a part that fails takes no other
with it.
"""

from importlib import import_module
from typing import Final, NamedTuple

from benchmarks.table import Measured


class Part(NamedTuple):
    """A module whose `rows` measures at a size. Sizes are stages, of the website pathways.

    The last three measure what others have written.
    """

    module: str
    sizes: tuple[int, ...]


_GROWING: Final = (300, 1000, 3000, 10_000)
PARTS: Final[dict[str, Part]] = {
    "start": Part("start_rows", (30,)),
    "graph": Part("graph_rows", _GROWING),
    "model": Part("model_rows", _GROWING),
    "journal": Part("journal_rows", _GROWING),
    "saving": Part("saving_rows", _GROWING),
    "board": Part("board_rows", _GROWING),
    "memory": Part("memory_rows", _GROWING),
    "checks": Part("check_rows", (300, 1000, 10_000)),
    "pictures": Part("picture_rows", _GROWING),
    "graphviz": Part("graphviz_rows", (300,)),
    "workbook": Part("workbook_rows", (300, 1000, 3000)),
    "publishing": Part("publishing", (20, 200)),
    "bpmn-js": Part("bpmn_js_rows", (1000,)),
    "layered": Part("layered_rows", (1000,)),
    "NodeGraphQt": Part("nodegraphqt_rows", (1000,)),
}


def measured(part: str, size: int) -> list[Measured]:
    """Measure a part here, in this process."""
    rows: list[Measured] = import_module(f"benchmarks.{PARTS[part].module}").rows(size)
    return rows
