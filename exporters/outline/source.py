"""The outline as YAML: its mappings and words, each with the line that it stands on.

Outlines come from outside, so the text is read without building objects from it, and what
could make a small file grow is refused: aliases, deep nesting, great length.
"""

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple, TypeVar

import yaml
from yaml.events import AliasEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from exporters.outline import LARGEST
from model.file import UnreadableFileError
from model.messages import _
from model.text import LONGEST_TEXT, Text, quoted

LONGEST = 500_000  # characters; about 1,000 stages
MOST_NODES = 50_000
"""Words, lists and groups; 500,000 characters of an outline hold as many. PyYAML takes 5 s."""
DEEPEST = 8

# Languages that a name may be given in without being listed in `languages`: Finland's.
LANGUAGES = ("fi", "sv", "en", "se", "smn", "sms")

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")

Code = TypeVar("Code", bound=StrEnum)


class OutlineError(UnreadableFileError):
    """An outline that cannot be read; the text is one sentence for the user."""


def wrong(line: int, fault: str) -> OutlineError:
    """Return the error that says what is wrong on a line."""
    return OutlineError(_("Line {line}: {fault}").format(line=line, fault=fault))


class Word(NamedTuple):
    """A word or sentence of the outline; never empty."""

    line: int
    text: str


class _Loader(yaml.SafeLoader):
    """Composes nodes, and refuses aliases, tags, depth and number while it does."""

    depth = 0
    nodes = 0

    def compose_node(self, parent: Node | None, index: int) -> Node | None:
        event = self.peek_event()  # type: ignore[no-untyped-call] # the stubs leave it open
        line = event.start_mark.line + 1
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            raise wrong(line, _("anchors (&) and aliases (*) are not used in an outline."))
        if getattr(event, "tag", None):
            raise wrong(line, _("tags (!) are not used in an outline."))
        self.nodes += 1
        if self.nodes > MOST_NODES:
            raise wrong(
                line,
                _("the outline is too long: it holds more than {most} words.").format(
                    most=MOST_NODES
                ),
            )
        if self.depth > DEEPEST:
            raise wrong(line, _("lists and groups lie too deep inside one another."))
        self.depth += 1
        try:
            return super().compose_node(parent, index)
        finally:
            self.depth -= 1


class Item:
    """One group of `key: value` pairs.

    Ask for values by key; what is missing or of the wrong kind raises OutlineError.
    """

    def __init__(self, node: MappingNode) -> None:
        self.line = node.start_mark.line + 1
        self._values: dict[str, Node] = {}
        for key, value in node.value:
            name = _word(key).text
            if name in self._values:
                raise wrong(_line(key), _("“{key}” stands twice here.").format(key=quoted(name)))
            self._values[name] = value

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def line_of(self, key: str) -> int:
        return _line(self._values[key]) if key in self else self.line

    def only(self, *keys: str) -> None:
        """Refuse keys other than these."""
        for key, value in self._values.items():
            if key not in keys:
                raise wrong(
                    _line(value),
                    _("“{key}” is not known here; known are {known}.").format(
                        key=quoted(key), known=", ".join(keys)
                    ),
                )

    def word(self, key: str) -> Word:
        return _word(self._needed(key))

    def maybe(self, key: str) -> Word | None:
        return self.word(key) if key in self else None

    def id(self, key: str = "id") -> Word:
        word = self.word(key)
        if not _ID.fullmatch(word.text):
            raise wrong(
                word.line,
                _("“{id}” cannot be an id: up to 40 letters a–z, digits, - and _.").format(
                    id=quoted(word.text)
                ),
            )
        return word

    def yes_or_no(self, key: str) -> bool:
        word = self.word(key)
        if word.text.lower() not in ("true", "false"):
            raise wrong(word.line, _("“{key}” is true or false.").format(key=key))
        return word.text.lower() == "true"

    def code(self, key: str, codes: type[Code]) -> Code:
        word = self.word(key)
        try:
            return codes(word.text)
        except ValueError:
            raise wrong(
                word.line,
                _("“{value}” is not a value of “{key}”; its values are {known}.").format(
                    value=quoted(word.text), key=key, known=", ".join(codes)
                ),
            ) from None

    def text(self, key: str, language: str, known: tuple[str, ...]) -> Text:
        """Return the text under `key`: a sentence in `language` or a group by languages."""
        return _text(self._needed(key), language, known)

    def texts(self, key: str, language: str, known: tuple[str, ...]) -> list[tuple[int, Text]]:
        return [(_line(node), _text(node, language, known)) for node in self._list(key)]

    def name(self, known: tuple[str, ...]) -> Text:
        """Return the name that the item gives itself by language keys (`fi: …, sv: …`)."""
        name = {code: self.word(code).text for code in sorted(known) if code in self}
        if not name:
            raise wrong(
                self.line,
                _("a name is missing; give it by language, as in fi: “…”."),
            )
        return name

    def items(self, key: str) -> Iterator["Item"]:
        for node in self._list(key):
            yield _item(node)

    def item(self, key: str) -> "Item":
        return _item(self._needed(key))

    def words(self, key: str) -> list[Word]:
        return [_word(node) for node in self._list(key)]

    def _needed(self, key: str) -> Node:
        if key not in self:
            raise wrong(self.line, _("“{key}” is missing.").format(key=key))
        return self._values[key]

    def _list(self, key: str) -> list[Node]:
        if key not in self:
            return []
        node = self._values[key]
        if not isinstance(node, SequenceNode):
            raise wrong(_line(node), _("“{key}” must be a list, as in [a, b].").format(key=key))
        return list(node.value)


