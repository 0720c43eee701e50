"""The graph as Graphviz draws it: another view than the board, with few crossings."""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from tempfile import TemporaryFile
from time import monotonic
from xml.etree import ElementTree as ET

from exporters.diagram import dot, words
from exporters.exporter import Exporter, ExportError, Form, Group, Options, Progress
from exporters.not_public import not_public
from model.messages import N_, _, speaking
from model.pathway import Pathway

TIME_LIMIT = 10.0
"""Seconds until a drawing is given up; there are at most two attempts."""
_CHILD = (sys.executable, "-m", "exporters.diagram.graphviz_child")
_GLANCE = 0.2  # seconds between two looks whether the user has had enough
_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"


def build(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    language = options.languages_for(pathway)[0]
    progress(0)
    drawn = _drawn(pathway, language, options.form, progress)
    with speaking(language):
        titled = _titled(drawn, pathway, language)
    yield "graph.svg", titled
    progress(1)


LAYERED = Form("actor", N_("In layers, stages grouped by actor"))
BY_PHASE = Form("phase", N_("In layers, stages grouped by phase"))
SPRINGS = Form("springs", N_("As a web, near what belongs together (neato)"))
GROUPED_SPRINGS = Form("grouped", N_("As a web, stages grouped by actor (fdp)"))

GRAPHVIZ = Exporter(
    "graphviz",
    N_("Graph drawn by Graphviz (SVG)"),
    ".svg",
    build,
    not_public,
    group=Group.PICTURES,
    forms=(LAYERED, BY_PHASE, SPRINGS, GROUPED_SPRINGS),
)

_WAYS = {
    LAYERED.name: ("dot", dot.Clusters.ACTORS),
    BY_PHASE.name: ("dot", dot.Clusters.PHASES),
    SPRINGS.name: ("neato", dot.Clusters.NONE),
    GROUPED_SPRINGS.name: ("fdp", dot.Clusters.ACTORS),
}


def _drawn(pathway: Pathway, language: str, form: str, progress: Progress) -> bytes:
    """Draw carefully; quickly where Graphviz fails at that.

    Its ordering aborts over labels in some graphs of a hundred stages (`fixLabelOrder`), and it
    takes minutes to bend the lines of a thousand.
    """
    layout, clusters = _WAYS[form or LAYERED.name]
    command = (*_CHILD, layout)
    try:
        careful = dot.graph(pathway, language, clusters=clusters)
        return draw_in_child(careful.encode(), progress, command)
    except ExportError:
        quick = dot.graph(pathway, language, dot.QUICK, clusters)
        return draw_in_child(quick.encode(), progress, command)


def draw_in_child(
    graph: bytes,
    progress: Progress,
    command: Sequence[str] = (*_CHILD, "dot"),
    time_limit: float = TIME_LIMIT,
) -> bytes:
    """Return the SVG that Graphviz draws of a graph in DOT.

    Raises ExportError when it fails or takes longer than `time_limit` seconds; the child is ended
    then, as when `progress` raises.
    """
    end = monotonic() + time_limit
    # A file, since Python up to 3.12 forgets the rest of the input when it waits a second time.
    with TemporaryFile() as written:
        written.write(graph)
        written.seek(0)
        with subprocess.Popen(  # noqa: S603 - our own program
            command,
            stdin=written,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        ) as child:
            try:
                drawn = _wait(child, progress, end)
            finally:
                child.kill()
    if child.returncode != 0 or b"<svg" not in drawn:
        raise ExportError(_("Graphviz could not draw this graph: export it as DOT or as a board."))
    return drawn


def _wait(child: "subprocess.Popen[bytes]", progress: Progress, end: float) -> bytes:
    while True:
        try:
            return child.communicate(timeout=_GLANCE)[0]
        except subprocess.TimeoutExpired:
            progress(0.5)
            if monotonic() > end:
                raise ExportError(
                    _(
                        "Graphviz did not finish the drawing in time: export it as DOT or as a "
                        "board."
                    )
                ) from None


def _titled(drawn: bytes, pathway: Pathway, language: str) -> bytes:
    """Give the drawing a title, a description and a language, and no outside document type."""
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    root = ET.fromstring(drawn)  # noqa: S314 - made by our own child
    root.attrib.update(
        {
            "role": "img" if root.find(f".//*[@{{{_XLINK}}}href]") is None else "group",
            "aria-labelledby": "graph-title",
            "aria-describedby": "graph-description",
            "lang": language,
        }
    )
    described = {
        "title": words.board_title(pathway, language),
        "desc": words.graph_description(pathway, language),
    }
    for place, (tag, text) in enumerate(described.items()):
        element = ET.Element(f"{{{_SVG}}}{tag}", id=("graph-title", "graph-description")[place])
        element.text = text
        root.insert(place, element)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written
