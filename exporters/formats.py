"""Formats that a pathway can be written in, and those that one is read from.

Not in the package itself: whoever needs one exporter would import all of them.
"""

from exporters.bpmn import BPMN, FROM_BPMN
from exporters.diagram.dot import DOT
from exporters.diagram.graphviz import GRAPHVIZ
from exporters.diagram.pdf import PDF
from exporters.diagram.png import PNG
from exporters.diagram.svg import SVG
from exporters.drawio import DRAWIO
from exporters.excel import EXCEL
from exporters.exporter import Exporter
from exporters.fhir import FHIR
from exporters.graph import CSV, GRAPHML, JSON_GRAPH
from exporters.importer import Importer
from exporters.leaflet import LEAFLET
from exporters.mermaid import FROM_MERMAID, MERMAID
from exporters.outline import OUTLINE
from exporters.poster import POSTER
from exporters.ptv import PTV
from exporters.table import TABLE
from exporters.website import WEBSITE
from exporters.word import MINUTES, WORD

EXPORTERS = (
    WEBSITE,
    LEAFLET,
    PTV,
    EXCEL,
    WORD,
    MINUTES,
    SVG,
    PDF,
    PNG,
    POSTER,
    DOT,
    GRAPHVIZ,
    BPMN,
    MERMAID,
    DRAWIO,
    CSV,
    GRAPHML,
    JSON_GRAPH,
    FHIR,
)
"""In the order in which menus and lists show them."""


def find(name: str) -> Exporter | None:
    """Return the format of that name, None when there is none such."""
    return next((exporter for exporter in EXPORTERS if exporter.name == name), None)


IMPORTERS: tuple[Importer, ...] = (FROM_BPMN, FROM_MERMAID, OUTLINE, TABLE)
"""In the order in which lists show them; the first that knows a file's ending reads it."""


def importer_of(name: str) -> Importer | None:
    """Return what reads files called like that, None when nothing does."""
    return next((each for each in IMPORTERS if name.lower().endswith(each.suffixes)), None)
