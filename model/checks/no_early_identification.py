"""No early identification."""

import re
from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.reads import READING_ORDER, reading
from model.checks.remembered import by_record
from model.checks.review import Review
from model.codes import PhaseKind, Severity, StageKind
from model.messages import N_, _
from model.records import AnyRecord, Phase, Stage

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
_NAMES = {
    language: re.compile(rf"\b(?:{stems})", re.IGNORECASE) for language, stems in WORDS.items()
}


def check(review: Review) -> Iterator[Said]:
    stages = review.pathway.stages
    if not stages:
        yield Said(about=None, message=_("The pathway has no stages yet."), evaluated=False)
        return
    identifying = {
        phase.id for phase in review.pathway.phases if phase.kind is PhaseKind.IDENTIFICATION
    }
    early = [stage for stage in stages if stage.kind in EARLY]
    if any(stage.phase in identifying or _names_it(stage) for stage in early):
        return
    unreadable = tuple(
        stage.id for stage in early if stage.title and not _NAMES.keys() & stage.title
    )
    if unreadable:
        message = _(
            "Stages are written in languages in which early identification is not looked for."
        )
        yield Said(about=None, message=message, also=unreadable, evaluated=False)
    else:
        message = _("No stage is about noticing the risk, the symptom or the worry early.")
        yield Said(about=None, message=message)


@by_record
def _names_it(record: AnyRecord) -> bool:
    if not isinstance(record, Stage):
        return False
    return any(
        language in _NAMES and _NAMES[language].search(wording)
        for text in (record.title, record.professional_title, record.what_happens)
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
