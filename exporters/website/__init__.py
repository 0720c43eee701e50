"""A static website of a pathway: pages per language, and its data for other sites."""

from collections.abc import Iterator

from exporters.exporter import Exporter, Group, Languages, Options, Progress
from model.messages import N_
from model.pathway import Pathway


def build(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a site that holds one pathway: see `exporters.website.library`."""
    from exporters.website import library

    return library.build((pathway,), options, library.SiteOptions(), progress)


WEBSITE = Exporter(
    "website", N_("Website"), "", build, group=Group.PUBLISHING, languages=Languages.SEVERAL
)
