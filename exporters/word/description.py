"""The pathway description: one document that tells all of a pathway, in the order counties use.

Its chapters follow the generic model of care pathways in Kainuu (Innokylä, 2022): goals, theme
and target group; producers; channels; statutes and recommendations; the path and its processes;
cooperation and evaluation; communication; feedback. The document's own facts come first.
"""

from datetime import date
from typing import Final

from exporters.edited import as_it_is_now, is_draft, is_edited
from exporters.exporter import ExportError, Options, Progress
from exporters.findings.words import place
from exporters.website import reading, words
from exporters.website.public import printable
from exporters.website.words import capital
from exporters.word import following, opening, parties
from exporters.word.elements import ACROSS, UPRIGHT
from exporters.word.handovers import put_handover_table
from exporters.word.manuscript import Cover, Manuscript, Picture
from exporters.word.pictures import BoardPictures
from exporters.word.pieces import Column, line, said, words_of
from exporters.word.references import References
from exporters.word.stages import phase_name, put_stage
from exporters.word.wording import plain, prose, titled
from model.checks import check
from model.checks.profiles import profile_for
from model.codes import Severity
from model.codes.names import name_of_code
from model.messages import _
from model.pathway import Pathway

_TOLD: Final = {Severity.ERROR, Severity.WARNING}


def description(pathway: Pathway, options: Options, language: str, progress: Progress) -> bytes:
    """Return the pathway description as a .docx file, in the language in force."""
    info, made_on = pathway.info, options.made_at.date()
    manuscript = Manuscript(_cover(pathway), language)
    references = References(pathway)
    manuscript.text("Title", titled(info.title))
    manuscript.text("Subtitle", line(_subtitle(pathway)))
    if is_edited(pathway):
        manuscript.text("Notice", line(as_it_is_now()))
    opening.put_document_facts(manuscript, info)
    manuscript.contents(_("Table of contents"))
    manuscript.new_page()
    opening.put_summary(manuscript, info)
    opening.put_audience(manuscript, references)
    opening.put_goals(manuscript, references)
    following.put_foundations(manuscript, info)
    parties.put_actors(manuscript, references)
    parties.put_channels(manuscript, pathway)
    progress(0.1)
    pictures = _put_board(manuscript, pathway, language)
    progress(0.3)
    _put_stages(manuscript, references, pictures, progress)
    manuscript.turn(UPRIGHT)
    put_handover_table(manuscript, references)
    following.put_times(manuscript, references)
    following.put_metrics(manuscript, pathway)
    following.put_co_design(manuscript, pathway, made_on)
    following.put_rollout(manuscript, info)
    opening.put_rights(manuscript, info)
    opening.put_glossary(manuscript, info)
    following.put_sources(manuscript, info)
    if is_draft(info):
        _put_findings(manuscript, pathway, made_on)
    manuscript.closing("MadeWith", line(made_with(made_on)))
    progress(0.9)
    return manuscript.finished(options.made_at)


def made_with(on: date) -> str:
    """Return the last line of a document: what it was made with, and when."""
    return _("Made with Ketjupaja, {date}.").format(date=words.day(on))


def _cover(pathway: Pathway) -> Cover:
    info = pathway.info
    title = plain(info.title) or _("Untitled")
    return Cover(
        title=title,
        author=opening.author_of(info),
        subject=_("Pathway description"),
        header=line(f"{title} · ", *opening.standing(pathway)),
    )


def _subtitle(pathway: Pathway) -> str:
    kind, county = _("Pathway description"), plain(pathway.info.county)
    return f"{kind} · {county}" if county else kind


def _put_board(manuscript: Manuscript, pathway: Pathway, language: str) -> BoardPictures | None:
    """Put the board as a picture, or why there is none; return what draws its phases."""
    if not pathway.stages:
        return None
    title = line(_("The pathway as a picture"))
    try:
        pictures = BoardPictures(pathway, language)
        whole = pictures.whole()
    except ExportError as error:
        manuscript.heading(1, title)
        manuscript.text("Normal", line(_("The picture is left out. {why}").format(why=error)))
        return None
    manuscript.turn(ACROSS)
    manuscript.heading(1, title)
    manuscript.picture(whole, _("Phases from left to right, actors from top to bottom"))
    return pictures


def _put_stages(
    manuscript: Manuscript,
    references: References,
    pictures: BoardPictures | None,
    progress: Progress,
) -> None:
    for number, part in enumerate(references.parts):
        progress(0.3 + 0.5 * number / len(references.parts))
        shown = _phase_picture(references, part, pictures)
        manuscript.turn(ACROSS if shown and shown.is_wide else UPRIGHT)
        if number == 0:
            manuscript.heading(1, line(_("Stages by phase")))
        manuscript.heading(2, phase_name(part))
        if shown:
            name = words_of(phase_name(part)[1:])
            manuscript.picture(shown, _("The phase “{name}”").format(name=name))
        manuscript.turn(UPRIGHT)  # a wide picture fills its page: nothing else fits below it
        if part.phase:
            manuscript.prose(prose(part.phase.description))
        for stage in part.stages:
            put_stage(manuscript, references, stage)


def _phase_picture(
    references: References, part: reading.Part, pictures: BoardPictures | None
) -> Picture | None:
    """Return a phase as a picture where that shows more than the picture of all."""
    if pictures is None or len(references.parts) == 1 or len(part.stages) == 1:
        return None
    return pictures.phase(part.phase.id if part.phase else None)


def _put_findings(manuscript: Manuscript, pathway: Pathway, today: date) -> None:
    """Put what is still open, for the coordinator; an approved document has no such appendix."""
    report = check(pathway, profile_for(pathway.info.status), today)
    found = [finding for finding in report.findings if finding.severity in _TOLD]
    if not found:
        return
    manuscript.heading(1, line(_("Appendix: what is still open")))
    columns = (Column(_("Severity"), 14), Column(_("Where"), 30), Column(_("Finding"), 56))
    rows = [
        (
            said(capital(name_of_code(finding.severity))),
            said(printable(capital(place(pathway, finding.about)))),
            said(printable(finding.message)),
        )
        for finding in found
    ]
    manuscript.table(_("Errors and warnings that the checks find"), columns, rows)
