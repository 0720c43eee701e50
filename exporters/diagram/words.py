"""What a picture says to those who do not see it: titles, descriptions, the parts in words.

All in the language in force (`model.messages.speaking`) and of the content (`language`), without
characters that files cannot hold.
"""

import re

from model.codes import Confirmation, Flow
from model.codes.names import name_of_code
from model.lengths import length_for
from model.messages import _, ngettext
from model.pathway import Pathway
from model.records import Actor, Channel, Handover, Phase, Stage
from model.text import in_language

# XML 1.0, production Char; halves of surrogate pairs cannot be written anywhere.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return the text with every character that XML cannot hold replaced by U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", text)


def board_title(pathway: Pathway, language: str) -> str:
    return clean(in_language(pathway.info.title, language)) or _("Untitled pathway")


def board_description(pathway: Pathway, language: str) -> str:
    """Say in a sentence or two what the picture shows; the content itself is text elsewhere."""
    counted = _(
        "{stages} and {handovers}, drawn as a board: actors from top to bottom, phases from left "
        "to right."
    )
    return _with_summary(pathway, language, counted)


def graph_description(pathway: Pathway, language: str) -> str:
    """Say what a graph shows that is not laid out as a board."""
    return _with_summary(pathway, language, _("{stages} and {handovers}, drawn as a graph."))


def _with_summary(pathway: Pathway, language: str, sentence: str) -> str:
    stages, handovers = len(pathway.stages), len(pathway.handovers)
    counted = sentence.format(
        stages=ngettext("{count} stage", "{count} stages", stages).format(count=stages),
        handovers=ngettext("{count} handover", "{count} handovers", handovers).format(
            count=handovers
        ),
    )
    return clean(f"{in_language(pathway.info.summary, language)} {counted}").strip()


def stage_title(stage: Stage, language: str) -> str:
    return clean(in_language(stage.title, language)) or _("Untitled stage")


def phase_title(phase: Phase | None, language: str) -> str:
    return clean(in_language(phase.title, language)) if phase else _("No phase")


def stage_in_words(pathway: Pathway, stage: Stage, language: str) -> str:
    """Say what a card shows by place, form and signs, its title first."""
    actor = pathway.find(Actor, stage.actor)
    phase = pathway.find(Phase, stage.phase)
    channels = [pathway.find(Channel, id) for id in stage.channels]
    kinds = dict.fromkeys(channel.kind for channel in channels if channel)
    typed_in = pathway.info.languages[0] if pathway.info.languages else language
    parts = [
        stage_title(stage, language),
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


def handover_in_words(pathway: Pathway, handover: Handover, language: str) -> str:
    """Say where an arrow leads from and to, and on what condition."""
    ends = [pathway.find(Stage, id) for id in (handover.source, handover.target)]
    way = " → ".join(stage_title(stage, language) for stage in ends if stage)
    parts = [
        "" if handover.flow is Flow.ALTERNATIVE else name_of_code(handover.flow),
        handover_label(handover, language),
    ]
    said = "; ".join(part for part in parts if part)
    return clean(f"{way}: {said}" if said else way)


def handover_label(handover: Handover, language: str) -> str:
    """Return what stands on an arrow: its condition, else the kind of the handover."""
    words = in_language(handover.condition, language)
    return words or (name_of_code(handover.kind) if handover.kind else "")
