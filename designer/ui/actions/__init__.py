"""Everything that can be done from menus, buttons and keys: one list, one way for all three."""

from typing import Final, NamedTuple

from designer.ui.actions import (
    arranging,
    capture,
    checking,
    editing,
    filing,
    helping,
    merging,
    notes,
    presenting,
    viewing,
    wayfinding,
)
from designer.ui.actions.action import Action, When
from model.messages import N_

__all__ = ["ACTIONS", "ICON_TOOLS", "MENUS", "WORD_TOOLS", "Action", "Menu", "When"]

ACTIONS: Final = (
    *filing.ACTIONS,
    *merging.ACTIONS,
    *editing.ACTIONS,
    *capture.ACTIONS,
    *arranging.ACTIONS,
    *notes.ACTIONS,
    *checking.ACTIONS,
    *viewing.ACTIONS,
    *presenting.ACTIONS,
    *wayfinding.ACTIONS,
    *helping.ACTIONS,
)


class Menu(NamedTuple):
    """A menu of the menu bar: names of actions, "" for a line, "> name" for a menu in it."""

    title: str
    entries: tuple[str, ...]


MENUS: Final = (
    Menu(
        N_("&File"),
        (
            *("> new", "open", "> recent", "start", ""),
            *("import", "bring_in_workbooks", "recover", "delete_recoverable", ""),
            *("save", "save_as", "versions", ""),
            *("publish", "> export", "poster", "cards", "portfolio", ""),
            *("close", "quit"),
        ),
    ),
    Menu(
        N_("&Edit"),
        (
            *(
                "undo",
                "redo",
                "",
                "cut",
                "copy",
                "copy_picture",
                "paste",
                "paste_list",
                "duplicate",
            ),
            "",
            *("rename", "edit", ""),
            *("select_all", "select_stages_of_actor", "select_stages_of_phase", ""),
            *("settle_note", "remove"),
        ),
    ),
    Menu(
        N_("&Add"),
        (
            *("quick_add", "", "add_stage", "branch", "insert", "next_unfinished", "connect", ""),
            *("stage_in_next_phase", "stage_in_phase_before", "stage_above", "stage_below", ""),
            *("add_actor", "add_phase", "", "add_note"),
        ),
    ),
    Menu(
        N_("A&rrange"),
        (
            *("move_left", "move_right", "move_up", "move_down", "", "tidy", ""),
            *("fold", "unfold_all", ""),
            *("open_subpathway", "choose_subpathway", "leave_subpathway"),
        ),
    ),
    Menu(
        N_("&Versions"),
        (
            *("compare", "keep_milestone", "milestones", ""),
            *("join_files", "settle_questions"),
        ),
    ),
    Menu(
        N_("&View"),
        (
            *("present", "", "fit", "fit_selection", "zoom_in", "zoom_out", "zoom_normal", ""),
            *(
                "outline",
                "inspector",
                "notes",
                "> notes",
                "unfinished_marks",
                "minimap",
                "next_panel",
                "",
                "> look",
                "> language",
            ),
        ),
    ),
    Menu(
        N_("&Go"),
        (
            "palette",
            "",
            "find",
            "find_next",
            "find_previous",
            "",
            "back",
            "forward",
            "",
            "go_onward",
            "go_backward",
        ),
    ),
    Menu(
        N_("&Check"),
        (
            *("findings", "completeness", ""),
            *("next_finding", "previous_finding", ""),
            *("fix_finding", "fix_all_alike", "accept_finding", "give_finding"),
            *("", "save_findings", ""),
            "times",
            "customer_walk",
        ),
    ),
    Menu(N_("&Help"), ("keys", "about")),
)

ICON_TOOLS: Final = ("undo", "redo")
WORD_TOOLS: Final = ("add_stage", "add_actor", "add_phase", "connect", "present")
