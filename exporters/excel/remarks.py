"""What is to be said of a workbook while it is read: faults that refuse it, and remarks."""

from typing import NamedTuple

from exporters.excel.opening import Place, coordinate
from model.messages import _

MOST_TOLD = 40
"""Faults that are told one by one."""


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
        self.faults: list[Remark] = []
        self.remarks: list[Remark] = []

    def fault(self, title: str, place: Place, words: str) -> None:
        remark = Remark(coordinate(title, place), words)
        if remark not in self.faults:
            self.faults.append(remark)

    def remark(self, title: str, place: Place, words: str) -> None:
        self.remarks.append(Remark(coordinate(title, place), words))

    def of_sheet(self, title: str, words: str) -> None:
        self.remarks.append(Remark(title, words))

    def refuse_faulty(self) -> None:
        """Raise FaultyWorkbookError when there is any fault."""
        if self.faults:
            raise FaultyWorkbookError(tuple(self.faults))
