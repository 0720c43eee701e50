"""Title missing or repeated."""

from collections import defaultdict
from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.reads import READING_ORDER, reading
from model.checks.remembered import by_record
from model.checks.review import Review
from model.checks.wording import plain
from model.codes import Severity
from model.ids import Id
from model.messages import N_, _, ngettext
from model.records import AnyRecord, Stage


def check(review: Review) -> Iterator[Said]:
    first: dict[tuple[str, str], Id] = {}
    others: defaultdict[tuple[str, str], list[Id]] = defaultdict(list)
    for stage in review.pathway.stages:
        if not stage.title:
            yield Said(about=stage.id, message=_("A stage has no title."), field="title")
        for name in _names(stage):
            if name in first:
                others[name].append(stage.id)
            else:
                first[name] = stage.id
    told: set[tuple[Id, ...]] = set()
    for name in (name for name in first if name in others):
        ids = (first[name], *others[name])
        if ids not in told:
            told.add(ids)
            yield _repeated(review, ids, name[0])


@by_record
def _names(record: AnyRecord) -> tuple[tuple[str, str], ...]:
    """Return a stage's titles as they are compared, each after its language."""
    titles = record.title.items() if isinstance(record, Stage) else ()
    return tuple((language, plain(words)) for language, words in titles)


def _repeated(review: Review, ids: tuple[Id, ...], language: str) -> Said:
    first = review.pathway.find(Stage, ids[0])
    message = ngettext(
        "{count} stage has the title “{title}”.",
        "{count} stages have the title “{title}”.",
        len(ids),
    ).format(count=len(ids), title=first.title[language] if first else "")
    return Said(about=ids[0], message=message, also=ids[1:], field="title")


RULE = Rule(
    id="STR-09",
    severity=Severity.ERROR,
    title=N_("Title missing or repeated"),
    finds=N_("A stage without a title, or several stages with the same one."),
    why=N_("In texts, tables and links a stage is known by its title alone."),
    put_right=N_("Give each stage a short title of its own, in the customer’s words."),
    source="JHS 152 (naming)",
    reads=reading(READING_ORDER, {Stage: {"title"}}),
    check=check,
)
