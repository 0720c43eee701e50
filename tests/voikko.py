"""Voikko's answers about the words of the samples, recorded: CI's machines need not have it.

Recorded by `python -m tests.voikko` on a machine with the package libvoikko, its native library
(4.3.1) and a Finnish dictionary (voikko-fi 2.5). A word of which nothing is recorded is one that
Voikko does not know.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from model.plain_language import morphology
from tests.damage.customer import PASSIVE

SAMPLES = Path(__file__).parents[1] / "samples"
RECORDING = Path(__file__).with_name("voikko_passive.txt")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@contextmanager
def recorded() -> Iterator[None]:
    """Answer as Voikko did, whether or not this machine has it."""
    passive = frozenset(RECORDING.read_text("utf-8").split())

    def is_passive(word: str) -> bool:
        return word.casefold() in passive

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(morphology, "finnish_passive", lambda: is_passive)
        yield


def main() -> None:
    is_passive = morphology.finnish_passive()
    if is_passive is None:
        raise SystemExit("This machine has no Voikko.")
    texts = [PASSIVE, *(path.read_text("utf-8") for path in SAMPLES.rglob("*.ketju"))]
    words = {word.casefold() for text in texts for word in _WORD.findall(text)}
    RECORDING.write_text("\n".join(sorted(filter(is_passive, words))) + "\n", "utf-8")


if __name__ == "__main__":
    main()
