"""What many stages have in common, and a channel put to or taken from all of them. No Qt."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from model import edits
from model.change import Change
from model.ids import Id
from model.messages import _, ngettext
from model.pathway import Pathway
from model.records import Stage


class _Mixed:
    """Stands for the value of a field in which records differ; in words where it is shown."""

    def __str__(self) -> str:
        return _("— several values —")


MIXED: Final = _Mixed()


def common_value(stages: Sequence[Stage], field: str) -> Any:
    """Return the value that all have in a field, MIXED where they differ."""
    values = [getattr(stage, field) for stage in stages]
    return values[0] if all(value == values[0] for value in values) else MIXED


def use_channel(pathway: Pathway, ids: Sequence[Id], channel: Id) -> Change:
    """Let all these stages use a channel, after those that they use already."""
    return _with_channels(pathway, ids, lambda used: used if channel in used else (*used, channel))


def drop_channel(pathway: Pathway, ids: Sequence[Id], channel: Id) -> Change:
    """Let none of these stages use a channel."""
    return _with_channels(
        pathway, ids, lambda used: tuple(other for other in used if other != channel)
    )


def _with_channels(
    pathway: Pathway, ids: Sequence[Id], become: Callable[[tuple[Id, ...]], tuple[Id, ...]]
) -> Change:
    changes = [
        edits.update(pathway, id, channels=become(stage.channels))
        for id in ids
        if (stage := pathway.find(Stage, id)) is not None
    ]
    changes = [change for change in changes if change]
    label = ngettext(
        "Change the channels of {count} stage",
        "Change the channels of {count} stages",
        len(changes),
    ).format(count=len(changes))
    return edits.together(label, changes)
