from enum import StrEnum

import pytest

from model import codes
from model.codes.names import name_of_code
from model.messages import speaking
from model.text import TimeUnit

LISTS = [
    *(kind for kind in vars(codes).values() if isinstance(kind, type) and kind.__base__ is StrEnum),
    TimeUnit,
]


@pytest.mark.parametrize("kind", LISTS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_value_has_a_name_of_its_own_within_its_list(
    kind: type[StrEnum], language: str
) -> None:
    with speaking(language):
        names = [name_of_code(member) for member in kind]
    assert all(names)
    assert len(set(names)) == len(names)


def test_equal_values_of_two_lists_are_told_apart() -> None:
    with speaking("en"):
        assert name_of_code(codes.FeeKind.OTHER) != name_of_code(codes.ProviderKind.OTHER)
