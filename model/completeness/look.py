"""One look at a pathway: what requirements ask of it, worked out once."""

import logging
from collections import defaultdict
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from copy import copy
from datetime import date
from functools import cached_property

from model.checks import actor_without_contact
from model.checks.acceptances import acceptances, is_in_force
from model.checks.actor_without_contact import CONTACTS
from model.checks.finding import Rule, Said
from model.checks.parties import PRIVATE_PEOPLE, receiver, sector_of, sender
from model.checks.profiles import Profile
from model.checks.reads import READING_ORDER, Edit, Reads, reading
from model.checks.review import Review
from model.codes import Sector
from model.completeness.parts import Giver, Role
from model.ids import Id
from model.pathway import Pathway
from model.records import Actor, Handover, Stage, Waiver

_log = logging.getLogger(__name__)

ByRecord = Mapping[Id, tuple[Said, ...]]


class Look:
    """A pathway on a day. What a rule says of the whole is asked once, and kept by record.

    `answered` are the rules about the whole that have been asked, by id, with what they said.
    """

    def __init__(self, pathway: Pathway, profile: Profile, today: date) -> None:
        self.pathway = pathway
        self.review = Review(pathway, today, profile)
        self.answered: dict[str, tuple[Rule, ByRecord]] = {}

    def after(self, pathway: Pathway, edit: Edit, reached: AbstractSet[Id]) -> "Look":
        """Return a look at the next pathway, with what the edit leaves as it was worked out.

        `reached` are the records touched, those linked to them and those that they link to,
        before or after. This look is not to be asked any more.
        """
        following = copy(self)
        following.pathway = pathway
        following.review = self.review.after(pathway, edit, reached)
        following.answered = {
            id: known for id, known in self.answered.items() if not edit.reaches(known[0].reads)
        }
        for name, reads in _MADE_FROM.items():
            if edit.reaches(reads):
                vars(following).pop(name, None)
        return following

    def said(self, rule: Rule) -> ByRecord:
        """Return what a rule about the whole says of each record that it names.

        Of one that breaks nothing can be told: not of any record.
        """
        if rule.id not in self.answered:
            try:
                found = self._by_record(rule)
            except Exception as error:  # noqa: BLE001 - one broken rule must not take away the figure
                # The error's own words may quote what users wrote.
                _log.error("completeness, rule %s: %s", rule.id, type(error).__name__)
                found = {id: (Said(about=id, message="", evaluated=False),) for id in self.pathway}
            self.answered[rule.id] = rule, found
        return self.answered[rule.id][1]

    def _by_record(self, rule: Rule) -> ByRecord:
        found: defaultdict[Id, list[Said]] = defaultdict(list)
        for said in rule.check(self.review):
            for id in dict.fromkeys((said.about or self.pathway.info.id, *said.also)):
                found[id].append(said)
        return {id: tuple(each) for id, each in found.items()}

    def is_accepted(self, rule: Rule, about: Id) -> bool:
        """Whether it is accepted, for now, that the rule finds something about a record."""
        return (rule.id, None if about == self.pathway.info.id else about) in self.accepted

    @cached_property
    def accepted(self) -> frozenset[tuple[str, Id | None]]:
        """The rules that may find something about a record, with it; None is the pathway."""
        held, today = acceptances(self.pathway, self.review.today), self.review.today
        return frozenset(place for place, waiver in held.items() if is_in_force(waiver, today))

    def ends(self, handover: Handover) -> tuple[Id | None, Id | None]:
        """Return the actor who sends and the one who receives."""
        return sender(handover, self.pathway), receiver(handover, self.pathway)

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
        return frozenset(self.review.known(CONTACTS).by_value)

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


_MADE_FROM: Mapping[str, Reads] = {
    "accepted": {Waiver: {"rule", "about", "reason", "review_on"}},
    "givers": {Actor: {"sector"}},
    "sectors": {Actor: {"sector"}},
    "services": {Actor: {"sector"}, Stage: {"actor"}},
    "contacted": actor_without_contact.RULE.reads,
    "answering": {Stage: {"actor"}},
    "users": reading(READING_ORDER, {Stage: {"channels"}}),
    "used_in_public": {Stage: {"public", "channels"}},
    "providers": {Stage: {"public", "actor"}},
}
"""What is worked out of the whole, and of which fields."""
