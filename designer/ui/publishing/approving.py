"""The dialog in which a pathway is approved: by which role, on what day, and what that means."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from designer.publishing.gate import Verdict
from designer.ui.findings.settling_dialog import DayBox, RoleBox, SettlingDialog
from designer.ui.inspector.fields import SPOKEN, Around
from model.approval import Approver, fault_of_approval
from model.edits import name_of
from model.messages import _, ngettext
from model.parts import Approval, Responsibility
from model.pathway import Pathway
from model.text import Text, in_language

_OFFERED: Final = 12


class ApprovingDialog(SettlingDialog):
    """`approved_by` hears who approves, once that is written."""

    def __init__(
        self,
        parent: QWidget,
        around: Around,
        ready: Verdict,
        today: date,
        approved_by: Callable[[Approver], object],
    ) -> None:
        pathway = around.pathway
        title = in_language(pathway.info.title, around.language) or name_of(pathway.info)
        super().__init__(
            parent,
            _("Approve for publishing"),
            title or _("Pathway without a name"),
            _("Approve for publishing"),
        )
        self._today = today
        self._approved_by = approved_by
        self._known = tuple(_known(pathway))
        self._owner = pathway.info.owner
        self._languages = pathway.info.languages or ("fi",)
        self.add_note(
            _(
                "You approve the pathway as it is now. Exactly this content may be published; what "
                "is edited later goes out only after the next approval."
            )
        )
        if ready.accepted:
            self.add_note(
                ngettext(
                    "{count} error was accepted with a reason.",
                    "{count} errors were accepted with a reason.",
                    len(ready.accepted),
                ).format(count=len(ready.accepted))
            )
        first = self._known[0] if self._known else Approval()
        self.roles: dict[str, RoleBox] = {}
        for code in self._languages:
            offered = [in_language(one.role, code) for one in self._known if code in one.role]
            box = RoleBox(tuple(dict.fromkeys(offered))[:_OFFERED], first.role.get(code, ""))
            self.roles[code] = box
            self.add_field(self._named(_("Approved by (role)"), code), box)
            box.activated.connect(lambda _index, code=code: self._follow(code))
            box.editTextChanged.connect(lambda _words: self._suggest_organisation())
        self.organisations: dict[str, RoleBox] = {}
        for code in self._languages:
            offered = [one.organisation[code] for one in self._known if code in one.organisation]
            box = RoleBox(tuple(dict.fromkeys(offered))[:_OFFERED], "")
            self.organisations[code] = box
            self.add_field(self._named(_("Organisation"), code), box)
        self._suggested: Text = {}
        self._suggest_organisation()
        self.day = DayBox(today, around)
        self.add_field(_("Approved on"), self.day)
        self.close_form()
        box = next(iter(self.roles.values()))
        box.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def role(self) -> Text:
        return {code: box.words for code, box in self.roles.items() if box.words}

    @property
    def organisation(self) -> Text:
        return {code: box.words for code, box in self.organisations.items() if box.words}

    def accept(self) -> None:
        self.day.commit()
        if self.day.fault or self.day.day is None:
            words = self.day.fault or _("Write on what day it was approved.")
            self.show_fault(words, self.day)
            return
        role = self.role
        by = Approver(role, self.organisation, self.day.day)
        fault = fault_of_approval(by, self._languages, self._today)
        if fault:
            empty = next((box for box in self.roles.values() if not box.words), None)
            self.show_fault(fault, empty or self.day)
            return
        super().accept()
        self._approved_by(by)

    def _named(self, name: str, code: str) -> str:
        if len(self._languages) == 1:
            return name
        return f"{name}, {_(SPOKEN.get(code, code)).lower()}"

    def _follow(self, chosen: str) -> None:
        """Write the same role in the other languages, where it is known in them."""
        words = self.roles[chosen].words
        known = next((one for one in self._known if one.role.get(chosen) == words), None)
        for code, box in self.roles.items():
            if known is not None and code != chosen and code in known.role:
                box.setEditText(known.role[code])

    def _suggest_organisation(self) -> None:
        """Show the organisation of the role, as long as nobody has written another one."""
        if self.organisation == self._suggested:
            suggested = self._organisation_of(self.role)
            for code, box in self.organisations.items():
                box.setEditText(suggested.get(code, ""))
            self._suggested = self.organisation

    def _organisation_of(self, role: Text) -> Text:
        """Return the organisation of a role that is known, else the one that owns the pathway."""
        known = next((one for one in self._known if role.items() & one.role.items()), self._owner)
        return known.organisation if known is not None else {}


def _known(pathway: Pathway) -> Iterator[Approval | Responsibility]:
    """Yield who may approve, the likeliest first: who did, and who answers for the pathway."""
    info = pathway.info
    yield from reversed(info.approvals)
    for one in (info.owner, info.deputy, *info.sector_responsibles):
        if one is not None and one.role:
            yield one
