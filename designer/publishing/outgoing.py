"""Writes a planned site into its folder, whole or not at all."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from designer.publishing.earlier import SITE, EarlierError, last_publication
from designer.publishing.plan import Fate, Plan
from designer.publishing.words import never_emptied
from exporters.exporter import ExportError, Options, Progress
from exporters.website import WEBSITE
from exporters.website.library import SiteOptions, build
from exporters.writing import MadeFiles, write_folder
from model.file import SUFFIX
from model.messages import _

_NO_CLOCK: Final = datetime(1970, 1, 1, tzinfo=UTC)
"""What a site says of time, it takes from its content: the same content gives the same bytes."""


def publish(plan: Plan, site: SiteOptions, out: Path, progress: Progress, kind: str = SITE) -> None:
    """Write the site that was planned to the folder `out`.

    Raises ExportError with a sentence when it cannot be written, and CancelledError when
    `progress` does; what was published before is then as it was.
    """
    unread = (Path(each.file) for each in plan.unread)
    refuse_place(out, [*(each.file for each in plan.entries if each.file is not None), *unread])
    _refuse_surprise(plan, out, kind)
    files = _refusing_others(site_files(plan, site, progress), plan, out, kind)
    write_folder(MadeFiles(kind, WEBSITE.title, files), out, progress)


def site_files(plan: Plan, site: SiteOptions, progress: Progress) -> Iterator[tuple[str, bytes]]:
    """Yield the files of the site that was planned."""
    if not plan.site:
        withdrawn = plan.of(Fate.WITHDRAWN)
        raise ExportError(never_emptied() if withdrawn else _("There is nothing to publish."))
    site = replace(site, earlier=plan.earlier.files)
    return build(plan.site, Options(made_at=_NO_CLOCK), site, progress)


def refuse_place(out: Path, files: Iterable[Path] = ()) -> None:
    """Refuse a folder in which pathway files lie: whoever puts it online puts these there too.

    `files` are those to publish; they may lie neither in the folder nor anywhere below it.
    """
    try:
        found = next(chain(_pathway_files_in(out), _below(out, files)), None)
    except OSError:
        return  # writing there says why
    if found is not None:
        raise ExportError(
            _(
                "{folder}: pathway files lie in this folder (“{file}”), and with it they would go "
                "online. Publish to a folder of its own."
            ).format(folder=out, file=found.name)
        )


def _pathway_files_in(out: Path) -> Iterator[Path]:
    if out.is_dir():
        yield from (each for each in out.iterdir() if each.suffix.lower() == SUFFIX)


def _below(out: Path, files: Iterable[Path]) -> Iterator[Path]:
    folder = out.resolve()
    yield from (file for file in files if file.resolve().is_relative_to(folder))


def _refuse_surprise(plan: Plan, out: Path, kind: str) -> None:
    try:
        now = last_publication(out, kind)
    except EarlierError as error:
        raise ExportError(str(error)) from error
    if now.pathways != plan.earlier.pathways:
        raise ExportError(
            _(
                "{folder}: somebody published there in the meantime. Look again at what changes."
            ).format(folder=out)
        )


def _refusing_others(
    files: Iterator[tuple[str, bytes]], plan: Plan, out: Path, kind: str
) -> Iterator[tuple[str, bytes]]:
    """Stop before a file of somebody else's would be replaced, or their publication undone."""
    for name, data in files:
        if name not in plan.earlier.files and (out / name).exists():
            raise ExportError(
                _(
                    "{folder}: “{file}” is there already, and it is not from an earlier "
                    "publication. Publish to an empty folder."
                ).format(folder=out, file=name)
            )
        yield name, data
    _refuse_surprise(plan, out, kind)  # to make a large site takes minutes
