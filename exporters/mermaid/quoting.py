"""Texts in Mermaid: written so that none of them comes to mean anything, and read back.

Mermaid looks for keywords, directives (`%%{`), classes (`style …: #…;`), Markdown, icons
(`fa:fa-…`) and addresses inside quoted texts, too. So all but letters, digits and harmless signs
are written as `#58;`, its own notation of characters by their numbers.
https://mermaid.js.org/syntax/flowchart.html#special-characters-that-break-syntax
"""

import re
from html import unescape

from exporters.diagram.words import clean

_HARMLESS = " ,?!()"
_DIRECTION = re.compile(r"(?<=direction) (?=TB|BT|RL|LR|TD)")  # a statement, wherever it stands
_CODE = re.compile(r"[#&](#?\w{1,12});")
# None of these looks past the next place where it could begin: whatever the text, each of its signs
# is looked at a few times only. A file that nobody vouches for cannot make a search take minutes.
_TAG = re.compile(r"<(?:/?[A-Za-z][^<>]*+|!--(?:[^<]|<(?!!--))*?--)>")
_STRONG = re.compile(
    r"(\*{1,3})(?=\S)(?P<stars>[^*]+)(?<=\S)\1|(_{1,3})(?=\S)(?P<lines>[^_]+)(?<=\S)\3"
)
_DEEPEST = 3  # emphases in each other
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ICON = re.compile(r"\bfa[bklrs]?:fa-[\w-]+")


def quoted(text: str) -> str:
    """Write a text in quotes; white space becomes single blanks."""
    return f'"{escaped(text)}"'


def escaped(text: str) -> str:
    plain = " ".join(clean(text).split())
    written = "".join(
        sign if _is_harmless(plain, place) else f"#{ord(sign)};" for place, sign in enumerate(plain)
    )
    return _DIRECTION.sub("#32;", written)


def _is_harmless(text: str, place: int) -> bool:
    sign = text[place]
    if sign == ".":  # no list ("1."), no address ("www.kanta.fi")
        return text[place + 1 : place + 2] in {"", " "} and not text[:place].isdigit()
    if sign == ":":  # no class, no style
        return text[place + 1 : place + 2] == " "
    if sign in "-–/":  # inside words and between them; neither a list nor a part of an arrow
        return text[max(place - 1, 0)].isalnum() and text[place + 1 : place + 2] not in {"-", ">"}
    return sign.isalnum() or sign in _HARMLESS


def unescaped(text: str) -> str:
    """Return what a text of a label says, on one line: without tags, icons and Markdown's marks."""
    text = text.strip()
    if text.startswith("`") and text.endswith("`") and len(text) > 1:
        text = text[1:-1]
        for _each in range(_DEEPEST):
            text = _STRONG.sub(lambda found: found["stars"] or found["lines"], text)
    text = _ICON.sub("", _TAG.sub("", _BREAK.sub(" ", text)))
    return clean(" ".join(_CODE.sub(_character, text).split()))


def _character(code: re.Match[str]) -> str:
    named = code[1].removeprefix("#")
    return unescape(f"&#{named};" if named.isdecimal() else f"&{code[1]};")
