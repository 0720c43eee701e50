"""Gathers the pathways of a portfolio: reads and checks them, finds how they were before."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final, NamedTuple

from designer.checking.profiles import ProfileChoice
from designer.checking.run import checked_all, every_rule
from designer.checking.targets import pathway_files
from exporters.exporter import Progress
from exporters.findings import CheckedFile, UnreadFile
from exporters.portfolio import Before, Portfolio, Since
from model import file
from model.checks import COORDINATION, WORKSHOP, Profile, profile_for
from model.codes import PathwayStatus
from model.describe import day_in_words
from model.file import UnreadableFileError
from model.messages import _, ngettext, spoken_language
from model.milestones import newest_of_day, state_of
from model.text import in_language

MOST_TOLD: Final = 5
"""Of so many files it is told why they could not be read; the workbook names all."""


class Wanted(NamedTuple):
    """What a portfolio is asked for: of which files, and since when changes are told.

    With `since`, each pathway's own milestones tell how it was on that day; with `earlier`, files
    in which the same pathways were stored before.
    """

    targets: Sequence[Path]
    since: date | None = None
    earlier: Path | None = None
    profile: str | None = None


def gathered(wanted: Wanted, settings: Path, now: datetime, progress: Progress) -> Portfolio:
    """Return the portfolio; what cannot be read is named in it. Errors of `progress` end it.

    `settings` is the folder in which an organisation's file counts for all pathways.
    Raises UnreadableFileError, with the reasons, where no pathway could be read: a portfolio of
    nothing would take the place of the last one.
    """
    choice = ProfileChoice(wanted.profile, settings, followed_by)
    run = checked_all(wanted.targets, choice, now, every_rule, lambda share: progress(share * 0.8))
    if not run.checked:
        nothing = _("No pathway could be read, so nothing was written.")
        raise UnreadableFileError("\n".join((nothing, *reasons(run.unread))))
    unread: list[UnreadFile] = []
    since: Since | None = None
    if wanted.earlier is not None:
        since = _since_files(run.checked, wanted.earlier, unread, progress)
    elif wanted.since is not None:
        since = _since_day(run.checked, wanted.since, now, unread)
    progress(1.0)
    return Portfolio(run._replace(unread=(*run.unread, *unread)), since, wanted.targets)


def reasons(unread: Sequence[UnreadFile]) -> list[str]:
    """Say in full why files could not be read, of the first few.

    The words quote what stands in the files: they are for who reads those, not for the workbook.
    """
    said = [each.reason for each in unread[:MOST_TOLD]]
    if (more := len(unread) - MOST_TOLD) > 0:
        said.append(ngettext("and {count} more.", "and {count} more.", more).format(count=more))
    return said


def followed_by(status: PathwayStatus) -> Profile:
    """Return by which profile a coordinator follows up: drafts, too, are to become complete."""
    own = profile_for(status)
    return COORDINATION if own is WORKSHOP else own


def _since_day(
    checked: Sequence[CheckedFile], day: date, now: datetime, unread: list[UnreadFile]
) -> Since:
    """Take of each pathway the newest milestone of that day, or from before."""
    midnight = datetime(day.year, day.month, day.day, tzinfo=now.tzinfo)
    states: dict[int, Before] = {}
    for number, each in enumerate(checked):
        milestone = newest_of_day(each.pathway, midnight)
        if milestone is None:
            continue
        title = in_language(milestone.title, spoken_language())
        kept_on = day_in_words(milestone.at.astimezone(now.tzinfo).date())
        try:
            states[number] = Before(state_of(milestone), ", ".join(filter(None, (title, kept_on))))
        except UnreadableFileError as error:
            unread.append(UnreadFile(each.file or Path(), f"{each.file}: {error}"))
    return Since(day, states)


def _since_files(
    checked: Sequence[CheckedFile], earlier: Path, unread: list[UnreadFile], progress: Progress
) -> Since:
    """Take of each pathway the file that it was in before, known by the pathway's id."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(checked):
        numbers[each.pathway.info.id].append(number)
    states: dict[int, Before] = {}
    for path in pathway_files((earlier,), lambda _folder: progress(0.8)):
        progress(0.8)
        if isinstance(path, UnreadFile):
            unread.append(path)
            continue
        try:
            pathway = file.read(path)
        except UnreadableFileError as error:
            unread.append(UnreadFile(path, str(error)))
            continue
        for number in numbers[pathway.info.id]:
            states.setdefault(number, Before(pathway, path.name))
    return Since(earlier.name or str(earlier), states)
