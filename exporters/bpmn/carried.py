"""What a BPMN file carries of the pathway that it was made of, for the way back.

The pathway lies in the collaboration's extension elements as the lines of its own file, readable,
so that anybody can see what is given away. It is the description of the pathway and the work on it
without what is private: notes, milestones, names of persons, contacts between professionals and
where other files lie stay at home.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple, cast
from xml.etree import ElementTree as ET

from msgspec import Struct
from msgspec.structs import replace

from exporters.bpmn.flow import NAMESPACE
from model.format import UnreadableFileError, dumps, loads
from model.integrity import LINKS
from model.messages import _, ngettext
from model.parts import Approval, PathwayLink, Responsibility
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Milestone, Note, ParticipantGroup, Record, Waiver

VERSION: Final = "1"
BOX: Final = f"{{{NAMESPACE}}}pathway"
SHOWN_BOX: Final = f"{{{NAMESPACE}}}shown"
"""The elements in which the pathway lies, and what the diagram showed of it."""

_AT_HOME: Final[tuple[type[Record], ...]] = (Note, Milestone)
"""Kinds that stay in the pathway's own file."""

_BLANKED: Final[Mapping[type[Struct], Mapping[str, Any]]] = {
    Responsibility: {"person": ""},
    ParticipantGroup: {"persons": ""},
    Actor: {"professional_contacts": ()},
    PathwayLink: {"file": ""},
    Approval: {"milestone": None},
}
"""Fields that are private, with the value that says nothing."""

# JSON may hold these as they are, XML may not (XML 1.0, production Char).
_HALVES = re.compile("[\ud800-\udfff]")  # of pairs: no file can hold them
_NOT_IN_XML = re.compile("[\ufffe\uffff]")


class Carried(NamedTuple):
    """The pathway as it was when the file was made, and the language of the file's words.

    `shown` is what the diagram showed then, read as another tool's diagram would be: what differs
    from it later was changed. It is not made anew, since later versions may draw and call things
    otherwise.
    """

    pathway: Pathway
    shown: Pathway
    language: str


def carried_part(pathway: Pathway) -> Pathway:
    """Return the pathway without what is private."""
    kept = [record for record in pathway.values() if not isinstance(record, _AT_HOME)]
    ids = {record.id for record in kept}
    kept = [record for record in kept if not (isinstance(record, Waiver) and _is_gone(record, ids))]
    ids = {record.id for record in kept}
    return Pathway(cast("AnyRecord", _freed(_blanked(record), ids)) for record in kept)


def _is_gone(waiver: Waiver, ids: set[str]) -> bool:
    return waiver.about is not None and waiver.about not in ids


def _freed(record: Record, ids: set[str]) -> Record:
    """Take away the links to what stays at home."""
    for link in LINKS.get(type(record), ()):
        value = getattr(record, link.field)
        if link.without and any(id not in ids for id in link.ids(value)):
            record = replace(record, **{link.field: link.without(value, lambda id: id not in ids)})
    return record


def _blanked(value: Any) -> Any:
    """Return a value without the private fields in it."""
    match value:
        case str() if type(value) is str:
            return _HALVES.sub("\ufffd", value)
        case Mapping():
            return {key: _blanked(words) for key, words in value.items()}
        case tuple():
            return tuple(_blanked(each) for each in value)
        case Struct():
            fields = {name: _blanked(getattr(value, name)) for name in value.__struct_fields__}
            return type(value)(**{**fields, **_BLANKED.get(type(value), {})})
        case _:
            return value


def losses(pathway: Pathway) -> Iterator[str]:
    """Say what stays at home, and for whom the file is."""
    notes, milestones = len(pathway.of(Note)), len(pathway.of(Milestone))
    if notes:
        yield ngettext(
            "{count} note stays in the pathway’s own file.",
            "{count} notes stay in the pathway’s own file.",
            notes,
        ).format(count=notes)
    if milestones:
        yield ngettext(
            "{count} milestone stays in the pathway’s own file.",
            "{count} milestones stay in the pathway’s own file.",
            milestones,
        ).format(count=milestones)
    if any(_blanked(record) != record for record in pathway.values()):
        yield _(
            "Names of persons, contacts for professionals and the places of other files stay in "
            "the pathway’s own file."
        )
    yield _(
        "The file is for the organisation’s own process tool, not for publishing: it also holds "
        "stages that are not public, texts for professionals and the workgroup’s meetings, tasks "
        "and stories."
    )


def carry(extensions: ET.Element, carried: Carried) -> None:
    """Put the pathway into extension elements, and what the diagram shows of it."""
    for tag, pathway in ((BOX, carried.pathway), (SHOWN_BOX, carried.shown)):
        said = {"version": VERSION, "language": carried.language}
        box = ET.SubElement(extensions, tag, said)
        box.text = _NOT_IN_XML.sub(_as_escape, dumps(pathway).decode())


def _as_escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def is_carrying(root: ET.Element) -> bool:
    return any(True for tag in (BOX, SHOWN_BOX) for _box in root.iter(tag))


def carried_in(root: ET.Element) -> Carried | None:
    """Return what a file carries of its pathway; None when it does not, or no longer can be read.

    A tool may have doubled the elements: the first that can be read counts.
    """
    pathway, shown = (next(_readable(root, tag), None) for tag in (BOX, SHOWN_BOX))
    if pathway is None or shown is None or pathway[1] != shown[1]:
        return None
    return Carried(pathway[0], shown[0], pathway[1])


def _readable(root: ET.Element, tag: str) -> Iterator[tuple[Pathway, str]]:
    for box in root.iter(tag):
        language = box.get("language", "")
        if box.get("version") != VERSION or not re.fullmatch("[a-z]{2,3}", language):
            continue
        try:
            yield loads((box.text or "").encode()), language
        except (UnreadableFileError, UnicodeEncodeError):
            continue
