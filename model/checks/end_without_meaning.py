"""End without meaning."""

from collections.abc import Iterator

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.checks.wording import joined, title
from model.codes import Severity, StageKind
from model.messages import N_, _
from model.records import Stage


def check(stage: Stage, review: Review) -> Iterator[Said]:
    if stage.kind is not StageKind.END:
        return
    has_way_back = stage.way_back or review.pathway.leaving(stage.id)
    missing = [
        *([] if stage.ends_when else [_("when the service ends")]),
        *([] if stage.end_decided_by else [_("who decides on it")]),
        *([] if has_way_back else [_("how one can come back")]),
    ]
    if missing:
        message = _("The end “{title}” does not say {missing}.").format(
            title=title(stage), missing=joined(missing)
        )
        yield Said(about=stage.id, message=message)


RULE = Rule(
    id="PRE-04",
    severity=Severity.ERROR,
    severities={"workshop": Severity.INFO},
    title=N_("End without meaning"),
    finds=N_("An end that does not say when the service ends, who decides and how to come back."),
    why=N_("Without it the service fades away, and the customer does not dare to return."),
    put_right=N_("Write on the end when the service ends, who decides and how one comes back."),
    source="Kainuu model (the arc to the end of service need)",
    each=Stage,
    check=check,
)
