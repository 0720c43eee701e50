"""A pathway's BPMN file, from the pathway to the bytes."""

from exporters.bpmn import LARGEST
from exporters.bpmn.carried import Carried, carried_part, carry
from exporters.bpmn.making import diagram
from exporters.bpmn.placing import places
from exporters.bpmn.reading.foreign import mapped
from exporters.bpmn.reading.source import tree
from exporters.bpmn.writing import definitions, extensions, written
from exporters.exporter import ExportError
from model.file import UnreadableFileError
from model.messages import _
from model.pathway import Pathway


def document(pathway: Pathway, language: str) -> bytes:
    """Return the file; equal pathways give equal bytes.

    Raises ExportError when the file would be larger than those that are read.
    """
    kept = carried_part(pathway)
    made = diagram(kept, language)
    root = definitions(made, places(made, kept, language))
    try:
        shown = mapped(tree(written(root)), language).pathway
    except UnreadableFileError as error:
        raise _too_large() from error
    carry(extensions(root), Carried(kept, shown, language))
    data = written(root)
    if len(data) > LARGEST:
        raise _too_large()
    return data


def _too_large() -> ExportError:
    return ExportError(
        _(
            "The pathway is too large for a process diagram: it could not be read back. Divide it "
            "into several pathways."
        )
    )
