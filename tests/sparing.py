"""Of many alike cases a few in `make test`, all of them in `make test-all`."""

from collections.abc import Iterable
from typing import Any

import pytest


def one_in(number: int, cases: Iterable[Any]) -> list[Any]:
    """Return cases for `parametrize`: the first of each `number` of them, the others `every`."""
    return [
        pytest.param(case, marks=() if place % number == 0 else pytest.mark.every)
        for place, case in enumerate(cases)
    ]
