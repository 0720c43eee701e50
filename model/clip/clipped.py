"""What is copied along with what was chosen."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from model.ids import Id
from model.integrity import LINKS
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Channel, Handover, Note, Phase, Stage

FORMAT = 1

Surroundings = Actor | Phase | Channel


class Clip(Struct, frozen=True, forbid_unknown_fields=True):
    """Records in the order of the board they were taken from.

    `around` are the actors, phases and channels that the copied ones speak of. They are brought
    along only where they are not known by id or by name.
    """

    format: int
    copied: tuple[Stage | Handover | Note | Actor | Phase | Channel, ...]
    around: tuple[Actor | Phase | Channel, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.copied)


def clip_of(pathway: Pathway, ids: Iterable[Id]) -> Clip:
    """Copy stages with the handovers between them and the notes about them.

    An actor or a phase is copied with its stages. Handovers that lead out of what is copied are
    left behind.
    """
    chosen = frozenset(ids)
    stages = [
        stage
        for stage in pathway.stages
        if chosen & {stage.id, stage.actor or "", stage.phase or ""}
    ]
    inside = {stage.id for stage in stages}
    handovers = [arrow for arrow in pathway.handovers if {arrow.source, arrow.target} <= inside]
    inside |= {arrow.id for arrow in handovers}
    notes = [note for note in pathway.of(Note) if note.id in chosen or (note.about or "") in inside]
    surroundings: tuple[Surroundings, ...] = (
        *pathway.actors,
        *pathway.phases,
        *pathway.channels,
    )
    copied = (
        *stages,
        *handovers,
        *notes,
        *(record for record in surroundings if record.id in chosen),
    )
    spoken_of = linked(copied)
    return Clip(
        FORMAT,
        copied,
        tuple(
            record for record in surroundings if record.id in spoken_of and record.id not in chosen
        ),
    )


def linked(records: Iterable[AnyRecord]) -> frozenset[Id]:
    """Return the ids that the records link to."""
    return frozenset(_links(records))


def _links(records: Iterable[AnyRecord]) -> Iterator[Id]:
    for record in records:
        for link in LINKS.get(type(record), ()):
            yield from link.ids(getattr(record, link.field))
