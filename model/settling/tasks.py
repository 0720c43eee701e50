"""Giving a finding to somebody as a task until the next meeting."""

from datetime import date

from model import edits
from model.change import Add, Change
from model.checks import Finding
from model.ids import Id, new_id
from model.messages import _
from model.order import last_order
from model.pathway import Pathway
from model.records import Task, Workshop
from model.text import Text


def give_task(
    pathway: Pathway, finding: Finding, *, title: Text, responsible: Text, due: date | None
) -> Change:
    """Give a finding to a role as a task; it belongs to the workshop that is on its day."""
    about = finding.about or pathway.info.id
    if about not in pathway:
        return Change("")
    workshop = next((each for each in pathway.of(Workshop) if each.on and each.on == due), None)
    task = Task(
        id=new_id(),
        order=last_order(pathway.of(Task)),
        title=title,
        responsible=responsible,
        due=due,
        about=about,
        workshop=workshop.id if workshop else None,
        rule=finding.rule,
    )
    return Change(_("Give a task: {task}").format(task=edits.name_of(task)), (Add(task),))


def tick(pathway: Pathway, id: Id) -> Change:
    """Mark a task as done, or one that is done as still to be done."""
    task = pathway.find(Task, id)
    if task is None:
        return Change("")
    label = _("Not done after all: {task}") if task.done else _("Done: {task}")
    change = edits.update(pathway, id, done=not task.done)
    return Change(label.format(task=edits.name_of(task)), change.ops)


def tasks_of(pathway: Pathway, finding: Finding) -> tuple[Task, ...]:
    """Return the tasks given for a finding, those still to be done first."""
    about = finding.about or pathway.info.id
    given = (
        task
        for task in pathway.of(Task)
        if task.rule == finding.rule and (task.about or pathway.info.id) == about
    )
    return tuple(sorted(given, key=lambda task: task.done))


def next_meeting(pathway: Pathway, today: date) -> date | None:
    """Return the day of the next workshop, None when none is dated."""
    days = (workshop.on for workshop in pathway.of(Workshop) if workshop.on is not None)
    return min((day for day in days if day >= today), default=None)
