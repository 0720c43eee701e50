"""Writes each rule's finding sample: the complete pathway with one damage.

`python -m tests.damage.samples`, after a rule, a damage or the complete pathway has changed.
"""

from datetime import date

from model import file
from model.change import Change
from model.checks import CHECKS, COORDINATION, Rule, check
from model.document import Document
from model.pathway import Pathway
from tests.damage import DAMAGES
from tests.damage.damage import CHECK_SAMPLES, complete
from tests.voikko import recorded

TODAY = date(2026, 6, 1)


def main() -> None:
    for rule in CHECKS:
        folder = CHECK_SAMPLES / folder_of(rule)
        folder.mkdir(exist_ok=True)
        file.save(damaged(rule), folder / "finds.ketju")


def folder_of(rule: Rule) -> str:
    """Return the name of the rule's module, which its samples' folder has too."""
    return rule.check.__module__.rpartition(".")[2]


def damaged(rule: Rule) -> Pathway:
    """Return the complete pathway with the first damage that this rule alone finds.

    Raises ValueError when there is none such.
    """
    for damage in DAMAGES:
        if damage.rule == rule.id:
            for change in damage.ways(complete()):
                pathway = _after(change)
                if _finds(pathway, rule, {rule.id, *damage.also}):
                    return pathway
    raise ValueError(f"{rule.id}: no damage to the complete pathway is found by it alone")


def _after(change: Change) -> Pathway:
    document = Document(complete())
    document.do(change)
    return document.pathway


def _finds(pathway: Pathway, rule: Rule, exactly: set[str]) -> bool:
    """Whether just these rules find something, this one as heavily as it can."""
    with recorded():
        found = check(pathway, COORDINATION, TODAY).findings
    return {finding.rule for finding in found} == exactly and all(
        finding.severity is rule.severity for finding in found if finding.rule == rule.id
    )


if __name__ == "__main__":
    main()
