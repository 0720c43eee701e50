"""What the keys do about the finding that is chosen, from anywhere in the window."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from designer.ui.findings.settling import Act, Kind
from model.messages import _

if TYPE_CHECKING:
    from designer.ui.workspace import Workspace


def fix_current(workspace: "Workspace") -> None:
    """Put the chosen finding right; where there are several ways, ask which."""
    acts = _acts(workspace, Kind.FIX)
    if len(acts) == 1:
        acts[0].do()
    elif acts:
        _choose(workspace, acts)
    elif _is_chosen(workspace):
        workspace.board.say(_("This finding has no quick fix: see how to put it right."))


def fix_all_alike(workspace: "Workspace") -> None:
    """Put right all that the rule of the chosen finding has found, as one step."""
    acts = _acts(workspace, Kind.FIX_ALIKE)
    if len(acts) == 1:
        acts[0].do()
    elif acts:
        _choose(workspace, acts)
    elif _is_chosen(workspace):
        workspace.board.say(_("There are no more findings with the same quick fix."))


def accept_current(workspace: "Workspace") -> None:
    """Accept the chosen finding as it is, or write its acceptance anew."""
    _do_first(_acts(workspace, Kind.ACCEPT))


def give_current(workspace: "Workspace") -> None:
    """Give the chosen finding to somebody as a task."""
    _do_first(_acts(workspace, Kind.GIVE))


def _do_first(acts: Iterable[Act]) -> None:
    does: Callable[[], object] | None = next((act.do for act in acts), None)
    if does is not None:
        does()


def _is_chosen(workspace: "Workspace") -> bool:
    return workspace.findings.isVisible() and workspace.findings.current is not None


def _acts(workspace: "Workspace", kind: Kind) -> list[Act]:
    """Return what can be done; first show the findings, and say when none is chosen."""
    findings = workspace.findings
    findings.refresh()
    if findings.isHidden():
        # Nobody changes what nobody sees: the same key once more does it.
        workspace.toggle_findings()
        workspace.board.say(_("Here is the finding: the same key again settles it."))
        return []
    acts = [act for act in findings.explanation.acts if act.kind is kind]
    if not findings.explanation.acts:
        workspace.board.say(_("Choose a finding first: F12 goes to the next one."))
    return acts


def _choose(workspace: "Workspace", acts: Iterable[Act]) -> None:
    explanation = workspace.findings.explanation
    menu = QMenu(explanation)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.setToolTipsVisible(True)
    for act in acts:
        entry = menu.addAction(act.title.replace("&", "&&"))
        entry.triggered.connect(lambda _checked, act=act: act.do())
        entry.hovered.connect(lambda act=act: workspace.findings.settling.reaches.emit(act.reaches))
    menu.aboutToHide.connect(lambda: workspace.findings.settling.reaches.emit(()))
    menu.popup(explanation.mapToGlobal(QPoint(0, 0)))
    menu.setActiveAction(menu.actions()[0])
