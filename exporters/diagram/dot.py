r"""The graph of stages and handovers in DOT, Graphviz's language: lanes or phases as clusters.

Every value is quoted. A quoted text knows `\"`, a label also escapes such as `\N` and HTML's
character references; the pathway's texts never come to mean any of them.
https://graphviz.org/doc/info/lang.html, https://graphviz.org/docs/attr-types/escString/
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum, auto
from textwrap import wrap
from typing import NamedTuple

from exporters.diagram import words
from exporters.diagram.links import stage_address
from exporters.diagram.look import LIGHT
from exporters.exporter import Exporter, Form, Options, Progress
from exporters.not_public import not_public
from model.codes import Flow, StageKind
from model.codes.names import name_of_code
from model.messages import N_, speaking
from model.pathway import Pathway
from model.records import Actor, Handover, Phase, Stage
from model.text import in_language

_LINE = 24  # letters in a line of a label
_REFERENCE = re.compile(r"&(?=#?\w+;)")


def build(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    progress(0)
    language = options.languages_for(pathway)[0]
    clusters = Clusters.PHASES if options.form == BY_PHASE.name else Clusters.ACTORS
    yield "graph.dot", graph(pathway, language, clusters=clusters).encode()
    progress(1)


BY_ACTOR = Form("actor", N_("Stages grouped by actor"))
BY_PHASE = Form("phase", N_("Stages grouped by phase"))
DOT = Exporter("dot", N_("Graph (DOT)"), ".dot", build, not_public, forms=(BY_ACTOR, BY_PHASE))


class Clusters(Enum):
    """What the boxes around stages are."""

    ACTORS = auto()
    PHASES = auto()
    NONE = auto()


class Manner(NamedTuple):
    """How Graphviz goes about the handovers: its attribute for conditions, its kind of lines."""

    label: str
    splines: str


CAREFUL = Manner("label", "spline")
"""Conditions have room of their own, lines bend around stages."""
QUICK = Manner("xlabel", "line")
"""Conditions stand beside straight lines, wherever these run."""


def graph(
    pathway: Pathway,
    language: str,
    manner: Manner = CAREFUL,
    clusters: Clusters = Clusters.ACTORS,
) -> str:
    """Return the pathway's graph; a stage's node has the stage's id."""
    with speaking(language):
        return "\n".join(_lines(pathway, language, manner, clusters)) + "\n"


def _lines(pathway: Pathway, language: str, manner: Manner, clusters: Clusters) -> Iterator[str]:
    yield f"digraph {_quoted('pathway')} {{"
    yield "  graph " + _attributes(
        label=_label(words.board_title(pathway, language), width=80),
        labelloc=_quoted("t"),
        rankdir=_quoted("LR"),
        splines=_quoted(manner.splines),
        overlap=_quoted("false"),  # for layouts that would else lay stages over each other
        sep=_quoted("+26"),
        charset=_quoted("UTF-8"),
        fontname=_quoted("Arial"),
        fontsize=_quoted("14"),
    )
    yield "  node " + _attributes(
        shape=_quoted("box"),
        style=_quoted("rounded,filled"),
        fillcolor=_quoted(LIGHT.card),
        fontname=_quoted("Arial"),
        fontsize=_quoted("12"),
        fontcolor=_quoted(LIGHT.ink),
    )
    yield "  edge " + _attributes(
        color=_quoted(LIGHT.arrow),
        fontname=_quoted("Arial"),
        fontsize=_quoted("10"),
        fontcolor=_quoted(LIGHT.on_label),
    )
    grouped: set[str] = set()
    for group in _groups(pathway, clusters):
        inside = _inside(pathway, group)
        grouped.update(stage.id for stage in inside)
        yield from _cluster(pathway, group, inside, language)
    for stage in pathway.stages:
        if stage.id not in grouped:
            yield "  " + _node(pathway, stage, language)
    for handover in pathway.handovers:
        yield "  " + _edge(handover, language, manner)
    yield "}"


