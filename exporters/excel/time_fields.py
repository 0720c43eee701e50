"""Where a pathway's times lie: which fields of which records hold them."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from exporters.excel.kinds import CellError, as_words
from exporters.excel.labels import Labels
from exporters.excel.tables import Value
from model.codes.time_limits import find
from model.describe.fields import FIELDS
from model.messages import LANGUAGES, _, speaking
from model.pathway import Pathway
from model.records import AnyRecord, Handover, Record, Stage, TimePromise
from model.text import quoted

TIME_FIELDS: Final[Mapping[type[Record], tuple[str, ...]]] = {
    Stage: ("time_targets",),
    Handover: ("send_within", "accept_within", "answer_within", "see_within", "feedback_within"),
    TimePromise: ("target",),
}


def time_targets(pathway: Pathway) -> Iterator[tuple[AnyRecord, tuple[str | int, ...]]]:
    """Yield each time in reading order: its record, and the path to it there."""
    for stage in pathway.stages:
        for place in range(len(stage.time_targets)):
            yield stage, ("time_targets", place)
        for arrow in pathway.leaving(stage.id):
            for field in TIME_FIELDS[Handover]:
                if getattr(arrow, field) is not None:
                    yield arrow, (field,)
    for promise in pathway.of(TimePromise):
        yield promise, ("target",)


class TimeField:
    """Which of a record's times a row is about, by the field's name in any language."""

    choices = "time_fields"

    def write(self, value: str, labels: Labels) -> Value:  # noqa: ARG002 - a kind's form
        return value

    def read(self, cell: Value, labels: Labels) -> str:  # noqa: ARG002
        words = as_words(cell)
        found = _fields_by_name().get(" ".join(words.split()).casefold())
        if found is None:
            raise CellError(
                _("“{words}” is no time of a stage or handover; choose from the list.").format(
                    words=quoted(words)
                )
            )
        return found


class Law:
    """The id of a limit set by law."""

    choices = ""

    def write(self, value: str, labels: Labels) -> Value:  # noqa: ARG002
        return value

    def read(self, cell: Value, labels: Labels) -> str:  # noqa: ARG002
        words = as_words(cell)
        if find(words) is None:
            raise CellError(_("there is no time limit “{id}”.").format(id=quoted(words)))
        return words


LAW: Final = Law()
TIME_FIELD: Final = TimeField()


def time_field_names() -> list[str]:
    """Return what people call the fields that hold times of stages and handovers."""
    return [_(FIELDS[kind][field]) for kind in (Stage, Handover) for field in TIME_FIELDS[kind]]


@cache
def _fields_by_name() -> Mapping[str, str]:
    known: dict[str, str] = {}
    for language in LANGUAGES:
        with speaking(language):
            for kind, fields in TIME_FIELDS.items():
                for field in fields:
                    known.setdefault(_(FIELDS[kind][field]).casefold(), field)
    return known
