"""Lines of a list freed of bullets and numbers, with how deep each one is.

How deep is said by the indentation; in a text without any, by numbers such as 1.2; without
those by the bullets: Word copies its lists without their indentation.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from model.entry.names import one_line
from model.entry.wall import ARROW_SIGN

_LINE_ENDS = re.compile(r"\r\n|[\r\n\u2029]")
_TAB = 4  # columns of indentation

# Word's own bullets, those of its symbol font and those that people type.
_BULLET = re.compile(r"([•◦‣▪▫■□●○∙·⁃–—*+>\-o§\uf0b7\uf0a7\uf0d8\uf0fc])(?:\s+|$)")
# A number before an arrow is that of a paper card.
_NUMBER = re.compile(rf"(\d{{1,3}}(?:\.\d{{1,3}})*)([.)]?)(?!\s*{ARROW_SIGN})(?:\s+|$)")
_LETTER = re.compile(r"([a-zåäö]|[ivx]{1,4})\)\s+")


class Line(NamedTuple):
    """A line that is not blank; `number` counts from 1, `depth` compares with other lines."""

    number: int
    words: str
    text: str
    depth: int


class _Read(NamedTuple):
    number: int
    words: str
    indent: int
    style: str
    parts: tuple[int, ...]
    text: str


def has_columns(text: str) -> bool:
    """Whether a tab stands between words: not only in front of them or after a bullet."""
    return any("\t" in _bare(line.strip()) for line in _LINE_ENDS.split(text))


def _bare(line: str) -> str:
    for marker in (_BULLET, _LETTER, _NUMBER):
        if found := marker.match(line):
            return line[found.end() :]
    return line


def lines_of(text: str) -> tuple[Line, ...]:
    read = _numbered(
        [
            _read(number, line)
            for number, line in enumerate(_LINE_ENDS.split(text), start=1)
            if one_line(line)
        ]
    )
    depths = _depths(read)
    return tuple(
        Line(line.number, line.words, one_line(line.text), depth)
        for line, depth in zip(read, depths, strict=True)
    )


def _read(number: int, line: str) -> _Read:
    bare = line.replace("\u00a0", " ").replace("\ufeff", "").expandtabs(_TAB)
    text = bare.strip()
    indent, words = len(bare) - len(bare.lstrip()), one_line(line)
    tab = "\t" if re.match(r"\s*[\d.]+\t", line) else ""
    if found := _BULLET.match(text):
        return _Read(number, words, indent, found[1], (), text[found.end() :])
    if found := _LETTER.match(text):
        return _Read(number, words, indent, "a)", (), text[found.end() :])
    if found := _NUMBER.match(text):
        parts = tuple(map(int, found[1].split(".")))
        return _Read(number, words, indent, "1" + (found[2] or tab), parts, text)
    return _Read(number, words, indent, "", (), text)


def _numbered(lines: Sequence[_Read]) -> list[_Read]:
    """Take off the numbers that count lines; “3 kk kontrolli” and “24. päivä” count none."""
    counting = [line for line in lines if line.parts]
    is_outline = any(len(line.parts) > 1 for line in counting)
    counts = set()
    last: tuple[int, ...] = ()
    for place, line in enumerate(counting):
        following = counting[place + 1].parts if place + 1 < len(counting) else ()
        marked = line.style != "1" or is_outline
        if marked and (
            _goes_on(last, line.parts) or _goes_on(line.parts, following) or line.parts == (1,)
        ):
            counts.add(line.number)
            last = line.parts
    return [
        line._replace(text=line.text[_NUMBER.match(line.text).end() :])  # type: ignore[union-attr] # it has parts
        if line.number in counts
        else line._replace(style="" if line.parts else line.style, parts=())
        for line in lines
    ]


def _goes_on(last: tuple[int, ...], parts: tuple[int, ...]) -> bool:
    """Whether a number comes next in an outline: 1.2 after 1.1, 1.1.3 or 1.2's own 1."""
    if not last or not parts:
        return False
    if parts == (*last, 1):
        return True
    own = len(parts)
    return own <= len(last) and parts == (*last[: own - 1], last[own - 1] + 1)


def _depths(lines: Sequence[_Read]) -> list[int]:
    if len({line.indent for line in lines}) > 1:
        return [line.indent for line in lines]
    if any(len(line.parts) > 1 for line in lines):
        return [max(0, len(line.parts) - 1) for line in lines]
    styles = list(dict.fromkeys(line.style for line in lines if line.style))
    return [styles.index(line.style) + 1 if line.style else 0 for line in lines]
