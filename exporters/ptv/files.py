"""The folder for PTV: a request body a file, a list of the requests, and what is missing."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from exporters.exporter import Options, Progress
from exporters.ptv.making import Made, make
from exporters.ptv.outcome import Entry, Outcome
from exporters.ptv.report import report, report_name, summary
from exporters.website.links import slug
from model.edits import name_of
from model.ids import Id
from model.messages import _
from model.pathway import Pathway

_POST = {
    "Service": "POST /api/v11/Service",
    "ServiceCollection": "POST /api/v11/ServiceCollection",
    "PhoneChannel": "POST /api/v11/ServiceChannel/Phone",
    "ServiceLocation": "POST /api/v11/ServiceChannel/ServiceLocation",
    "EChannel": "POST /api/v11/ServiceChannel/EChannel",
    "WebPage": "POST /api/v11/ServiceChannel/WebPage",
    "PrintableForm": "POST /api/v11/ServiceChannel/PrintableForm",
}


def files(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Yield the files; the same pathway gives the same bytes."""
    made = make(pathway, options, progress)
    requests: list[dict[str, str]] = []
    for name, body in _bodies(made, requests):
        progress(1)
        yield name, _json(body)
    yield "requests.json", _json({"requests": requests})
    yield report_name(), "\n".join([*report(made), ""]).encode()


def in_short(pathway: Pathway, options: Options) -> Sequence[str]:
    """Say what was written and what not, and where to read the rest."""
    made = make(pathway, options)
    return (*summary(made), _("All of it: {file}.").format(file=report_name()))


def _bodies(made: Made, requests: list[dict[str, str]]) -> Iterator[tuple[str, object]]:
    """Yield names and bodies in the order in which PTV can take them, and note the requests."""
    for folder, outcomes in (("channels", made.channels), ("services", made.stages)):
        for name, entry in _named(folder, outcomes, made):
            requests.append({"file": name, "request": _POST[entry.kind]})
            yield name, entry.body
    for number, (id, body) in enumerate(made.links.by_source.items(), start=1):
        name = f"connections/{_numbered(number, made.links.by_source)}-{_slug(id, made)}.json"
        service = made.source.source_id(id)
        request = f"PUT /api/v11/Connection/serviceSourceId/{service}"
        requests.append({"file": name, "request": request})
        yield name, body
    if made.links.connections:
        name = "connections/between-entries-of-ptv.json"
        requests.append({"file": name, "request": "POST /api/v11/Connection"})
        yield name, list(made.links.connections)
    if isinstance(made.collection, Entry):
        known = made.source.guid(made.source.pathway.info.id)
        request = _POST["ServiceCollection"]
        if known:
            request = f"PUT /api/v11/ServiceCollection/{known}"
        requests.append({"file": "service-collection.json", "request": request})
        yield "service-collection.json", made.collection.body


def _named(folder: str, outcomes: Mapping[Id, Outcome], made: Made) -> Iterator[tuple[str, Entry]]:
    entries = [entry for entry in outcomes.values() if isinstance(entry, Entry)]
    for number, entry in enumerate(entries, start=1):
        yield f"{folder}/{_numbered(number, entries)}-{_slug(entry.about, made)}.json", entry


def _numbered(number: int, among: Mapping[Id, Any] | Sequence[Any]) -> str:
    return str(number).zfill(max(2, len(str(len(among)))))


def _slug(id: Id, made: Made) -> str:
    language = next(iter(made.source.languages), "")
    return slug(name_of(made.source.pathway[id], language), id)


def _json(body: object) -> bytes:
    return (json.dumps(body, ensure_ascii=False, indent=2) + "\n").encode()
