"""What workbooks do that are taken in, all of it as one change. No Qt."""

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from designer.ui.merging.words import counts_in_words, to_settle, what_came
from designer.updating import Taken, Updated, joined_in
from exporters.excel.read_back import Missing
from model.describe import Comparison
from model.messages import _
from model.pathway import Pathway


class Outcome(NamedTuple):
    """What bringing in does, all of it as `updated.change`; `per_book` says what each book does.

    `before` and `after` are the states around it, `came` how they differ in words.
    """

    before: Pathway
    after: Pathway
    updated: Updated
    came: Comparison
    per_book: tuple[str, ...]


def outcome(pathway: Pathway, books: Sequence[Taken], removing: Collection[Missing]) -> Outcome:
    """Work out what books do that were read for this pathway.

    Raises UnreadableBookError when the pathway cannot be without what is to go.
    """
    updated = joined_in(pathway, books, removing)
    after, _done = updated.change.applied_to(pathway)
    came = what_came(pathway, after, updated.questions)
    is_one = len(books) == 1
    words = [_in_words(came, updated)] if is_one else _each_in_words(pathway, books, removing)
    return Outcome(pathway, after, updated, came, tuple(words))


def _each_in_words(
    pathway: Pathway, books: Sequence[Taken], removing: Collection[Missing]
) -> Iterator[str]:
    """Say what each book does to what the ones before have made of the pathway."""
    for book in books:
        updated = joined_in(pathway, [book], removing)
        after, _done = updated.change.applied_to(pathway)
        yield _in_words(what_came(pathway, after, updated.questions), updated)
        pathway = after


def _in_words(came: Comparison, updated: Updated) -> str:
    parts = counts_in_words(came)
    if updated.questions:
        parts.append(to_settle(len(updated.questions)))
    return ", ".join(parts) or _("nothing new")
