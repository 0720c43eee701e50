"""The graph of stages and handovers as data: CSV, GraphML and JSON, for tools that analyse graphs.

All three hold the same: of a stage its title, kind, actor and place, of a handover its ends,
condition, flow and kind. Texts are in the first language asked for.
"""

from collections.abc import Iterator

from exporters.exporter import Exporter, Form, Group, Options, Progress
from exporters.not_public import not_public
from model.messages import N_
from model.pathway import Pathway

NODE_LINK = Form("node_link", N_("For NetworkX and D3 (node-link)"))
JGF = Form("jgf", N_("JSON Graph Format 2"))


def _csv(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    from exporters.graph.csv_files import files

    progress(0)
    yield from files(pathway, options.languages_for(pathway)[0])
    progress(1)


def _graphml(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    from exporters.graph.network import graphml

    progress(0)
    yield "pathway.graphml", graphml(pathway, options.languages_for(pathway)[0])
    progress(1)


def _json(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    from exporters.graph.network import json_graph_format, node_link

    progress(0)
    write = json_graph_format if options.form == JGF.name else node_link
    yield "pathway.json", write(pathway, options.languages_for(pathway)[0])
    progress(1)


CSV = Exporter(
    "csv", N_("Stages and handovers as CSV"), "", _csv, not_public, group=Group.DOCUMENTS
)
GRAPHML = Exporter("graphml", N_("Graph (GraphML)"), ".graphml", _graphml, not_public)
JSON_GRAPH = Exporter(
    "json-graph", N_("Graph (JSON)"), ".json", _json, not_public, forms=(NODE_LINK, JGF)
)
