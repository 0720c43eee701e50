"""What a publishing window looks at: the plan, and whether the open pathway could be approved."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from designer.organisation import OrganisationFileError
from designer.publishing.choices import Choices, site_options
from designer.publishing.earlier import Earlier, EarlierError, last_publication
from designer.publishing.gate import Verdict, before_approval, draft
from designer.publishing.outgoing import refuse_place, site_files
from designer.publishing.plan import Fate, Plan, Wish, Work, planned
from designer.publishing.works import Opened, opened, publishing_profile
from exporters.exporter import ExportError, Progress
from exporters.website.library import SiteOptions
from model.checks import Profile
from model.ids import Id
from model.pathway import Pathway


class Subject(NamedTuple):
    """What is to be published: the open pathway, its file, and the folder if all in it are."""

    pathway: Pathway
    file: Path | None
    folder: Path | None
    settings: Path
    today: date


class Looked(NamedTuple):
    """What was seen: the plan, the site's options, and what stops an approval now.

    `subject`, `choices` and `withdraw` are what was looked at.
    """

    subject: Subject
    choices: Choices
    withdraw: frozenset[Id]
    plan: Plan
    site: SiteOptions
    ready: Verdict

    @property
    def pathway(self) -> Pathway:
        return self.subject.pathway

    def publishes_as(self, other: "Looked") -> bool:
        """Tell whether the same would be published, and the same become of each pathway."""
        return self.site == other.site and _outcome(self.plan) == _outcome(other.plan)


def look(subject: Subject, choices: Choices, withdraw: frozenset[Id], progress: Progress) -> Looked:
    """Plan a publication. Raises ExportError with the sentence that says why that cannot be."""
    site = site_options(choices)
    works = _works(subject)
    files = [work.file for work in works.works if work.file is not None]
    earlier = _earlier(choices.folder, [*files, *(Path(each.file) for each in works.unread)])
    wish = Wish(today=subject.today, languages=choices.languages, withdraw=withdraw)
    plan = planned(works.works, earlier, wish, told=progress)
    ready = before_approval(subject.pathway, _profile(subject), subject.today)
    plan = replace(plan, unread=works.unread)
    return Looked(subject, choices, withdraw, plan, site, ready)


def preview(subject: Subject, choices: Choices, progress: Progress) -> Mapping[str, bytes]:
    """Return the files of a preview: the pathways as they are now, marked as drafts.

    Raises ExportError when none of them may be shown even so.
    """
    wish = Wish(today=subject.today, languages=choices.languages)
    works = _works(subject).works
    plan = planned(works, Earlier(), wish, draft, told=lambda share: progress(share / 2))
    left_out = [reason.words for entry in plan.entries for reason in entry.reasons]
    if not plan.site and left_out:
        raise ExportError(left_out[0])
    # Without its address, and without what leads to the site that is online.
    site = replace(site_options(choices), is_preview=True, base_address="")
    return dict(site_files(plan, site, lambda share: progress(0.5 + share / 2)))


def _outcome(plan: Plan) -> Sequence[tuple[Id, Fate, Pathway | None]]:
    return [(entry.id, entry.fate, entry.site) for entry in plan.entries]


def _earlier(folder: Path | None, files: Sequence[Path]) -> Earlier:
    if folder is None:
        return Earlier()
    refuse_place(folder, files)
    try:
        return last_publication(folder)
    except EarlierError as error:
        raise ExportError(str(error)) from error


def _works(subject: Subject) -> Opened:
    """Return the pathways to publish; the open one as it is in the window, not as it was saved."""
    own = Work(subject.file, subject.pathway, _profile(subject))
    if subject.folder is None:
        return Opened((own,), ())
    found = opened([subject.folder], subject.settings)
    others = [work for work in found.works if not _is_same(work.file, subject.file)]
    return Opened((own, *others), found.unread)


def _is_same(one: Path | None, other: Path | None) -> bool:
    return one is not None and other is not None and one.resolve() == other.resolve()


def _profile(subject: Subject) -> Profile:
    try:
        return publishing_profile(subject.file, subject.settings)
    except OrganisationFileError as error:
        raise ExportError(str(error)) from error
