"""Where on the board findings are, and whose task it is to put them right. Pure, no Qt."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from designer.ui.findings.lines import FindingLine
from designer.ui.palette.matching import folded
from model.checks.groups import group_of
from model.codes.names import name_of_code
from model.describe.captions import caption
from model.edits import name_of
from model.ids import Id
from model.messages import _, spoken_language
from model.pathway import Pathway
from model.records import RECORD_KINDS, Actor, AnyRecord, Channel, Handover, Phase, Stage
from model.text import in_language

_PUBLISHER = frozenset({"PUB", "LAN", "CUS"})


class Whereabouts:
    """Answers for one state of a pathway, in the language that the program speaks."""

    def __init__(self, pathway: Pathway) -> None:
        self._pathway = pathway
        self._around: dict[Id, frozenset[Id]] = {}
        self._places: dict[Id | None, int] = {}
        self._names: dict[Id | None, str] = {}
        self._said: dict[tuple[str, Id | None, str], str] = {}

    def after(self, pathway: Pathway, touched: AbstractSet[Id]) -> "tuple[Whereabouts, bool]":
        """Return the answers for the next pathway, which differs in the records `touched`.

        Names that were asked for are kept; the other is whether any of them is another now.
        """
        following = Whereabouts(pathway)
        following._names = dict(self._names)
        reached = set(touched)
        for id in touched:
            for state in (self._pathway, pathway):
                reached.update(arrow.id for arrow in state.leaving(id))
                reached.update(arrow.id for arrow in state.arriving(id))
        renamed = False
        for id in reached & self._names.keys():
            del following._names[id]
            renamed = renamed or following.name_of(id) != self._names[id]
        return following, renamed

    def records(self, line: FindingLine) -> tuple[Id, ...]:
        """Return the records that bear a line's mark on the board: the pathway's when no others."""
        ids = (line.about,) if line.about is not None else line.also
        return tuple(id for id in ids if id in self._pathway) or (self._pathway.info.id,)

    def around(self, line: FindingLine) -> frozenset[Id]:
        """Return the records of a line with their stages, actors and phases.

        A handover is where both of its stages are, a channel where the stages are that use it.
        """
        return frozenset().union(*(self._around_record(id) for id in self.records(line)))

    def name(self, line: FindingLine) -> str:
        """Return what to call the record that a line is about."""
        return self.name_of(line.about)

    def name_of(self, about: Id | None) -> str:
        """Return what to call a record, None for the pathway."""
        if about not in self._names:
            record = self._pathway.get(about or "") or self._pathway.info
            self._names[about] = (
                _("The pathway as a whole")
                if record is self._pathway.info
                else caption(record, self._pathway, spoken_language())
            )
        return self._names[about]

    def said(self, line: FindingLine) -> str:
        """Return all that a line says, folded for searching."""
        key = line.rule, line.about, line.message
        if key not in self._said:
            words = f"{line.title}\n{line.message}\n{line.rule}\n{self.name(line)}"
            self._said[key] = folded(words)
        return self._said[key]

    def place(self, line: FindingLine) -> int:
        """Return a number that orders lines along the board, the pathway as a whole first."""
        if not self._places:
            self._places = {id: place for place, id in enumerate(_along_the_board(self._pathway))}
        return self._places.get(line.about, 0)

    def roles(self, line: FindingLine) -> frozenset[str]:
        """Return the names of the roles that put a finding right.

        About a stage it is the role of its actor (its sector, where no role is written), about a
        handover that of the actor who hands over, about a channel those of the actors who use it,
        about an actor its own. All else is the pathway's: its texts, languages and publishing
        (LAN, CUS, PUB) the publisher's, the rest the owner's. A stage without an actor has no
        role either: that gap is the owner's.
        """
        roles = frozenset(
            _role_of(actor)
            for id in self.records(line)
            for actor in self._actors(self._pathway[id])
        )
        if roles:
            return roles
        of_publisher = group_of(line.rule) in _PUBLISHER
        return frozenset({publisher() if of_publisher else owner()})

    def _actors(self, record: AnyRecord) -> Iterator[Actor]:
        match record:
            case Actor():
                yield record
            case Handover(source=source, sender=sender):
                actor = self._pathway.find(Actor, sender)
                if actor is not None:
                    yield actor
                else:
                    yield from self._actors(self._pathway[source])
            case Stage(actor=id):
                actor = self._pathway.find(Actor, id)
                if actor is not None:
                    yield actor
            case Channel(id=id):
                for stage in self._pathway.stages:
                    if id in stage.channels:
                        yield from self._actors(stage)

    def _around_record(self, id: Id) -> frozenset[Id]:
        if id not in self._around:
            self._around[id] = frozenset({id, *self._beside(self._pathway[id])})
        return self._around[id]

    def _beside(self, record: AnyRecord) -> Iterator[Id]:
        match record:
            case Stage(actor=actor, phase=phase):
                yield from (id for id in (actor, phase) if id is not None)
            case Handover(source=source, target=target):
                yield from self._around_record(source)
                yield from self._around_record(target)
            case Channel(id=channel):
                for stage in self._pathway.stages:
                    if channel in stage.channels:
                        yield from self._around_record(stage.id)


def owner() -> str:
    return _("Owner of the pathway")


def publisher() -> str:
    return _("Publisher")


def actors_along(pathway: Pathway, ids: Iterable[Id]) -> Iterator[tuple[Id, str]]:
    """Yield those of the ids that are actors with their names, from the board's top."""
    yield from _named(pathway.actors, frozenset(ids))


def phases_along(pathway: Pathway, ids: Iterable[Id]) -> Iterator[tuple[Id, str]]:
    """Yield those of the ids that are phases with their names, from the board's left."""
    yield from _named(pathway.phases, frozenset(ids))


def _named(records: Iterable[Actor | Phase], wanted: frozenset[Id]) -> Iterator[tuple[Id, str]]:
    for record in records:
        if record.id in wanted:
            yield record.id, name_of(record, spoken_language()) or _("(no name)")


def _role_of(actor: Actor) -> str:
    language = spoken_language()
    sector = name_of_code(actor.sector) if actor.sector is not None else ""
    role = in_language(actor.role, language) or sector or name_of(actor, language)
    return role[:1].upper() + role[1:] if role else _("(no name)")


def _along_the_board(pathway: Pathway) -> Iterator[Id]:
    """Yield the pathway, each stage with what leaves it, then the other records by kind."""
    yield pathway.info.id
    leaving: dict[Id, list[Id]] = {}
    for handover in pathway.handovers:
        leaving.setdefault(handover.source, []).append(handover.id)
    for stage in pathway.stages:
        yield stage.id
        yield from leaving.get(stage.id, ())
    for kind in RECORD_KINDS[1:]:
        if kind not in (Stage, Handover):
            yield from (record.id for record in pathway.of(kind))
