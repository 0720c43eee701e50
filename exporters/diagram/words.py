"""What a picture says to those who do not see it: titles, descriptions, the parts in words.

All in the language in force (`model.messages.speaking`) and of the content (`language`), without
characters that files cannot hold.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from exporters.diagram.picture import Mark, MarkKind, Picture
from exporters.part import OneLane, OnePhase, OneStory, Part, Since, SomeStages
from model.codes import Confirmation, Flow
from model.codes.names import name_of_code
from model.ids import Id
from model.lengths import length_for
from model.messages import N_, _, ngettext
from model.pathway import Pathway
from model.records import Actor, Channel, Handover, Phase, Stage, Story
from model.text import in_language

# XML 1.0, production Char; halves of surrogate pairs cannot be written anywhere.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

MARK_WORDS: Final[Mapping[MarkKind, str]] = {
    MarkKind.ADDED: N_("added"),
    MarkKind.REMOVED: N_("removed"),
    MarkKind.CHANGED: N_("changed"),
    MarkKind.MOVED: N_("moved"),
}


def clean(text: str) -> str:
    """Return the text with every character that XML cannot hold replaced by U+FFFD."""
    return text if text.isascii() and text.isprintable() else _FORBIDDEN.sub("\ufffd", text)


def board_title(pathway: Pathway, language: str) -> str:
    return clean(in_language(pathway.info.title, language)) or _("Untitled pathway")


def picture_title(pathway: Pathway, language: str, part: Part) -> str:
    """Return the pathway's name, and which part of it a picture shows."""
    name = part_name(pathway, language, part)
    title = board_title(pathway, language)
    return f"{title} – {name}" if name else title


def part_name(pathway: Pathway, language: str, part: Part) -> str:
    """Return what a part is called; '' for the whole."""
    match part:
        case OnePhase(phase=id):
            return phase_title(pathway.find(Phase, id), language) or _("(no name)")
        case OneLane(actor=id):
            return lane_title(pathway.find(Actor, id), language)
        case SomeStages():
            return _("a selection of stages")
        case OneStory(story=id):
            story = pathway.find(Story, id)
            return story_title(story, language) if story else _("(no name)")
        case Since(name=name):
            return _("changes since “{name}”").format(name=clean(name))
        case _:
            return ""


def lane_title(actor: Actor | None, language: str) -> str:
    if actor is None:
        return _("no actor")
    return clean(in_language(actor.name, language)) or _("(no name)")


def story_title(story: Story, language: str) -> str:
    return clean(in_language(story.title, language)) or _("(no name)")


def board_description(pathway: Pathway, language: str) -> str:
    """Say in a sentence or two what the picture shows; the content itself is text elsewhere."""
    counted = _(
        "{stages} and {handovers}, drawn as a board: actors from top to bottom, phases from left "
        "to right."
    )
    return _with_summary(pathway, language, counted)


def picture_description(picture: Picture, language: str) -> str:
    """Say what a picture shows that may hold a part of a board.

    What is drawn only because it was removed is counted by the legend.
    """
    counted = _(
        "{stages} and {handovers}, drawn as a board: actors from top to bottom, phases from left "
        "to right."
    )
    removed = {mark.id for mark in picture.marks if mark.kind is MarkKind.REMOVED}
    shown = picture.board
    counts = len(shown.cards.keys() - removed), len(shown.arrows.keys() - removed)
    said = " ".join(line.text for line in picture.caption)
    tags = ", ".join(line.text for tag in picture.legend for line in tag.lines)
    more = " ".join(f"{each}." for each in (said, tags) if each)
    described = _counted(counted, *counts)
    summary = in_language(picture.pathway.info.summary, language)
    return clean(" ".join(each for each in (summary, described, more) if each))


def graph_description(pathway: Pathway, language: str) -> str:
    """Say what a graph shows that is not laid out as a board."""
    return _with_summary(pathway, language, _("{stages} and {handovers}, drawn as a graph."))


def _with_summary(pathway: Pathway, language: str, sentence: str) -> str:
    counted = _counted(sentence, len(pathway.stages), len(pathway.handovers))
    return clean(f"{in_language(pathway.info.summary, language)} {counted}").strip()


