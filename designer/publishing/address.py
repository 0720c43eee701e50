"""Where a pathway's page lies on the web, as far as the organisation's file tells."""

from pathlib import Path

from designer.organisation import OrganisationFileError, organisation_file
from designer.publishing.choices import organisation_choices
from exporters.website.library import as_published
from exporters.website.links import in_ascii
from exporters.website.pages import Published
from model.codes import PathwayStatus
from model.pathway import Pathway

_ON_THE_WEB = (PathwayStatus.APPROVED, PathwayStatus.PUBLISHED)


def page_address(pathway: Pathway, language: str, file: Path | None, settings: Path) -> str:
    """Return the address of the page in a language, else in the pathway's first; "" without one.

    A pathway that is not approved has no page, whatever address the site has. `file` is where the
    pathway lies, `settings` the folder of the user's choices.
    """
    if pathway.info.status not in _ON_THE_WEB:
        return ""
    found = organisation_file(file, settings)
    if found is None:
        return ""
    try:
        choices = organisation_choices(found)
    except OrganisationFileError:  # whoever publishes or checks is told
        return ""
    languages = choices.languages or pathway.info.languages
    if not choices.address or not languages:
        return ""
    public = as_published(Pathway((pathway.info,)), languages)  # all that an address is made of
    page = Published(public, public.info.slug).page(
        language if language in languages else languages[0]
    )
    return in_ascii(choices.address + page)
