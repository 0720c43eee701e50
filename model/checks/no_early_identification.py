"""No early identification."""

import re
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from functools import cache

from model.checks.facts import Fact
from model.checks.finding import Rule, Said
from model.checks.reads import READING_ORDER, reading
from model.checks.review import Review
from model.codes import PhaseKind, Severity, StageKind
from model.messages import N_, _
from model.pathway import Pathway
from model.records import Phase, Stage

EARLY = {
    StageKind.PREVENTION,
    StageKind.SELF_CARE,
    StageKind.CONTACT,
    StageKind.NEED_ASSESSMENT,
    StageKind.EXAMINATION,
    StageKind.DECISION,
    StageKind.GUIDANCE,
    None,
}

# How words for noticing, risk, screening and worry begin. Finnish bends their ends.
WORDS = {
    "fi": r"tunnist|varhai|risk|seulo|huole(?!h)|huoli|huolta\b|epäil|havai|huomaa|huomat",
    "sv": r"identifi|upptäck|tidig|risk|screen|sållning|oro|bekym|misstank|misstänk",
    "en": r"identif|detect|early|risk|screen|worr|concern|suspect|notice",
}


@cache
def _names() -> Mapping[str, re.Pattern[str]]:
    return {
        language: re.compile(rf"\b(?:{stems})", re.IGNORECASE) for language, stems in WORDS.items()
    }


def check(review: Review) -> Iterator[Said]:
    stages = review.pathway.stages
    if not stages:
        yield Said(about=None, message=_("The pathway has no stages yet."), evaluated=False)
        return
    early = review.known(EARLY_STAGES)
    if early.of(Early.IDENTIFYING):
        return
    unreadable = tuple(review.in_order(early.of(Early.UNREADABLE)))
    if unreadable:
        message = _(
            "Stages are written in languages in which early identification is not looked for."
        )
        yield Said(about=None, message=message, also=unreadable, evaluated=False)
    else:
        message = _("No stage is about noticing the risk, the symptom or the worry early.")
        yield Said(about=None, message=message)


class Early(Enum):
    """What an early stage says: that something is noticed, or nothing that could be read."""

    IDENTIFYING = auto()
    UNREADABLE = auto()


def _early(stage: Stage, pathway: Pathway) -> Iterator[Early]:
    if stage.kind in EARLY:
        phase = pathway.find(Phase, stage.phase)
        if (phase is not None and phase.kind is PhaseKind.IDENTIFICATION) or _names_it(stage):
            yield Early.IDENTIFYING
        elif stage.title and not _names().keys() & stage.title:
            yield Early.UNREADABLE


EARLY_STAGES = Fact(Stage, _early)


def _names_it(stage: Stage) -> bool:
    names = _names()
    return any(
        language in names and names[language].search(wording)
        for text in (stage.title, stage.professional_title, stage.what_happens)
        for language, wording in text.items()
    )


RULE = Rule(
    id="PRE-02",
    severity=Severity.WARNING,
    severities={"workshop": Severity.INFO},
    title=N_("No early identification"),
    finds=N_(
        "A pathway in which no stage before the treatment is about noticing a risk, screening or "
        "a worry, by its words or by lying in a phase of identification."
    ),
    why=N_("Who is found late needs more care; somebody must know whose task the noticing is."),
    put_right=N_(
        "Add a stage that tells who notices the risk or the worry, and where. Or say of a phase "
        "that it is the phase of identification."
    ),
    source="Kainuu, Kymenlaakso and Päijät-Häme (shift to early identification)",
    reads=reading(
        READING_ORDER,
        {Phase: {"kind"}, Stage: {"kind", "title", "professional_title", "what_happens"}},
    ),
    check=check,
)
