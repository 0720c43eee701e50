"""One typed line, read."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from model.entry.names import Found, Known, Names, NewName, as_name, known_in, one_line
from model.entry.wall import card_alone, is_no_single_arrow, led_by_card, with_plain_arrow
from model.ids import Id
from model.pathway import Pathway
from model.records import Stage

_ARROW = re.compile(r"(?:(?<=\s)|^)->\s*(?=\S)|\s*[→\uf0e0]\s*(?=\S)")  # the last one is Word's
_MARK = re.compile(r"(?:(?<=\s)|^)([@#])(?=\S)|^(#)+\s+(?=\S)")
_QUOTES = re.compile(r'["“”„][^"“”„]+["“”]')
_QUOTED = re.compile(r'["“”„]([^"“”„]+)["“”]\s*(.*)$')
_LEADING_ACTOR = re.compile(r"([^:]+):(\s*)(.*)$")
_LEAST_LEADING_LETTERS = 2  # “A: ” and “K: ” begin other things than actors' names


class Entry(NamedTuple):
    """What a line says: of a stage, or with no title of an actor, a phase or a handover alone.

    `title` names a stage to add. `source` is the stage that it follows when the line says so;
    else it follows the current one. `target` is the stage that it leads to; without a title,
    the handover is all there is to add. `card` is the number of the stage's paper card, 0 when
    the line says none. `no_card` is a number at an arrow that no stage has, `no_arrow` a line of
    numbers of cards that is no single arrow: then there is nothing to add.
    """

    title: str = ""
    actor: Found | None = None
    phase: Found | None = None
    source: Found | None = None
    target: Found | None = None
    card: int = 0
    no_card: int = 0
    no_arrow: str = ""


def read_entry(pathway: Pathway, words: str, language: str) -> Entry:
    """Read one typed line; names are those of `language`, else of any language."""
    return read_line(known_in(pathway, language), words)


def read_line(known: Known, words: str) -> Entry:
    line = one_line(words)
    if known.cards:
        line = with_plain_arrow(line)
        if is_no_single_arrow(line):
            return Entry(no_arrow=line)
    arrows = list(_ARROW.finditer(_without_quotes(line)))
    if len(arrows) == 1:
        entry = _read_arrow(known, line[: arrows[0].start()], line[arrows[0].end() :])
        if entry is not None:
            return entry
    return read_marks(known, line)


def _read_arrow(known: Known, before: str, behind: str) -> Entry | None:
    """Read both sides of an arrow; None when it is no more than a sign in a title."""
    quoted = _QUOTED.match(behind)
    to = Entry(as_name(quoted[1])) if quoted and not quoted[2] else read_marks(known, behind)
    if not to.title:
        return None
    start = read_marks(known, before) if before else Entry()
    for end in (start, to):
        if no_card := _unknown_card(known, end):
            return Entry(no_card=no_card)
    if not before:
        target = _stage(known, to, _called(known, to, known.stages.matching))
        return to if target is None else Entry(target=target)
    source = _stage(known, start, _called(known, start, known.stages.unmistakable))
    if source is not None:
        found = _called(known, to, known.stages.matching)
        if card_alone(to.title) is not None and source in found:
            return Entry(source=source, target=source)
        target = _stage(known, to, found, apart_from=source)
        return to._replace(source=source) if target is None else Entry(source=source, target=target)
    target = _stage(known, to, _called(known, to, known.stages.whole))
    return None if target is None or not start.title else start._replace(target=target)


def _called(known: Known, named: Entry, find: Callable[[str], Sequence[Found]]) -> Sequence[Found]:
    """Return the stages meant by a number of a card, else by a name; a new card means none."""
    if named.card:
        return ()
    number = card_alone(named.title)
    return (known.cards[number],) if number in known.cards else find(named.title)


def _unknown_card(known: Known, named: Entry) -> int:
    """Return the number of a card that nothing has, 0 when the words are no such number.

    Where there are no cards, or a stage's name begins so, a number is a name as any other.
    """
    number = card_alone(named.title)
    if not known.cards or named.card or number is None:
        return 0
    return 0 if number in known.cards or known.stages.matching(named.title) else number


def _stage(
    known: Known, named: Entry, found: Sequence[Found], apart_from: Found | None = None
) -> Found | None:
    """Return the stage that is meant: in the lane and phase that are named with it, if any."""
    for each in found:
        stage = known.pathway.find(Stage, existing(each))
        if each == apart_from:
            continue
        if stage is None or (
            named.actor in {None, stage.actor} and named.phase in {None, stage.phase}
        ):
            return each
    return None


def read_marks(known: Known, line: str) -> Entry:
    """Read a line that speaks of one stage: its title, `@actor`, `#phase`, `Actor: title`.

    A number and a colon in front are those of its paper card.
    """
    entry = Entry()
    card, name = led_by_card(line)
    if card and not known.actors.whole(str(card)):
        entry, line = Entry(card=card), name
    title: list[str] = []
    for mark, name in _marked(line):
        is_first = not any(title)
        if mark == "@" and entry.actor is None:
            actor, rest = _named(known.actors, name, is_first=is_first)
            entry = entry._replace(actor=actor)
            title.append(rest)
        elif mark == "#" and entry.phase is None and _is_phase(known, name):
            phase, rest = _named(known.phases, name, is_first=is_first)
            entry = entry._replace(phase=phase)
            title.append(rest)
        else:
            title.append(mark + name)
    return _led_by_actor(known, entry._replace(title=as_name(" ".join(filter(None, title)))))


def _marked(line: str) -> Iterator[tuple[str, str]]:
    """Yield each mark with the words up to the next one; the words before the first have none."""
    marks = list(_MARK.finditer(_without_quotes(line)))
    yield "", line[: marks[0].start() if marks else None].strip()
    ends = [*(mark.start() for mark in marks), len(line)]
    for mark, end in zip(marks, ends[1:], strict=True):
        yield mark[1] or mark[2], line[mark.end() : end].strip()


def _without_quotes(line: str) -> str:
    """Return a line of the same length in which no sign between quotes is a mark."""
    return _QUOTES.sub(lambda quotes: quotes[0][0] + "." * (len(quotes[0]) - 2) + '"', line)


def _named(names: Names, words: str, *, is_first: bool) -> tuple[Found, str]:
    """Return what is called so, and what is left for the title.

    A line that begins with the mark may go on with the title: “@Lääkäri Arvio”.
    """
    if quoted := _QUOTED.match(words):
        found = names.whole(quoted[1])
        return found[0] if found else NewName(as_name(quoted[1])), quoted[2]
    if found := names.matching(words):
        return found[0], ""
    pieces = as_name(words).split()  # no name is longer, and each beginning is looked up
    rest = words.split()
    for count in range(len(pieces) - 1, 0, -1) if is_first else ():
        if found := names.whole(" ".join(pieces[:count])):
            return found[0], " ".join(rest[count:])
    return NewName(as_name(words)), ""


def _is_phase(known: Known, words: str) -> bool:
    """Whether the words after a # name a phase: “Ohje #3” names none."""
    return not words[0].isdigit() or bool(known.phases.matching(words))


def _led_by_actor(known: Known, entry: Entry) -> Entry:
    """Read “Actor: title”; words with a colon are common, so that the actor must be certain."""
    parts = _LEADING_ACTOR.match(entry.title)
    if parts is None or entry.actor is not None:
        return entry
    is_spaced = bool(parts[2]) or not parts[3]
    is_long = len(parts[1]) >= _LEAST_LEADING_LETTERS
    certain = known.actors.unmistakable if is_spaced and is_long else known.actors.whole
    found = certain(parts[1])
    return entry._replace(actor=found[0], title=parts[3]) if found else entry


def existing(found: Found | None) -> Id | None:
    return found if isinstance(found, str) else None
