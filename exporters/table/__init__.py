"""Plain tables: a sheet or a text file that is not ours, read column by column (docs/excel.md).

    pages = pages_of(data)                           # .xlsx, .csv or .tsv
    proposal = proposed(pages[0], pathway, "fi")     # which column is which; people correct it
    read = read_table(pages, [proposal.mapping], pathway)
    merge(read.base, pathway, read.filled_in)

What a table says becomes the same as what a workbook of ours says: nothing of it is taken in while
any of its cells is not understood.
"""

from exporters.importer import Imported, Importer
from model.messages import N_

_LARGEST = 20_000_000  # bytes: those of a workbook


def _read(data: bytes, language: str) -> Imported:
    from exporters.table.importing import read

    return read(data, language)


TABLE = Importer("table", N_("Table (Excel, CSV)"), (".xlsx", ".csv", ".tsv"), _LARGEST, _read)
