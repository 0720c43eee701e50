"""A static website of a pathway: pages per language, and its data for other sites."""

from collections.abc import Iterator

from exporters.exporter import Exporter, Options, Progress
from model.messages import N_
from model.pathway import Pathway


def build(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Yield the site's files: see `exporters.website.site`."""
    from exporters.website.site import build

    return build(pathway, options, progress)


WEBSITE = Exporter("website", N_("Website"), "", build)
