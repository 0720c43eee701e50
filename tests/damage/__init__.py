"""Damages to complete pathways: one kind at a time, each for the rule that is meant to find it."""

from tests.damage import (
    access,
    arc,
    customer,
    handovers,
    languages,
    ngos,
    ownership,
    publishing,
    responsibility,
    stories,
    structure,
    times,
)
from tests.damage.damage import Damage

DAMAGES: tuple[Damage, ...] = (
    *structure.DAMAGES,
    *responsibility.DAMAGES,
    *handovers.DAMAGES,
    *times.DAMAGES,
    *access.DAMAGES,
    *languages.DAMAGES,
    *customer.DAMAGES,
    *stories.DAMAGES,
    *arc.DAMAGES,
    *ngos.DAMAGES,
    *ownership.DAMAGES,
    *publishing.DAMAGES,
)
