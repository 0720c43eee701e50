"""Damages to what customers read."""

from model.records import Stage
from tests.damage.damage import Damage, cleared

DAMAGES = (
    Damage(
        "CUS-01",
        "a stage does not tell what happens",
        cleared(Stage, "what_happens", where=lambda stage: stage.public),
    ),
)
