"""The dialog in which a finding is given to somebody as a task."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from designer.ui.findings.settling_dialog import DayBox, RoleBox, SettlingDialog, in_which_language
from designer.ui.inspector.fields import Around
from designer.ui.inspector.fields.boxes import WrappingLine
from model.checks import Finding
from model.messages import _
from model.settling.accepting import roles
from model.settling.tasks import next_meeting


class TaskTyped(NamedTuple):
    """What stands in the dialog's fields."""

    title: str
    responsible: str
    due: date | None


class TaskingDialog(SettlingDialog):
    """`given` hears what the task is, whose, and until when; `typed` is what was written."""

    def __init__(
        self,
        parent: QWidget,
        finding: Finding,
        around: Around,
        today: date,
        given: Callable[[TaskTyped], object],
    ) -> None:
        super().__init__(parent, _("Give a finding as a task"), finding.message, _("Give the task"))
        self._today = today
        self._given = given
        self.task = WrappingLine()
        self.task.put(" ".join(finding.message.split()))
        self.responsible = RoleBox(roles(around.pathway, around.language), "")
        self.due = DayBox(next_meeting(around.pathway, today), around)
        self.add_field(in_which_language(_("Task"), around), self.task)
        self.add_field(_("Responsible"), self.responsible)
        self.add_field(_("By what day"), self.due)
        self.close_form()
        self.begin = self.typed
        self.task.selectAll()
        self.task.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def typed(self) -> TaskTyped:
        self.due.commit()
        return TaskTyped(
            " ".join(self.task.words.split()),
            self.responsible.words,
            None if self.due.fault else self.due.day,
        )

    def put(self, typed: TaskTyped) -> None:
        """Write into the fields what was once left unfinished."""
        self.task.put(typed.title)
        self.responsible.setEditText(typed.responsible)
        if typed.due is not None:
            self.due.put(typed.due)

    def accept(self) -> None:
        typed = self.typed
        if self.due.fault:
            self.show_fault(self.due.fault, self.due)
        elif not typed.title:
            self.show_fault(_("Write what is to be done."), self.task)
        elif not typed.responsible:
            self.show_fault(_("Write which role does it."), self.responsible)
        elif typed.due is not None and typed.due < self._today:
            self.show_fault(_("That day is already past."), self.due)
        else:
            super().accept()
            self._given(typed)
