"""What the keys do about the finding that is chosen, from anywhere in the window."""

from collections.abc import Sequence
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
    if acts is not None:
        _do_one(workspace, acts, _("This finding has no quick fix: see how to put it right."))


def fix_all_alike(workspace: "Workspace") -> None:
    """Put right all that the rule of the chosen finding has found, as one step."""
    acts = _acts(workspace, Kind.FIX_ALIKE)
    if acts is not None:
        _do_one(workspace, acts, _("There are no more findings with the same quick fix."))


def accept_current(workspace: "Workspace") -> None:
    """Accept the chosen finding as it is, or write its acceptance anew."""
    _do_only(workspace, Kind.ACCEPT)


def give_current(workspace: "Workspace") -> None:
    """Give the chosen finding to somebody as a task."""
    _do_only(workspace, Kind.GIVE)


def _do_only(workspace: "Workspace", kind: Kind) -> None:
    acts = _acts(workspace, kind)
    if acts is not None:
        _do_one(workspace, acts, _("That cannot be done about this line."))


def _do_one(workspace: "Workspace", acts: Sequence[Act], otherwise: str) -> None:
    """Do the only act, ask which of several, or say that there is none."""
    if len(acts) == 1:
        acts[0].do()
    elif acts:
        _choose(workspace, acts)
    else:
        workspace.board.say(otherwise)


def _acts(workspace: "Workspace", kind: Kind) -> list[Act] | None:
    """Return what can be done; None when there is only something to say first, which is said."""
    findings = workspace.findings
    findings.refresh()
    if findings.isHidden():
        # Nobody changes what nobody sees: the same key once more does it.
        workspace.toggle_findings()
        workspace.board.say(_("Here is the finding: the same key again settles it."))
        return None
    if findings.view.row is None:
        workspace.board.say(_("Choose a finding first: F12 goes to the next one."))
        return None
    return [act for act in findings.explanation.acts if act.kind is kind]


def _choose(workspace: "Workspace", acts: Sequence[Act]) -> None:
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
