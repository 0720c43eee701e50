"""What reading, writing, laying out and checking cost, without a window."""

from collections.abc import Callable
from datetime import date

import msgspec
import networkx as nx

from benchmarks.table import Row
from benchmarks.timing import Times, timed
from model import edits, file
from model.checks import COORDINATION, LiveChecks, check
from model.document import Document
from model.layout import board, font_measure
from model.pathway import Pathway
from model.records import AnyRecord

REPETITIONS = 7
TODAY = date(2026, 11, 22)


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

    def rename() -> None:
        document.do(edits.rename(document.pathway, stage, "fi", f"Nimi {next(names)}"))

    def rename_and_recheck() -> None:
        done = document.do(edits.rename(document.pathway, stage, "fi", f"Nimi {next(names)}"))
        live.follow(document.pathway, done.touched)

    graph = _times(graph_questions)
    return [
        Row("load a file, checked", "typed decode", stages,
            _times(lambda: file.loads(data)), _times(lambda: typed.decode(plain))),
        Row("write a file's bytes", "encode", stages,
            _times(lambda: file.dumps(pathway)), _times(lambda: encoder.encode(records))),
        Row("lay out and route", "networkx graph questions", stages,
            _times(lambda: board(pathway, measure)), graph),
        Row("all checks", "networkx graph questions", stages,
            _times(lambda: check(pathway, COORDINATION, TODAY)), graph),
        Row("rename and check again", "rename", stages,
            _times(rename_and_recheck), _times(rename)),
    ]  # fmt: skip


def _times(act: Callable[[], object]) -> Times:
    return timed(act, REPETITIONS)
