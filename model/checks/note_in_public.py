"""Internal note in a public text."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.private_texts import (
    heart,
    hearts,
    hearts_of_notes,
    private_hearts,
    split_sentences,
)
from model.checks.public_texts import PUBLIC_TEXTS, is_published, public_texts_by_field, rewritten
from model.checks.review import Review
from model.checks.wording import joined, named
from model.codes import Severity
from model.messages import N_, _
from model.pathway import Pathway
from model.records import AnyRecord, Note, ParticipantGroup, Record


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    notes, own = review.kept_in_notes, private_hearts(record)
    if not (notes or own) or not is_published(record, review.pathway):
        return
    places: dict[str, str] = {}
    copied: set[str] = set()
    for field, name, text in public_texts_by_field(record):
        found = {words for words in hearts(text) if words in notes or words in own}
        if found:
            places[_(name)] = field
            copied |= found
    if places:
        message = _("“{title}” would publish what is written for the workgroup only, in: {fields}.")
        yield Said(
            about=record.id,
            message=message.format(
                title=named(record, review.pathway), fields=joined(list(places))
            ),
            also=tuple(sorted({notes[words] for words in copied if words in notes})),
            field=next(iter(places.values())),
        )


def _take_it_out(finding: Finding, pathway: Pathway) -> Change:
    """Take the sentences that are copied out of the public texts; the note stays."""
    record = pathway.get(finding.about or pathway.info.id)
    if record is None or not is_published(record, pathway):
        return Change("")
    kept_inside = private_hearts(record).union(hearts_of_notes(pathway))

    def without(wording: str) -> str:
        parts = split_sentences(wording)
        between = [*parts[1::2], ""]
        kept = [
            sentence + after
            for sentence, after in zip(parts[::2], between, strict=True)
            if not sentence or heart(sentence) not in kept_inside
        ]
        return wording if len(kept) == len(between) else "".join(kept).strip()

    fields = rewritten(record, PUBLIC_TEXTS.get(type(record), {}), without)
    return edits.update(pathway, record.id, **fields)


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
    reads={
        Note: {"order", "kind", "text", "said_by"},
        ParticipantGroup: {"quotes_allowed"},
    },
    check=check,
    fixes=(Fix(title=N_("Take the sentence out of the public text"), change=_take_it_out),),
)
