"""What keys and the menu do in the outline: the board's own verbs, on the line one is on."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QKeyCombination, Qt

from designer.ui.canvas import commands as board_commands
from designer.ui.canvas.capture.drafts import BranchDraft, LineDraft, NameDraft
from designer.ui.canvas.capture.places import beside
from designer.ui.canvas.descriptions import called
from designer.ui.canvas.grid import Direction
from designer.ui.canvas.inserting import arrow_to_split
from designer.ui.canvas.notes.drafts import NoteDraft
from designer.ui.outline.lines import Kind
from designer.ui.outline.tree import Keys
from model import edits, notes
from model.arrange import insert_between
from model.change import Change
from model.ids import Id
from model.messages import _
from model.notes import Anchor
from model.pathway import Cell, Pathway
from model.records import Handover, Note, Stage

if TYPE_CHECKING:
    from designer.ui.outline.panel import OutlinePanel

_NONE = Qt.KeyboardModifier.NoModifier
_ALT = Qt.KeyboardModifier.AltModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


def keys_of(panel: "OutlinePanel") -> Keys:
    """Return the outline's keys: those of the board, where a list has a use for them."""
    moves = {
        Qt.Key.Key_Left: Direction.LEFT,
        Qt.Key.Key_Right: Direction.RIGHT,
        Qt.Key.Key_Up: Direction.UP,
        Qt.Key.Key_Down: Direction.DOWN,
    }
    acts: dict[Qt.Key, Callable[[OutlinePanel], None]] = {
        Qt.Key.Key_F2: lambda panel: panel.edit(),
        Qt.Key.Key_Return: enter,
        Qt.Key.Key_Enter: enter,
        Qt.Key.Key_N: add_after,
        Qt.Key.Key_Insert: add_after,
        Qt.Key.Key_B: add_branch,
        Qt.Key.Key_I: add_between,
        Qt.Key.Key_Delete: remove,
        Qt.Key.Key_C: connect,
        Qt.Key.Key_M: add_note,
        Qt.Key.Key_X: settle,
    }
    return {
        **{QKeyCombination(_NONE, key): _always(panel, act) for key, act in acts.items()},
        **{
            QKeyCombination(_ALT, key): _always(panel, partial(move, direction=direction))
            for key, direction in moves.items()
        },
        QKeyCombination(_CONTROL, Qt.Key.Key_L): _always(panel, connect),
        QKeyCombination(_NONE, Qt.Key.Key_Right): partial(follow_handover, panel),
    }


def _always(panel: "OutlinePanel", act: "Callable[[OutlinePanel], None]") -> Callable[[], bool]:
    def press() -> bool:
        act(panel)
        return True

    return press


def enter(panel: "OutlinePanel") -> None:
    """Go along a handover; edit what else is there."""
    if not follow_handover(panel):
        panel.edit()


def follow_handover(panel: "OutlinePanel") -> bool:
    """Go to the stage that the current handover leads to; False on other lines."""
    record = panel.pathway.get(panel.current)
    if not isinstance(record, Handover):
        return False
    panel.go_to(record.target)
    return True


def add_after(panel: "OutlinePanel") -> None:
    """Ask for the name of a stage: after the current one, on the current handover, else here."""
    match panel.pathway.get(panel.current):
        case Handover():
            add_between(panel)
        case Stage() as stage:
            panel.draft(LineDraft(stage.id, None))
        case _:
            panel.draft(LineDraft(None, _cell_in_phase(panel)))


def add_between(panel: "OutlinePanel") -> None:
    """Ask for the name of a stage on the current handover, between its two stages."""
    arrow = arrow_to_split(panel.board)
    if arrow is None:
        panel.board.say(_("Select the handover that the new stage comes onto."))
        return
    handover = arrow.id
    panel.draft(NameDraft(lambda pathway, title: insert_between(pathway, handover, title)))


def add_branch(panel: "OutlinePanel") -> None:
    """Ask for a stage beside the current one, which the same stage leads to."""
    stage = panel.pathway.find(Stage, panel.current)
    if stage is None:
        panel.board.say(_("Select a stage first."))
    else:
        panel.draft(BranchDraft(*beside(panel.pathway, stage)))


def _cell_in_phase(panel: "OutlinePanel") -> Cell:
    """Return the cell after the last stage of the current phase; the first one when it's empty."""
    pathway, line = panel.pathway, panel.line
    actor, first, column = board_commands.first_cell(pathway)
    if line is None or line.kind not in {Kind.PHASE, Kind.NO_PHASE}:
        return actor, first, column
    phase = line.record.id if line.record else None
    there = [stage for stage in pathway.stages if stage.phase == phase]
    if there:
        return there[-1].actor, phase, there[-1].column + 1
    return actor, phase, 0


def remove(panel: "OutlinePanel") -> None:
    """Remove the lines selected, as the board does; the keyboard goes to the next one."""
    panel.board.remove_selected()
    panel.refresh()


def move(panel: "OutlinePanel", direction: Direction) -> None:
    """Move a stage on the board, or a phase among its like; the outline shows where it is now."""
    panel.board.move_selected(direction)
    panel.tree.scrollTo(panel.tree.currentIndex())


def connect(panel: "OutlinePanel") -> None:
    """Ask for the stage that the current one leads to."""
    stage = panel.pathway.find(Stage, panel.current)
    if stage is None:
        panel.board.say(_("Select the stage that the handover leaves from."))
        return
    name = called(stage, panel.board.language)
    panel.ask_target(_("Where does “{source}” lead?").format(source=name), stage.id)


def join(panel: "OutlinePanel", target: Id) -> None:
    """Join the current stage to another."""
    board_commands.connect(panel.board, panel.current, target)


def add_note(panel: "OutlinePanel") -> None:
    """Ask for the words of a note on what the current line stands for."""
    record = panel.pathway.get(panel.current)
    anchor = notes.anchor_of(record) if isinstance(record, Note) else None
    if anchor is None:
        anchor = Anchor((record or panel.pathway.info).id)
    panel.draft(NoteDraft(anchor))


def settle(panel: "OutlinePanel") -> None:
    """Tick off the notes among what is selected, or open them again."""
    document = panel.board.document
    document.do(notes.settle(document.pathway, panel.board.selection.ids))


def written(pathway: Pathway, id: Id, language: str, words: str) -> Change:
    """Return the edit that words typed into a line make; names can't be taken away."""
    from designer.ui.canvas.capture.renaming import renamed

    match pathway.get(id):
        case Handover():
            return edits.write(pathway, id, "condition", language, words)
        case Note():
            return notes.write_note(pathway, id, words, language)
        case None:
            return Change("")
        case _:
            return renamed(pathway, id, words, language) if words else Change("")
