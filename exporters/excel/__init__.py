"""The workbook: a pathway as tables that can be filled in and brought back (docs/excel.md)."""

from collections.abc import Iterator

from exporters.exporter import Exporter, Group, Languages, Options, Progress
from model.messages import N_
from model.pathway import Pathway


def build(pathway: Pathway, options: Options, progress: Progress) -> Iterator[tuple[str, bytes]]:
    from exporters.excel.filling_in import workbook_bytes

    yield "pathway.xlsx", workbook_bytes(pathway, options, progress)


EXCEL = Exporter(
    "excel",
    N_("Excel workbook"),
    ".xlsx",
    build,
    group=Group.DOCUMENTS,
    languages=Languages.SEVERAL,
)
