"""Where am I and what follows: the board in words, for the status bar and screen readers."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from designer.ui.canvas.ways import branches
from model.codes.names import name_of_code
from model.describe.captions import caption, kind_of
from model.edits import name_of
from model.ids import Id
from model.messages import _, ngettext
from model.notes import Anchor, anchor_of
from model.pathway import Cell, Pathway
from model.records import Actor, AnyRecord, Handover, Note, PathwayInfo, Phase, Stage
from model.text import in_language


def announce(widget: QWidget, words: str) -> None:
    """Let screen readers say it at once, without waiting for the focus to move."""
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def describe(pathway: Pathway, ids: tuple[Id, ...], language: str) -> str:
    """Say what is selected; one sentence, '' when nothing is."""
    records = [pathway[id] for id in ids if id in pathway]
    if len(records) > 1:
        return ngettext("{count} selected", "{count} selected", len(records)).format(
            count=len(records)
        )
    match records[0] if records else None:
        case Stage() as stage:
            return _stage(pathway, stage, language)
        case Handover() as arrow:
            return _handover(pathway, arrow, language)
        case Note() as note:
            return _note(pathway, note, language)
        case Actor() | Phase() as header:
            return _header(pathway, header, language)
        case _:
            return ""


def describe_place(pathway: Pathway, ids: tuple[Id, ...], cell: Cell | None, language: str) -> str:
    """Say where one is: what is selected, else the cell of the keyboard; '' when nowhere."""
    if cell is not None and not ids:
        return describe_cell(pathway, cell, language)
    return describe(pathway, ids, language)


def describe_cell(pathway: Pathway, cell: Cell, language: str) -> str:
    """Say which empty cell the cursor is in."""
    return _("Empty cell: {actor}, {phase}, column {column}").format(
        actor=actor_name(pathway, cell[0], language),
        phase=phase_name(pathway, cell[1], language),
        column=cell[2] + 1,
    )


def describe_target(pathway: Pathway, cell: Cell, language: str) -> str:
    """Say where what is being dragged would go."""
    return _("Move to: {actor}, {phase}, column {column}").format(
        actor=actor_name(pathway, cell[0], language),
        phase=phase_name(pathway, cell[1], language),
        column=cell[2] + 1,
    )


def called(record: AnyRecord, language: str) -> str:
    return name_of(record, language) or _("(no name)")


def actor_name(pathway: Pathway, id: Id | None, language: str) -> str:
    actor = pathway.find(Actor, id)
    return called(actor, language) if actor else _("no actor")


def phase_name(pathway: Pathway, id: Id | None, language: str) -> str:
    phase = pathway.find(Phase, id)
    return called(phase, language) if phase else _("no phase")


def describe_card(pathway: Pathway, stage: Stage, language: str) -> str:
    """Say where a stage is and what follows, to those who have heard its title already."""
    here = _("Actor {actor}, phase {phase}").format(
        actor=actor_name(pathway, stage.actor, language),
        phase=phase_name(pathway, stage.phase, language),
    )
    return _with_following(here, pathway, stage, language)


def _stage(pathway: Pathway, stage: Stage, language: str) -> str:
    here = _("Stage “{title}”, actor {actor}, phase {phase}").format(
        title=called(stage, language),
        actor=actor_name(pathway, stage.actor, language),
        phase=phase_name(pathway, stage.phase, language),
    )
    return _with_following(here, pathway, stage, language)


def _with_following(here: str, pathway: Pathway, stage: Stage, language: str) -> str:
    following = [
        called(pathway[way.target], language) + _condition(way, language)
        for way in branches(pathway, stage.id)
    ]
    here = ", ".join([here, *_beside(pathway, stage)])
    if not following:
        return _("{here}; nothing follows").format(here=here)
    if len(following) > 1:
        following = [f"{number} {words}" for number, words in enumerate(following, 1)]
    return _("{here}; next: {following}").format(here=here, following=", ".join(following))


def _beside(pathway: Pathway, stage: Stage) -> Iterator[str]:
    """Say what hangs on a stage that one would otherwise only see."""
    if stage.subpathway is not None:
        yield _("sub-pathway (Ctrl+Enter opens it)")
    count = sum(note.about == stage.id and not note.done for note in pathway.of(Note))
    if count:
        yield ngettext("{count} open note", "{count} open notes", count).format(count=count)


def _header(pathway: Pathway, header: Actor | Phase, language: str) -> str:
    count = sum(header.id in (stage.actor, stage.phase) for stage in pathway.stages)
    words = (
        ngettext("Actor “{name}”, {count} stage", "Actor “{name}”, {count} stages", count)
        if isinstance(header, Actor)
        else ngettext("Phase “{name}”, {count} stage", "Phase “{name}”, {count} stages", count)
    )
    return words.format(name=called(header, language), count=count)


def place_of_note(pathway: Pathway, anchor: Anchor, language: str) -> str:
    """Say what a note hangs on: a record, a cell or the whole pathway."""
    match pathway.get(anchor.about or ""):
        case PathwayInfo():
            return _("the whole pathway")
        case None if anchor.actor is None and anchor.phase is None:
            return _("the whole pathway")
        case None:
            actor = actor_name(pathway, anchor.actor, language)
            return f"{actor}, {phase_name(pathway, anchor.phase, language)}"
        case record:
            name = caption(record, pathway, language)
            return _("{kind} “{name}”").format(kind=kind_of(record).lower(), name=name)


def _note(pathway: Pathway, note: Note, language: str) -> str:
    words = _("settled: {note}") if note.done else "{note}"
    said = words.format(note=caption(note, pathway, language))
    return f"{said} – {place_of_note(pathway, anchor_of(note), language)}"


def _condition(arrow: Handover, language: str) -> str:
    words = in_language(arrow.condition, language)
    return f" ({words})" if words else ""


def _handover(pathway: Pathway, arrow: Handover, language: str) -> str:
    between = _("Handover “{source}” → “{target}”").format(
        source=called(pathway[arrow.source], language),
        target=called(pathway[arrow.target], language),
    )
    said = [
        name_of_code(arrow.kind) if arrow.kind else "",
        in_language(arrow.condition, language),
    ]
    return ", ".join([between, *filter(None, said)])
