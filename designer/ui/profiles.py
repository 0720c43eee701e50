"""Which profiles the checks of a pathway can be asked by, its organisation's own among them."""

from typing import NamedTuple

from designer.organisation import OrganisationFileError, organisation_file, organisation_profile
from designer.ui.open_file import OpenFile
from designer.ui.settings import Settings
from model.checks import PROFILES, Profile


class Profiles(NamedTuple):
    """Those there are; `refused` says why the organisation's own is not, None when it has none."""

    known: tuple[Profile, ...] = PROFILES
    refused: OrganisationFileError | None = None

    def remembered(self, settings: Settings) -> Profile:
        """Return the one that was chosen last, else the first."""
        name = settings.profile([profile.name for profile in self.known])
        return next(profile for profile in self.known if profile.name == name)


def profiles_for(file: OpenFile, settings: Settings) -> Profiles:
    """Return the profiles for an open file, its organisation's as the last of them."""
    own = organisation_file(file.path, settings.folder)
    if own is None:
        return Profiles()
    try:
        return Profiles((*PROFILES, organisation_profile(own)))
    except OrganisationFileError as error:
        return Profiles(refused=error)
