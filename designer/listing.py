"""What the command line prints: formats, what a file holds."""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from designer.terminal import Line, printable
from exporters.exporter import Exporter, in_groups
from exporters.findings.words import name
from model.checks import COORDINATION
from model.codes.names import name_of_code
from model.completeness import Count, count_in_words, measure
from model.file import FORMAT
from model.messages import _, ngettext
from model.pathway import Pathway
from model.records import RECORD_KINDS, PathwayInfo


def info_data(file: Path, pathway: Pathway) -> dict[str, Any]:
    """Return what a file holds, for JSON: dates are ISO 8601, counts by the kind of record."""
    info = pathway.info
    kinds = {
        kind.__struct_config__.tag: len(pathway.of(kind))
        for kind in RECORD_KINDS
        if kind is not PathwayInfo
    }
    return {
        "file": printable(str(file)),
        "format": FORMAT,
        "id": info.id,
        "title": info.title,
        "status": info.status.value,
        "version": info.version,
        "languages": list(info.languages),
        "last_reviewed": info.last_reviewed,
        "next_review": info.next_review,
        "counts": kinds,
        "completeness": _completeness_data(pathway),
    }


def _completeness_data(pathway: Pathway) -> dict[str, int | None]:
    """Return the figure and what it is made of; no percentage where nothing is required."""
    total = _complete(pathway)
    return {"required": total.required, **total._asdict(), "percent": total.percent}


def _complete(pathway: Pathway) -> Count:
    today = date.today()  # noqa: DTZ011 - the user's day
    return measure(pathway, COORDINATION, today).total


def info_lines(file: Path, pathway: Pathway) -> Iterator[Line]:
    info = pathway.info
    yield Line(f"{file}: {name(pathway, info.id)}", "bold")
    yield Line(_("Status: {status}").format(status=name_of_code(info.status)))
    yield Line(_("Languages: {languages}").format(languages=", ".join(info.languages)))
    if info.version:
        yield Line(_("Version: {version}").format(version=info.version))
    if info.next_review:
        yield Line(_("Next review: {day}").format(day=info.next_review.isoformat()))
    yield Line(count_in_words(_complete(pathway)))
    stages, arrows = len(pathway.stages), len(pathway.handovers)
    actors, phases = len(pathway.actors), len(pathway.phases)
    yield Line(
        ", ".join(
            (
                ngettext("{count} phase", "{count} phases", phases).format(count=phases),
                ngettext("{count} actor", "{count} actors", actors).format(count=actors),
                ngettext("{count} stage", "{count} stages", stages).format(count=stages),
                ngettext("{count} handover", "{count} handovers", arrows).format(count=arrows),
            )
        )
    )


def format_lines(exporters: Iterable[Exporter]) -> Iterator[Line]:
    for group, formats in in_groups(exporters):
        yield Line(_(group.value), "bold")
        for exporter in formats:
            what = exporter.suffix or _("folder")
            forms = ", ".join(form.name for form in exporter.forms)
            of_forms = f" (--form {forms})" if forms else ""
            yield Line(f"  {exporter.name:<10} {what:<8} {_(exporter.title)}{of_forms}")


def format_data(exporter: Exporter) -> dict[str, Any]:
    """Return a format for JSON; without a suffix it makes a folder, forms are by their names."""
    return {
        "name": exporter.name,
        "title": _(exporter.title),
        "suffix": exporter.suffix,
        "group": exporter.group.name.lower(),
        "forms": {form.name: _(form.title) for form in exporter.forms},
    }
