"""What forms are made of: each function here describes one kind of field, to be built when shown.

Labels and hints are message ids; they are translated when the field is built.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, cast

from designer.ui.inspector.fields.boxes import Area, Line, WrappingLine
from designer.ui.inspector.fields.choices import (
    ChoiceField,
    Option,
    Records,
    TickField,
    YesField,
    of_codes,
    of_records,
    with_none,
    yes_no_unknown,
)
from designer.ui.inspector.fields.counter import Limit
from designer.ui.inspector.fields.field import Around, Field
from designer.ui.inspector.fields.lists import ListField
from designer.ui.inspector.fields.parts import (
    FoldedPart,
    MakeField,
    OptionalPart,
    PartField,
    PartRow,
)
from designer.ui.inspector.fields.records import Find, Make, OwnedRecordsField, RecordsField
from designer.ui.inspector.fields.wording import (
    CodesWording,
    LimitWording,
    NumberWording,
    PlainWording,
    SpanWording,
    TextWording,
    Wording,
)
from designer.ui.inspector.fields.words import DateField, WordsField
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Actor, AnyRecord, Handover, Record, Stage

__all__ = ["Around", "Field", "MakeField", "PartRow", "Records"]

# Languages that services in Finland are given in; a stored one that is missing here is kept.
SPOKEN = {
    "fi": N_("Finnish"),
    "sv": N_("Swedish"),
    "en": N_("English"),
    "se": N_("Northern Sámi"),
    "smn": N_("Inari Sámi"),
    "sms": N_("Skolt Sámi"),
    "ru": N_("Russian"),
    "et": N_("Estonian"),
    "uk": N_("Ukrainian"),
    "ar": N_("Arabic"),
    "so": N_("Somali"),
}


def line(*, limit: Limit | None = None, hint: str = "") -> MakeField:
    """Make one line of a text per language."""
    return lambda: WordsField(
        TextWording(), WrappingLine(), hint=_(hint) if hint else "", limit=limit
    )


def area(*, limit: Limit | None = None, hint: str = "") -> MakeField:
    """Make several lines of a text per language."""
    return lambda: WordsField(TextWording(), Area(), hint=_(hint) if hint else "", limit=limit)


def typed(wording: Wording, *, hint: str = "") -> MakeField:
    return lambda: WordsField(wording, Line(), hint=_(hint) if hint else "")


def plain(*, hint: str = "") -> MakeField:
    """Make one line that is the same in every language."""
    return typed(PlainWording(), hint=hint)


def plain_area(*, hint: str = "") -> MakeField:
    return lambda: WordsField(PlainWording(), Area(), hint=_(hint) if hint else "")


def span() -> MakeField:
    """Make a length of time that may be missing."""
    return typed(SpanWording(), hint=N_("for example 7 days or 3–12 months"))


def limit() -> MakeField:
    """Make a length of time that belongs to its part."""
    return typed(LimitWording(), hint=N_("for example 7 days or 3–12 months"))


def day() -> MakeField:
    return DateField


def number(*, least: int = 0, most: int, when_empty: int | None = 0) -> MakeField:
    return typed(NumberWording(least, most, when_empty))


def codes(*, hint: str = N_("several: put commas between them")) -> MakeField:
    """Make codes or key words in one line, with commas between them."""
    return typed(CodesWording(), hint=hint)


def choice(code_list: type[StrEnum]) -> MakeField:
    """Make one value of a code list."""
    return lambda: ChoiceField(of_codes(code_list))


def maybe_choice(code_list: type[StrEnum]) -> MakeField:
    """Make one value of a code list, or none yet."""
    return lambda: ChoiceField(with_none(of_codes(code_list), _("(not chosen)")))


def ticks(code_list: type[StrEnum]) -> MakeField:
    """Make any values of a code list."""
    return lambda: TickField(of_codes(code_list))


def spoken_languages() -> MakeField:
    return lambda: TickField(
        lambda _around: [Option(code, _(name)) for code, name in SPOKEN.items()]
    )


def yes(words: str) -> MakeField:
    """Make a tick with its words beside it."""
    return lambda: YesField(_(words))


def yes_no() -> MakeField:
    """Make yes, no, or not known."""
    return yes_no_unknown


def record(records: Records) -> MakeField:
    """Make a link to a record, always there."""
    return lambda: ChoiceField(of_records(records))


def maybe_record(records: Records, none: str = N_("(not chosen)")) -> MakeField:
    """Make a link to a record, or none."""
    return lambda: ChoiceField(with_none(of_records(records), _(none)))


def actors(pathway: Pathway) -> Sequence[Actor]:
    return pathway.actors


def stages(pathway: Pathway) -> Sequence[Stage]:
    return pathway.stages


def handovers(pathway: Pathway) -> Sequence[Handover]:
    return pathway.handovers


def all_of(kind: type[Record]) -> Callable[[Pathway], Sequence[Any]]:
    return lambda pathway: pathway.of(kind)


def ticked_records(records: Records, nothing: str) -> MakeField:
    """Make links to any of the records; `nothing` is said when there are none to link to."""
    return lambda: TickField(of_records(records), nothing=_(nothing))


def texts(add: str, *, limit: Limit | None = None) -> MakeField:
    """Make a list of lines, each a text per language."""
    return lambda: ListField(
        lambda: WordsField(TextWording(), WrappingLine(), limit=limit),
        lambda _around, _values: {},
        blank={},
        add=_(add),
    )


def part(
    rows: Sequence[PartRow], blank: Any, stored: Callable[[Any], Any] | None = None
) -> MakeField:
    """Make a part that is missing while its fields say nothing, or as `stored` says."""
    none_when_blank = stored or (lambda value: None if value == blank else value)
    return lambda: OptionalPart(lambda: PartField(rows, blank, none_when_blank))


def parts(
    rows: Sequence[PartRow],
    blank: Any,
    *,
    add: str,
    new: Callable[[Around, tuple[Any, ...]], Any] | None = None,
) -> MakeField:
    """Make a list of parts; a new one begins as `blank` unless `new` makes it."""
    return lambda: ListField(
        lambda: FoldedPart(
            lambda: PartField(rows, blank, lambda value: value), [row.name for row in rows]
        ),
        new or (lambda _around, _values: blank),
        blank=blank,
        add=_(add),
    )


def related(find: Find, make: Make | None = None, *, add: str = "") -> MakeField:
    """Make the records that belong to the one in the form."""
    return lambda: RecordsField(find, make, add=_(add) if add else "")


def owned(kind: type[Record], make: Make | None = None, *, add: str = "") -> MakeField:
    """Make all records of a kind, to be opened, reordered and removed."""

    def find(pathway: Pathway, _owner: AnyRecord) -> Sequence[AnyRecord]:
        return cast("Sequence[AnyRecord]", pathway.of(kind))

    return lambda: OwnedRecordsField(find, make, add=_(add) if add else "")


def needed_part(rows: Sequence[PartRow], blank: Any) -> MakeField:
    """Make a part that is always there."""
    return lambda: PartField(rows, blank, lambda value: value)
