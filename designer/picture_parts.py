"""The parts of a board that can be asked for: by name at a command line, from a list in a window.

part_named(pathway, "lane:Hyte-hoitaja")
part_named(pathway, "since:Työpaja 2")       # a milestone, else a file
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from designer.terminal import NotUnderstoodError
from exporters.diagram.words import lane_title, phase_title, story_title
from exporters.part import OneLane, OnePhase, OneStory, Part, Since, SomeStages
from model import file
from model.ids import Id
from model.merge import without_base
from model.messages import _, spoken_language
from model.milestones import state_of
from model.pathway import Pathway
from model.records import Milestone, Record, Story
from model.text import Text, in_language

SEPARATOR: Final = ":"


class Offered(NamedTuple):
    """A part to choose: its kind, what it is called, and how to come by it.

    `make` raises UnreadableFileError where a milestone is damaged.
    """

    kind: type[Part]
    words: str
    make: Callable[[], Part]


def offered(pathway: Pathway, language: str) -> Iterator[Offered]:
    """Yield the parts that a pathway has, besides the whole: phases, lanes, stories, milestones."""
    phases = {stage.phase for stage in pathway.stages}
    for phase in (*pathway.phases, *([None] if None in phases else [])):
        words = _("Phase: {name}").format(name=phase_title(phase, language) or _("(no name)"))
        yield Offered(OnePhase, words, partial(OnePhase, phase.id if phase else None))
    actors = {stage.actor for stage in pathway.stages}
    for actor in (*pathway.actors, *([None] if None in actors else [])):
        words = _("Lane: {name}").format(name=lane_title(actor, language))
        yield Offered(OneLane, words, partial(OneLane, actor.id if actor else None))
    for story in pathway.of(Story):
        words = _("Story: {name}").format(name=story_title(story, language))
        yield Offered(OneStory, words, partial(OneStory, story.id))
    for milestone in pathway.of(Milestone):
        name = in_language(milestone.title, language) or _("(no name)")
        yield Offered(Since, changes_since(name), partial(_since_milestone, milestone, name))


def changes_since(name: str) -> str:
    return _("Changes since: {name}").format(name=name)


def _since_milestone(milestone: Milestone, name: str) -> Since:
    return Since(state_of(milestone), name)


def part_named(pathway: Pathway, named: str) -> Part:
    """Return the part that a command line names, as `kind:name`; names in any language, or ids.

    Raises NotUnderstoodError with what there is, and UnreadableFileError for a file that is none.
    """
    kind, _separator, name = named.partition(SEPARATOR)
    if kind not in _KINDS or not name.strip():
        raise NotUnderstoodError(
            _("“{part}” is not a part; write {known}.").format(
                part=named, known=", ".join(f"{each}{SEPARATOR}…" for each in _KINDS)
            )
        )
    return _KINDS[kind](pathway, name.strip())


def _phase(pathway: Pathway, name: str) -> Part:
    return OnePhase(_found(name, _by_name((each, each.title) for each in pathway.phases)))


def _lane(pathway: Pathway, name: str) -> Part:
    return OneLane(_found(name, _by_name((each, each.name) for each in pathway.actors)))


def _story(pathway: Pathway, name: str) -> Part:
    return OneStory(_found(name, _by_name((each, each.title) for each in pathway.of(Story))))


def _stages(pathway: Pathway, names: str) -> Part:
    known = _by_name((each, each.title) for each in pathway.stages)
    if _bare(names) in known.ids:  # a title may have a comma in it
        return SomeStages(frozenset({known.ids[_bare(names)]}))
    return SomeStages(frozenset(_found(name.strip(), known) for name in names.split(",")))


def _since(pathway: Pathway, name: str) -> Part:
    """Take a milestone of that name, else a file."""
    known = _by_name((each, each.title) for each in pathway.of(Milestone))
    kept = pathway.find(Milestone, known.ids.get(_bare(name)))
    if kept is not None:
        return _since_milestone(kept, name)
    path = Path(name)
    if not path.is_file():
        raise NotUnderstoodError(
            _("There is neither a file nor a milestone “{name}”; milestones are: {known}.").format(
                name=name, known=_listed(known)
            )
        )
    _base, before = without_base(pathway, file.read(path))
    return Since(before, path.stem)


_KINDS: Final[Mapping[str, Callable[[Pathway, str], Part]]] = {
    "phase": _phase,
    "lane": _lane,
    "story": _story,
    "stages": _stages,
    "since": _since,
}


class _Known(NamedTuple):
    """Records by what they are called, in any language, and by id; `names` in the one spoken."""

    ids: Mapping[str, Id]
    names: tuple[str, ...]


def _by_name(records: Iterable[tuple[Record, Text]]) -> _Known:
    every = tuple(records)
    ids: dict[str, Id] = {}
    for record, title in every:
        for words in (*title.values(), record.id):
            ids.setdefault(_bare(words), record.id)
    language = spoken_language()
    names = (in_language(title, language) or record.id for record, title in every)
    return _Known(ids, tuple(names))


def _found(name: str, known: _Known) -> Id:
    found = known.ids.get(_bare(name))
    if found is None:
        raise NotUnderstoodError(
            _("“{name}” is not there; there are: {known}.").format(name=name, known=_listed(known))
        )
    return found


def _bare(words: str) -> str:
    return " ".join(words.split()).casefold()


def _listed(known: _Known) -> str:
    return ", ".join(f"“{name}”" for name in known.names) or _("none")
