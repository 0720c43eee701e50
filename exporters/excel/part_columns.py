"""Columns of the sheets whose rows are parts of records: times, and the use of Omasote."""

from typing import Final

from exporters.excel.columns import LEADING, Column, Need
from exporters.excel.description import FROM_LIST, IN_WORDS
from exporters.excel.kinds import Code, Length, Link, Whole, Words
from exporters.excel.labels import Labels
from exporters.excel.tables import Value
from exporters.excel.time_fields import LAW, TIME_FIELD
from model.codes import OmasoteFunction, TimeBasis
from model.codes.time_limits import find
from model.messages import N_
from model.parts import TimeTarget
from model.records import Actor, Handover, Stage, TimePromise
from model.text import AgeRange, in_language
from model.times import days_of


def _legal_limit(target: TimeTarget, labels: Labels) -> Value:
    limit = find(target.law) if target.law else None
    return in_language(limit.name, labels.language) if limit else ""


def _most_days(target: TimeTarget, labels: Labels) -> Value:  # noqa: ARG001
    days = days_of(target.limit)
    return None if days is None else round(days.most, 1)


_WHERE = Column("where", N_("Where"), 54, need=Need.REQUIRED, help=FROM_LIST)
_AGE = Column("", "", 10, kind=Whole(0, 1000), part=AgeRange)

TIME_COLUMNS: Final = (
    _WHERE._replace(kind=Link(Stage, Handover, TimePromise)),
    Column("what", N_("Which time"), 24, kind=TIME_FIELD),
    Column("limit", N_("At most"), 16, ("limit",), Length(), Need.REQUIRED, IN_WORDS),
    Column("starts", N_("From"), 34, ("starts", LEADING)),
    Column("ends", N_("Until"), 34, ("ends", LEADING)),
    Column("basis", N_("Ground"), 20, ("basis",), Code(TimeBasis)),
    Column("law", N_("Limit set by law (id)"), 12, ("law",), LAW),
    _AGE._replace(key="youngest", header=N_("Youngest age"), path=("ages", "youngest")),
    _AGE._replace(key="oldest", header=N_("Oldest age"), path=("ages", "oldest")),
    Column("source", N_("Source"), 30, ("source", LEADING), Words()),
    Column("days", N_("Calendar days at most"), 12, shown=_most_days),
    Column("legal", N_("What the law says"), 36, shown=_legal_limit),
)

OMASOTE_COLUMNS: Final = (
    _WHERE._replace(header=N_("Stage"), width=40, kind=Link(Stage)),
    Column(
        "function",
        N_("Omasote function"),
        26,
        ("function",),
        Code(OmasoteFunction),
        Need.REQUIRED,
    ),
    Column("trigger", N_("What sets it off"), 44, ("trigger", LEADING)),
    Column(
        "answered_by", N_("Who answers"), 28, ("answered_by",), Link(Actor), Need.WANTED, FROM_LIST
    ),
    Column(
        "answered_within",
        N_("Answered within"),
        16,
        ("answered_within",),
        Length(),
        Need.WANTED,
        IN_WORDS,
    ),
)
