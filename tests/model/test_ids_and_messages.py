"""What is taken from the surroundings inside a block is given back after it."""

import re

from model.ids import ALPHABET, ids_from, new_id
from model.messages import _, speaking, spoken_language


def test_ids_are_short_and_do_not_repeat() -> None:
    ids = {new_id() for _number in range(2000)}
    assert len(ids) == 2000
    assert all(re.fullmatch(f"[{ALPHABET}]{{8}}", id) for id in ids)


def test_ids_come_from_the_source_of_the_block_only() -> None:
    with ids_from(lambda: "mine"):
        assert new_id() == "mine"
    assert new_id() != "mine"


def test_a_language_is_spoken_in_its_block_only() -> None:
    before = spoken_language()
    with speaking("fi"):
        with speaking("sv"):
            assert _("(no name)") == "(namnlös)"
        assert _("(no name)") == "(nimetön)"
    assert spoken_language() == before
