"""What the Word files leave out of a pathway, a sentence each."""

from collections.abc import Iterator, Sequence

from exporters.edited import as_it_is_now, is_edited
from exporters.exporter import Options
from exporters.website.words import language_name
from exporters.word.pictures import why_not_drawn
from exporters.word.wording import plain
from exporters.word.workshop import meetings, notes_left_out
from model.checks.private_texts import PRIVATE_TEXTS
from model.messages import _, ngettext
from model.pathway import Pathway
from model.records import Actor, Metric, Milestone, Note, Story, Task, Workshop


def of_the_description(pathway: Pathway, options: Options) -> Sequence[str]:
    return list(filter(None, _description(pathway, options)))


def of_the_minutes(pathway: Pathway, options: Options) -> Sequence[str]:
    return list(filter(None, _minutes(pathway, options)))


def _description(pathway: Pathway, options: Options) -> Iterator[str]:
    yield _other_languages(pathway, options)
    yield as_it_is_now() if is_edited(pathway) else ""
    why = why_not_drawn() if pathway.stages else ""
    yield _("The picture is left out. {why}").format(why=why) if why else ""
    if len(pathway.of(Note)) + len(pathway.of(Task)):
        yield _("Notes and tasks are not in the description; the workshop minutes tell them.")
    if _has_private_texts(pathway):
        yield _(
            "What is written for the workgroup alone is not in the description, such as what "
            "workshops led to, notes on changes and on what is recorded where."
        )
    if pathway.of(Story):
        yield _("Stories are not in the description.")
    if any(actor.professional_contacts for actor in pathway.of(Actor)):
        yield _("The contacts meant for professionals only are not in the description.")
    if any(metric.observations for metric in pathway.of(Metric)):
        yield _("The results measured so far are not in the description; the workbook tells them.")


def _minutes(pathway: Pathway, options: Options) -> Iterator[str]:
    yield _other_languages(pathway, options)
    held = meetings(pathway, options.made_at.date())
    if not held:
        yield _("No workshops have been written down yet.")
    if left := notes_left_out(pathway):
        yield ngettext(
            "{count} note belongs to no workshop and is not in the minutes.",
            "{count} notes belong to no workshop and are not in the minutes.",
            left,
        ).format(count=left)
    untold = [plain(each.workshop.title) or _("Untitled") for each in held if not each.states]
    if untold and not pathway.of(Milestone):
        yield _(
            "The minutes do not tell what changed in the pathway: no state of it was kept as a "
            "milestone."
        )
    elif untold:
        yield _(
            "The minutes do not tell what changed in the pathway in these workshops, because they "
            "have no day or no milestones were kept before and after them: {workshops}."
        ).format(workshops=", ".join(untold))


def _has_private_texts(pathway: Pathway) -> bool:
    return any(workshop.result for workshop in pathway.of(Workshop)) or any(
        getattr(record, field)
        for kind, fields in PRIVATE_TEXTS.items()
        for record in pathway.of(kind)
        for field in fields
    )


def _other_languages(pathway: Pathway, options: Options) -> str:
    _written, *others = options.languages_for(pathway)
    if not others:
        return ""
    names = ", ".join(map(language_name, others))
    return _("The document has one language; make another for: {languages}.").format(
        languages=names
    )
