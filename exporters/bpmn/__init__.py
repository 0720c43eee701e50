"""BPMN 2.0: a pathway for process tools, and their diagrams as pathways.

docs/bpmn.md says what becomes what, both ways; docs/decisions/0028 why.
"""

from collections.abc import Iterator, Sequence

from exporters.exporter import Exporter, Options, Progress
from exporters.importer import Imported, Importer
from model.format import LARGEST as LARGEST_PATHWAY
from model.messages import N_
from model.pathway import Pathway

LARGEST = 4 * LARGEST_PATHWAY
"""Bytes: a diagram carries the pathway, what it shows of it, and its texts for the tool's users."""


def build(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Yield one file in the leading language.

    Raises ExportError when it would be larger than those that are read.
    """
    from exporters.bpmn.document import document

    progress(0)
    language = options.languages_for(pathway)[0]
    yield "pathway.bpmn", document(pathway, language)
    progress(1)


def losses(pathway: Pathway, options: Options) -> Sequence[str]:
    """Say what the file does not carry, and for whom it is."""
    from exporters.bpmn.carried import losses as stays

    del options
    return tuple(stays(pathway))


def read(data: bytes, language: str) -> Imported:
    """Read a diagram of any tool; one of ours comes back as it was, with what was changed in it."""
    from exporters.bpmn.returning import returned

    return returned(data, language)


BPMN = Exporter("bpmn", N_("Process diagram (BPMN 2.0)"), ".bpmn", build, losses)
FROM_BPMN = Importer("bpmn", N_("Process diagram (BPMN 2.0)"), (".bpmn", ".xml"), LARGEST, read)
