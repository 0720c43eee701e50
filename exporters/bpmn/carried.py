"""What a BPMN file carries of the pathway that it was made of, for the way back.

The pathway lies in the collaboration's extension elements as the lines of its own file, readable,
so that anybody can see what is given away. It is the description of the pathway and the work on it
without what is private: notes, milestones, names of persons, contacts between professionals and
where other files lie stay at home.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
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
"""The element that the pathway lies in."""

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
    """The pathway as it was when the file was made, and the language of the file's words."""

    pathway: Pathway
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


def carry(extensions: ET.Element, pathway: Pathway, language: str) -> None:
    """Put the pathway into extension elements."""
    box = ET.SubElement(extensions, BOX, {"version": VERSION, "language": language})
    box.text = _NOT_IN_XML.sub(_as_escape, dumps(pathway).decode())


def _as_escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def carried_in(boxes: Sequence[ET.Element]) -> Carried | None:
    """Return what a file carries of its pathway; None when it does not, or no longer can be read.

    Takes the elements that `carry` makes: a tool may have doubled them.
    """
    for box in boxes:
        language = box.get("language", "")
        if box.get("version") != VERSION or not re.fullmatch("[a-z]{2,3}", language):
            continue
        try:
            return Carried(loads((box.text or "").encode()), language)
        except (UnreadableFileError, UnicodeEncodeError):
            continue
    return None
