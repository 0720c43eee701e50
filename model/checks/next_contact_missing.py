"""No next step time at leaving a visit."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import title
from model.codes import Severity, StageKind
from model.messages import N_, _
from model.records import Stage

ASKED = {
    StageKind.NEED_ASSESSMENT,
    StageKind.EXAMINATION,
    StageKind.TREATMENT_SERVICE,
    StageKind.REHABILITATION,
}


def check(stage: Stage, _review: Review) -> Iterator[Said]:
    if stage.kind in ASKED and stage.public and not stage.next_contact:
        message = _("“{title}” does not say when the next contact is, nor that there is none.")
        words = message.format(title=title(stage))
        yield Said(about=stage.id, message=words, field="next_contact")


RULE = Rule(
    id="TIM-12",
    severity=Severity.INFO,
    severities={"workshop": Severity.OFF},
    title=N_("Next contact not told"),
    finds=N_(
        "A stage of assessment or treatment that does not say when the next contact is, or that "
        "there is none."
    ),
    why=N_("Whoever leaves a visit without knowing what follows calls to ask, or does not."),
    put_right=N_("Write when and how the customer hears next, or that no contact follows."),
    source="Kanta-Häme (how care proceeds); Ketjupaja’s own rule",
    each=Stage,
    check=check,
)
