"""Formats that a pathway can be written in."""

from exporters.diagram.dot import DOT
from exporters.diagram.graphviz import GRAPHVIZ
from exporters.diagram.pdf import PDF
from exporters.diagram.png import PNG
from exporters.diagram.svg import SVG
from exporters.excel import EXCEL
from exporters.exporter import Exporter
from exporters.fhir import FHIR
from exporters.leaflet import LEAFLET
from exporters.ptv import PTV
from exporters.website import WEBSITE

EXPORTERS = (WEBSITE, LEAFLET, PTV, EXCEL, SVG, PDF, PNG, DOT, GRAPHVIZ, FHIR)
"""In the order in which menus and lists show them."""


def find(name: str) -> Exporter | None:
    """Return the format of that name, None when there is none such."""
    return next((exporter for exporter in EXPORTERS if exporter.name == name), None)
