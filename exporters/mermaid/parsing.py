"""Reads the statements of a flowchart, one after another.

What no statement is read from is noted with its line, and reading goes on at the next.
"""

import re

from exporters.mermaid.blocks import Block
from exporters.mermaid.diagram import Arrow, Diagram, Group, Node
from exporters.mermaid.quoting import unescaped
from exporters.mermaid.signs import (
    ARROW_BEGUN,
    ARROW_ENDED,
    ARROW_NAME,
    NAME,
    SHAPES,
    WHOLE_ARROW,
    Stroke,
    stroke_of,
)
from exporters.mermaid.writing import KIND, SECTOR
from model.file import UnreadableFileError
from model.messages import _

MOST_NODES = 1_500
MOST_ARROWS = 5_000
_DEEPEST = 20

_BLANK = re.compile(r"[ \t]*")
_BETWEEN = re.compile(r"[\s;]*")
_REST = re.compile(r"[^\n;]*")
_LINE = re.compile(r"[^\n]*")
_WORD = re.compile(r"[A-Za-z]+(?![\w@-])")
_CLASS = re.compile(r":::(\w+(?:-\w+)*)")
# What may go on over many lines ends before the next of its kind begins, and blanks are never
# shared out between two parts of a pattern: no text makes reading it take long.
_QUOTED = re.compile(r'[ \t\n]*"([^"]*)"[ \t\n]*+')
_DATA = re.compile(r'@\{((?:"[^"]*"|[^"}@]|@(?!\{))*+)\}')
_DATUM = re.compile(r'\b(\w+)[ \t]*:[ \t]*("[^"]*"|[^,\n"]*)')
_SUBGRAPH = re.compile(r'(?:([^\s\["]+)[ \t]*)?(?:\[[ \t]*+("[^"]*"|[^\]"\n]*)\]|("[^"]*"))?[ \t]*')
_CLICK = re.compile(r'(\S+)[ \t]+(?:href[ \t]+)?"([^"\n]*)"[^\n;]*')
_DESCRIPTION = re.compile(r"accDescr\s*\{(?:[^}a]|a(?!ccDescr))*+\}|accDescr[ \t]*:[^\n]*")
_ON_ARROW = re.compile(r'[ \t]*\|[ \t]*+(?:"([^"]*)"[ \t]*+|([^|"\n]*+))\|')


class _NotUnderstoodError(Exception):
    """The statement at hand is none that is known."""


