"""A text as paragraphs, sentences and words.

Plain text as the website reads it: a blank line parts paragraphs, a line that begins with a dash,
a dot or a number is an item of a list, any line break ends a sentence.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from msgspec import Struct

from model.plain_language import KEPT_TEXTS

_QUOTED = 5
_OPENING = '("“”»–'
_ITEM = re.compile(r"(?:[-–•*]|\d{1,2}[.)])\s")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")

# Abbreviations that have a full stop and go before something; those that may also close a
# sentence (jne., ym., osv., etc.) are not among them.
_GOES_ON: Mapping[str, str] = {
    "fi": (
        "alk ao em ent erit esim huom kd klo ko ks lääk mm n nk no nro ns os p prof puh so synt s "
        "sh t tod tri v vars vast vrt"
    ),
    "sv": (
        "ang art bl.a ca d.v.s dvs dr el enl ev f.d fr.o.m f.r.o.m forts inkl jfr kl nr obs p.g.a "
        "pga prof resp s s.k st t.ex t.o.m tel tex tfn ung"
    ),
    "en": "approx cf dr e.g i.e incl mr mrs ms no prof st tel vs",
}


@cache
def _end_of_sentence(language: str) -> re.Pattern[str]:
    """Return what parts two sentences: a stop, quotes and brackets, spaces, before a capital.

    None is the full stop of an abbreviation, of an initial, of a number that begins a sentence,
    and of a number before digits (a date). What may come before is looked at behind the stop, so
    that the pattern begins with the stops, which makes the search fast.
    """
    abbreviations = "".join(
        rf"(?<!\b[{word[0]}{word[0].upper()}]{re.escape(word[1:])}\.)"
        for word in _GOES_ON.get(language, "").split()
    )
    numbers = r"(?<!^\d\.)(?<!^\d\d\.)(?<![.!?]\s\d\.)"
    next_one = r"[\"“”’»(\[–-]?\s?[A-ZÅÄÖ]|(?<!\d\.\s)\d"
    return re.compile(
        rf"[.!?…]+(?<!\b[A-ZÅÄÖ]\.){numbers}{abbreviations}[\"”’»)\]]*\s+(?={next_one})"
    )


class Prose(Struct, frozen=True, gc=False):
    """How many words each sentence has, and how many sentences each paragraph.

    Items of lists are sentences, but not sentences of their paragraph.
    """

    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]


class _Piece(NamedTuple):
    """A sentence where it stands in its paragraph."""

    text: str
    begins_line: bool
    in_list: bool


@lru_cache(maxsize=KEPT_TEXTS)
def read(wording: str, language: str) -> Prose:
    """Read a text; of a language whose abbreviations are not known every full stop counts."""
    ends = _end_of_sentence(language)
    count = _count if "–" in wording else _count_spaces
    lengths: list[int] = []
    paragraphs: list[int] = []
    for paragraph in _BLANK_LINE.split(wording) if "\n" in wording else (wording,):
        running = 0
        for line in map(str.lstrip, paragraph.splitlines()):
            said = ends.split(line.rstrip()) if line else ()
            lengths += map(count, said)
            if not _ITEM.match(line):
                running += len(said)
        paragraphs.append(running)
    return Prose(tuple(lengths), tuple(paragraphs))


def sentences(wording: str, language: str) -> list[str]:
    """Return the sentences of a text, in the order in which `read` counts their words."""
    return [
        piece.text
        for paragraph in _BLANK_LINE.split(wording)
        for piece in _pieces(paragraph, language)
    ]


def begins(sentence: str) -> str:
    """Return the first words of a sentence, by which a reader knows it."""
    return " ".join(sentence.split()[:_QUOTED]).rstrip(",;:.!?…")


def words(wording: str) -> list[str]:
    """Return the words in their order, with what closes them (full stops, commas, quotes)."""
    for mark in _OPENING:
        if mark in wording:
            wording = wording.replace(mark, " ")
    return wording.split()


def _count(sentence: str) -> int:
    """Count words by the spaces between them, which is fast; a dash between two is none."""
    return _count_spaces(sentence) - sentence.count(" – ")


def _count_spaces(sentence: str) -> int:
    return sentence.count(" ") + 1


def divided(wording: str, language: str, most: int) -> str:
    """Return the text with paragraphs of more than `most` sentences divided as evenly as can be.

    Lists and shorter paragraphs are left as they are. No word is changed.
    """
    return "\n\n".join(
        _divided(paragraph, language, most) for paragraph in _BLANK_LINE.split(wording)
    )


def _divided(paragraph: str, language: str, most: int) -> str:
    pieces = list(_pieces(paragraph, language))
    count = sum(not piece.in_list for piece in pieces)
    if count <= most:
        return paragraph
    parts, number, made = -(-count // most), 0, ""
    for piece in pieces:
        if made:
            begins_part = not piece.in_list and (
                number * parts // count > (number - 1) * parts // count
            )
            made += "\n\n" if begins_part else "\n" if piece.begins_line else " "
        made += piece.text
        number += not piece.in_list
    return made


def _pieces(paragraph: str, language: str) -> Iterator[_Piece]:
    for line in paragraph.splitlines():
        words = line.strip()
        in_list = bool(_ITEM.match(words))
        for place, text in enumerate(_sentences(words, language)):
            yield _Piece(text, place == 0, in_list)


def _sentences(line: str, language: str) -> Iterator[str]:
    start = 0
    for end in _end_of_sentence(language).finditer(line):
        yield line[start : end.end()].rstrip()
        start = end.end()
    if start < len(line):
        yield line[start:]
