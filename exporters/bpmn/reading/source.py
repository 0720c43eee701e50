"""The file as a tree of elements, read so that it cannot harm: bytes come from anybody."""

from typing import Any, Final
from xml.etree import ElementTree as ET

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from exporters.bpmn.writing import MODEL
from model.file import UnreadableFileError
from model.messages import _

DEEPEST: Final = 100
"""Elements within elements; subprocesses of subprocesses take three levels each."""
MOST_ELEMENTS: Final = 200_000
"""A diagram of 1,000 stages of ours has some 50,000."""

# Of the drafts of BPMN 2.0, that old tools wrote; their elements are called the same.
_NAMESPACES: Final = (
    MODEL,
    "http://schema.omg.org/spec/BPMN/2.0",
    "http://www.omg.org/spec/BPMN/20100501/MODEL",
)


def tree(data: bytes) -> ET.Element:
    """Return the definitions of a BPMN file, its elements named as in BPMN 2.0.

    Raises UnreadableFileError for what is no BPMN, has entities, or is too deep or too large.
    """
    parser = DefusedXMLParser(target=_Limited(), forbid_dtd=True)
    try:
        parser.feed(data)
        root: ET.Element = parser.close()
    except DefusedXmlException:
        raise UnreadableFileError(
            _("The file declares a document type or entities, which no diagram needs: refused.")
        ) from None
    except ET.ParseError as error:
        raise UnreadableFileError(
            _("Line {line}: the file is damaged here; it is not valid XML.").format(
                line=error.position[0]
            )
        ) from None
    except (LookupError, ValueError):
        raise UnreadableFileError(_("The file’s characters are in an unknown encoding.")) from None
    if root.tag != _model("definitions"):
        raise UnreadableFileError(
            _("This is not a BPMN 2.0 file: export the diagram as BPMN 2.0 XML and try again.")
        )
    return root


def _model(name: str) -> str:
    return f"{{{MODEL}}}{name}"


class _Limited:
    """Builds the tree, and stops when it gets too deep or too large."""

    def __init__(self) -> None:
        self._builder = ET.TreeBuilder()
        self._depth = self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> ET.Element:
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST or self._count > MOST_ELEMENTS:
            raise UnreadableFileError(
                _("The file is too large or nested too deep to be a diagram.")
            )
        namespace, _brace, name = tag.removeprefix("{").rpartition("}")
        return self._builder.start(_model(name) if namespace in _NAMESPACES else tag, attributes)

    def end(self, tag: str) -> None:
        self._depth -= 1
        del tag
        self._builder.end("")

    def data(self, words: str) -> None:
        self._builder.data(words)

    def close(self) -> Any:
        return self._builder.close()
