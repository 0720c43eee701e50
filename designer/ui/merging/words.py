"""What comparing and joining say in a line: numbers, names of versions, moments."""

from collections.abc import Iterator
from datetime import datetime

from designer.merging import OpenQuestion
from designer.ui.merging.session import Compared
from model import milestones
from model.describe import Comparison, What, compare, day_in_words
from model.edits import name_of
from model.file import UnreadableFileError
from model.messages import _, ngettext, spoken_language
from model.pathway import Pathway
from model.records import Milestone


def count_in_words(what: What, count: int) -> str:
    match what:
        case What.ADDED:
            return ngettext("{count} added", "{count} added", count).format(count=count)
        case What.CHANGED:
            return ngettext("{count} changed", "{count} changed", count).format(count=count)
        case What.REMOVED:
            return ngettext("{count} removed", "{count} removed", count).format(count=count)


def counts_in_words(comparison: Comparison) -> list[str]:
    """Say how many things are new, changed and removed; what there is none of is not said."""
    counts = {what: comparison.count(what) for what in (What.ADDED, What.CHANGED, What.REMOVED)}
    return [count_in_words(what, count) for what, count in counts.items() if count]


def joined_in_words(
    before: Pathway, after: Pathway, questions: tuple[OpenQuestion, ...], name: str
) -> str:
    """Say what came of joining a version: what it brought, and what is left to settle."""
    parts = counts_in_words(what_came(before, after, questions)) or [_("nothing new")]
    if questions:
        parts.append(to_settle(len(questions)))
    return _("Joined “{name}”: {what}").format(name=name, what=", ".join(parts))


def what_came(before: Pathway, after: Pathway, questions: tuple[OpenQuestion, ...]) -> Comparison:
    """Compare before and after joining; the notes that ask are not counted."""
    asking = {each.note: None for each in questions if each.note in after}
    return compare(before, after.replacing(asking), spoken_language())


def to_settle(count: int) -> str:
    return ngettext("{count} to settle", "{count} to settle", count).format(count=count)


def called(milestone: Milestone, language: str) -> str:
    return name_of(milestone, language) or _("(no name)")


def moment_in_words(moment: datetime) -> str:
    here = moment.astimezone()
    return _("{day} at {time}").format(day=day_in_words(here.date()), time=f"{here:%H.%M}")


def saved_version(saved: Pathway) -> Compared:
    return Compared(_("the version saved last"), saved)


def milestone_version(milestone: Milestone, language: str) -> Compared | None:
    """Return the state that a milestone keeps; None when it is damaged."""
    try:
        return Compared(called(milestone, language), milestones.state_of(milestone))
    except UnreadableFileError:
        return None


def known_versions(pathway: Pathway, saved: Pathway, language: str) -> Iterator[Compared]:
    """Yield what a pathway can be compared with: saved last, then its milestones, newest first."""
    yield saved_version(saved)
    for milestone in sorted(pathway.of(Milestone), key=lambda each: each.at, reverse=True):
        version = milestone_version(milestone, language)
        if version is not None:
            yield version


def without_milestones(pathway: Pathway) -> Pathway:
    """Return a pathway as its milestones keep it: without them."""
    return milestones.without_milestones(pathway)