class Parser:
    """Reads one block; `diagram` holds what it said."""

    def __init__(self, block: Block) -> None:
        self.diagram = Diagram(title=block.title)
        self._text = block.body
        self._first = block.line
        self._at = 0
        self._counted = (0, 0)
        self._open: list[str] = []

    def parse(self) -> Diagram:
        self._take(_BETWEEN)
        while self._at < len(self._text):
            start = self._at
            known = len(self.diagram.nodes), len(self.diagram.arrows)
            try:
                self._statement()
                self._end_of_statement()
            except _NotUnderstoodError:
                self._forget_after(*known)
                self._at = start
                words = self._take(_LINE)
                self.diagram.not_read.append((self._line(start), words.strip()))
            self._take(_BETWEEN)
        self._settle_groups()
        return self.diagram

    def _settle_groups(self) -> None:
        """Take back the nodes that turned out to be groups: arrows may lead there beforehand."""
        for name, group in self.diagram.groups.items():
            node = self.diagram.nodes.pop(name, None)
            if node is not None:
                group.classes += node.classes

    def _forget_after(self, nodes: int, arrows: int) -> None:
        """Drop what the beginning of a statement seemed to say that is none."""
        del self.diagram.arrows[arrows:]
        while len(self.diagram.nodes) > nodes:
            self.diagram.nodes.popitem()

    def _statement(self) -> None:
        if self._take(_DESCRIPTION):
            return
        start = self._at
        match self._take(_WORD):
            case "subgraph":
                self._begin_group(start)
            case "end":
                if not self._open:
                    raise _NotUnderstoodError
                self._open.pop()
            case "direction":
                self._take(_REST)
            case "style" | "classDef" | "linkStyle":
                if not self._take(_LINE).strip().startswith((KIND, SECTOR)):
                    self.diagram.styles.append(self._line(start))
            case word:
                self._about_nodes(word, start)

    def _about_nodes(self, word: str, start: int) -> None:
        match word:
            case "class":
                self._classes(start)
            case "click" | "href":
                self._click(start)
            case "accTitle":
                words = self._take(_LINE).strip().removeprefix(":")
                self.diagram.title = self.diagram.title or unescaped(words)
            case _:
                self._at = start
                self._ways()

    def _begin_group(self, start: int) -> None:
        self._take(_BLANK)
        found = _SUBGRAPH.match(self._text, self._at)
        whole = _REST.match(self._text, self._at)
        if found and found.end() > self._at and self._text[found.end() : found.end() + 1] in "\n;":
            self._at = found.end()
            bracketed, words = found[2], found[3]
            name = found[1] or ""
            title = next((part for part in (bracketed, words) if part is not None), name)
        else:
            title = name = whole[0].strip() if whole else ""
            self._at = whole.end() if whole else self._at
        title = unescaped(title.strip().strip('"'))
        name = name or title
        line = self._line(start)
        if name not in self.diagram.groups:
            outer = self._open[-1] if self._open else None
            self.diagram.groups[name] = Group(name, line, title, outer)
        if len(self._open) >= _DEEPEST or len(self.diagram.groups) > MOST_NODES:
            raise UnreadableFileError(
                _("Line {line}: there are too many groups here.").format(line=line)
            )
        self._open.append(name)

    def _classes(self, start: int) -> None:
        names, _blank, mark = self._take(_REST).strip().partition(" ")
        for name in names.split(","):
            thing = self.diagram.nodes.get(name) or self.diagram.groups.get(name)
            if thing is not None and mark:
                thing.classes.append(mark.strip())
            else:
                self.diagram.styles.append(self._line(start))

    def _click(self, start: int) -> None:
        self._take(_BLANK)
        found = _CLICK.match(self._text, self._at)
        node = self.diagram.nodes.get(found[1]) if found else None
        if found is None or node is None:
            self.diagram.actions.append(self._line(start))
            self._take(_LINE)
            return
        self._at = found.end()
        node.address, node.address_line = found[2], self._line(start)

    def _ways(self) -> None:
        """Read nodes and the arrows between them: `a & b -->|words| c --> d`."""
        sources = self._nodes()
        while stroke := self._arrow():
            (stroke_line, label), targets = stroke, self._nodes()
            for source in sources:
                for target in targets:
                    self._join(source, target, stroke_line, label)
            sources = targets

    def _join(self, source: str, target: str, stroke: Stroke, label: str) -> None:
        line = self._line(self._at)
        if stroke.line == "~":
            self.diagram.unseen.append(line)
            return
        ends = (stroke.begin, stroke.end)
        self.diagram.arrows.append(Arrow(source, target, line, label, stroke.line, ends))
        if len(self.diagram.arrows) > MOST_ARROWS:
            raise UnreadableFileError(
                _("Line {line}: the diagram has more than {most} arrows.").format(
                    line=line, most=MOST_ARROWS
                )
            )

    def _nodes(self) -> list[str]:
        names = [self._node()]
        while self._take(re.compile(r"[ \t]*&[ \t]*")):
            names.append(self._node())
        return names

    def _node(self) -> str:
        self._take(_BLANK)
        start = self._at
        name = self._take(NAME)
        if not name:
            raise _NotUnderstoodError
        if name in self.diagram.groups:
            self._shape()
            return name
        shape, label = self._shape()
        data = self._data()
        node = self.diagram.nodes.get(name)
        if node is None:
            node = self.diagram.nodes[name] = Node(name, self._line(start))
            if len(self.diagram.nodes) > MOST_NODES:
                raise UnreadableFileError(
                    _("Line {line}: the diagram has more than {most} stages.").format(
                        line=node.line, most=MOST_NODES
                    )
                )
        node.shape = data.get("shape", shape) or node.shape
        node.label = unescaped(data.get("label", label)) or node.label
        while found := self._take(_CLASS):
            node.classes.append(found.removeprefix(":::"))
        if self._open and (node.group is None or node.group in self._open[:-1]):
            node.group = self._open[-1]
        return name

    def _shape(self) -> tuple[str, str]:
        """Read a shape and its words, ("", "") where there is none."""
        for opening, closings in SHAPES:
            if self._text.startswith(opening, self._at):
                quoted = _QUOTED.match(self._text, self._at + len(opening))
                start = quoted.end() if quoted else self._at + len(opening)
                limit = start + len(opening) if quoted else self._end_of_line(start)
                ends = [
                    (place, closing)
                    for closing in closings
                    if (place := self._text.find(closing, start, limit)) >= 0
                ]
                if ends:
                    place, closing = min(ends)
                    self._at = place + len(closing)
                    return opening, quoted[1] if quoted else self._text[start:place]
        return "", ""

    def _end_of_line(self, start: int) -> int:
        found = self._text.find("\n", start)
        return found if found >= 0 else len(self._text)

    def _data(self) -> dict[str, str]:
        """Read `@{ shape: diamond, label: "words" }`, which newer texts have after a name."""
        found = _DATA.match(self._text, self._at)
        if found is None:
            return {}
        self._at = found.end()
        return {key: value.strip().strip('"') for key, value in _DATUM.findall(found[1])}

    def _arrow(self) -> tuple[Stroke, str] | None:
        """Read an arrow and what stands on it, None where no arrow follows."""
        start = self._at
        self._take(_BLANK)
        self._take(ARROW_NAME)
        self._take(_BLANK)
        if whole := WHOLE_ARROW.match(self._text, self._at):
            self._at = whole.end()
            return stroke_of(whole), self._words_on_arrow()
        if begun := ARROW_BEGUN.match(self._text, self._at):
            stroke = stroke_of(begun)
            until = self._end_of_line(begun.end())
            quoted = re.compile(r'[ \t]*"[^"]*"[ \t]*').match(self._text, begun.end())
            look_from = quoted.end() if quoted else begun.end()
            ended = ARROW_ENDED[stroke.line].search(self._text, look_from, max(until, look_from))
            if ended is not None:
                words = self._text[begun.end() : ended.start()].strip().strip('"')
                self._at = ended.end()
                end = ended["end"]
                return stroke._replace(end=end if end in {"x", "o", ">"} else ""), unescaped(words)
        self._at = start
        return None

    def _words_on_arrow(self) -> str:
        found = _ON_ARROW.match(self._text, self._at)
        if found is None:
            return ""
        self._at = found.end()
        return unescaped(found[1] if found[1] is not None else found[2])

    def _end_of_statement(self) -> None:
        self._take(_BLANK)
        if self._text[self._at : self._at + 1] not in {"", "\n", ";", "\r"}:
            raise _NotUnderstoodError

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        if found is None:
            return ""
        self._at = found.end()
        return found[0]

    def _line(self, at: int) -> int:
        """Return the line of a place; places come nearly in order, so that few are counted anew."""
        seen, count = self._counted
        if at < seen:
            count -= self._text.count("\n", at, seen)
        else:
            count += self._text.count("\n", seen, at)
        self._counted = (at, count)
        return self._first + count
