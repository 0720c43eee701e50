"""The parts of a board that can be asked for: by name at a command line, from a list in a window.

part_named(pathway, "lane:Hyte-hoitaja")
part_named(pathway, "lane:")                 # the stages that no actor answers for
part_named(pathway, "since:Työpaja 2")       # a milestone, else a file
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from designer.terminal import NotUnderstoodError
from exporters.diagram.words import lane_title, phase_title, story_title
from exporters.part import OneLane, OnePhase, OneStory, Part, Since, SomeStages
from model import file
from model.ids import Id
from model.messages import _, spoken_language
from model.milestones import state_of
from model.pathway import Pathway
from model.records import Milestone, Record, Story
from model.text import Text, in_language, quoted

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
        if not any(step.stage in pathway for step in story.steps if step.stage):
            continue  # there is nothing of it to draw
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
    kind, separator, name = named.partition(SEPARATOR)
    may_be_empty = kind in _NAMELESS and separator
    if kind not in _KINDS or not (name.strip() or may_be_empty):
        raise NotUnderstoodError(
            _("“{part}” is not a part; write {known}.").format(
                part=quoted(named), known=", ".join(f"{each}{SEPARATOR}…" for each in _KINDS)
            )
        )
    return _KINDS[kind](pathway, name.strip())


def _phase(pathway: Pathway, name: str) -> Part:
    """Take a phase; '' and what a window calls it: the stages in no phase."""
    known = _by_name((each, each.title) for each in pathway.phases)
    if not _is_none(name, phase_title(None, spoken_language()), known):
        return OnePhase(_found(name, known))
    if all(stage.phase for stage in pathway.stages):
        raise NotUnderstoodError(
            _("Every stage is in a phase; there are: {known}.").format(known=_listed(known))
        )
    return OnePhase(None)


def _lane(pathway: Pathway, name: str) -> Part:
    """Take an actor; '' and what a window calls it: the stages that no actor answers for."""
    known = _by_name((each, each.name) for each in pathway.actors)
    if not _is_none(name, lane_title(None, spoken_language()), known):
        return OneLane(_found(name, known))
    if all(stage.actor for stage in pathway.stages):
        raise NotUnderstoodError(
            _("Every stage has an actor; there are: {known}.").format(known=_listed(known))
        )
    return OneLane(None)


def _is_none(name: str, none: str, known: "_Known") -> bool:
    return not name or (_bare(name) == _bare(none) and _bare(name) not in known.ids)


def _story(pathway: Pathway, name: str) -> Part:
    return OneStory(_found(name, _by_name((each, each.title) for each in pathway.of(Story))))


def _stages(pathway: Pathway, names: str) -> Part:
    known = _by_name((each, each.title) for each in pathway.stages)
    if _bare(names) in known.ids:  # a title may have a comma in it
        return SomeStages(frozenset({_found(names, known)}))
    return SomeStages(frozenset(_found(name.strip(), known) for name in names.split(",")))


def _since(pathway: Pathway, name: str) -> Part:
    """Take a milestone of that name, else a file."""
    known = _by_name((each, each.title) for each in pathway.of(Milestone))
    if _bare(name) in known.ids:
        kept = pathway.find(Milestone, _found(name, known))
        if kept is not None:
            return _since_milestone(kept, name)
    path = Path(name)
    if not path.is_file():
        raise NotUnderstoodError(
            _("There is neither a file nor a milestone “{name}”; milestones are: {known}.").format(
                name=quoted(name), known=_listed(known)
            )
        )
    before = file.read(path)
    if before.info.id != pathway.info.id:
        raise NotUnderstoodError(
            _(
                "“{file}” holds another pathway, “{title}”. Changes are shown between two states "
                "of one pathway."
            ).format(
                file=quoted(path.name),
                title=quoted(in_language(before.info.title, spoken_language())),
            )
        )
    return Since(before, path.stem)


_KINDS: Final[Mapping[str, Callable[[Pathway, str], Part]]] = {
    "phase": _phase,
    "lane": _lane,
    "story": _story,
    "stages": _stages,
    "since": _since,
}
_NAMELESS: Final = frozenset({"phase", "lane"})
"""Kinds of which there may be a strip without a name: what lies in none."""
_MOST_NAMED: Final = 8


class _Known(NamedTuple):
    """Ids by what records are called, in any language, and by id; `names` in the one spoken."""

    ids: Mapping[str, tuple[Id, ...]]
    names: tuple[str, ...]


def _by_name(records: Iterable[tuple[Record, Text]]) -> _Known:
    every = tuple(records)
    ids: dict[str, tuple[Id, ...]] = {}
    for record, title in every:
        for words in {_bare(each) for each in title.values()}:
            ids[words] = (*ids.get(words, ()), record.id)
    ids |= {_bare(record.id): (record.id,) for record, _title in every}
    language = spoken_language()
    names = (in_language(title, language) or record.id for record, title in every)
    return _Known(ids, tuple(names))


def _found(name: str, known: _Known) -> Id:
    """Return the id of the record of a name; raises where there is none, or several."""
    match known.ids.get(_bare(name), ()):
        case (found,):
            return found
        case ():
            raise NotUnderstoodError(
                _("“{name}” is not there; there are: {known}.").format(
                    name=quoted(name), known=_listed(known)
                )
            )
        case several:
            raise NotUnderstoodError(
                _("Several are called “{name}”; write which one by its id: {ids}.").format(
                    name=quoted(name), ids=_some([quoted(id) for id in several])
                )
            )


def _bare(words: str) -> str:
    return " ".join(words.split()).casefold()


def _listed(known: _Known) -> str:
    named = [_("“{name}”").format(name=quoted(name)) for name in known.names]
    return _some(named) or _("none")


def _some(words: Sequence[str]) -> str:
    """List words, the first of many."""
    more = len(words) - _MOST_NAMED
    listed = ", ".join(words[:_MOST_NAMED])
    return listed if more <= 0 else _("{names} and {count} more").format(names=listed, count=more)
