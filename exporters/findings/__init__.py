"""Reports of what checks found: for programs (JSON, SARIF), to read (HTML), to work off (Excel)."""

from collections.abc import Callable
from typing import NamedTuple

from exporters.findings.checked import CheckedFile, CheckRun, UnreadFile
from model.messages import N_

__all__ = ["FORMATS", "HTML", "XLSX", "CheckRun", "CheckedFile", "ReportFormat", "UnreadFile"]


class ReportFormat(NamedTuple):
    """A format of reports; `title` is a message id. `make` speaks the language in force."""

    name: str
    title: str
    suffix: str
    make: Callable[[CheckRun], bytes]


def _json(run: CheckRun) -> bytes:
    from exporters.findings.data import json_bytes

    return json_bytes(run)


def _sarif(run: CheckRun) -> bytes:
    from exporters.findings.sarif import sarif_bytes

    return sarif_bytes(run)


def _html(run: CheckRun) -> bytes:
    from exporters.findings.page import page_bytes

    return page_bytes(run)


def _xlsx(run: CheckRun) -> bytes:
    from exporters.findings.sheets import sheets_bytes

    return sheets_bytes(run)


HTML = ReportFormat("html", N_("Web page"), ".html", _html)
XLSX = ReportFormat("xlsx", N_("Excel workbook"), ".xlsx", _xlsx)
FORMATS = (
    ReportFormat("json", N_("JSON"), ".json", _json),
    ReportFormat("sarif", N_("SARIF"), ".sarif", _sarif),
    HTML,
    XLSX,
)
