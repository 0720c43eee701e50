"""The minutes of workshops: one document, the latest workshop first, each on a page of its own.

They hold the notes that were written in a workshop, so they are for the workgroup: each page says
so at its head. Groups are named, persons never.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from exporters.exporter import Options
from exporters.website import words
from exporters.word.description import made_with
from exporters.word.following import group_name
from exporters.word.manuscript import Cover, Manuscript
from exporters.word.opening import author_of
from exporters.word.pieces import Column, Line, joined, line, listed, said, strong
from exporters.word.references import References
from exporters.word.what_changed import put_what_changed
from exporters.word.wording import code, day, one_line, plain, prose, titled, typed
from exporters.word.workshop import Meeting, meetings
from model.codes import NoteKind
from model.describe import caption, kind_of
from model.messages import _, ngettext, spoken_language
from model.pathway import Pathway
from model.records import Actor, Note, ParticipantGroup, Phase, Stage, Task, Workshop

_IN_CONTENTS: Final = 1


def minutes(pathway: Pathway, options: Options, language: str) -> bytes:
    """Return the minutes of all workshops as a .docx file, in the language in force."""
    title = plain(pathway.info.title) or _("Untitled")
    cover = Cover(
        title=_("Workshop minutes: {pathway}").format(pathway=title),
        author=author_of(pathway.info),
        subject=_("Workshop minutes"),
        header=line(strong(_("For the workgroup only, not to be published")), f" · {title}"),
    )
    manuscript = Manuscript(cover, language)
    references = References(pathway)
    held = meetings(pathway, options.made_at.date())
    manuscript.text("Title", line(_("Workshop minutes")))
    manuscript.text("Subtitle", titled(pathway.info.title))
    manuscript.text("Notice", line(_internal()))
    if not held:
        manuscript.text("Normal", line(_("No workshops have been written down yet.")))
    if len(held) > 1:
        manuscript.contents(_("Workshops, the latest first"), _IN_CONTENTS)
    for number, meeting in enumerate(held):
        if number:
            manuscript.new_page()
        _put_meeting(manuscript, references, meeting, language)
    manuscript.closing("MadeWith", line(made_with(options.made_at.date())))
    return manuscript.finished(options.made_at)


def _internal() -> str:
    return _(
        "These minutes hold what was said in workshops. They are for the workgroup and its "
        "organisations, and are not to be published."
    )


def _put_meeting(
    manuscript: Manuscript, references: References, meeting: Meeting, language: str
) -> None:
    workshop = meeting.workshop
    manuscript.heading(1, titled(workshop.title))
    manuscript.fact(_("Date"), day(workshop.on))
    manuscript.fact(_("Place"), said(*one_line(workshop.place)))
    manuscript.fact(_("What it is for"), said(code(workshop.kind)) if workshop.kind else ())
    manuscript.fact(_("What it aims at"), prose(workshop.goal))
    _put_participants(manuscript, references.pathway, workshop)
    _put_agenda(manuscript, workshop)
    _put_discussion(manuscript, references, meeting)
    _put_decisions(manuscript, references, meeting)
    _put_tasks(manuscript, references, meeting)
    put_what_changed(manuscript, references.pathway, meeting, language)
    manuscript.heading(2, line(_("Next meeting")))
    manuscript.text("Normal", _next(meeting))


def _put_participants(manuscript: Manuscript, pathway: Pathway, workshop: Workshop) -> None:
    found = (pathway.find(ParticipantGroup, id) for id in workshop.groups)
    groups = [group for group in found if group]
    if not groups:
        return
    manuscript.heading(2, line(_("Who took part")))
    columns = (
        Column(_("Group"), 32),
        Column(_("Profession or role"), 30),
        Column(_("Organisation"), 26),
        Column(_("People"), 12),
    )
    rows = [
        (
            group_name(group),
            prose(group.profession),
            said(*one_line(group.organisation)),
            said(str(group.members)) if group.members else (),
        )
        for group in groups
    ]
    manuscript.table(_("Groups that took part"), columns, rows)


def _put_agenda(manuscript: Manuscript, workshop: Workshop) -> None:
    if not workshop.agenda:
        return
    manuscript.heading(2, line(_("Agenda")))
    columns = (Column(_("Item"), 80), Column(_("Minutes"), 20))
    rows = [
        (said(*titled(item.title)), said(str(item.minutes)) if item.minutes else ())
        for item in workshop.agenda
    ]
    manuscript.table(_("Items of the agenda"), columns, rows)


def _put_discussion(manuscript: Manuscript, references: References, meeting: Meeting) -> None:
    """Put the notes by stage, in the order of the stages; decisions have a part of their own."""
    told = [note for note in meeting.notes if note.kind is not NoteKind.DECISION]
    if not told and not meeting.unquoted:
        return
    manuscript.heading(2, line(_("Discussion")))
    columns = (
        Column(_("What it is about"), 20),
        Column(_("Kind"), 22),
        Column(_("What was said"), 27),
        Column(_("Votes"), 8),
        Column(_("Answer"), 23),
    )
    rows = [
        (
            said(*about(references, note)),
            (*said(code(note.kind)), *said(*_said_by(references.pathway, note))),
            prose(note.text),
            said(str(note.votes)) if note.votes else (),
            (*prose(note.answer), *(said(_("Settled")) if note.done else ())),
        )
        for note in told
    ]
    manuscript.table(_("Notes of the workshop by stage"), columns, rows)
    if meeting.unquoted:
        sentence = ngettext(
            "{count} note of customers’ words is left out: no permission to quote it has been "
            "written down for a group.",
            "{count} notes of customers’ words are left out: no permission to quote them has been "
            "written down for a group.",
            meeting.unquoted,
        )
        manuscript.text("Normal", line(sentence.format(count=meeting.unquoted)))


def about(references: References, record: Note | Task) -> Line:
    """Return what a note or a task is about: a stage by its number and title, else in words."""
    pathway = references.pathway
    if stage := pathway.find(Stage, record.about):
        return references.named(stage)
    named = pathway.get(record.about or "")
    if named is not None and named is not pathway.info:
        return line(f"{kind_of(named)}: {typed(caption(named, pathway, spoken_language()))}")
    if isinstance(record, Note):
        actor, phase = pathway.find(Actor, record.actor), pathway.find(Phase, record.phase)
        cell = (titled(actor.name) if actor else (), titled(phase.title) if phase else ())
        if any(cell):
            return joined(cell, " · ")
    return line(words.capital(_("the whole pathway")))


def _said_by(pathway: Pathway, note: Note) -> Line:
    group = pathway.find(ParticipantGroup, note.said_by)
    return one_line(group.title) or line(code(group.kind)) if group else ()


def _put_decisions(manuscript: Manuscript, references: References, meeting: Meeting) -> None:
    decisions = [note for note in meeting.notes if note.kind is NoteKind.DECISION]
    result = prose(meeting.workshop.result)
    if not decisions and not result:
        return
    manuscript.heading(2, line(_("What was decided")))
    manuscript.prose(result)
    manuscript.prose(listed(_decisions(references, decisions)))


def _decisions(references: References, decisions: Sequence[Note]) -> Iterator[Line]:
    for note in decisions:
        votes = ngettext("{count} vote", "{count} votes", note.votes).format(count=note.votes)
        subject = about(references, note) if references.pathway.find(Stage, note.about) else ()
        beside = joined((subject, line(votes) if note.votes else ()), ", ")
        yield line(*one_line(note.text), *(line(" (", *beside, ")") if beside else ()))


def _put_tasks(manuscript: Manuscript, references: References, meeting: Meeting) -> None:
    if not meeting.tasks:
        return
    manuscript.heading(2, line(_("Tasks")))
    columns = (
        Column(_("Task"), 33),
        Column(_("What it is about"), 24),
        Column(_("Responsible"), 18),
        Column(_("By what day"), 15),
        Column(_("State"), 10),
    )
    rows = [
        (
            said(*titled(task.title)),
            said(*about(references, task)),
            said(*one_line(task.responsible)),
            day(task.due),
            said(_("Done") if task.done else _("Not done yet")),
        )
        for task in meeting.tasks
    ]
    manuscript.table(_("Who does what, and by when"), columns, rows)


def _next(meeting: Meeting) -> Line:
    following = meeting.following
    if following is None:
        return line(_("The next meeting has not been written down."))
    when = line(words.day(following.on)) if following.on else ()
    return joined((when, titled(following.title), one_line(following.place)), ", ")
