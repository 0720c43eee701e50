"""No evidence link."""

from collections.abc import Iterator
from datetime import date

from model.checks.finding import Rule, Said
from model.checks.review import Review
from model.codes import RelatedArtifactKind, Severity
from model.messages import N_, _
from model.parts import RelatedArtifact
from model.records import PathwayInfo, Stage

GROUNDS = {RelatedArtifactKind.LAW, RelatedArtifactKind.GUIDELINE, RelatedArtifactKind.METHOD}
MOST_MONTHS = 24


def check(review: Review) -> Iterator[Said]:
    info = review.pathway.info
    named = [
        *info.related_artifacts,
        *(artifact for stage in review.pathway.of(Stage) for artifact in stage.related_artifacts),
    ]
    linked = [artifact for artifact in named if artifact.kind in GROUNDS and artifact.url]
    if not linked:
        message = _("The pathway links to no law, guideline or method that it rests on.")
        yield Said(about=info.id, message=message, field="related_artifacts")
        return
    most = review.threshold(RULE, "most_months")
    if not any(_is_fresh(artifact, review.today, most) for artifact in linked):
        message = _("No law, guideline or method was checked in the last {months} months.")
        words = message.format(months=most)
        yield Said(about=info.id, message=words, field="related_artifacts")


def _is_fresh(artifact: RelatedArtifact, today: date, most: int) -> bool:
    if artifact.checked is None:
        return False
    months = (today.year - artifact.checked.year) * 12 + today.month - artifact.checked.month
    return months < most or (months == most and artifact.checked.day >= today.day)


RULE = Rule(
    id="OWN-08",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("No evidence link"),
    finds=N_(
        "A pathway without a link to a law, guideline or method that it rests on, or whose links "
        "were all checked more than 24 months ago."
    ),
    why=N_("Readers must be able to see what the care rests on, and whether that is still valid."),
    put_right=N_("Link to the law, guideline or method, read it again and write the day."),
    source="Kainuu generic model, part 6; KSSHP (pathways rest on Käypä hoito)",
    reads={PathwayInfo: {"related_artifacts"}, Stage: {"order", "related_artifacts"}},
    thresholds={"most_months": MOST_MONTHS},
    check=check,
)
