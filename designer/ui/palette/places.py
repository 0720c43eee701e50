"""The records that the palette leads to: stages, actors, phases, conditions, notes, findings."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from designer.ui.canvas.descriptions import actor_name, called, phase_name
from designer.ui.findings.lines import Group, lines_of
from designer.ui.palette.entry import Entry, Kind
from designer.ui.signs import icon, sector_icon, severity_icon
from exporters.diagram.look import SIGN_ICONS
from model.codes import Severity
from model.codes.names import name_of_code
from model.ids import Id
from model.pathway import Pathway
from model.records import Actor, Handover, Note, Phase, Stage
from model.text import in_language

if TYPE_CHECKING:
    from designer.ui.workspace import Workspace

Goes = Callable[[Id], object]
_NO_KIND = "square"


def places(workspace: "Workspace") -> Iterator[Entry]:
    """Yield what can be gone to in an open pathway."""
    pathway, language = workspace.file.document.pathway, workspace.language

    def goes(id: Id) -> Callable[[], object]:
        return partial(_go_to, workspace, id)

    for stage in pathway.stages:
        actor_words = actor_name(pathway, stage.actor, language)
        beside = f"{actor_words} · {phase_name(pathway, stage.phase, language)}"
        sign = SIGN_ICONS[stage.kind] if stage.kind else _NO_KIND
        yield Entry.of(
            Kind.STAGE, called(stage, language), beside, icon(sign, "muted"), goes(stage.id)
        )
    for actor in pathway.actors:
        sector = name_of_code(actor.sector) if actor.sector else ""
        yield Entry.of(
            Kind.ACTOR, called(actor, language), sector, sector_icon(actor.sector), goes(actor.id)
        )
    columns = icon("columns-3", "muted")
    for phase in pathway.phases:
        yield Entry.of(Kind.PHASE, called(phase, language), "", columns, goes(phase.id))
    yield from _handovers(pathway, language, goes)
    yield from _notes(pathway, language, goes)
    yield from _findings(workspace, goes)


def _go_to(workspace: "Workspace", id: Id) -> None:
    workspace.show_record(id)
    if isinstance(workspace.file.document.pathway.get(id), Stage | Actor | Phase | Handover):
        workspace.board.setFocus()


def _handovers(
    pathway: Pathway, language: str, goes: Callable[[Id], Callable[[], object]]
) -> Iterator[Entry]:
    sign = icon("arrow-right", "muted")
    for arrow in pathway.handovers:
        condition = in_language(arrow.condition, language)
        if condition:
            source, target = pathway[arrow.source], pathway[arrow.target]
            beside = f"{called(source, language)} → {called(target, language)}"
            yield Entry.of(Kind.HANDOVER, condition, beside, sign, goes(arrow.id))


def _notes(
    pathway: Pathway, language: str, goes: Callable[[Id], Callable[[], object]]
) -> Iterator[Entry]:
    sign = icon("sticky-note", "muted")
    for note in pathway.of(Note):
        words = in_language(note.text, language)
        if words:
            about = pathway.get(note.about or "")
            beside = called(about, language) if about is not None else ""
            kind = name_of_code(note.kind)
            beside = f"{kind} · {beside}" if beside else kind
            yield Entry.of(Kind.NOTE, words, beside, sign, goes(note.id))


def _findings(
    workspace: "Workspace", goes: Callable[[Id], Callable[[], object]]
) -> Iterator[Entry]:
    pathway = workspace.file.document.pathway
    for line in lines_of(workspace.findings.report):
        if line.group in (Group.NOT_EVALUATED, Group.ACCEPTED, Group.SWITCHED_OFF):
            continue
        targets = [id for id in (line.about, *line.also) if id is not None and id in pathway]
        yield Entry.of(
            Kind.FINDING,
            line.title,
            line.message,
            severity_icon(Severity(line.group)),
            goes(targets[0] if targets else pathway.info.id),
        )
