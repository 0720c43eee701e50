"""The files to publish: read, each with the profile that checks it, and what cannot be read."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from designer.checking.targets import pathway_files
from designer.organisation import OrganisationFileError, organisation_file, organisation_profile
from designer.publishing.choices import Choices, organisation_choices
from designer.publishing.plan import Work
from exporters.findings import UnreadFile
from model import file
from model.checks import PUBLISHING, Profile
from model.file import UnreadableFileError


class Opened(NamedTuple):
    """The pathways that could be read, and the files that could not."""

    works: tuple[Work, ...]
    unread: tuple[UnreadFile, ...]


def opened(targets: Iterable[Path], settings: Path) -> Opened:
    """Read pathway files, and those in folders and below.

    `settings` is the folder in which an organisation's file counts for all pathways.
    """
    works: list[Work] = []
    unread: list[UnreadFile] = []
    for each in pathway_files(targets):
        if isinstance(each, UnreadFile):
            unread.append(each)
            continue
        try:
            works.append(Work(each, file.read(each), publishing_profile(each, settings)))
        except UnreadableFileError as error:
            unread.append(UnreadFile(each, str(error)))
        except OrganisationFileError as error:
            unread.append(UnreadFile(error.file, str(error)))
    return Opened(tuple(works), tuple(dict.fromkeys(unread)))


def publishing_profile(pathway: Path | None, settings: Path) -> Profile:
    """Return the publishing profile, in the organisation's form where it is based on that.

    Raises OrganisationFileError: what the organisation asks is not known then, so that nothing
    is published.
    """
    own = organisation_file(pathway, settings)
    if own is None:
        return PUBLISHING
    profile = organisation_profile(own)
    return profile if profile.based_on == PUBLISHING.name else PUBLISHING


def publishing_choices(targets: Iterable[Path], settings: Path) -> Choices:
    """Return how the organisation publishes, by the file nearest to the first of `targets`.

    Raises OrganisationFileError.
    """
    first = next(iter(targets), None)
    if first is not None and first.is_dir():
        first = first / "any"  # the file beside it counts
    own = organisation_file(first, settings)
    return Choices() if own is None else organisation_choices(own)
