"""Internal note in a public text."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.private_texts import (
    NOTES,
    Kept,
    heart,
    hearts,
    kept_in_notes,
    kept_of,
    split_sentences,
)
from model.checks.public_texts import (
    PUBLIC_TEXTS,
    is_published,
    public_texts,
    rewritten,
    small_public_wordings,
)
from model.checks.review import Review
from model.checks.wording import joined, named
from model.codes import Severity
from model.messages import N_, _
from model.pathway import Pathway
from model.records import AnyRecord, Record


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    copied = _copied(record, _kept_from(record, review.kept_in_notes))
    if copied and is_published(record, review.pathway):
        message = _("“{title}” would publish what is written for the workgroup only, in: {fields}.")
        names = dict.fromkeys(_(name) for _field, name, _words in copied)
        notes = {review.kept_in_notes.hearts.get(words) for _field, _name, words in copied}
        yield Said(
            about=record.id,
            message=message.format(title=named(record, review.pathway), fields=joined(list(names))),
            also=tuple(sorted(id for id in notes if id is not None)),
            field=copied[0][0],
        )


def _kept_from(record: AnyRecord, notes: Kept) -> list[Kept]:
    """Return what is kept out of a record's public texts: its own sentences, and the notes'."""
    return [kept for kept in (kept_of(record), notes) if kept.hearts]


def _copied(record: AnyRecord, inside: list[Kept]) -> list[tuple[str, str, str]]:
    """Return the sentences in public texts that are kept inside, with field and its name."""
    if not inside:
        return []
    small = small_public_wordings(record)
    inside = [kept for kept in inside if kept.may_be_in(small)]
    return [
        (place.field, place.name, words)
        for place in (public_texts(record) if inside else ())
        if any(kept.may_be_in("\0".join(place.text.values()).casefold()) for kept in inside)
        for words in hearts(place.text)
        if any(words in kept.hearts for kept in inside)
    ]


def _take_it_out(finding: Finding, pathway: Pathway) -> Change:
    """Take the sentences that are copied out of the public texts; the note stays."""
    record = pathway.get(finding.about or pathway.info.id)
    if record is None or not is_published(record, pathway):
        return Change("")
    inside = _kept_from(record, kept_in_notes(pathway))
    fields = rewritten(
        record, PUBLIC_TEXTS.get(type(record), {}), lambda words: _without(inside, words)
    )
    return edits.update(pathway, record.id, **fields)


def _without(inside: list[Kept], wording: str) -> str:
    """Return the words without the sentences that are kept inside, else just as they are."""
    parts = split_sentences(wording)
    left = [
        sentence + after
        for sentence, after in zip(parts[::2], [*parts[1::2], ""], strict=True)
        if not any(heart(sentence) in kept.hearts for kept in inside)
    ]
    return wording if len(left) == len(parts[::2]) else "".join(left).strip()


RULE = Rule(
    id="PUB-13",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("Internal note in public text"),
    finds=N_(
        "A sentence of a note, or of a field for the workgroup only, that stands in the same words "
        "in a text which is published. Decisions, and customers’ words that may be quoted, are "
        "not asked."
    ),
    why=N_("A question, a risk or somebody’s words from a workshop were not said to the public."),
    put_right=N_("Take the sentence out, or write for readers what they need of it."),
    source="Ketjupaja’s own rule (an internal note would be published); Archi (viewpoint check)",
    each=Record,
    reads=NOTES,
    check=check,
    fixes=(Fix(title=N_("Take the sentence out of the public text"), change=_take_it_out),),
)