def _counted(sentence: str, stages: int, handovers: int) -> str:
    return sentence.format(
        stages=ngettext("{count} stage", "{count} stages", stages).format(count=stages),
        handovers=ngettext("{count} handover", "{count} handovers", handovers).format(
            count=handovers
        ),
    )


def stage_title(stage: Stage, language: str) -> str:
    return clean(in_language(stage.title, language)) or _("Untitled stage")


def phase_title(phase: Phase | None, language: str) -> str:
    return clean(in_language(phase.title, language)) if phase else _("No phase")


def lane_in_words(pathway: Pathway, id: Id | None, language: str) -> str:
    actor = pathway.find(Actor, id)
    sector = name_of_code(actor.sector) if actor and actor.sector else ""
    return "; ".join(part for part in (lane_title(actor, language), sector) if part)


def marked_in_words(picture: Picture) -> Mapping[Id, str]:
    """Return what the marks of a picture say, each by its record."""
    return {mark.id: _mark_in_words(mark) for mark in picture.marks}


def _mark_in_words(mark: Mark) -> str:
    if mark.kind is not MarkKind.STEP:
        return _(MARK_WORDS[mark.kind])
    numbers = "".join(line.text for line in mark.tag.lines)
    return ngettext("step {numbers}", "steps {numbers}", numbers.count(",") + 1).format(
        numbers=numbers
    )


def stage_in_words(pathway: Pathway, stage: Stage, language: str, marked: str = "") -> str:
    """Say what a card shows by place, form, signs and its mark, its title first."""
    actor = pathway.find(Actor, stage.actor)
    phase = pathway.find(Phase, stage.phase)
    channels = [pathway.find(Channel, id) for id in stage.channels]
    kinds = dict.fromkeys(channel.kind for channel in channels if channel)
    typed_in = pathway.info.languages[0] if pathway.info.languages else language
    parts = [
        stage_title(stage, language),
        marked,
        in_language(actor.name if actor else {}, language) or _("no actor"),
        in_language(phase.title if phase else {}, language),
        name_of_code(stage.kind) if stage.kind else "",
        _("stands for a pathway of its own") if stage.subpathway else "",
        _("customers come in here") if stage.start else "",
        ", ".join(name_of_code(kind) for kind in kinds),
        *(length_for(target.limit, language, typed_in) for target in stage.time_targets[:1]),
        "" if stage.confirmation is Confirmation.CONFIRMED else name_of_code(stage.confirmation),
    ]
    return clean("; ".join(part for part in parts if part))


def handover_in_words(pathway: Pathway, handover: Handover, language: str, marked: str = "") -> str:
    """Say where an arrow leads from and to, its mark, and on what condition."""
    ends = [pathway.find(Stage, id) for id in (handover.source, handover.target)]
    way = " → ".join(stage_title(stage, language) for stage in ends if stage)
    parts = [
        marked,
        "" if handover.flow is Flow.ALTERNATIVE else name_of_code(handover.flow),
        handover_label(handover, language),
    ]
    said = "; ".join(part for part in parts if part)
    return clean(f"{way}: {said}" if said else way)


class Outside(NamedTuple):
    """What an arrow leads to beyond a part of a board, or comes from.

    With `conditioned` the arrow's own label is outside, too.
    """

    stage: Id
    conditioned: bool


def stub(pathway: Pathway, handover: Id, outside: Outside, language: str) -> str:
    """Name the stage outside, and the condition where it would not be seen."""
    stage, arrow = pathway.find(Stage, outside.stage), pathway.find(Handover, handover)
    name = stage_title(stage, language) if stage else ""
    label = clean(handover_label(arrow, language)) if arrow and outside.conditioned else ""
    return f"{name} ({label})" if label else name


def ghost(pathway: Pathway, id: Id, language: str) -> str:
    """Say of a stage that is drawn only because arrows lead to it or from it."""
    stage = pathway.find(Stage, id)
    name = stage_title(stage, language) if stage else ""
    return _("{stage}; not a part of this picture").format(stage=name)


def handover_label(handover: Handover, language: str) -> str:
    """Return what stands on an arrow: its condition, else the kind of the handover."""
    words = in_language(handover.condition, language)
    return words or (name_of_code(handover.kind) if handover.kind else "")
