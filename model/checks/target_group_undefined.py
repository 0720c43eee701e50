"""Target group undefined."""

from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.review import Review
from model.codes import Severity
from model.messages import N_, _
from model.pathway import Pathway
from model.records import PathwayInfo
from model.text import AgeRange


def check(info: PathwayInfo, review: Review) -> Iterator[Said]:
    del review
    if not info.target_group:
        message = _("It is not said for whom the pathway is.")
        yield Said(about=info.id, message=message, field="target_group")
    if info.ages in {None, AgeRange()}:
        message = _("It is not said for which ages the pathway is; from 0 on means all.")
        yield Said(about=info.id, message=message, field="ages")
    if not info.area and not info.municipalities:
        message = _("It is not said in which area the pathway is in use.")
        yield Said(about=info.id, message=message, field="area")


def _whole_county(finding: Finding, pathway: Pathway) -> Change:
    info = pathway.info
    if finding.field != "area" or info.area or info.municipalities or not info.county:
        return Change("")
    return edits.update(pathway, info.id, area=info.county)


RULE = Rule(
    id="OWN-03",
    severity=Severity.ERROR,
    severities={"workshop": Severity.OFF},
    title=N_("Target group undefined"),
    finds=N_("A pathway that does not say for whom, for which ages and in which area it is."),
    why=N_("A pathway for everybody fits nobody, and customers cannot tell whether it is theirs."),
    put_right=N_("Write who the pathway is for, their ages and the area or municipalities."),
    source="European Pathway Association (a well-defined group); Vaasa ADHD pathway",
    each=PathwayInfo,
    check=check,
    fixes=(
        Fix(
            title=N_("It is in use in the whole county: write that as the area"),
            change=_whole_county,
        ),
    ),
)
