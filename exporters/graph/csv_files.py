"""A pathway's title, its stages and its handovers as CSV files.

So written that Excel in Finland opens them by a double click: semicolons, UTF-8 with a byte order
mark, CR LF. Gephi and other graph programs find the columns that they ask for (Id, Label, Source,
Target). No cell begins with what a spreadsheet would calculate: such a text gets an apostrophe
before it (OWASP, CSV injection).
"""

import csv
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from io import StringIO

from exporters.graph.facts import EDGE_FACTS, NODE_FACTS, Value, edges, nodes, title
from model.pathway import Pathway

DELIMITER = ";"
_CALCULATED = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")


def files(pathway: Pathway, language: str) -> Iterator[tuple[str, bytes]]:
    about = (pathway.info.id, title(pathway, language), language)
    yield "pathway.csv", _table(("Id", "Label", "Language"), [about])
    stages = [(node.id, *node.facts.values()) for node in nodes(pathway, language)]
    yield "stages.csv", _table(("Id", *map(str.capitalize, NODE_FACTS)), stages)
    arrows = [
        (edge.id, edge.source, edge.target, "Directed", *edge.facts.values())
        for edge in edges(pathway, language)
    ]
    heads = ("Id", "Source", "Target", "Type", *map(str.capitalize, EDGE_FACTS))
    yield "handovers.csv", _table(heads, arrows)


def _table(heads: Iterable[str], rows: Iterable[Iterable[Value]]) -> bytes:
    text = StringIO(newline="")
    table = csv.writer(text, delimiter=DELIMITER, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(heads)
    for row in rows:
        table.writerow([_cell(value) for value in row])
    return BOM_UTF8 + text.getvalue().encode()


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return str(int(value))
    words = str(value)
    return f"'{words}" if words.lstrip().startswith(_CALCULATED) else words
