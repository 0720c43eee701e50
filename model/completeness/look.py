"""One look at a pathway: what requirements ask of it, worked out once."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cached_property

from model.checks.acceptances import acceptances, is_in_force
from model.checks.actor_without_contact import contacted_actors
from model.checks.finding import Rule, Said
from model.checks.parties import PRIVATE_PEOPLE, receiver, sector_of, sender
from model.checks.profiles import Profile
from model.checks.review import Review
from model.codes import Sector
from model.completeness.parts import Giver, Role
from model.ids import Id
from model.pathway import Pathway


class Look:
    """A pathway on a day. What a rule says of the whole is asked once, and kept by record."""

    def __init__(self, pathway: Pathway, profile: Profile, today: date) -> None:
        self.pathway = pathway
        self.review = Review(pathway, today, profile)
        self._said: dict[str, Mapping[Id, tuple[Said, ...]]] = {}

    def said(self, rule: Rule) -> Mapping[Id, tuple[Said, ...]]:
        """Return what a rule about the whole says of each record that it names."""
        if rule.id not in self._said:
            found: defaultdict[Id, list[Said]] = defaultdict(list)
            for said in rule.check(self.review):
                for id in dict.fromkeys((said.about or self.pathway.info.id, *said.also)):
                    found[id].append(said)
            self._said[rule.id] = {id: tuple(each) for id, each in found.items()}
        return self._said[rule.id]

    def is_accepted(self, rule: Rule, about: Id) -> bool:
        """Whether it is accepted, for now, that the rule finds something about a record."""
        return (rule.id, None if about == self.pathway.info.id else about) in self._accepted

    @cached_property
    def _accepted(self) -> frozenset[tuple[str, Id | None]]:
        held, today = acceptances(self.pathway, self.review.today), self.review.today
        return frozenset(place for place, waiver in held.items() if is_in_force(waiver, today))

    @cached_property
    def ends(self) -> Mapping[Id, tuple[Id | None, Id | None]]:
        """Of each handover, the actor who sends and the one who receives."""
        return {
            arrow.id: (sender(arrow, self.pathway), receiver(arrow, self.pathway))
            for arrow in self.pathway.handovers
        }

    @cached_property
    def givers(self) -> Mapping[Id | None, Giver]:
        """Who gives what is said of an actor’s part; customers do not write it down themselves."""
        return {
            actor.id: Role.WORKING_GROUP
            if actor.sector in PRIVATE_PEOPLE
            else actor.sector or Role.UNSORTED
            for actor in self.pathway.actors
        }

    @cached_property
    def sectors(self) -> frozenset[Sector | None]:
        """The sectors that take part; None is among them when an actor has none."""
        return frozenset(actor.sector for actor in self.pathway.actors)

    @cached_property
    def services(self) -> frozenset[Sector]:
        """The sectors of services that answer for stages."""
        found = {sector_of(stage.actor, self.pathway) for stage in self.pathway.stages}
        return frozenset(sector for sector in found if sector and sector not in PRIVATE_PEOPLE)

    @cached_property
    def contacted(self) -> frozenset[Id]:
        """The actors whom a customer must contact."""
        return frozenset(contacted_actors(self.pathway))

    @cached_property
    def answering(self) -> frozenset[Id]:
        """The actors that answer for a stage."""
        return frozenset(stage.actor for stage in self.pathway.stages if stage.actor)

    @cached_property
    def users(self) -> Mapping[Id, Id | None]:
        """Of each channel that is used, the actor of the first stage that uses it."""
        found: dict[Id, Id | None] = {}
        for stage in self.pathway.stages:
            for channel in stage.channels:
                found.setdefault(channel, stage.actor)
        return found

    @cached_property
    def used_in_public(self) -> frozenset[Id]:
        """The channels of public stages."""
        stages = self.pathway.stages
        return frozenset(id for stage in stages if stage.public for id in stage.channels)

    @cached_property
    def providers(self) -> frozenset[Id]:
        """The actors that answer for public stages."""
        stages = self.pathway.stages
        return frozenset(stage.actor for stage in stages if stage.public and stage.actor)
