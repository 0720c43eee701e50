"""The graph by NetworkX: GraphML (typed attributes), and JSON in two usual forms.

https://graphml.graphdrawing.org, https://networkx.org/documentation/stable/reference/readwrite/,
https://jsongraphformat.info (version 2).
"""

import json
from typing import TYPE_CHECKING, Any

from exporters.graph import facts
from model.pathway import Pathway

if TYPE_CHECKING:
    import networkx as nx


def network(pathway: Pathway, language: str) -> "nx.MultiDiGraph[str]":
    """Return stages as nodes and handovers as edges with their ids as keys."""
    import networkx as nx

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        id=pathway.info.id, label=facts.title(pathway, language), language=language
    )
    for node in facts.nodes(pathway, language):
        graph.add_node(node.id, **node.facts)
    for edge in facts.edges(pathway, language):
        graph.add_edge(edge.source, edge.target, key=edge.id, **edge.facts)
    return graph


def graphml(pathway: Pathway, language: str) -> bytes:
    import networkx as nx

    lines = nx.generate_graphml(network(pathway, language), named_key_ids=True)
    text = "\n".join(lines)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'.encode()


def node_link(pathway: Pathway, language: str) -> bytes:
    import networkx as nx

    return _json(nx.node_link_data(network(pathway, language), edges="edges"))


def json_graph_format(pathway: Pathway, language: str) -> bytes:
    def told(values: dict[str, facts.Value]) -> dict[str, Any]:
        return {
            "label": values["label"],
            "metadata": {name: value for name, value in values.items() if name != "label"},
        }

    return _json(
        {
            "graph": {
                "id": pathway.info.id,
                "label": facts.title(pathway, language),
                "directed": True,
                "metadata": {"language": language},
                "nodes": {node.id: told(node.facts) for node in facts.nodes(pathway, language)},
                "edges": [
                    {
                        "id": edge.id,
                        "source": edge.source,
                        "target": edge.target,
                        **told(edge.facts),
                    }
                    for edge in facts.edges(pathway, language)
                ],
            }
        }
    )


def _json(data: dict[str, Any]) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()
