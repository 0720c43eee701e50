"""`python -m designer.showcase FILE FOLDER`: the whole job once, without a window.

Checks the pathway in FILE and exports it in every format to FOLDER.
"""

import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from designer.terminal import (
    Line,
    RefusedError,
    faults_in_words,
    language_of_environment,
    show,
    use_utf8,
)
from exporters.exporter import Exporter, Options
from exporters.findings.words import counts
from exporters.formats import EXPORTERS
from exporters.writing import export
from model import file
from model.checks import PUBLISHING, check
from model.messages import _, speak


def showcase(source: Path, folder: Path) -> None:
    """Check a pathway and write it in every format; says what it does."""
    now = datetime.now().astimezone()
    pathway = file.read(source)
    report = check(pathway, PUBLISHING, now.date())
    show([Line(_("{file}: {counts}").format(file=source, counts=counts(report)))])
    folder.mkdir(parents=True, exist_ok=True)
    for exporter in EXPORTERS:
        out = folder / _name(source.stem, exporter)
        export(exporter, pathway, Options(made_at=now), out, lambda _share: None)
        show([Line(f"  {_(exporter.title)}: {out}")])
    pages = folder / "website" / "index.html"
    show([Line(_("Look at {page} first.").format(page=pages.resolve().as_uri()))])


def _name(stem: str, exporter: Exporter) -> str:
    """Name what an exporter writes; two that make files of one kind are told apart."""
    if not exporter.suffix:
        return exporter.name
    first = next(each for each in EXPORTERS if each.suffix == exporter.suffix)
    return (stem if exporter is first else f"{stem}-{exporter.name}") + exporter.suffix


def main(arguments: Sequence[str]) -> None:
    use_utf8()
    speak(language_of_environment())
    with faults_in_words():
        match arguments:
            case [source, folder]:
                showcase(Path(source), Path(folder))
            case _:
                raise RefusedError("python -m designer.showcase FILE FOLDER")


if __name__ == "__main__":
    main(sys.argv[1:])
