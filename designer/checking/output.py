"""Where the report of a check goes, and in which format."""

from pathlib import Path

from designer.checking.text import run_lines
from designer.terminal import (
    NotUnderstoodError,
    RefusedError,
    printable,
    refuse_existing,
    show,
    show_file,
    show_json_file,
    tell,
    writing,
)
from exporters.findings import FORMATS, HTML, XLSX, CheckRun, ReportFormat
from model.file import SUFFIX
from model.messages import N_, _
from model.storage import write_atomically


def _text(run: CheckRun) -> bytes:
    return "".join(printable(line.text) + "\n" for line in run_lines(run)).encode("utf-8")


TEXT = ReportFormat("text", N_("Text"), ".txt", _text)
_KNOWN = {each.name: each for each in (TEXT, *FORMATS)}


def format_asked_for(name: str | None, out: Path | None) -> ReportFormat:
    """Return the format of that name; without one, that in which such a file is written."""
    if name is None:
        suffix = out.suffix.lower() if out else ""
        return next((each for each in _KNOWN.values() if each.suffix == suffix), TEXT)
    if name not in _KNOWN:
        raise NotUnderstoodError(
            _("“{name}” is not known; known are {known}.").format(
                name=name, known=", ".join(_KNOWN)
            )
        )
    return _KNOWN[name]


def refuse_place(out: Path | None, format: ReportFormat, *, force: bool) -> None:
    """Refuse what could not be written at the end, before anything is done."""
    if out is None:
        if format is XLSX:
            raise NotUnderstoodError(_("An Excel workbook needs a file to go to: give --out."))
        return
    if out.suffix.lower() == SUFFIX:  # a slip that would cost the pathway itself
        raise RefusedError(
            _("“{file}” is the name of a pathway file; give the report another name.").format(
                file=out
            )
        )
    refuse_existing(out, force=force)


def put(run: CheckRun, format: ReportFormat, out: Path | None, *, force: bool) -> None:
    """Write the report to a file, or show it; say what could not be read."""
    for unread in run.unread:
        tell(unread.reason)
    if out is not None:
        data = format.make(run)
        refuse_existing(out, force=force)
        with writing(out):
            write_atomically(out, data)
    elif format is TEXT:
        show(run_lines(run))
    elif format is HTML:
        show_file(format.make(run))
    else:
        show_json_file(format.make(run))
