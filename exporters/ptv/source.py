"""What the export to PTV is made from: the public part, and what PTV calls its records.

The ids and codes of PTV are no part of the website, and so not of `public_part`; they are named
here, one by one, and read for records that are public.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from exporters.exporter import Options
from exporters.website.public import public_part
from model.codes.ptv import municipalities
from model.ids import Id
from model.parts import PtvDescription
from model.pathway import Pathway
from model.records import Actor, Channel, PathwayInfo, Record, Stage

PTV_FIELDS: Mapping[type[Record], str] = {
    PathwayInfo: "ptv",
    Actor: "ptv_organisation",
    Stage: "ptv_service",
    Channel: "ptv_channel",
}
LANGUAGES = ("fi", "sv", "en", "se", "smn", "sms")
"""The languages that PTV takes texts in."""

_GUID = re.compile(r"[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}")


class Source(NamedTuple):
    """A pathway as PTV gets it. `ids` holds what stands in PTV_FIELDS, of public records only."""

    pathway: Pathway
    classification: PtvDescription
    ids: Mapping[Id, str]
    languages: tuple[str, ...]
    refused_languages: tuple[str, ...]

    def guid(self, id: Id | None) -> str:
        """Return PTV's id of a record, '' when there is none or it has not the form of one."""
        known = self.ids.get(id or "", "")
        return known.lower() if _GUID.fullmatch(known) else ""

    def is_malformed(self, id: Id) -> bool:
        """Whether something is written where PTV's id belongs that cannot be one."""
        return bool(self.ids.get(id)) and not self.guid(id)

    def source_id(self, *ids: Id) -> str:
        """Return the id by which PTV knows a record that comes from here (`sourceId`).

        PTV allows letters, digits, hyphens and dots. An underscore becomes two dots, which
        clashes with nothing, since no id begins with one.
        """
        parts = ("ketjupaja", self.pathway.info.id, *ids)
        return ".".join(part.replace("_", "..") for part in parts)


def read(pathway: Pathway, options: Options) -> Source:
    """Take from a pathway what may go to PTV."""
    wanted = options.languages_for(pathway)
    languages = tuple(code for code in wanted if code in LANGUAGES)
    public = public_part(pathway, languages)
    ids: dict[Id, str] = {}
    for record in public.values():
        field = PTV_FIELDS.get(type(record), "")
        written = getattr(pathway[record.id], field) if field else None
        if isinstance(written, str) and written.strip():
            ids[record.id] = written.strip()
    classification = pathway.info.ptv or PtvDescription()
    if classification.service_collection.strip():
        ids[public.info.id] = classification.service_collection.strip()
    return Source(
        pathway=public,
        classification=classification,
        ids=ids,
        languages=languages,
        refused_languages=tuple(code for code in wanted if code not in LANGUAGES),
    )


def areas(codes: Sequence[str]) -> list[dict[str, object]]:
    """Return PTV's areas for municipality codes; codes that are not on the list are left out."""
    known = [code for code in codes if code in municipalities()]
    return [{"type": "Municipality", "areaCodes": known}] if known else []
