"""`make bench`: what the common acts cost, beside the barest code that does the same work.

Times are minimums of several repetitions on this machine; the ratios are what to compare.
"""

from collections.abc import Callable
from datetime import date
from time import perf_counter
from typing import NamedTuple

import msgspec
import networkx as nx

from benchmarks.synthetic import synthetic
from model import edits, file
from model.checks import COORDINATION, LiveChecks, check
from model.document import Document
from model.layout import board, font_measure
from model.pathway import Pathway
from model.records import AnyRecord

SIZES = (30, 300, 1000)
REPETITIONS = 7
TODAY = date(2026, 11, 22)


class Row(NamedTuple):
    """One line of the table: an act, the size of the board, seconds of ours and of the floor."""

    act: str
    floor_act: str
    stages: int
    ours: float
    floor: float


def seconds(act: Callable[[], object]) -> float:
    """Return the least time that `act` took."""
    times = []
    for _repetition in range(REPETITIONS):
        start = perf_counter()
        act()
        times.append(perf_counter() - start)
    return min(times)


def rows(pathway: Pathway) -> list[Row]:
    stages = len(pathway.stages)
    data = file.dumps(pathway)
    records = list(pathway.values())
    encoder = msgspec.json.Encoder()
    typed = msgspec.json.Decoder(list[AnyRecord])
    plain = encoder.encode(records)
    measure = font_measure()

    def graph_questions() -> None:
        graph: nx.DiGraph[str] = nx.DiGraph(
            (arrow.source, arrow.target) for arrow in pathway.handovers
        )
        nx.descendants(graph, pathway.stages[0].id)
        list(nx.strongly_connected_components(graph))

    document = Document(pathway)
    live = LiveChecks(pathway, COORDINATION, TODAY)
    stage = pathway.stages[stages // 2].id
    names = iter(range(1_000_000))

    def rename_and_recheck() -> None:
        done = document.do(edits.rename(document.pathway, stage, "fi", f"Nimi {next(names)}"))
        live.follow(document.pathway, done.touched)

    def rename() -> None:
        document.do(edits.rename(document.pathway, stage, "fi", f"Nimi {next(names)}"))

    return [
        Row(
            "load a file, checked",
            "typed decode",
            stages,
            seconds(lambda: file.loads(data)),
            seconds(lambda: typed.decode(plain)),
        ),
        Row(
            "write a file's bytes",
            "encode",
            stages,
            seconds(lambda: file.dumps(pathway)),
            seconds(lambda: encoder.encode(records)),
        ),
        Row(
            "lay out and route",
            "networkx graph questions",
            stages,
            seconds(lambda: board(pathway, measure)),
            seconds(graph_questions),
        ),
        Row(
            "all checks",
            "networkx graph questions",
            stages,
            seconds(lambda: check(pathway, COORDINATION, TODAY)),
            seconds(graph_questions),
        ),
        Row(
            "rename and check again",
            "rename",
            stages,
            seconds(rename_and_recheck),
            seconds(rename),
        ),
    ]


def main() -> None:
    print(f"{'act':26} {'floor':26} {'stages':>7} {'ours ms':>9} {'floor ms':>9} {'ratio':>7}")  # noqa: T201
    for size in SIZES:
        for row in rows(synthetic(size)):
            print(  # noqa: T201 - the table is what the command is for
                f"{row.act:26} {row.floor_act:26} {row.stages:7} "
                f"{row.ours * 1000:9.2f} {row.floor * 1000:9.2f} {row.ours / row.floor:7.1f}"
            )


if __name__ == "__main__":
    main()
