"""Comparing and merging pathway files at the command line."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from designer.terminal import Line, NotUnderstoodError
from model import edits, file, milestones
from model.change import Change
from model.codes import NoteKind
from model.describe import Comparison, What, compare
from model.describe.conflicts import question
from model.ids import Id, new_id
from model.merge import (
    Conflict,
    Merged,
    Side,
    change_between,
    keep_conflict,
    kept_conflict,
    merge,
    without_base,
)
from model.messages import _, ngettext, spoken_language
from model.order import last_order
from model.pathway import Pathway
from model.records import RECORD_KINDS, Handover, Milestone, Note

_SIGNS = {What.ADDED: "+", What.REMOVED: "−", What.CHANGED: "·"}


def milestone_named(pathway: Pathway, name: str) -> Pathway:
    """Return the state that a pathway's milestone keeps; its name in any language finds it."""
    known = {
        words: milestone
        for milestone in pathway.of(Milestone)
        for words in milestone.title.values()
    }
    if name not in known:
        raise NotUnderstoodError(
            _("There is no milestone “{name}”; there are {known}.").format(
                name=name, known=", ".join(f"“{words}”" for words in known) or _("none")
            )
        )
    return milestones.state_of(known[name])


def comparison_lines(comparison: Comparison) -> Iterator[Line]:
    """Say how two states differ: what is new, gone or otherwise, then what only lies elsewhere."""
    for part in comparison.parts:
        yield Line(part.heading, "bold")
        for difference in part.differences:
            yield Line(f"  {_SIGNS[difference.what]} {difference.heading}")
            for words in difference.lines:
                yield Line(f"      {words}")
    if comparison.moved:
        count = len(comparison.moved)
        yield Line(
            ngettext(
                "{count} thing only lies elsewhere on the board.",
                "{count} things only lie elsewhere on the board.",
                count,
            ).format(count=count)
        )
    if not comparison:
        yield Line(_("There is no difference."))


def comparison_data(comparison: Comparison) -> dict[str, Any]:
    return {
        "parts": [
            {
                "heading": part.heading,
                "differences": [
                    {
                        "id": difference.id,
                        "what": str(difference.what),
                        "heading": difference.heading,
                        "lines": list(difference.lines),
                    }
                    for difference in part.differences
                ],
            }
            for part in comparison.parts
        ],
        "moved": list(comparison.moved),
    }


class OpenQuestion(NamedTuple):
    """A conflict that people have still to settle, and the note that stands for it meanwhile.

    `name` says where the other version is.
    """

    conflict: Conflict
    note: Id
    name: str


class Joined(NamedTuple):
    """What joining another version does to ours, as one change.

    `places` counts what both sides moved: it stays where we have it, and nobody is asked.
    """

    change: Change
    questions: tuple[OpenQuestion, ...]
    places: int


def joined(ours: Pathway, theirs: Pathway, base: Pathway | None, name: str) -> Joined:
    """Join another version, called `name`, into ours; `base` is their common past, if known.

    Nothing that clashes is lost: our version stands in its field, the other one in a question on
    a sticky note beside it, from the same change on.
    """
    merged = _merged(base, ours, theirs)
    pathway = merged.pathway
    questions: list[OpenQuestion] = []
    for conflict in _as_read(merged):
        if not conflict.is_about_place:
            asking = as_note(pathway, conflict, name)
            pathway, _done = asking.applied_to(pathway)
            questions.append(OpenQuestion(conflict, asking.ops[0].id, name))
    change = change_between(ours, pathway, _("Join “{name}”").format(name=name))
    return Joined(change, tuple(questions), len(merged.conflicts) - len(questions))


class Version(NamedTuple):
    """Another version of a pathway, and what it is called."""

    pathway: Pathway
    name: str


def joined_all(ours: Pathway, others: Iterable[Version], base: Pathway | None) -> Joined:
    """Join several versions, one after the other, as one change."""
    pathway, labels = ours, list[str]()
    questions: tuple[OpenQuestion, ...] = ()
    places = 0
    for other in others:
        joining = joined(pathway, other.pathway, base, other.name)
        pathway, _done = joining.change.applied_to(pathway)
        questions += joining.questions
        places += joining.places
        labels.append(other.name)
    label = _("Join “{name}”").format(name=", ".join(labels))
    return Joined(change_between(ours, pathway, label), questions, places)


