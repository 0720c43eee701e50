"""Everything that can be done from menus, buttons and keys: one list, one way for all three."""

from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

from designer.ui.canvas import Direction
from model.messages import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from designer.ui.main_window import MainWindow


class When(Enum):
    """When an action can be used."""

    ALWAYS = auto()
    PATHWAY = auto()
    """A pathway is open."""
    UNDO = auto()
    REDO = auto()


class Action(NamedTuple):
    """`title` and `short` (on buttons) are message ids; the board hears `board_key` itself."""

    name: str
    title: str
    does: "Callable[[MainWindow], object]"
    when: When = When.PATHWAY
    shortcut: str = ""
    board_key: str = ""
    icon: str = ""
    short: str = ""


ACTIONS: Final = (
    # File
    Action("open", N_("&Open…"), lambda window: window.filing.ask_what_to_open(),
           When.ALWAYS, "Ctrl+O", icon="folder-open"),
    Action("start", N_("Start &screen"), lambda window: window.show_start_screen(),
           When.ALWAYS, icon="house"),
    Action("save", N_("&Save"), lambda window: window.filing.save(),
           shortcut="Ctrl+S", icon="save"),
    Action("save_as", N_("Save &as…"), lambda window: window.filing.ask_where_to_save(),
           shortcut="Ctrl+Shift+S", icon="save-all"),
    Action("close", N_("&Close"), lambda window: window.close(), When.ALWAYS, "Ctrl+W"),
    Action("quit", N_("&Quit"), lambda window: window.program.quit(), When.ALWAYS, "Ctrl+Q"),
    # Edit
    Action("undo", N_("&Undo"), lambda window: window.undo(), When.UNDO, "Ctrl+Z", icon="undo-2"),
    Action("redo", N_("&Redo"), lambda window: window.redo(), When.REDO, "Ctrl+Y", icon="redo-2"),
    Action("add_stage", N_("Add a &stage"), lambda window: window.board.add_stage(),
           board_key="Ins", icon="square-plus", short=N_("Stage")),
    Action("add_actor", N_("Add an &actor"), lambda window: window.board.add_actor(),
           shortcut="Ctrl+Shift+A", icon="rows-3", short=N_("Actor")),
    Action("add_phase", N_("Add a &phase"), lambda window: window.board.add_phase(),
           shortcut="Ctrl+Shift+P", icon="columns-3", short=N_("Phase")),
    Action("connect", N_("&Connect to another stage"),
           lambda window: window.board.connect_from_selected(),
           shortcut="Ctrl+L", icon="spline", short=N_("Connect")),
    Action("rename", N_("Re&name"), lambda window: window.board.rename_selected(),
           board_key="F2", icon="pencil"),
    Action("edit", N_("&Edit in the inspector"), lambda window: window.workspace.edit_selected(),
           shortcut="Ctrl+E", icon="panel-right"),
    Action("move_left", N_("Move left"), lambda window: window.board.move_selected(Direction.LEFT),
           board_key="Alt+Left", icon="arrow-left"),
    Action("move_right", N_("Move right"),
           lambda window: window.board.move_selected(Direction.RIGHT),
           board_key="Alt+Right", icon="arrow-right"),
    Action("move_up", N_("Move up"), lambda window: window.board.move_selected(Direction.UP),
           board_key="Alt+Up", icon="arrow-up"),
    Action("move_down", N_("Move down"), lambda window: window.board.move_selected(Direction.DOWN),
           board_key="Alt+Down", icon="arrow-down"),
    Action("remove", N_("Re&move"), lambda window: window.board.remove_selected(),
           board_key="Del", icon="trash-2"),
    Action("select_all", N_("Select &all stages"), lambda window: window.board.select_all(),
           shortcut="Ctrl+A"),
    # View
    Action("fit", N_("Show the &whole board"), lambda window: window.board.fit(),
           shortcut="Ctrl+9", icon="maximize"),
    Action("zoom_in", N_("Zoom &in"), lambda window: window.board.zoom_in(),
           shortcut="Ctrl++", icon="zoom-in"),
    Action("zoom_out", N_("Zoom &out"), lambda window: window.board.zoom_out(),
           shortcut="Ctrl+-", icon="zoom-out"),
    Action("zoom_normal", N_("&100 %"), lambda window: window.board.zoom_to(1.0),
           shortcut="Ctrl+0"),
    Action("inspector", N_("Show or hide the &inspector"),
           lambda window: window.workspace.toggle_inspector(), shortcut="F9", icon="panel-right"),
    Action("findings", N_("Show or hide the &findings"),
           lambda window: window.workspace.toggle_findings(), shortcut="F8",
           icon="panel-bottom"),
    Action("next_panel", N_("Go to the &next panel"),
           lambda window: window.workspace.go_to_next_panel(), shortcut="F6"),
    # Help
    Action("keys", N_("&Keyboard shortcuts"), lambda window: window.show_keys(),
           When.ALWAYS, "F1", icon="circle-question-mark"),
    Action("about", N_("&About Ketjupaja"), lambda window: window.show_about(),
           When.ALWAYS, icon="info"),
)  # fmt: skip


class Menu(NamedTuple):
    """A menu of the menu bar: names of actions, "" for a line, "> name" for a menu in it."""

    title: str
    entries: tuple[str, ...]


MENUS: Final = (
    Menu(
        N_("&File"),
        (
            *("> new", "open", "> recent", "start", ""),
            *("save", "save_as", "", "> export", "", "close", "quit"),
        ),
    ),
    Menu(
        N_("&Edit"),
        (
            *("undo", "redo", "", "add_stage", "add_actor", "add_phase", "connect", ""),
            *("rename", "edit", "", "move_left", "move_right", "move_up", "move_down", ""),
            *("select_all", "remove"),
        ),
    ),
    Menu(
        N_("&View"),
        (
            *("fit", "zoom_in", "zoom_out", "zoom_normal", ""),
            *("inspector", "findings", "next_panel", "", "> language"),
        ),
    ),
    Menu(N_("&Help"), ("keys", "about")),
)

ICON_TOOLS: Final = ("undo", "redo")
WORD_TOOLS: Final = ("add_stage", "add_actor", "add_phase", "connect")
