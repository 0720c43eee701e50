"""Making stages, actors, phases and handovers; cut, copy and paste."""

from typing import TYPE_CHECKING, Final

from designer.ui import clipboard
from designer.ui.actions.action import Action
from designer.ui.canvas import Direction
from designer.ui.canvas.capture import steps
from model.messages import N_

if TYPE_CHECKING:
    from designer.ui.main_window import MainWindow


def _copy_picture(window: "MainWindow") -> None:
    from designer.ui.copy_picture import copy_as_picture

    copy_as_picture(window.board)


def _toggle_marks(window: "MainWindow") -> None:
    marks = window.board.unfinished
    marks.want(not marks.wanted)
    window.program.settings.remember_shown("unfinished", shown=marks.wanted)


ACTIONS: Final = (
    Action("quick_add", N_("&Quick add…"), lambda window: window.board.quick_add.open(),
           board_key="Q", icon="text-cursor-input"),
    Action("add_stage", N_("Add a &stage"), lambda window: window.board.add_stage(),
           board_key="N", icon="square-plus", short=N_("Stage")),
    Action("branch", N_("Add a &branch beside"), lambda window: steps.branch(window.board),
           board_key="B", icon="split"),
    Action("next_unfinished", N_("Go on from the next &unfinished end"),
           lambda window: steps.next_unfinished(window.board), board_key="U",
           icon="circle-question-mark"),
    Action("connect", N_("&Connect to another stage"),
           lambda window: window.board.connect_from_selected(),
           shortcut="Ctrl+L", icon="spline", short=N_("Connect")),
    Action("stage_in_next_phase", N_("Next stage in the &next phase"),
           lambda window: steps.towards(window.board, Direction.RIGHT),
           board_key="Ctrl+Shift+Right"),
    Action("stage_in_phase_before", N_("Next stage in the phase be&fore"),
           lambda window: steps.towards(window.board, Direction.LEFT),
           board_key="Ctrl+Shift+Left"),
    Action("stage_above", N_("Next stage with the actor &above"),
           lambda window: steps.towards(window.board, Direction.UP),
           board_key="Ctrl+Shift+Up"),
    Action("stage_below", N_("Next stage with the actor b&elow"),
           lambda window: steps.towards(window.board, Direction.DOWN),
           board_key="Ctrl+Shift+Down"),
    Action("add_actor", N_("Add an &actor"), lambda window: window.board.add_actor(),
           shortcut="Ctrl+Shift+A", icon="rows-3", short=N_("Actor")),
    Action("add_phase", N_("Add a &phase"), lambda window: window.board.add_phase(),
           shortcut="Ctrl+Shift+P", icon="columns-3", short=N_("Phase")),
    Action("cut", N_("Cu&t"), lambda window: clipboard.cut(window.board), board_key="Ctrl+X"),
    Action("copy", N_("&Copy"), lambda window: clipboard.copy(window.board), board_key="Ctrl+C",
           icon="copy"),
    Action("copy_picture", N_("Copy as a pict&ure"), _copy_picture,
           shortcut="Ctrl+Shift+C", icon="image"),
    Action("paste", N_("&Paste"), lambda window: clipboard.paste(window.board),
           board_key="Ctrl+V", icon="clipboard-list"),
    Action("paste_list", N_("Paste a &list…"), lambda window: clipboard.paste_list(window.board),
           icon="notebook-pen"),
    Action("duplicate", N_("&Duplicate"), lambda window: clipboard.duplicate(window.board),
           board_key="D"),
    Action("unfinished_marks", N_("Show or hide the marks of &unfinished ends"), _toggle_marks),
)  # fmt: skip
