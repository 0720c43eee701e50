"""Rules are tested with Finnish morphology, whether or not the machine has it."""

from collections.abc import Iterator

import pytest

from tests.voikko import recorded


@pytest.fixture(autouse=True)
def finnish_morphology() -> Iterator[None]:
    with recorded():
        yield
