"""Of many alike cases a few in `make test`, all of them in `make test-all`."""

from collections.abc import Iterable
from typing import Any

import pytest
from _pytest.mark import ParameterSet


def one_in(number: int, cases: Iterable[Any]) -> list[Any]:
    """Return cases for `parametrize`: the first of each `number` of them, the others `every`."""
    return [
        case if place % number == 0 else _for_test_all(case) for place, case in enumerate(cases)
    ]


def _for_test_all(case: Any) -> Any:
    if isinstance(case, ParameterSet):
        return pytest.param(*case.values, marks=(*case.marks, pytest.mark.every), id=case.id)
    return pytest.param(case, marks=pytest.mark.every)
