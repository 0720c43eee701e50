"""What one can do about a finding: put it right, accept it as it is, give it to somebody."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from designer.ui.dialogs import inform
from designer.ui.findings.asking import Asking
from designer.ui.findings.grouping import Given
from designer.ui.findings.settled import acceptance_said, preview, said_of_left, task_said
from designer.ui.inspector.fields import Around
from model.change import Change
from model.checks import Finding
from model.checks.acceptances import is_in_force
from model.checks.finding import Fix
from model.document import Document
from model.ids import Id
from model.messages import N_, _, spoken_language
from model.pathway import Pathway
from model.records import Story, Task
from model.settling.accepting import Terms, accept, acceptance_of, withdraw
from model.settling.fixing import Fixing, fix_all, fixings
from model.settling.tasks import give_task, tasks_of, tick
from model.text import in_language

if TYPE_CHECKING:
    from designer.ui.findings.accepting import AcceptingDialog, Typed
    from designer.ui.findings.tasking import TaskingDialog, TaskTyped

KEPT: Final = N_("What you wrote is kept until you come back to this finding.")


class Kind(StrEnum):
    """What an act does."""

    FIX = "fix"
    FIX_ALIKE = "fix_alike"
    ACCEPT = "accept"
    WITHDRAW = "withdraw"
    GIVE = "give"
    TICK = "tick"
    """Mark the task that was given for it as done, or as not done after all."""
    WALK = "walk"
    """Walk the story that it is about, from the step that no longer follows."""


class Act(NamedTuple):
    """One thing that can be done about a finding, from a button, a menu entry or a key.

    `title` is in the language in force. `preview` says in words what would change, a line each;
    it is empty when the act asks something first. `reaches` are the records that would change,
    `findings` how many findings it is about.
    """

    kind: Kind
    title: str
    do: Callable[[], object]
    preview: tuple[str, ...] = ()
    reaches: tuple[Id, ...] = ()
    findings: int = 1


class Settling(QObject):
    """Settles the findings of an open document; reasons and tasks are written in `language`.

    `role` is offered where nobody has accepted anything in the pathway yet; `accepted_as` carries
    the one in which something was accepted.

    `begun` tells that one is about to be settled. `reaches` carries the ids of the records that a
    fix would change, while it is pointed at, none when it no longer is. `settled` carries those
    that one has changed, `said` words about it. `walked` asks for a story to be walked.
    """

    begun = Signal()
    reaches = Signal(object)
    settled = Signal(object)
    said = Signal(str)
    walked = Signal(str)
    accepted_as = Signal(str)

    def __init__(
        self, panel: QWidget, document: Document, today: Callable[[], date], asking: Asking
    ) -> None:
        super().__init__(panel)
        self._panel = panel
        self._document = document
        self._today = today
        self._asking = asking
        self._reasons: dict[tuple[str, Id | None], Typed] = {}
        self._tasks: dict[tuple[str, Id | None], TaskTyped] = {}
        self.language = spoken_language()
        self.role = ""

    # What can be done

    def acts_for(self, finding: Finding) -> tuple[Act, ...]:
        """Return what can be done about a finding, the first of its fixes first.

        About a rule that failed there is nothing to be done: it says nothing of the pathway.
        """
        if finding.failed:
            return ()
        return (
            *self._fixes(finding),
            *self._walks(finding),
            *self._acceptance(finding),
            Act(Kind.GIVE, _("Give as a task…"), partial(self.give, finding)),
            *self._ticks(finding),
        )

    def acts_for_rule(self, rule: str) -> tuple[Act, ...]:
        """Return what can be done about all open findings of a rule at once."""
        findings = self._of_rule(rule)
        fixes: dict[str, Fixing] = {}
        for finding in findings:
            for fixing in fixings(finding, self._pathway):
                fixes.setdefault(fixing.fix.title, fixing)
        return tuple(act for one in fixes.values() for act in self._alike(one.fix, findings))

    def standing(self, finding: Finding) -> tuple[str, ...]:
        """Say who accepted a finding and why, and to whom it was given; nothing when nobody."""
        return (
            *acceptance_said(finding, self._around, self._today()),
            *(task_said(task, self.language) for task in self._given(finding)),
        )

    def given(self) -> Given:
        """Say of all findings that were given as tasks to whom, and which tasks are done."""
        whole = {None, self._pathway.info.id}
        open_last = sorted(self._pathway.of(Task), key=lambda task: not task.done)
        return {
            (task.rule, None if task.about in whole else task.about): task_said(task, self.language)
            for task in open_last
            if task.rule
        }

    # What each does

    def fix(self, fixing: Fixing) -> None:
        """Put one finding right, as one step."""
        done = self._do(fixing.change)
        self._tell(done)

    def fix_alike(self, fix: Fix, rule: str) -> None:
        """Put all open findings of a rule right by one of its fixes, as one step."""
        findings = self._alike_findings(fix, self._of_rule(rule))
        every = fix_all(fix, findings, self._pathway, self._asking.profile, self._today())
        done = self._do(every.change)
        self._tell(done)
        if every.left:
            inform(self._panel.window(), said_of_left(every.fixed, every.left))

    def accept(self, finding: Finding) -> "AcceptingDialog":
        """Ask why a finding is accepted, in which role and until when."""
        from designer.ui.findings.accepting import AcceptingDialog

        key = finding.rule, finding.about
        dialog = AcceptingDialog(
            self._panel.window(), finding, self._around, self._today(), self._accepting(finding)
        )
        dialog.offer_role(self.role)
        if key in self._reasons:
            dialog.put(self._reasons.pop(key))
        dialog.rejected.connect(lambda: self._keep_reason(key, dialog))
        dialog.open()
        return dialog

    def give(self, finding: Finding) -> "TaskingDialog":
        """Ask whose task a finding becomes, and until when."""
        from designer.ui.findings.tasking import TaskingDialog

        key = finding.rule, finding.about
        dialog = TaskingDialog(
            self._panel.window(), finding, self._around, self._today(), self._giving(finding)
        )
        if key in self._tasks:
            dialog.put(self._tasks.pop(key))
        dialog.rejected.connect(lambda: self._keep_task(key, dialog))
        dialog.open()
        return dialog

    def take_keys_back(self) -> None:
        """Let the keys go to the list of findings again."""
        self._panel.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _pathway(self) -> Pathway:
        return self._document.pathway

    @property
    def _around(self) -> Around:
        return Around(self._pathway, self.language)

    def _of_rule(self, rule: str) -> list[Finding]:
        return [finding for finding in self._asking.report.findings if finding.rule == rule]

    def _alike_findings(self, fix: Fix, findings: Sequence[Finding]) -> list[Finding]:
        return [finding for finding in findings if fix.change(finding, self._pathway)]

    def _fixes(self, finding: Finding) -> Iterator[Act]:
        of_rule = self._of_rule(finding.rule)
        for fixing in fixings(finding, self._pathway):
            yield Act(
                Kind.FIX,
                _(fixing.fix.title),
                partial(self.fix, fixing),
                preview(finding, fixing.change, self._around),
                tuple(dict.fromkeys(op.id for op in fixing.change.ops)),
            )
            yield from self._alike(fixing.fix, of_rule)

    def _alike(self, fix: Fix, of_rule: Sequence[Finding]) -> Iterator[Act]:
        findings = self._alike_findings(fix, of_rule)
        if len(findings) > 1:
            yield Act(
                Kind.FIX_ALIKE,
                _("Fix all {count}: {fix}").format(count=len(findings), fix=_(fix.title)),
                partial(self.fix_alike, fix, findings[0].rule),
                reaches=tuple(
                    dict.fromkeys(each.about for each in findings if each.about is not None)
                ),
                findings=len(findings),
            )

    def _walks(self, finding: Finding) -> Iterator[Act]:
        story = self._pathway.find(Story, finding.about)
        if story is not None and story.steps:
            yield Act(Kind.WALK, _("Walk this story"), partial(self.walked.emit, story.id))

    def _acceptance(self, finding: Finding) -> Iterator[Act]:
        waiver = acceptance_of(self._pathway, finding)
        if waiver is None:
            title = _("Accept as it is…")
        elif is_in_force(waiver, self._today()):
            title = _("Change the acceptance…")
        else:
            title = _("Go on accepting…")
        yield Act(Kind.ACCEPT, title, partial(self.accept, finding))
        if waiver is not None:
            yield Act(
                Kind.WITHDRAW, _("Withdraw the acceptance"), partial(self._withdraw, waiver.id)
            )

    def _ticks(self, finding: Finding) -> Iterator[Act]:
        for task in self._given(finding):
            title = _("Task is not done after all") if task.done else _("Task is done")
            yield Act(Kind.TICK, title, partial(self._tick, task.id))

    def _given(self, finding: Finding) -> tuple[Task, ...]:
        return tasks_of(self._pathway, finding)[:1]

    def _withdraw(self, id: Id) -> None:
        self._do(withdraw(self._pathway, id))

    def _tick(self, id: Id) -> None:
        self._do(tick(self._pathway, id))

    def _accepting(self, finding: Finding) -> Callable[[Terms], object]:
        def accept_on(terms: Terms) -> None:
            self._do(accept(self._pathway, finding, terms))
            self.role = in_language(terms.role, self.language)
            self.accepted_as.emit(self.role)

        return accept_on

    def _giving(self, finding: Finding) -> "Callable[[TaskTyped], object]":
        def give(typed: "TaskTyped") -> None:
            self._do(
                give_task(
                    self._pathway,
                    finding,
                    title={self.language: typed.title},
                    responsible={self.language: typed.responsible},
                    due=typed.due,
                )
            )

        return give

    def _keep_reason(self, key: tuple[str, Id | None], dialog: "AcceptingDialog") -> None:
        if dialog.typed != dialog.begin:
            self._reasons[key] = dialog.typed
            self.said.emit(_(KEPT))

    def _keep_task(self, key: tuple[str, Id | None], dialog: "TaskingDialog") -> None:
        if dialog.typed != dialog.begin:
            self._tasks[key] = dialog.typed
            self.said.emit(_(KEPT))

    def _do(self, change: Change) -> Change:
        self.begun.emit()
        return self._document.do(change)

    def _tell(self, done: Change) -> None:
        if done:
            self.settled.emit(tuple(dict.fromkeys(op.id for op in done.ops)))
            self.said.emit(done.label)
        else:
            self.said.emit(_("There is nothing to fix any more."))
