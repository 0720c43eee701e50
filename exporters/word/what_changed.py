"""What a workshop changed in the pathway: the states kept before and after it, told in words."""

from collections.abc import Iterator

from exporters.excel.carried import shown_part
from exporters.website import words
from exporters.website.public import printable
from exporters.word.manuscript import Manuscript
from exporters.word.pieces import Line, line, listed
from exporters.word.wording import plain
from exporters.word.workshop import Meeting
from model.describe import What, compare
from model.describe.comparison import Part
from model.file import UnreadableFileError
from model.messages import _, ngettext
from model.milestones import state_of
from model.pathway import Pathway
from model.records import Milestone, ParticipantGroup, Task


def put_what_changed(
    manuscript: Manuscript, pathway: Pathway, meeting: Meeting, language: str
) -> None:
    """Put what is otherwise than in the milestone kept before the workshop; nothing without one."""
    if meeting.states is None:
        return
    before, after, is_older = meeting.states
    manuscript.heading(2, line(_("What changed in the pathway")))
    try:
        earlier, later = state_of(before), state_of(after) if after else pathway
    except UnreadableFileError:
        damaged = _("What the milestone keeps is damaged; the pathway itself is not touched.")
        manuscript.text("Normal", line(damaged))
        return
    told = compare(_of_the_pathway(earlier), _of_the_pathway(later), language)
    compared = _("Compared: {before} and {after}.")
    until = _name(after) if after else _("the pathway as it is now")
    manuscript.text("Normal", line(compared.format(before=_name(before), after=until)))
    if is_older:
        since = _(
            "No milestone was kept between this workshop and the one before it: these are all "
            "changes since {day}."
        )
        manuscript.text("Normal", line(since.format(day=words.day(before.at.date()))))
    if not told:
        manuscript.text("Normal", line(_("Nothing has changed.")))
    for part in told.parts:
        manuscript.fact(printable(part.heading), listed(_in_words(part)))
    if moved := len(told.moved):
        sentence = ngettext(
            "{count} card lies elsewhere on the board.",
            "{count} cards lie elsewhere on the board.",
            moved,
        )
        manuscript.text("Normal", line(sentence.format(count=moved)))


def _name(milestone: Milestone) -> str:
    title = plain(milestone.title) or _("(no name)")
    quoted = _("“{name}”").format(name=title)
    return f"{quoted} ({words.day(milestone.at.date())})"


def _in_words(part: Part) -> Iterator[Line]:
    """Tell each change of a part; what is new is only named, for the description tells it."""
    several = len(part.differences) > 1
    for difference in part.differences:
        if difference.what is What.CHANGED:
            subject = f"{difference.heading}: " if several else ""
            yield from (line(printable(f"{subject}{each}")) for each in difference.lines)
        else:
            yield line(printable(difference.heading))


def _of_the_pathway(state: Pathway) -> Pathway:
    """Return what the minutes may tell of a state: no notes, no persons, nothing of the work."""
    shown = shown_part(state)
    work = [*shown.of(Task), *shown.of(ParticipantGroup)]
    return shown.replacing({record.id: None for record in work})
