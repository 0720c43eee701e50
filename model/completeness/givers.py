"""Who gives what is said of a record: the sector that answers for it, or a role."""

from model.completeness.look import Look
from model.completeness.parts import Giver, Role
from model.ids import Id
from model.records import Actor, Channel, Handover, Stage


def by_actor(actor: Actor, look: Look) -> Giver:
    return _giver(actor.id, look)


def by_stage(stage: Stage, look: Look) -> Giver:
    return _giver(stage.actor, look)


def by_sender(handover: Handover, look: Look) -> Giver:
    return _giver(look.ends(handover)[0], look)


def by_receiver(handover: Handover, look: Look) -> Giver:
    return _giver(look.ends(handover)[1], look)


def by_channel(channel: Channel, look: Look) -> Giver:
    """Of a channel, it is the actor of the first stage that uses it."""
    return _giver(look.users.get(channel.id), look)


def _giver(actor: Id | None, look: Look) -> Giver:
    """While nobody answers for it, it is the working group’s to say who does."""
    return look.givers.get(actor, Role.WORKING_GROUP)