def _groups(pathway: Pathway, clusters: Clusters) -> Sequence[Actor | Phase]:
    match clusters:
        case Clusters.ACTORS:
            return pathway.actors
        case Clusters.PHASES:
            return pathway.phases
        case Clusters.NONE:
            return ()


def _inside(pathway: Pathway, group: Actor | Phase) -> Sequence[Stage]:
    return [stage for stage in pathway.stages if group.id in {stage.actor, stage.phase}]


def _cluster(
    pathway: Pathway, group: Actor | Phase, inside: Sequence[Stage], language: str
) -> Iterator[str]:
    yield f"  subgraph {_quoted('cluster_' + group.id)} {{"
    yield "    graph " + _attributes(
        label=_label(_group_name(group, language), width=60),
        style=_quoted("rounded,filled"),
        **_group_colours(group),
    )
    for stage in inside:
        yield "    " + _node(pathway, stage, language)
    yield "  }"


def _group_name(group: Actor | Phase, language: str) -> str:
    if isinstance(group, Phase):
        return words.phase_title(group, language)
    sector = name_of_code(group.sector) if group.sector else ""
    return " – ".join(name for name in (in_language(group.name, language), sector) if name)


def _group_colours(group: Actor | Phase) -> dict[str, str]:
    look = LIGHT.sectors[group.sector if isinstance(group, Actor) else None]
    strong = look.strong if isinstance(group, Actor) else LIGHT.phase
    return {
        "color": _quoted(strong),
        "fillcolor": _quoted(look.tint),
        "fontcolor": _quoted(strong),
    }


_SHAPES = {
    StageKind.DECISION: {"shape": '"octagon"', "style": '"filled"'},
    StageKind.END: {"peripheries": '"2"'},
    StageKind.EMERGENCY: {"penwidth": '"2"'},
}


def _node(pathway: Pathway, stage: Stage, language: str) -> str:
    actor = pathway.find(Actor, stage.actor)
    sector = actor.sector if actor else None
    emergency = stage.kind is StageKind.EMERGENCY
    address = stage_address(pathway, stage, language)
    return f"{_quoted(stage.id)} " + _attributes(
        label=_label(words.stage_title(stage, language), width=_LINE),
        tooltip=_tip(words.stage_in_words(pathway, stage, language)),
        color=_quoted(LIGHT.alarm if emergency else LIGHT.sectors[sector].strong),
        **(_SHAPES.get(stage.kind, {}) if stage.kind else {}),
        **({"URL": _quoted(address)} if address else {}),
    )


def _edge(handover: Handover, language: str, manner: Manner) -> str:
    label = words.handover_label(handover, language)
    attributes: dict[str, str] = {manner.label: _label(label, width=_LINE)} if label else {}
    if handover.flow is Flow.OPTIONAL:
        attributes["style"] = _quoted("dashed")
    if handover.flow is Flow.PARALLEL:
        attributes |= {"dir": _quoted("both"), "arrowtail": _quoted("teetee")}
    return f"{_quoted(handover.source)} -> {_quoted(handover.target)} " + _attributes(
        id=_quoted(handover.id), **attributes
    )


def _attributes(**values: str) -> str:
    return "[" + ", ".join(f"{name}={value}" for name, value in values.items()) + "];"


def _quoted(text: str) -> str:
    """Write a text so that Graphviz reads just that text, escapes in it meaning nothing."""
    plain = " ".join(words.clean(text).split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{_REFERENCE.sub("&amp;", plain)}"'


def _tip(text: str) -> str:
    """Write a text as a tooltip, whose escapes Graphviz resolves twice (emit.c, interpretCRNL)."""
    return _quoted(text.replace("\\", "\\\\"))


def _label(text: str, width: int) -> str:
    """Write a text as a label of several lines, parted between words only."""
    lines = wrap(text, width, break_long_words=False, break_on_hyphens=False)
    return '"' + "\\n".join(_quoted(line)[1:-1] for line in lines) + '"'
