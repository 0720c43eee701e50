"""Where in a file the diagram is: a file of its own, or a block of a Markdown page."""

import re
from typing import NamedTuple

from exporters.mermaid.quoting import unescaped
from model.file import UnreadableFileError
from model.messages import _, ngettext

_FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,}|:::)[ \t]*\{?\.?mermaid\b[^\n]*\n", re.MULTILINE)
_FRONT = re.compile(r"\s*^---[ \t]*\n(.*?)^[ \t]*---[ \t]*$", re.MULTILINE | re.DOTALL)
_TITLE = re.compile(r"^title:[ \t]*(\S[^\n]*)$", re.MULTILINE)
_COMMENT = re.compile(r"^[ \t]*%%[^\n]*$", re.MULTILINE)
# Ends before the next beginning: each sign is looked at once, however many never end.
_DIRECTIVE = re.compile(r"%%\{(?:[^%}]|%(?!%\{)|\}(?!%%))*+\}%%")
_HEADER = re.compile(
    r"\s*(?P<kind>[A-Za-z][\w-]*)(?:[ \t]+(?:TB|TD|BT|RL|LR|[<>^v])(?![\w]))?[ \t]*(?:;|$)?",
    re.MULTILINE,
)
_MOST_TRIED = 100  # diagrams of a page, until one is a flowchart
_KINDS = {"flowchart", "graph", "flowchart-elk", "swimlane-beta", "swimlane"}


class Block(NamedTuple):
    """A diagram: its title, what follows its header, the line that this begins on, and the rest.

    What says nothing (comments, settings) is blank in `body`, so that lines keep their numbers.
    `others` is the number of further diagrams in the file.
    """

    title: str
    body: str
    line: int
    others: int


def find(text: str) -> Block:
    """Return the first flowchart or swimlanes of a file.

    Raises UnreadableFileError when there are none.
    """
    fences = list(_FENCE.finditer(text))
    if not fences:
        return _block(text, 1, 0)
    refusals: list[UnreadableFileError] = []
    for fence in fences[:_MOST_TRIED]:
        end = re.compile(rf"^[ \t]*{re.escape(fence[1][:3])}", re.MULTILINE).search(
            text, fence.end()
        )
        inside = text[fence.end() : end.start() if end else len(text)]
        try:
            return _block(inside, text.count("\n", 0, fence.end()) + 1, len(fences) - 1)
        except UnreadableFileError as refusal:
            refusals.append(refusal)
    raise refusals[0]


def _block(text: str, line: int, others: int) -> Block:
    front = _FRONT.match(text)
    start = front.end() if front else 0
    blank = _COMMENT.sub(_blanked, _DIRECTIVE.sub(_blanked, text[start:]))
    header = _HEADER.match(blank)
    if header is None or header["kind"] not in _KINDS:
        place = line + text.count("\n", 0, start) + _lines_before(blank)
        kind = header["kind"] if header else ""
        raise UnreadableFileError(_refusal(kind).format(line=place, kind=kind[:40]))
    return Block(
        _title(front[1]) if front else "",
        blank[header.end() :],
        line + text.count("\n", 0, start) + blank.count("\n", 0, header.end()),
        others,
    )


def _refusal(kind: str) -> str:
    if kind:
        return _(
            "Line {line}: “{kind}” is not a flowchart or swimlanes, which alone can be brought in."
        )
    return _("Line {line}: a Mermaid diagram begins with “flowchart” or “swimlane-beta”.")


def _lines_before(text: str) -> int:
    return text[: len(text) - len(text.lstrip())].count("\n")


def _blanked(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _title(front: str) -> str:
    found = _TITLE.search(front)
    if found is None:
        return ""
    words = found[1].rstrip()
    if words[0] == words[-1] and words[0] in "\"'" and len(words) > 1:
        words = _in_quotes(words)
    return unescaped(words.replace("#", "#35;"))


def _in_quotes(words: str) -> str:
    """Read a title in quotes as YAML does; one that it does not stand is taken as it is."""
    import yaml

    try:
        read = yaml.safe_load(words)
    except (yaml.YAMLError, RecursionError):
        return words[1:-1]
    return read if isinstance(read, str) else words[1:-1]


def others_in_words(count: int) -> str:
    return ngettext(
        "{count} other diagram of the file is left out: only the first is brought in.",
        "{count} other diagrams of the file are left out: only the first is brought in.",
        count,
    ).format(count=count)
