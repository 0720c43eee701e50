"""What a portfolio is made from: pathways as they were checked, and as they were before."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePath
from typing import Any, Final, NamedTuple

from msgspec.structs import replace

from exporters.findings import CheckedFile, CheckRun
from exporters.findings.checked import rule_title
from model.approval import changed_since_approval
from model.checks import Finding, NotEvaluated
from model.codes import PathwayStatus
from model.completeness import Count
from model.describe import Comparison, compare, day_in_words
from model.file import UnreadableFileError
from model.ids import Id
from model.messages import _, spoken_language
from model.parts import Approval, Responsibility
from model.pathway import Pathway
from model.records import (
    Actor,
    AnyRecord,
    Milestone,
    Note,
    ParticipantGroup,
    Story,
    Task,
    Workshop,
)
from model.text import Text, in_language

KEPT_INSIDE: Final = (Note, Story, Workshop, ParticipantGroup, Milestone)
"""Kinds of which a workbook that goes round tells nothing: people spoke there among themselves."""

SOON: Final = 60
"""Days before a review from which it is said to be soon."""


class Before(NamedTuple):
    """An earlier state of a pathway; `name` says which one ("After workshop 2, 1.9.2026")."""

    pathway: Pathway
    name: str


class Since(NamedTuple):
    """From when changes are told, and of each file the state then, if it is known."""

    when: date | str
    """A day, or what the earlier files are called together."""
    states: Mapping[int, Before]
    """By the number of the file in the run, from 0."""

    @property
    def name(self) -> str:
        return self.when if isinstance(self.when, str) else day_in_words(self.when)

    @property
    def heading(self) -> str:
        """Say since when, or compared with what."""
        if isinstance(self.when, str):
            return _("Changes, compared with {name}").format(name=self.when)
        return _("Changes since {when}").format(when=self.name)


class Portfolio(NamedTuple):
    """What is told, and in which folders (or of which files) it was asked for."""

    run: CheckRun
    since: Since | None = None
    folders: Sequence[PurePath] = ()


class Followed(NamedTuple):
    """One pathway of a portfolio, without what the workgroup keeps to itself.

    Its file is told as it lies in the folders asked for.
    """

    number: int
    checked: CheckedFile
    today: date
    complete: Count
    edited: bool | None
    """Whether it was edited since its approval; None where that cannot be known."""
    before: str
    """What the earlier state is called, '' without one."""
    changes: Comparison | None

    @property
    def pathway(self) -> Pathway:
        return self.checked.pathway

    @property
    def title(self) -> str:
        file = self.checked.file
        return self.checked.title() or (file.name if file else "") or _("(no name)")

    @property
    def open_tasks(self) -> list[Task]:
        return [task for task in self.pathway.of(Task) if not task.done]

    @property
    def approval(self) -> Approval | None:
        approvals = self.pathway.info.approvals
        return approvals[-1] if approvals else None

    def is_late(self, day: date | None) -> bool:
        return day is not None and day < self.today

    @property
    def review_is_due(self) -> bool:
        archived = self.pathway.info.status is PathwayStatus.ARCHIVED
        return not archived and self.is_late(self.pathway.info.next_review)


def followed(portfolio: Portfolio) -> Iterator[Followed]:
    """Yield the pathways of a portfolio, as far as others may read of them."""
    states = portfolio.since.states if portfolio.since else {}
    today = portfolio.run.made_at.date()
    for number, checked in enumerate(portfolio.run.checked):
        before = states.get(number)
        told = for_others(checked)
        file = place_of(checked.file, portfolio.folders) if checked.file else None
        yield Followed(
            number,
            told._replace(file=file),
            today,
            checked.completeness(today).total,
            _edited(checked.pathway),
            before.name if before else "",
            _changes(open_part(before.pathway), told.pathway) if before else None,
        )


def place_of(file: PurePath, folders: Sequence[PurePath]) -> PurePath:
    """Tell where a file lies within the folders asked for; of several, their names come first.

    The way to those folders is left out: it holds the names of who works there.
    """
    for folder in folders:
        if folder != file and file.is_relative_to(folder):
            within = file.relative_to(folder)
            return folder.name / within if len(folders) > 1 else within
    return PurePath(file.name or file)


def _changes(before: Pathway, now: Pathway) -> Comparison:
    """Compare without tasks, which have a sheet of their own."""
    gone = ({task.id: None for task in each.of(Task)} for each in (before, now))
    return compare(before.replacing(next(gone)), now.replacing(next(gone)), spoken_language())


def _edited(pathway: Pathway) -> bool | None:
    if not any(each.milestone in pathway for each in pathway.info.approvals if each.milestone):
        return None
    try:
        return changed_since_approval(pathway)
    except UnreadableFileError:  # the findings of the file tell
        return None


def for_others(checked: CheckedFile) -> CheckedFile:
    """Return what was found in a pathway without the words of what is kept inside."""
    report = checked.report
    inside = {record.id for kind in KEPT_INSIDE for record in checked.pathway.of(kind)}
    told = replace(
        report,
        findings=tuple(_told(each, inside) for each in report.findings),
        not_evaluated=tuple(_untold(each, inside) for each in report.not_evaluated),
    )
    return checked._replace(pathway=open_part(checked.pathway), report=told)


def _told(finding: Finding, inside: set[Id]) -> Finding:
    return (
        replace(finding, message=rule_title(finding.rule)) if finding.about in inside else finding
    )


def _untold(entry: NotEvaluated, inside: set[Id]) -> NotEvaluated:
    return replace(entry, reason=rule_title(entry.rule)) if entry.about in inside else entry


def open_part(pathway: Pathway) -> Pathway:
    """Return a pathway without what is kept inside, and without persons."""
    bare: dict[Id, AnyRecord | None] = {
        record.id: None for kind in KEPT_INSIDE for record in pathway.of(kind)
    }
    info = replace(
        pathway.info,
        approvals=tuple(replace(each, milestone=None) for each in pathway.info.approvals),
        **{
            field: _without_persons(getattr(pathway.info, field))
            for field in ("owner", "deputy", "sector_responsibles")
        },
    )
    bare[info.id] = info
    for actor in pathway.of(Actor):
        bare[actor.id] = replace(actor, professional_contacts=())
    for task in pathway.of(Task):
        if task.about in bare and bare[task.about] is None:
            bare[task.id] = replace(task, about=None, workshop=None)
        else:
            bare[task.id] = replace(task, workshop=None)
    return pathway.replacing(bare)


def _without_persons(value: Any) -> Any:
    """Return a value in which roles answer for something, and nobody by name."""
    match value:
        case Responsibility():
            return replace(value, person="")
        case tuple():
            return tuple(map(_without_persons, value))
    return value


def said(text: Text) -> str:
    return in_language(text, spoken_language())
