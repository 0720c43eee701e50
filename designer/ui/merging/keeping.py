"""Milestones: kept under a name, renamed, gone back to, removed."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMessageBox

from designer.ui.dialogs import Answer, ask, tell
from designer.ui.merging.preview import PreviewDialog
from designer.ui.merging.rows import rows_of
from designer.ui.merging.session import Page
from designer.ui.merging.showing import bring
from designer.ui.merging.words import called, counts_in_words, moment_in_words
from model import edits, milestones
from model.describe import What, compare, day_in_words
from model.file import UnreadableFileError
from model.ids import Id
from model.messages import _
from model.records import Milestone

if TYPE_CHECKING:
    from designer.ui.workspace import Workspace


def ask_name(workspace: "Workspace") -> None:
    """Ask for a name, and keep the pathway as it is now under it."""
    workspace.finish_typing()
    count = len(workspace.file.document.pathway.of(Milestone)) + 1
    now = datetime.now().astimezone()
    proposed = _("Workshop {number}, {day}").format(number=count, day=day_in_words(now.date()))

    def keep(name: str) -> None:
        document = workspace.file.document
        title = {workspace.language: name}
        document.do(milestones.keep(document.pathway, title, datetime.now().astimezone()))
        workspace.board.say(
            _("The milestone “{name}” is kept: it goes into the file when you save.").format(
                name=name
            )
        )

    _ask_words(workspace, _("Keep a milestone"), proposed, keep)


def ask_other_name(workspace: "Workspace", id: Id) -> None:
    """Ask for another name of a milestone."""
    document, language = workspace.file.document, workspace.language
    milestone = document.pathway.find(Milestone, id)
    if milestone is None:
        return
    _ask_words(
        workspace,
        _("Rename the milestone"),
        called(milestone, language),
        lambda name: document.do(edits.rename(document.pathway, id, language, name)),
    )


def ask_before_removing(workspace: "Workspace", id: Id) -> None:
    """Remove a milestone once the user has been told that nothing else keeps its state."""
    document = workspace.file.document
    milestone = document.pathway.find(Milestone, id)
    if milestone is None:
        return
    question = _(
        "Remove the milestone “{name}”? The pathway as it was then is kept nowhere else."
    ).format(name=called(milestone, workspace.language))
    remove = Answer(
        _("Remove the milestone"),
        QMessageBox.ButtonRole.DestructiveRole,
        lambda: document.do(edits.remove(document.pathway, (id,))),
    )
    ask(workspace.window(), question, (remove,))


def ask_before_restoring(workspace: "Workspace", id: Id) -> None:
    """Show what going back to a milestone changes, and do it as one step when that is wanted."""
    workspace.finish_typing()
    document, language = workspace.file.document, workspace.language
    milestone = document.pathway.find(Milestone, id)
    if milestone is None:
        return
    try:
        change = milestones.restore(document.pathway, milestone)
    except UnreadableFileError as error:
        tell(workspace.window(), str(error))
        return
    after, _done = change.applied_to(document.pathway)
    comparison = compare(document.pathway, after, language)
    dialog = PreviewDialog(
        workspace.window(),
        _("Go back to a milestone"),
        _("Going back to “{name}” of {moment} does this to the pathway:").format(
            name=called(milestone, language), moment=moment_in_words(milestone.at)
        ),
        _("Go back to it"),
    )
    dialog.add_remark(", ".join(counts_in_words(comparison)) or _("There is no difference."))
    dialog.add_changes([*rows_of(comparison, [*What], after, language)])
    dialog.add_remark(_("All milestones stay, and the step can be undone."))
    dialog.accepted.connect(lambda: document.do(change))
    dialog.open()


def show_all(workspace: "Workspace") -> None:
    """Show the milestones."""
    bring(workspace).go_to(Page.MILESTONES)


def _ask_words(
    workspace: "Workspace", title: str, words: str, then: Callable[[str], object]
) -> None:
    dialog = QInputDialog(workspace.window())
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.setLabelText(_("Name of the milestone"))
    dialog.setTextValue(words)
    dialog.setOkButtonText(_("Keep"))
    dialog.setCancelButtonText(_("Cancel"))
    dialog.setMinimumWidth(420)

    def go(typed: str) -> None:
        if typed.strip():
            then(typed.strip())

    dialog.textValueSelected.connect(go)
    dialog.open()
