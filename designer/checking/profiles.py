"""By which profile a file is checked: the one asked for, its organisation's, or its status's."""

from collections.abc import Callable
from pathlib import Path

from designer.organisation import (
    FILE_NAME,
    OrganisationFileError,
    organisation_file,
    organisation_profile,
)
from designer.terminal import NotUnderstoodError
from exporters.findings import UnreadFile
from model.checks import ORGANISATION, PROFILES, Profile, find_profile, profile_for
from model.codes import PathwayStatus
from model.messages import _
from model.pathway import Pathway


class ProfileChoice:
    """Chooses for file after file; `refused` are organisations' files that could not be used.

    Those are told once each. What they are for is checked by the profile that its status asks.
    """

    def __init__(
        self,
        asked: str | None,
        settings: Path,
        by_status: Callable[[PathwayStatus], Profile] = profile_for,
    ) -> None:
        """Take a profile's name, None for the organisation's where there is one.

        `settings` is the folder in which an organisation's file counts for all pathways. Where
        neither says it, a pathway's status does.
        """
        self._by_status = by_status
        self._asked = None if asked in {None, ORGANISATION} else find_profile(asked or "")
        if asked not in {None, ORGANISATION} and self._asked is None:
            known = (*(profile.name for profile in PROFILES), ORGANISATION)
            raise NotUnderstoodError(
                _("“{name}” is not known; known are {known}.").format(
                    name=asked, known=", ".join(known)
                )
            )
        self._is_needed = asked == ORGANISATION
        self._settings = settings
        self._read: dict[Path, Profile | None] = {}
        self.refused: list[UnreadFile] = []

    def profile_of(self, file: Path, pathway: Pathway) -> Profile:
        """Return by which profile the pathway of that file is checked."""
        return self._asked or self._organisation(file) or self._by_status(pathway.info.status)

    def _organisation(self, file: Path) -> Profile | None:
        own = organisation_file(file, self._settings)
        if own is None:
            if self._is_needed:
                words = _("{file}: there is no {name} beside it, nor in the folders above.")
                self.refused.append(UnreadFile(file, words.format(file=file, name=FILE_NAME)))
            return None
        if own not in self._read:
            self._read[own] = self._profile_in(own)
        return self._read[own]

    def _profile_in(self, own: Path) -> Profile | None:
        try:
            return organisation_profile(own)
        except OrganisationFileError as error:
            self.refused.append(UnreadFile(own, str(error)))
            return None
