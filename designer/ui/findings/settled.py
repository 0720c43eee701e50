"""What is said of findings: what a fix would change, who accepted one, to whom it was given."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from designer.ui.inspector.fields import Around
from model.change import Change
from model.checks import Finding
from model.checks.acceptances import acceptance_in_words
from model.describe import day_in_words, told
from model.messages import _, ngettext
from model.records import Task
from model.settling.accepting import acceptance_of
from model.text import in_language

MOST_LISTED: Final = 10
"""How many findings are listed that could not be put right; of the others the number is said."""


def preview(finding: Finding, change: Change, around: Around) -> tuple[str, ...]:
    """Say what a change does; what is said of the finding's own record needs no heading."""
    lines: list[str] = []
    for each in told(change, around.pathway, around.language):
        own = each.id == (finding.about or around.pathway.info.id)
        if not own or not each.lines:
            lines.append(f"{each.heading}:" if each.lines else each.heading)
        lines += each.lines
    return tuple(lines)


def acceptance_said(finding: Finding, around: Around, today: date) -> Iterator[str]:
    """Say who accepted a finding until when, and why; nothing when nobody has."""
    waiver = acceptance_of(around.pathway, finding)
    if waiver is not None:
        yield acceptance_in_words(finding, around.pathway, today)
        yield _("Reason: {reason}").format(reason=in_language(waiver.reason, around.language))


def task_said(task: Task, language: str) -> str:
    """Say to whom a finding was given, or that its task is done and it is still found."""
    words = {
        (False, False): _("Given as a task to: {role}."),
        (False, True): _("Given as a task to: {role}, by {day}."),
        (True, False): _("The task of {role} is done, and this is still found."),
        (True, True): _("The task of {role} (by {day}) is done, and this is still found."),
    }[task.done, task.due is not None]
    return words.format(
        role=in_language(task.responsible, language) or _("(no name)"),
        day=day_in_words(task.due) if task.due else "",
    )


def said_of_left(fixed: int, left: Sequence[Finding]) -> str:
    """Say how many were put right, and which could not be."""
    words = ngettext("{count} finding was fixed.", "{count} findings were fixed.", fixed)
    lines = [words.format(count=fixed), _("These could not be fixed any more:")]
    lines += [f"– {finding.message}" for finding in left[:MOST_LISTED]]
    more = len(left) - MOST_LISTED
    if more > 0:
        lines.append(ngettext("and {count} more", "and {count} more", more).format(count=more))
    return "\n".join(lines)
