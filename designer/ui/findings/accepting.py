"""The dialog in which a finding is accepted as it is: why, in which role, until when."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from designer.ui.findings.settling_dialog import (
    DayBox,
    ReasonBox,
    RoleBox,
    SettlingDialog,
    in_which_language,
)
from designer.ui.inspector.fields import Around
from model.checks import Finding
from model.codes import Severity
from model.messages import _
from model.pathway import Pathway
from model.records import Waiver
from model.settling.accepting import (
    USUAL_MONTHS,
    Terms,
    acceptance_of,
    fault_of_acceptance,
    months_on,
    roles,
)
from model.text import in_language, with_language


class Typed(NamedTuple):
    """What stands in the dialog's fields."""

    reason: str
    role: str
    review_on: date | None


class AcceptingDialog(SettlingDialog):
    """`accepted_on` hears the terms; `typed` is what was written, also when nothing came of it."""

    def __init__(
        self,
        parent: QWidget,
        finding: Finding,
        around: Around,
        today: date,
        accepted_on: Callable[[Terms], object],
    ) -> None:
        before = acceptance_of(around.pathway, finding)
        super().__init__(
            parent,
            _("Accept a finding as it is") if before is None else _("Acceptance of a finding"),
            finding.message,
            _("Accept") if before is None else _("Renew the acceptance"),
        )
        self._before = before
        self._language = around.language
        self._today = today
        self._accepted_on = accepted_on
        if finding.severity is Severity.ERROR:
            self.add_note(
                _(
                    "This is an error, which stops publishing. Accepted, it stops it no more: "
                    "write why the pathway can be used all the same."
                )
            )
        begin = self._begin(around.pathway)
        self.reason = ReasonBox(
            begin.reason, _("What was agreed on, by whom, and what is done instead")
        )
        self.role = RoleBox(roles(around.pathway, around.language), begin.role)
        self.review_on = DayBox(begin.review_on, around)
        self.add_field(in_which_language(_("Why it is accepted"), around), self.reason)
        self.add_field(_("Accepted by (role)"), self.role)
        self.add_field(_("Is reviewed on; from then on it is a finding again"), self.review_on)
        self.close_form()
        self.begin = self.typed
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def typed(self) -> Typed:
        self.review_on.commit()
        day = None if self.review_on.fault else self.review_on.day
        return Typed(self.reason.words.strip(), self.role.words, day)

    def offer_role(self, role: str) -> None:
        """Let a role stand there to begin with, unless the pathway knows a likelier one."""
        if not self.role.words:
            self.role.setEditText(role)
            self.begin = self.typed

    def put(self, typed: Typed) -> None:
        """Write into the fields what was once left unfinished."""
        self.reason.put(typed.reason)
        self.role.setEditText(typed.role)
        if typed.review_on is not None:
            self.review_on.put(typed.review_on)

    def accept(self) -> None:
        typed = self.typed
        if self.review_on.fault:
            self.show_fault(self.review_on.fault, self.review_on)
            return
        fault = fault_of_acceptance(*typed, self._today)
        if fault is not None or typed.review_on is None:
            field = {"reason": self.reason, "role": self.role}.get(
                fault.field if fault else "", self.review_on
            )
            self.show_fault(fault.words if fault else "", field)
            return
        super().accept()
        before = self._before
        self._accepted_on(
            Terms(
                with_language(before.reason if before else {}, self._language, typed.reason),
                with_language(before.role if before else {}, self._language, typed.role),
                self._today,
                typed.review_on,
            )
        )

    def _begin(self, pathway: Pathway) -> Typed:
        usual = months_on(self._today, USUAL_MONTHS)
        before = self._before
        if before is None:
            return Typed("", _last_role(pathway, self._language), usual)
        is_due = before.review_on is None or before.review_on <= self._today
        return Typed(
            in_language(before.reason, self._language),
            in_language(before.role, self._language),
            usual if is_due else before.review_on,
        )


def _last_role(pathway: Pathway, language: str) -> str:
    """Return the role that accepted a finding last, '' when none has."""
    given = [waiver for waiver in pathway.of(Waiver) if waiver.role]
    last = max(given, key=lambda waiver: waiver.on or date.min, default=None)
    return in_language(last.role, language) if last is not None else ""
