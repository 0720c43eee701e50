"""One look at a pathway: what every rule's function is given to answer from."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from contextlib import suppress
from datetime import date
from functools import cached_property
from typing import Any

from model import graph, soundness
from model.checks.facts import Fact, Known, V
from model.checks.finding import Rule
from model.checks.private_texts import NOTES, Kept, kept_in_notes
from model.checks.profiles import COORDINATION, Profile
from model.checks.reads import (
    BRANCHES,
    JOINED,
    PROMISED,
    READING_ORDER,
    STARTS,
    WAYS,
    Edit,
    Reads,
    reading,
)
from model.ids import Id
from model.pathway import Pathway
from model.records import Stage, TimePromise
from model.times import Steps, Timed, Times, of_promise


class Review:
    """A pathway on a day, with what several rules ask of its graph worked out once."""

    def __init__(self, pathway: Pathway, today: date, profile: Profile = COORDINATION) -> None:
        self.pathway = pathway
        self.today = today
        self._profile = profile
        self._facts: dict[Fact[Any], Known[Any]] = {}

    def after(
        self, pathway: Pathway, edit: Edit, reached: AbstractSet[Id] | None = None
    ) -> "Review":
        """Return a look at the next pathway, with what the edit leaves as it was worked out.

        Where it is said which records the edit reached, these among them that link to what was
        touched or to which that links, before or after, facts are handed on, too: this look would
        have to find them anew.
        """
        following = Review(pathway, self.today, self._profile)
        if reached is not None:
            for fact, known in self._facts.items():
                # One that breaks here is found anew by the rule that asks for it, which then
                # breaks itself and is told.
                with suppress(Exception):
                    known.follow(pathway, edit, reached)
                    following._facts[fact] = known
            self._facts = {}
        of_graph = edit
        if edit.reaches(READING_ORDER) and _ids(pathway.stages) == _ids(self.pathway.stages):
            of_graph = edit.besides(READING_ORDER)
        for made_from, change in ((_MADE_FROM, edit), (_GRAPH_MADE_FROM, of_graph)):
            for name, reads in made_from.items():
                if name in vars(self) and not change.reaches(reads):
                    vars(following)[name] = vars(self)[name]
        if reached is not None and of_graph.reaches(WAYS) and not of_graph.reaches(READING_ORDER):
            following._take_ways(self, reached)
        return following

    def _take_ways(self, before: "Review", reached: AbstractSet[Id]) -> None:
        """Take over what is known of the ways, but at the stages that an edit reached.

        All stages are in the same order as before.
        """
        if "ways_back" in vars(before):
            stages = before.ways.keys() & reached
            changed = {id: graph.ways_from(id, self.pathway) for id in stages}
            self.ways = {**before.ways, **changed}
            back = {
                id: tuple(
                    self.in_order(
                        source
                        for source in stages.union(before.ways_back[id])
                        if id in self.ways[source]
                    )
                )
                for id in stages
            }
            self.ways_back = {**before.ways_back, **back}

    def threshold(self, rule: Rule, name: str) -> int:
        """Return one of the rule's numbers as it is in force."""
        return self._profile.threshold(rule, name)

    def known(self, fact: Fact[V]) -> Known[V]:
        """Return of which records a fact has been found with which values."""
        if fact not in self._facts:
            self._facts[fact] = Known(fact, self.pathway)
        return self._facts[fact]

    def in_order(self, stages: Iterable[Id]) -> list[Id]:
        """Return stages in reading order."""
        return sorted(stages, key=self.places.__getitem__)

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages to publish in: the pathway's own, then what its organisation adds."""
        return tuple(dict.fromkeys((*self.pathway.info.languages, *self._profile.languages)))

    @cached_property
    def ways(self) -> graph.Ways:
        """From each stage, in reading order, the stages that a customer can go on to."""
        return graph.ways_onward(self.pathway)

    @cached_property
    def ways_back(self) -> graph.Ways:
        return graph.turned_round(self.ways)

    @cached_property
    def places(self) -> Mapping[Id, int]:
        """The stages' places in the reading order."""
        return {stage.id: place for place, stage in enumerate(self.pathway.stages)}

    @cached_property
    def starts(self) -> tuple[Id, ...]:
        """Where customers come in: the stages marked so, else those without a way in."""
        marked = tuple(stage.id for stage in self.pathway.stages if stage.start)
        return marked or tuple(id for id, sources in self.ways_back.items() if not sources)

    @cached_property
    def ends(self) -> tuple[Id, ...]:
        return graph.ends(self.pathway)

    @cached_property
    def components(self) -> tuple[tuple[Id, ...], ...]:
        """The strong components of the ways, each after all that it leads to."""
        return tuple(map(tuple, graph.strong_components(self.ways)))

    @cached_property
    def loops(self) -> tuple[tuple[Id, ...], ...]:
        """Sets of stages from each of which every other of its set can be reached again."""
        return graph.loops(self.ways, self.components)

    @cached_property
    def parts(self) -> tuple[tuple[Id, ...], ...]:
        """The pieces of the pathway that no way joins, the largest first."""
        return graph.parts(self.ways, self.ways_back)

    def ahead(self, among: Iterable[Id]) -> Mapping[Id, int]:
        """Return for each stage which of `among` can be reached from it: see `graph.ahead`."""
        return graph.ahead(self.ways, among, self.components)

    def behind(self, among: Iterable[Id]) -> Mapping[Id, int]:
        """Return for each stage from which of `among` it can be reached."""
        return graph.ahead(self.ways_back, among, reversed(self.components))

    @cached_property
    def waiting(self) -> soundness.Search:
        """Which stages wait for branches that never come.

        What a handover says that leads nobody elsewhere may have been changed since.
        """
        return soundness.search(self.pathway, self.starts, ways=self.ways, ways_back=self.ways_back)

    @cached_property
    def longest_route(self) -> tuple[Id, ...]:
        """A long route from a start that comes to no stage twice."""
        return graph.longest_route(self.ways, self.starts)

    @cached_property
    def steps(self) -> Steps:
        """What each step takes, as far as somebody has asked for it."""
        return Steps()

    @cached_property
    def promised(self) -> Mapping[Id, Times | None]:
        """What the walks take of which something is promised; None where no walk is said."""
        promises = self.pathway.of(TimePromise)
        timed = Timed(self.pathway, self.steps) if promises else None
        return {p.id: of_promise(timed, p) for p in promises if timed is not None}

    @cached_property
    def kept_in_notes(self) -> Kept:
        """Sentences of notes that are not meant for readers."""
        return kept_in_notes(self.pathway)


_MADE_FROM: Mapping[str, Reads] = {
    "kept_in_notes": NOTES,
    "promised": PROMISED,
    "steps": {},  # which knows by itself what an edit changed
}
_GRAPH_MADE_FROM: Mapping[str, Reads] = {
    **dict.fromkeys(("ways", "ways_back", "loops", "parts"), WAYS),
    # In whichever order stages are read, they hang together alike.
    "components": JOINED,
    **dict.fromkeys(("starts", "longest_route"), STARTS),
    "places": READING_ORDER,
    "ends": reading(READING_ORDER, {Stage: {"kind"}}),
    "waiting": BRANCHES,
}
"""For these it is all one where stages lie, as long as they are read in the same order."""


def _ids(stages: Iterable[Stage]) -> list[Id]:
    return [stage.id for stage in stages]
