"""A text as paragraphs, sentences and words.

Plain text as the website reads it: a blank line parts paragraphs, a line that begins with a dash,
a dot or a number is an item of a list, any line break ends a sentence.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from model.plain_language import KEPT_TEXTS

_QUOTED = 5
_CLOSING = ".,;!?…)]}"
_AROUND = '([{"“”»–'
_ITEM = re.compile(r"(?:[-–•*]|\d{1,2}[.)])\s")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_END = re.compile(r"[.!?…]+[\"”’»)\]]*\s+(?=[\"“”’»(\[–-]?\s?[A-ZÅÄÖ0-9])")
_INITIAL = re.compile(r"[A-ZÅÄÖ]")
_LONGEST_ABBREVIATION = 8
_NUMBER = re.compile(r"\d+(?:\.\d+)*")

# Abbreviations that have a full stop and go before something; those that may also close a
# sentence (jne., ym., osv., etc.) are not among them.
_GOES_ON: Mapping[str, re.Pattern[str]] = {
    "fi": re.compile(
        "alk|ao|em|ent|erit|esim|huom|kd|klo|ko|ks|lääk|mm|n|nk|no|nro|ns|os|p|prof|puh|so|synt|s|"
        "sh|t|tod|tri|v|vars|vast|vrt"
    ),
    "sv": re.compile(
        r"ang|art|bl\.a|ca|d\.v\.s|dvs|dr|el|enl|ev|f\.d|fr\.o\.m|f\.r\.o\.m|forts|inkl|jfr|kl|nr|"
        r"obs|p\.g\.a|pga|prof|resp|s|s\.k|st|t\.ex|t\.o\.m|tel|tex|tfn|ung"
    ),
    "en": re.compile(r"approx|cf|dr|e\.g|i\.e|incl|mr|mrs|ms|no|prof|st|tel|vs"),
}


class Prose(NamedTuple):
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
    lengths: list[int] = []
    paragraphs: list[int] = []
    for paragraph in _BLANK_LINE.split(wording):
        running = 0
        for text, _begins_line, in_list in _pieces(paragraph, language):
            lengths.append(_count(text))
            running += not in_list
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
    """Return the words in their order, without full stops, commas, quotes and brackets."""
    for mark in _CLOSING:
        if mark in wording:
            wording = wording.replace(mark, "")
    for mark in _AROUND:
        if mark in wording:
            wording = wording.replace(mark, " ")
    return wording.split()


def _count(sentence: str) -> int:
    """Count words by the spaces between them, which is fast; a dash between two is none."""
    return sentence.count(" ") + 1 - sentence.count(" – ")


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


def _sentences(line: str, language: str) -> list[str]:
    sentences: list[str] = []
    start = 0
    for end in _END.finditer(line):
        if not _goes_on(line, start, end, language):
            sentences.append(line[start : end.end()].rstrip())
            start = end.end()
    if start < len(line):
        sentences.append(line[start:])
    return sentences


def _goes_on(line: str, start: int, end: re.Match[str], language: str) -> bool:
    """Whether a full stop belongs to an abbreviation, an initial, a date or a number in a list."""
    stop = end.start()
    last = line[max(start, line.rfind(" ", start, stop) + 1) : stop]
    if len(last) > _LONGEST_ABBREVIATION or end[0].rstrip() != ".":
        return False
    last = last.lstrip('("“”»’')
    if _NUMBER.fullmatch(last):
        return last == line[start:stop].strip() or line[end.end()].isdigit()
    known = _GOES_ON.get(language, _INITIAL)
    return bool(known.fullmatch(last.casefold()) or _INITIAL.fullmatch(last))
