"""An outline beside its board."""

from collections.abc import Iterator

import pytest

from model.ids import ids_from


@pytest.fixture(autouse=True)
def counted_ids() -> Iterator[None]:
    """Let new records be n0, n1, ... so that a failing test reads the same each time."""
    numbers = iter(range(10_000))
    with ids_from(lambda: f"n{next(numbers)}"):
        yield
