"""What is said of a work that can be recovered, and of the file beside it."""

from datetime import datetime
from typing import NamedTuple

from designer.ui.status_line import counts_in_words
from model.describe import Comparison, compare
from model.document import Document
from model.file import UnreadableFileError, read
from model.journal import Fault, Found
from model.messages import _, ngettext, spoken_language
from model.on_disk import State, state_of
from model.pathway import Pathway
from model.text import in_language


class Work(NamedTuple):
    """A journal that was left behind, and what comes of it: None when nothing can be read.

    `lost` steps could be found but not done again.
    """

    found: Found
    document: Document | None
    lost: int


class Sides(NamedTuple):
    """What stands beside each other: lines on the work, lines on the file, what differs."""

    work: list[str]
    file: list[str]
    differences: list[str]


def title_of(document: Document | None) -> str:
    if document is None:
        return _("Pathway that cannot be read")
    title = in_language(document.pathway.info.title, spoken_language())
    return title or _("Pathway without a name")


def when(moment: datetime) -> str:
    return f"{moment.day}.{moment.month}.{moment.year} {moment:%H.%M}"


def where(found: Found) -> str:
    path = found.stored.path
    return path.name if path is not None else _("never saved to a file")


def sides(work: Work) -> Sides:
    """Put into words what the work and its file hold; the file is read now."""
    saved, of_file = _of_file(work.found)
    return Sides(_of_work(work), of_file, list(_differences(work, saved)))


def _of_work(work: Work) -> list[str]:
    found = work.found
    lines = [_("Edited last {moment}").format(moment=when(found.edited_at))]
    if found.stored.path is None:
        edits = ngettext("{count} edit", "{count} edits", found.unsaved)
    else:
        edits = ngettext(
            "{count} edit that is not in the file",
            "{count} edits that are not in the file",
            found.unsaved,
        )
    if work.document is not None:
        lines.append(edits.format(count=found.unsaved))
        lines.append(counts_in_words(work.document.pathway))
    if found.draft is not None:
        typed = " ".join(found.draft.words.split())
        lines.append(_("Was being typed: {words}").format(words=f"“{typed}”"))
    return lines + _faults(work)


def _faults(work: Work) -> list[str]:
    match work.found.fault:
        case Fault.NEWER:
            return [_("A newer Ketjupaja made this. Open it with that one; it is left as it is.")]
        case Fault.UNREADABLE:
            return [_("The recovery data cannot be opened. It is left as it is.")]
        case Fault.DAMAGED if work.document is None:
            return [_("The recovery data is damaged, and nothing of it can be read.")]
        case None if work.document is None:
            return [_("The recovery data is damaged, and nothing of it can be read.")]
        case None if not work.lost:
            return []
        case _:
            return [_("The recovery data is damaged: the latest edits are missing.")]


def _of_file(found: Found) -> tuple[Pathway | None, list[str]]:
    path, known = found.stored
    if path is None:
        return None, [_("There is none: this work was never saved.")]
    lines = [str(path)]
    try:
        pathway = read(path)
    except UnreadableFileError as error:
        return None, [str(error)]
    if known is not None and state_of(path, known) is not State.SAME:
        lines.append(_("Somebody has changed the file after this work was opened or saved."))
    return pathway, [*lines, counts_in_words(pathway)]


def _differences(work: Work, saved: Pathway | None) -> list[str]:
    if saved is None or work.document is None:
        return []
    compared = compare(saved, work.document.pathway, spoken_language())
    return _lines(compared) or [_("There is no difference.")]


def _lines(compared: Comparison) -> list[str]:
    lines: list[str] = []
    for part in compared.parts:
        lines.append(part.heading)
        for difference in part.differences:
            lines.append(f"    {difference.heading}")
            lines += [f"        {words}" for words in difference.lines]
    if compared.moved:
        lines.append(
            ngettext(
                "{count} thing only lies elsewhere on the board.",
                "{count} things only lie elsewhere on the board.",
                len(compared.moved),
            ).format(count=len(compared.moved))
        )
    return lines
