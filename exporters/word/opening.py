"""The first pages of a pathway description: what document it is, and for whom the pathway is."""

from collections.abc import Iterator

from exporters.edited import is_edited
from exporters.website import rendering, words
from exporters.word.manuscript import Manuscript
from exporters.word.pieces import Block, Column, Line, Prose, joined, line, listed, said, strong
from exporters.word.references import References
from exporters.word.wording import (
    code,
    codes,
    day,
    named_link,
    one_line,
    plain,
    prose,
    role,
    spoken,
    titled,
    typed,
)
from model.messages import _
from model.parts import Approval, Responsibility
from model.pathway import Pathway
from model.records import Actor, Goal, PathwayInfo


def standing(pathway: Pathway) -> Line:
    """Return the status and the version: “Draft, version 0.3”, and whether that still holds."""
    info = pathway.info
    version = typed(info.version)
    parts = [code(info.status), _("version {version}").format(version=version) if version else ""]
    edited = line(strong(_("Edited since the approval"))) if is_edited(pathway) else ()
    return joined((line(", ".join(filter(None, parts))), edited), " · ")


def put_document_facts(manuscript: Manuscript, info: PathwayInfo) -> None:
    """Put the table that tells which document this is, who answers for it and how long it holds."""
    rows = [(said(label), told) for label, told in _document_facts(info) if told]
    columns = (Column(_("Detail"), 30), Column(_("Of this document"), 70))
    manuscript.table(_("Details of the document"), columns, rows)


def _document_facts(info: PathwayInfo) -> Iterator[tuple[str, Prose]]:
    yield _("Status"), said(code(info.status))
    yield _("Version"), said(typed(info.version))
    yield _("The board shows"), said(code(info.view))
    yield _("Wellbeing services county"), said(*one_line(info.county))
    yield _("Owner"), said(*role(info.owner))
    yield _("Deputy of the owner"), said(*role(info.deputy))
    yield _("Responsible by sector"), listed(map(_by_sector, info.sector_responsibles))
    yield _("Approved"), listed(map(_approval, info.approvals))
    yield _("In force from"), day(info.valid_from)
    yield _("In force until"), day(info.valid_to)
    yield _("Last reviewed"), day(info.last_reviewed)
    yield _("Next review"), day(info.next_review)


def _by_sector(responsible: Responsibility) -> Line:
    sector = line(code(responsible.sector)) if responsible.sector else ()
    return joined((sector, role(responsible)), ": ")


def _approval(approval: Approval) -> Line:
    who = joined((one_line(approval.role), one_line(approval.organisation)), ", ")
    version = typed(approval.version)
    return joined(
        (
            who,
            line(words.day(approval.on)) if approval.on else (),
            line(_("version {version}").format(version=version)) if version else (),
        ),
        ", ",
    )


def put_summary(manuscript: Manuscript, info: PathwayInfo) -> None:
    if not any((info.summary, info.description, info.themes, info.emergency, info.how_to_get_help)):
        return
    manuscript.heading(1, line(_("Summary")))
    manuscript.text("Normal", one_line(info.summary))
    manuscript.prose(prose(info.description))
    manuscript.fact(_("Themes"), said(*joined(map(one_line, info.themes), ", ")))
    _put_emergency(manuscript, info)


def _put_emergency(manuscript: Manuscript, info: PathwayInfo) -> None:
    if info.emergency:
        first, *others = prose(info.emergency) or (Block(()),)
        label = strong(_("In an emergency") + ":")
        manuscript.text("Notice", (label, *line(" "), *first.line) if first.line else ())
        for block in others:
            manuscript.text("Notice", block.line)
    manuscript.fact(_("How to get help"), prose(info.how_to_get_help))


def put_audience(manuscript: Manuscript, references: References) -> None:
    """Put for whom the pathway is, and why it was taken up."""
    pathway = references.pathway
    info = pathway.info
    coordinator = pathway.find(Actor, info.coordinator)
    municipalities = typed(", ".join(map(rendering.municipality, info.municipalities)))
    facts = (
        (_("Target group"), prose(info.target_group)),
        (_("Age"), said(words.capital(words.ages(info.ages)))),
        (_("Area"), prose(info.area)),
        (_("Municipalities"), said(municipalities)),
        (_("Customer segments"), listed(map(one_line, info.segments))),
        (_("Who this is not for"), prose(info.not_for)),
        (_("Languages to publish in"), said(words.capital(spoken(info.languages)))),
        (
            _("Coordinates the customer’s services"),
            said(*titled(coordinator.name)) if coordinator else (),
        ),
        (
            _("Does the service begin at the first contact"),
            said(words.capital(_yes_or_no(info.first_contact_starts_service))),
        ),
        (_("Groups that need special care"), listed(map(_decision, info.vulnerable_groups))),
        (_("Why it was taken up"), said(codes(info.selection_reasons))),
    )
    told = [(label, blocks) for label, blocks in facts if blocks]
    if told:
        manuscript.heading(1, line(_("Who the pathway is for")))
    for label, blocks in told:
        manuscript.fact(label, blocks)


def _yes_or_no(value: bool | None) -> str:  # noqa: FBT001 - the value of a field
    if value is None:
        return ""
    return _("yes") if value else _("no")


def _decision(each: object) -> Line:
    return joined((line(code(each.group)), one_line(each.decision)), ": ")  # type: ignore[attr-defined]


def put_goals(manuscript: Manuscript, references: References) -> None:
    goals = references.pathway.of(Goal)
    if not goals:
        return
    manuscript.heading(1, line(_("Goals")))
    columns = (Column(_("Goal"), 50), Column(_("The need that it answers"), 50))
    rows = [(said(*titled(goal.title)), prose(goal.need)) for goal in goals]
    manuscript.table(_("Goals and the needs that they answer"), columns, rows)


def put_rights(manuscript: Manuscript, info: PathwayInfo) -> None:
    links = [info.feedback, *info.rights, info.accessibility_statement]
    told = [words for link in links if link and (words := named_link(link))]
    if told:
        manuscript.heading(1, line(_("Feedback and the customer’s rights")))
        manuscript.prose(listed(told))


def put_glossary(manuscript: Manuscript, info: PathwayInfo) -> None:
    if not info.glossary:
        return
    manuscript.heading(1, line(_("Glossary")))
    columns = (
        Column(_("Term"), 25),
        Column(_("What it means"), 50),
        Column(_("Also called"), 25),
    )
    rows = [
        (said(*titled(each.term)), prose(each.explanation), prose(each.synonyms))
        for each in info.glossary
    ]
    manuscript.table(_("Words explained"), columns, rows)


def author_of(info: PathwayInfo) -> str:
    """Return the organisation that answers for the document, '' when none is named."""
    owner = plain(info.owner.organisation) if info.owner else ""
    return owner or plain(info.county)