def common_past(ours: Pathway, theirs: Iterable[Pathway]) -> Milestone | None:
    """Return the newest milestone that all versions hold alike: that is where they parted.

    Any other guess could take what one side made since for what the other one removed.
    """
    tables = [*theirs]
    return max(
        (
            milestone
            for milestone in ours.of(Milestone)
            if all(
                table.info.id == ours.info.id and table.get(milestone.id) == milestone
                for table in tables
            )
        ),
        key=lambda milestone: milestone.at,
        default=None,
    )


class MergedFiles(NamedTuple):
    """What became of several files: what still differs stands as questions on sticky notes."""

    pathway: Pathway
    lines: tuple[Line, ...]
    conflicts: int


def merged_files(ours: Path, others: Iterable[Path], base: Path | None) -> MergedFiles:
    """Merge files one after the other into the first.

    Without a `base`, what is equal in two files counts as their common past.
    """
    pathway = file.read(ours)
    common = file.read(base) if base else None
    lines: list[Line] = []
    unsettled = 0
    for path in others:
        joining = joined(pathway, file.read(path), common, path.name)
        after, _done = joining.change.applied_to(pathway)
        unsettled += len(joining.questions)
        lines += _merge_lines(path, pathway, after, joining.questions)
        pathway = after
    return MergedFiles(pathway, tuple(lines), unsettled)


def as_note(pathway: Pathway, conflict: Conflict, name: str) -> Change:
    """Keep a conflict as a question on a sticky note; `name` says where the other version is."""
    language = pathway.info.languages[0] if pathway.info.languages else spoken_language()
    asked = question(conflict, pathway, language)
    words = "\n".join(
        (
            f"{asked.heading}: {asked.asked}",
            _("In {file}: {words}").format(file=name, words=asked.answers[Side.THEIRS]),
        )
    )
    note = Note(
        id=new_id(),
        order=last_order(pathway.of(Note)),
        kind=NoteKind.QUESTION,
        text={language: words},
        about=conflict.id,
        clash=keep_conflict(conflict, pathway, name),
    )
    return edits.add(pathway, note)


def open_questions(pathway: Pathway) -> tuple[OpenQuestion, ...]:
    """Return what merges have left to settle: a question is open until its note goes or is done."""
    return tuple(
        OpenQuestion(kept.conflict, note.id, kept.name)
        for note in pathway.of(Note)
        if note.clash and not note.done
        if (kept := kept_conflict(note.clash)) is not None
        if kept.is_about(pathway.get(kept.conflict.id))
    )


def _merged(base: Pathway | None, ours: Pathway, theirs: Pathway) -> Merged:
    if base is not None and base.info.id == ours.info.id == theirs.info.id:
        return merge(base, ours, theirs)
    base, theirs = without_base(ours, theirs)
    return merge(base, ours, theirs)


def _as_read(merged: Merged) -> list[Conflict]:
    """Put conflicts in the order in which a room goes through the board."""
    pathway = merged.pathway
    places = {stage.id: place for place, stage in enumerate(pathway.stages)}

    def place(conflict: Conflict) -> tuple[int, int]:
        record = pathway[conflict.id]
        stage = record.source if isinstance(record, Handover) else record.id
        return places.get(stage, -1), RECORD_KINDS.index(type(record))

    return sorted(merged.conflicts, key=place)


def _merge_lines(
    path: Path, before: Pathway, after: Pathway, questions: tuple[OpenQuestion, ...]
) -> Iterator[Line]:
    language = spoken_language()
    asked = {question.note for question in questions}
    comparison = compare(before, after.replacing(dict.fromkeys(asked)), language)
    yield Line(
        _("{file}: {added} new, {changed} changed, {removed} removed").format(
            file=path,
            added=comparison.count(What.ADDED),
            changed=comparison.count(What.CHANGED),
            removed=comparison.count(What.REMOVED),
        ),
        "bold",
    )
    for each in questions:
        told = question(each.conflict, after, language)
        yield Line(f"  ? {told.heading}: {told.asked}")
        yield Line("      " + _("Here: {words}").format(words=told.answers[Side.OURS]))
        yield Line("      " + _("There: {words}").format(words=told.answers[Side.THEIRS]))
