"""Making stages, actors, phases and handovers."""

from typing import Final

from designer.ui.actions.action import Action
from model.messages import N_

ACTIONS: Final = (
    Action("add_stage", N_("Add a &stage"), lambda window: window.board.add_stage(),
           board_key="Ins", icon="square-plus", short=N_("Stage")),
    Action("add_actor", N_("Add an &actor"), lambda window: window.board.add_actor(),
           shortcut="Ctrl+Shift+A", icon="rows-3", short=N_("Actor")),
    Action("add_phase", N_("Add a &phase"), lambda window: window.board.add_phase(),
           shortcut="Ctrl+Shift+P", icon="columns-3", short=N_("Phase")),
    Action("connect", N_("&Connect to another stage"),
           lambda window: window.board.connect_from_selected(),
           shortcut="Ctrl+L", icon="spline", short=N_("Connect")),
)  # fmt: skip
