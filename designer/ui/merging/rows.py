"""The lines of a comparison, and the same as text to be pasted elsewhere. No Qt."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from designer.merging import OpenQuestion
from designer.ui.merging.words import counts_in_words
from model.describe import Comparison, What, caption, kind_of
from model.describe.conflicts import question
from model.ids import Id
from model.merge import Side
from model.messages import _, ngettext
from model.pathway import Pathway

_PLAIN_SIGNS = {What.ADDED: "+", What.REMOVED: "−", What.CHANGED: "·"}


class Row(NamedTuple):
    """A heading (no `what`, no `id`), a difference, or a thing that only lies elsewhere.

    `folds` marks the line that shows and hides those.
    """

    words: str
    lines: tuple[str, ...] = ()
    what: What | None = None
    id: Id = ""
    folds: bool = False

    @property
    def text(self) -> str:
        return "\n".join((self.words, *self.lines))


def rows_of(
    comparison: Comparison, wanted: Collection[What], after: Pathway, language: str
) -> Iterator[Row]:
    """Yield what is to be listed; what only lies elsewhere comes last, below its own line."""
    for part in comparison.parts:
        shown = [each for each in part.differences if each.what in wanted]
        if shown:
            yield Row(part.heading)
        for each in shown:
            yield Row(each.heading, each.lines, each.what, each.id)
    if comparison.moved:
        yield Row(moved_in_words(len(comparison.moved)), folds=True)
        for id in comparison.moved:
            record = after[id]
            yield Row(f"{kind_of(record)}: {caption(record, after, language)}", id=id)


def questions_as_rows(
    questions: Collection[OpenQuestion], pathway: Pathway, language: str
) -> Iterator[Row]:
    """Yield what a merge will ask, with both versions."""
    if questions:
        yield Row(_("To settle"))
    for each in questions:
        asked = question(each.conflict, pathway, language)
        ours, theirs = asked.answers[Side.OURS], asked.answers[Side.THEIRS]
        lines = (
            asked.asked,
            _("Here: {words}").format(words=ours),
            _("In {file}: {words}").format(file=each.name, words=theirs),
        )
        yield Row(asked.heading, lines, id=each.conflict.id)


def moved_in_words(count: int) -> str:
    return ngettext(
        "{count} thing only lies elsewhere on the board.",
        "{count} things only lie elsewhere on the board.",
        count,
    ).format(count=count)


def as_text(name: str, comparison: Comparison) -> str:
    """Return a comparison as plain text, part by part."""
    lines = [_("Changes since: {name}").format(name=name)]
    lines.append(", ".join(counts_in_words(comparison)) or _("There is no difference."))
    for part in comparison.parts:
        lines += ["", part.heading]
        for each in part.differences:
            lines.append(f"  {_PLAIN_SIGNS[each.what]} {each.heading}")
            lines += [f"      {words}" for words in each.lines]
    if comparison.moved:
        lines += ["", moved_in_words(len(comparison.moved))]
    return "\n".join(lines) + "\n"
