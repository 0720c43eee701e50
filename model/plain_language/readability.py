"""The readability index LIX (Björnsson 1968).

Formulas are crude: they cannot tell hard words from long ones (Kotus; Virtaluoto & Väyrynen
2000), and LIX was made for Swedish. Wiio's index, made for Finnish, counts syllables of base
forms and is not asked; Flesch's gives nonsense for Finnish.
"""

from collections.abc import Sequence
from typing import NamedTuple

from model.plain_language.prose import read
from model.plain_language.vocabulary import vocabulary


class Counted(NamedTuple):
    sentences: int
    words: int
    long_words: int


def counted(wording: str, language: str) -> Counted:
    used = vocabulary(wording, language)
    return Counted(len(read(wording, language).sentences), used.words, used.long_words)


def lix(texts: Sequence[Counted]) -> float:
    """Return the index of texts together: words a sentence plus per cent of long words.

    Raises ZeroDivisionError when they hold no words.
    """
    words = sum(text.words for text in texts)
    long_words = sum(text.long_words for text in texts)
    sentences = sum(text.sentences for text in texts)
    return words / sentences + 100 * long_words / words
