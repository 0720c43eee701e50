"""Comparing and merging pathway files at the command line."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from designer.terminal import Line, NotUnderstoodError
from model import edits, file, milestones
from model.change import Change
from model.codes import NoteKind
from model.describe import Comparison, What, compare, question
from model.ids import new_id
from model.merge import Conflict, Merged, Side, merge, without_base
from model.messages import _, ngettext, spoken_language
from model.order import last_order
from model.pathway import Pathway
from model.records import Milestone, Note

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


class MergedFiles(NamedTuple):
    """What became of several files: what still differs stands as questions on sticky notes."""

    pathway: Pathway
    lines: tuple[Line, ...]
    conflicts: int


def merged_files(ours: Path, others: Iterable[Path], base: Path | None) -> MergedFiles:
    """Merge files one after the other into the first.

    Without a `base`, what is equal in two files counts as their common past. Nothing that clashes
    is lost: our version stands in its field, the other in a note beside it.
    """
    pathway = file.read(ours)
    common = file.read(base) if base else None
    lines: list[Line] = []
    unsettled = 0
    for path in others:
        merged = _merged(common, pathway, file.read(path))
        asked = [conflict for conflict in merged.conflicts if not conflict.is_about_place]
        unsettled += len(asked)
        lines += _merge_lines(path, pathway, merged, asked)
        pathway = merged.pathway
        for conflict in asked:
            pathway, _done = as_note(pathway, conflict, path.name).applied_to(pathway)
    return MergedFiles(pathway, tuple(lines), unsettled)


def as_note(pathway: Pathway, conflict: Conflict, name: str) -> Change:
    """Keep a conflict as a question on a sticky note; `name` says where the other version is."""
    language = pathway.info.languages[0] if pathway.info.languages else spoken_language()
    asked = question(conflict, pathway, language)
    words = "\n".join(
        (
            f"{asked.heading}: {asked.asked}",
            _("Here: {words}").format(words=asked.answers[Side.OURS]),
            _("In {file}: {words}").format(file=name, words=asked.answers[Side.THEIRS]),
        )
    )
    note = Note(
        id=new_id(),
        order=last_order(pathway.of(Note)),
        kind=NoteKind.QUESTION,
        text={language: words},
        about=conflict.id,
    )
    return edits.add(pathway, note)


def _merged(base: Pathway | None, ours: Pathway, theirs: Pathway) -> Merged:
    if base is not None and base.info.id == ours.info.id == theirs.info.id:
        return merge(base, ours, theirs)
    base, theirs = without_base(ours, theirs)
    return merge(base, ours, theirs)


def _merge_lines(
    path: Path, before: Pathway, merged: Merged, asked: list[Conflict]
) -> Iterator[Line]:
    language = spoken_language()
    comparison = compare(before, merged.pathway, language)
    yield Line(
        _("{file}: {added} new, {changed} changed, {removed} removed").format(
            file=path,
            added=comparison.count(What.ADDED),
            changed=comparison.count(What.CHANGED),
            removed=comparison.count(What.REMOVED),
        ),
        "bold",
    )
    for conflict in asked:
        told = question(conflict, merged.pathway, language)
        yield Line(f"  ? {told.heading}: {told.asked}")
        yield Line("      " + _("Here: {words}").format(words=told.answers[Side.OURS]))
        yield Line("      " + _("There: {words}").format(words=told.answers[Side.THEIRS]))
