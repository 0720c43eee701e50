"""Gathers the pathways of a portfolio: reads and checks them, finds how they were before."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

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
from model.messages import spoken_language
from model.milestones import newest_until, state_of
from model.text import in_language


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
    """
    choice = ProfileChoice(wanted.profile, settings, followed_by)
    run = checked_all(wanted.targets, choice, now, every_rule, lambda share: progress(share * 0.8))
    unread: list[UnreadFile] = []
    since: Since | None = None
    if wanted.earlier is not None:
        since = _since_files(run.checked, wanted.earlier, unread, progress)
    elif wanted.since is not None:
        since = _since_day(run.checked, wanted.since, now, unread)
    progress(1.0)
    return Portfolio(run._replace(unread=(*run.unread, *unread)), since)


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
        milestone = newest_until(each.pathway, midnight + timedelta(days=1))
        if milestone is None:
            continue
        title = in_language(milestone.title, spoken_language())
        kept_on = day_in_words(milestone.at.astimezone(now.tzinfo).date())
        try:
            states[number] = Before(state_of(milestone), ", ".join(filter(None, (title, kept_on))))
        except UnreadableFileError as error:
            unread.append(UnreadFile(each.file or Path(), f"{each.file}: {error}"))
    return Since(day_in_words(day), states)


def _since_files(
    checked: Sequence[CheckedFile], earlier: Path, unread: list[UnreadFile], progress: Progress
) -> Since:
    """Take of each pathway the file that it was in before, known by the pathway's id."""
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, each in enumerate(checked):
        numbers[each.pathway.info.id].append(number)
    states: dict[int, Before] = {}
    for path in _readable((earlier,), unread):
        progress(0.8)
        try:
            pathway = file.read(path)
        except UnreadableFileError as error:
            unread.append(UnreadFile(path, str(error)))
            continue
        for number in numbers[pathway.info.id]:
            states.setdefault(number, Before(pathway, path.name))
    return Since(earlier.name or str(earlier), states)


def _readable(targets: Iterable[Path], unread: list[UnreadFile]) -> Iterator[Path]:
    for each in pathway_files(targets):
        if isinstance(each, UnreadFile):
            unread.append(each)
        else:
            yield each
