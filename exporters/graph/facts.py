"""What the graph formats tell of a pathway: one value for each name, the same in all of them."""

from collections.abc import Iterator
from typing import NamedTuple

from exporters.diagram import words
from model.ids import Id
from model.messages import speaking
from model.pathway import Pathway
from model.records import Actor, Handover, Phase, Stage
from model.text import in_language

Value = str | int | bool


class Node(NamedTuple):
    id: Id
    facts: dict[str, Value]


class Edge(NamedTuple):
    id: Id
    source: Id
    target: Id
    facts: dict[str, Value]


NODE_FACTS = ("label", "kind", "actor", "sector", "phase", "column", "start")
EDGE_FACTS = ("label", "condition", "flow", "kind")


def title(pathway: Pathway, language: str) -> str:
    with speaking(language):
        return _plain(words.board_title(pathway, language))


def nodes(pathway: Pathway, language: str) -> Iterator[Node]:
    """Yield the stages; `column` counts from 0 within the phase, codes are those of the file."""
    for stage in pathway.stages:
        with speaking(language):
            label = words.stage_title(stage, language)
        yield Node(stage.id, _node_facts(pathway, stage, _plain(label), language))


def edges(pathway: Pathway, language: str) -> Iterator[Edge]:
    for arrow in pathway.handovers:
        with speaking(language):
            label = words.handover_label(arrow, language)
        yield Edge(arrow.id, arrow.source, arrow.target, _edge_facts(arrow, label, language))


def _node_facts(pathway: Pathway, stage: Stage, label: str, language: str) -> dict[str, Value]:
    actor = pathway.find(Actor, stage.actor)
    phase = pathway.find(Phase, stage.phase)
    return {
        "label": label,
        "kind": str(stage.kind or ""),
        "actor": _plain(in_language(actor.name, language)) if actor else "",
        "sector": str(actor.sector or "") if actor else "",
        "phase": _plain(in_language(phase.title, language)) if phase else "",
        "column": stage.column,
        "start": stage.start,
    }


def _edge_facts(arrow: Handover, label: str, language: str) -> dict[str, Value]:
    return {
        "label": _plain(label),
        "condition": _plain(in_language(arrow.condition, language)),
        "flow": str(arrow.flow),
        "kind": str(arrow.kind or ""),
    }


def _plain(text: str) -> str:
    """Return a text on one line, with what no file can hold replaced."""
    return " ".join(words.clean(text).split())
