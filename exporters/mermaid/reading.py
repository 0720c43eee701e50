"""A Mermaid file becomes a pathway: groups lanes, nodes stages, arrows handovers."""

from hashlib import sha256

from exporters.importer import Imported
from exporters.mermaid.blocks import find, others_in_words
from exporters.mermaid.building import Building
from exporters.mermaid.parsing import Parser
from model.file import UnreadableFileError
from model.messages import _


def read(data: bytes, language: str) -> Imported:
    """Read a Mermaid file or the first flowchart of a Markdown page; texts are in `language`.

    Raises UnreadableFileError for what is not UTF-8 text, no flowchart or swimlanes, or too large.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableFileError(
            _("Line {line}: the file is not UTF-8 text; save it as UTF-8 and try again.").format(
                line=line
            )
        ) from error
    block = find(text.replace("\r\n", "\n").replace("\r", "\n"))
    diagram = Parser(block).parse()
    if not diagram.nodes and not diagram.groups:
        raise UnreadableFileError(_("The diagram has no stages: nothing can be brought in."))
    building = Building(diagram, language, sha256(data).hexdigest()[:8])
    pathway = building.pathway()
    others = [others_in_words(block.others)] if block.others else []
    return Imported(pathway, (*building.left_out(), *others))
