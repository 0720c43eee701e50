"""`ketjupaja approve`: approves pathways as they are in their files."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from designer.publishing.gate import before_approval
from designer.publishing.plan import Work, title_of
from designer.publishing.works import opened
from designer.terminal import (
    FAILED,
    UNREADABLE,
    Line,
    NotUnderstoodError,
    RefusedError,
    save_unless_changed,
    show,
    tell,
)
from model.approval import Approver, approve, approved, changed_since_approval, fault_of_approval
from model.file import UnreadableFileError
from model.messages import _
from model.pathway import Pathway
from model.text import Text


class Approving(NamedTuple):
    """What the command line says: which files, by which role (by language), on what day."""

    targets: Sequence[Path]
    role: Text
    organisation: Text
    on: date


def run(asked: Approving, settings: Path, now: datetime) -> int:
    """Approve each file in its place; return the exit code.

    2 when something could not be read, 1 when something could not be approved, else 0. A pathway
    that did not change since its approval keeps that one.
    """
    works = opened(asked.targets, settings)
    refused = 0
    for work in works.works:
        try:
            lines = tuple(_why_not(work, asked, now.date()))
            if lines:
                refused += 1
                show((Line(f"{work.file}: {title_of(work.pathway)}", "bold"), *lines))
            elif _is_due(work.pathway):
                _approve(work, asked, now)
        except UnreadableFileError as error:
            refused += 1
            tell(f"{work.file}: {error}")
        except RefusedError as error:
            refused += 1
            tell(str(error))
    for unread in works.unread:
        tell(unread.reason)
    if works.unread:
        return UNREADABLE
    return FAILED if refused else 0


def by_language(written: Sequence[str], language: str, option: str) -> Text:
    """Return a text given as `fi=…`, once for each language, or as words in `language`."""
    text = {}
    for words in written:
        code, equals, rest = words.partition("=")
        known = bool(equals) and len(code) in {2, 3} and code.isalpha() and code.islower()
        at = code if known else language
        if at in text:
            raise NotUnderstoodError(
                _("{option}: {language} is there twice.").format(option=option, language=at)
            )
        text[at] = (rest if known else words).strip()
    return {code: words for code, words in text.items() if words}


def day(written: str, option: str) -> date:
    """Return the day that is written as YYYY-MM-DD."""
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        words = _("{option}: “{value}” is not a day; write it like 2026-11-22.")
        raise NotUnderstoodError(words.format(option=option, value=written)) from error


def _why_not(work: Work, asked: Approving, today: date) -> Iterator[Line]:
    """Say what keeps a pathway from being approved as it is."""
    by = Approver(asked.role, asked.organisation, asked.on)
    fault = fault_of_approval(by, work.pathway.info.languages, today)
    if fault:
        yield Line(f"  {fault}")
    for reason in before_approval(work.pathway, work.profile, today).reasons:
        rule = f" ({reason.rule})" if reason.rule else ""
        yield Line(f"  {reason.words}{rule}")


def _is_due(pathway: Pathway) -> bool:
    return approved(pathway) is None or changed_since_approval(pathway)


def _approve(work: Work, asked: Approving, now: datetime) -> None:
    by = Approver(asked.role, asked.organisation, asked.on)
    after, _done = approve(work.pathway, by, now).applied_to(work.pathway)
    if work.file is not None:
        save_unless_changed(after, work.file, work.pathway)
