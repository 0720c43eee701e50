"""A pathway as a Mermaid flowchart or as Mermaid swimlanes.

Names in the text are counted ("s1", "a1"): readable for who edits it, and never a keyword. The kind
of a stage is its class ("kind_follow_up"), the sector of an actor that of its group, and phases
have the class "phase": the reader knows them again.
"""

import json
from collections.abc import Iterator, Mapping, Sequence

from exporters.diagram import words
from exporters.diagram.links import stage_address
from exporters.diagram.look import LIGHT
from exporters.mermaid import BY_PHASE, SWIMLANES
from exporters.mermaid.quoting import escaped, quoted
from model.codes import Flow, StageKind
from model.ids import Id
from model.messages import _, speaking
from model.pathway import Pathway
from model.records import Actor, Handover, Phase, Stage
from model.text import in_language

KIND = "kind_"
WAY_IN = "way_in"
PHASE = "phase"
SECTOR = "sector_"
NO_SECTOR = "not_told"

_SHAPES = {StageKind.DECISION: ("{", "}"), StageKind.END: ("([", "])")}
_BOX = ("[", "]")
ARROWS: Mapping[Flow, str] = {
    Flow.ALTERNATIVE: "-->",
    Flow.PARALLEL: "==>",
    Flow.OPTIONAL: "-.->",
}


def text(pathway: Pathway, language: str, form: str) -> str:
    with speaking(language):
        return "\n".join(_lines(pathway, language, form)) + "\n"


def _lines(pathway: Pathway, language: str, form: str) -> Iterator[str]:
    names = {stage.id: f"s{place}" for place, stage in enumerate(pathway.stages, 1)}
    title = words.board_title(pathway, language)
    yield from ("---", f"title: {_in_yaml(title)}", "---")
    yield "swimlane-beta LR" if form == SWIMLANES.name else "flowchart LR"
    yield f"  accTitle: {escaped(title)}"
    yield f"  accDescr: {escaped(words.graph_description(pathway, language))}"
    if form == BY_PHASE.name:
        yield from _by_phase(pathway, names, language)
    else:
        yield from _by_actor(pathway, _lanes(pathway, form), names, language)
    for handover in drawn_arrows(pathway, form):
        yield "  " + _arrow(handover, names, language)
    for stage in pathway.stages:
        address = stage_address(pathway, stage, language)
        if address and stage.links and _can_stand(address):
            yield f'  click {names[stage.id]} href "{address}" _blank'
    ways_in = ",".join(names[stage.id] for stage in pathway.stages if stage.start)
    if ways_in:
        yield f"  class {ways_in} {WAY_IN}"
    yield from _styles(pathway, form)


def _in_yaml(title: str) -> str:
    """Write a title for the front matter, where JSON is YAML; Mermaid looks for tags there, too."""
    written = json.dumps(" ".join(title.split()), ensure_ascii=False)
    return written.replace("<", "\\u003c").replace("%", "\\u0025")


def _can_stand(address: str) -> bool:
    """Whether an address in ASCII has none of the signs that Mermaid reads as its own."""
    return not set(address) & set("\"'#;<>\\`{}|^") and "%%" not in address


def drawn_arrows(pathway: Pathway, form: str) -> Sequence[Handover]:
    """Return the handovers that a form can have: Mermaid 11.17 fails at swimlanes with a loop."""
    loops_stand = form != SWIMLANES.name
    return [arrow for arrow in pathway.handovers if loops_stand or arrow.source != arrow.target]


def _lanes(pathway: Pathway, form: str) -> Mapping[str, Actor]:
    """Return the actors by their names in the text; swimlanes without stages are drawn astray."""
    used = {stage.actor for stage in pathway.stages}
    return {
        f"a{place}": actor
        for place, actor in enumerate(pathway.actors, 1)
        if form != SWIMLANES.name or actor.id in used
    }


def _by_actor(
    pathway: Pathway, lanes: Mapping[str, Actor], names: Mapping[Id, str], language: str
) -> Iterator[str]:
    for name, actor in lanes.items():
        inside = [stage for stage in pathway.stages if stage.actor == actor.id]
        yield from _group(name, _actor_name(actor, language), inside, names, language)
    for stage in pathway.stages:
        if stage.actor is None:
            yield "  " + _node(stage, names, language)


def _by_phase(pathway: Pathway, names: Mapping[Id, str], language: str) -> Iterator[str]:
    for place, phase in enumerate(pathway.phases, 1):
        inside = [stage for stage in pathway.stages if stage.phase == phase.id]
        yield from _group(f"p{place}", _phase_name(phase, language), inside, names, language)
    for stage in pathway.stages:
        if stage.phase is None:
            yield "  " + _node(stage, names, language)


def _actor_name(actor: Actor, language: str) -> str:
    return words.clean(in_language(actor.name, language)).strip() or _("(no name)")


def _phase_name(phase: Phase, language: str) -> str:
    return words.phase_title(phase, language).strip() or _("(no name)")


def _group(
    name: str, title: str, inside: Sequence[Stage], names: Mapping[Id, str], language: str
) -> Iterator[str]:
    yield f"  subgraph {name}[{quoted(title)}]"
    for stage in inside:
        yield "    " + _node(stage, names, language)
    yield "  end"


def _node(stage: Stage, names: Mapping[Id, str], language: str) -> str:
    opening, closing = _SHAPES.get(stage.kind, _BOX) if stage.kind else _BOX
    kind = f":::{KIND}{stage.kind}" if stage.kind else ""
    title = quoted(words.stage_title(stage, language))
    return f"{names[stage.id]}{opening}{title}{closing}{kind}"


def _arrow(handover: Handover, names: Mapping[Id, str], language: str) -> str:
    label = words.handover_label(handover, language)
    said = f"|{quoted(label)}|" if label.strip() else ""
    return f"{names[handover.source]} {ARROWS[handover.flow]}{said} {names[handover.target]}"


def _styles(pathway: Pathway, form: str) -> Iterator[str]:
    if any(stage.kind is StageKind.EMERGENCY for stage in pathway.stages):
        yield f"  classDef {KIND}{StageKind.EMERGENCY} stroke:{LIGHT.alarm},stroke-width:2px"
    if form == BY_PHASE.name:
        if pathway.phases:
            listed = ",".join(f"p{place}" for place in range(1, len(pathway.phases) + 1))
            yield f"  class {listed} {PHASE}"
        return
    lanes = _lanes(pathway, form)
    for sector in dict.fromkeys(actor.sector for actor in lanes.values()):
        look = LIGHT.sectors[sector]
        mark = f"{SECTOR}{sector or NO_SECTOR}"
        yield f"  classDef {mark} fill:{look.tint},stroke:{look.strong},color:{look.strong}"
        alike = [name for name, actor in lanes.items() if actor.sector is sector]
        yield f"  class {','.join(alike)} {mark}"
