"""Faults of a workbook: told once each, and never without end."""

import pytest

from exporters.excel.remarks import MOST_FAULTS, FaultyWorkbookError, Remarks


def test_a_fault_is_told_once() -> None:
    remarks = Remarks()
    for _each in range(2):
        remarks.fault("Vaiheet", (1, 1), "X.")
    with pytest.raises(FaultyWorkbookError) as refused:
        remarks.refuse_faulty()
    assert len(refused.value.faults) == 1


def test_reading_stops_at_far_too_many() -> None:
    remarks = Remarks()
    for row in range(1, MOST_FAULTS):
        remarks.fault("Vaiheet", (row, 1), "X.")
    with pytest.raises(FaultyWorkbookError) as refused:
        remarks.fault("Vaiheet", (MOST_FAULTS, 1), "X.")
    assert len(refused.value.faults) == MOST_FAULTS
