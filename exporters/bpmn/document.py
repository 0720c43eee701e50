"""A pathway's BPMN file, from the pathway to the bytes."""

from exporters.bpmn.carried import carried_part
from exporters.bpmn.making import diagram
from exporters.bpmn.placing import places
from exporters.bpmn.writing import written
from model.pathway import Pathway


def document(pathway: Pathway, language: str) -> bytes:
    """Return the file; equal pathways give equal bytes."""
    kept = carried_part(pathway)
    made = diagram(kept, language)
    return written(made, places(made, kept, language), kept, language)
