"""What is to be said of a workbook while it is read: faults that refuse it, and remarks."""

from typing import Final, NamedTuple

from exporters.excel.opening import Place, coordinate
from model.messages import _

MOST_FAULTS: Final = 1_000
"""At so many faults reading stops."""


class Remark(NamedTuple):
    """A sentence about a place of the workbook ("Vaiheet!D14"), or about all of a sheet."""

    where: str
    words: str

    def __str__(self) -> str:
        return f"{self.where}: {self.words}"


class FaultyWorkbookError(Exception):
    """A workbook that is not taken in, since cells of it are not understood; `faults` name them."""

    def __init__(self, faults: tuple[Remark, ...]) -> None:
        self.faults = faults
        super().__init__(
            _("{fault} The workbook is not taken in.").format(fault=faults[0])
            if faults
            else _("The workbook is not taken in.")
        )


class Remarks:
    """Collects what is to be said of one workbook."""

    def __init__(self) -> None:
        self._faults: dict[Remark, None] = {}
        self.remarks: list[Remark] = []

    def fault(self, title: str, place: Place, words: str) -> None:
        """Tell a fault once; raises FaultyWorkbookError when there are far too many to go on."""
        self._faults[Remark(coordinate(title, place), words)] = None
        if len(self._faults) == MOST_FAULTS:
            self.refuse_faulty()

    def remark(self, title: str, place: Place, words: str) -> None:
        self.remarks.append(Remark(coordinate(title, place), words))

    def of_sheet(self, title: str, words: str) -> None:
        self.remarks.append(Remark(title, words))

    def refuse_faulty(self) -> None:
        """Raise FaultyWorkbookError when there is any fault."""
        if self._faults:
            raise FaultyWorkbookError(tuple(self._faults))
