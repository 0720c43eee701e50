"""A pathway's BPMN file, from the pathway to the bytes."""

from exporters.bpmn.carried import Carried, carried_part, carry
from exporters.bpmn.making import diagram
from exporters.bpmn.placing import places
from exporters.bpmn.reading.foreign import mapped
from exporters.bpmn.reading.source import tree
from exporters.bpmn.writing import definitions, extensions, written
from model.pathway import Pathway


def document(pathway: Pathway, language: str) -> bytes:
    """Return the file; equal pathways give equal bytes."""
    kept = carried_part(pathway)
    made = diagram(kept, language)
    root = definitions(made, places(made, kept, language))
    shown = mapped(tree(written(root)), language).pathway
    carry(extensions(root), Carried(kept, shown, language))
    return written(root)
