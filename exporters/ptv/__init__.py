"""The Finnish Service Catalogue (PTV): request bodies of its open interface v11, as files.

Nothing is sent anywhere: the person who keeps the county's part of PTV takes the files. PTV has no
order, no handovers and no branches, so that this export always loses something; what is lost or
left out is told in words, in the folder and beside the export.
"""

from collections.abc import Iterator, Sequence

from exporters.exporter import Exporter, Group, Languages, Options, Progress
from model.messages import N_
from model.pathway import Pathway


def build(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    from exporters.ptv.files import files

    return files(pathway, options, progress)


def losses(pathway: Pathway, options: Options) -> Sequence[str]:
    """Say in short what was written and what was left out, and where the whole report is."""
    from exporters.ptv.files import in_short

    return in_short(pathway, options)


PTV = Exporter(
    "ptv",
    N_("Service Catalogue (PTV)"),
    "",
    build,
    losses,
    group=Group.PUBLISHING,
    languages=Languages.SEVERAL,
)