def decoded(data: bytes) -> str:
    """Return the text in an outline's file. Raises OutlineError."""
    if len(data) > LARGEST:
        raise _too_long(len(data))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise wrong(line, _("the text is not UTF-8.")) from None


def _too_long(length: int) -> OutlineError:
    return OutlineError(
        _("The outline is too long: {length} characters, and {longest} is the most.").format(
            length=length, longest=LONGEST
        )
    )


def load(text: str) -> Item:
    """Return the outline's outermost group."""
    if len(text) > LONGEST:
        raise _too_long(len(text))
    loader = None
    try:
        loader = _Loader(text)
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        raise _not_yaml(error) from None
    except yaml.reader.ReaderError as error:
        raise wrong(
            text.count("\n", 0, error.position) + 1,
            _unfit(),
        ) from None
    except (ValueError, OverflowError):  # a version or the code of a letter beyond all bounds
        raise wrong(int(loader.line) + 1 if loader else 1, _unfit()) from None
    if node is None:
        raise OutlineError(_("The outline is empty."))
    return _item(node)


def _not_yaml(error: yaml.MarkedYAMLError) -> OutlineError:
    """Say where YAML breaks off, and where what it was reading then begins."""
    broken = error.problem_mark or error.context_mark
    line = broken.line + 1 if broken else 1
    begun = error.context_mark.line + 1 if error.context_mark else line
    if begun == line:
        return wrong(
            line, _("this is not valid YAML ({reason}).").format(reason=quoted(error.problem))
        )
    return wrong(
        line,
        _("this is not valid YAML ({reason}); look from line {begun} on.").format(
            reason=quoted(error.problem), begun=begun
        ),
    )


def _unfit() -> str:
    return _("there is a character that a text cannot hold.")


def _line(node: Node) -> int:
    return int(node.start_mark.line) + 1


def _item(node: Node) -> Item:
    if not isinstance(node, MappingNode):
        raise wrong(_line(node), _("here must be a group, as in {id: …, fi: …}."))
    return Item(node)


def _word(node: Node) -> Word:
    if not isinstance(node, ScalarNode):
        raise wrong(_line(node), _("here must be a word or a sentence, not a list or a group."))
    text = " ".join(node.value.split())
    if not text or node.tag.endswith(":null"):
        raise wrong(_line(node), _("here must be a word or a sentence; it is empty."))
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in text):
        raise wrong(_line(node), _unfit())
    if len(text) > LONGEST_TEXT:
        raise wrong(
            _line(node), _("a text has at most {most} characters.").format(most=LONGEST_TEXT)
        )
    return Word(_line(node), text)


def _text(node: Node, language: str, known: tuple[str, ...]) -> Text:
    if isinstance(node, MappingNode):
        item = Item(node)
        item.only(*known)
        return item.name(known)
    return {language: _word(node).text}


def language_codes(item: Item, key: str) -> tuple[str, ...]:
    """Return the language codes listed under `key`, Finnish when there are none."""
    codes = item.words(key)
    for code in codes:
        if not _LANGUAGE.fullmatch(code.text):
            raise wrong(
                code.line,
                _("“{code}” is not a language code such as fi or sv.").format(
                    code=quoted(code.text)
                ),
            )
    return tuple(dict.fromkeys(code.text for code in codes)) or ("fi",)
