"""PTV code invalid: codes of PTV's lists, and how many of each PTV takes.

The lists here are those of 2022: a code of the right form that is not in them may be a new one.
Of KOKO terms and industrial classes there is no list here; only the form of a term is looked at.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from msgspec.structs import replace

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.review import Review
from model.checks.wording import joined
from model.codes import Severity, ptv
from model.codes.ptv import limits
from model.codes.ptv.forms import TERM
from model.messages import N_, _
from model.parts import PtvDescription
from model.pathway import Pathway
from model.records import PathwayInfo


class CodeList(NamedTuple):
    """One of PTV's lists: where the pathway keeps its codes, how they are formed, all of them."""

    field: str
    form: re.Pattern[str]
    entries: Callable[[], Mapping[str, ptv.Entry]]


LISTS = (
    CodeList("service_classes", re.compile(r"P\d{1,2}(?:\.\d{1,2})*"), ptv.service_classes),
    CodeList("target_groups", re.compile(r"KR[1-3](?:\.\d)*"), ptv.target_groups),
    CodeList("life_events", re.compile(r"KE\d{1,2}(?:\.\d)*"), ptv.life_events),
)


def check(info: PathwayInfo, review: Review) -> Iterator[Said]:
    del review
    if info.ptv is None:
        return
    faults = [*_invalid(info.ptv), *_beyond_limits(info.ptv)]
    if faults:
        message = _("PTV does not take the classification: {faults}.")
        words = message.format(faults="; ".join(faults))
        yield Said(about=info.id, message=words, field="ptv")
    new = [code for known in LISTS for code in _codes(info.ptv, known) if _may_be_new(code, known)]
    if new:
        message = _("These codes are not in the lists of 2022: {codes}. Look them up in PTV.")
        words = message.format(codes=joined(new))
        yield Said(about=info.id, message=words, field="ptv", evaluated=False)


def _codes(description: PtvDescription, known: CodeList) -> tuple[str, ...]:
    codes: tuple[str, ...] = getattr(description, known.field)
    return codes


def _bare(code: str) -> str:
    """Return the code at the end of its address, or as it is."""
    return code.rsplit("/", 1)[-1]


def _invalid(description: PtvDescription) -> Iterator[str]:
    for known in LISTS:
        for code in _codes(description, known):
            if not known.form.fullmatch(_bare(code)):
                yield _("“{code}” is no code of {kind}").format(
                    code=code, kind=_(limits.KINDS[known.field])
                )
    for term in description.ontology_terms:
        if not TERM.fullmatch(term):
            terms = limits.KINDS["ontology_terms"]
            yield _("“{code}” is no code of {kind}").format(code=term, kind=_(terms))


def _may_be_new(code: str, known: CodeList) -> bool:
    bare = _bare(code)
    return known.form.fullmatch(bare) is not None and bare not in known.entries()


def _beyond_limits(description: PtvDescription) -> Iterator[str]:
    for field, most in limits.MOST_CODES.items():
        count = len(getattr(description, field))
        if count > most:
            yield _("it has {count} {kind}, at most {most} fit").format(
                count=count, kind=_(limits.KINDS[field]), most=most
            )
    groups = description.target_groups
    if description.life_events and not limits.has_group(groups, limits.CITIZENS):
        yield _("life events need a target group of citizens (KR1)")
    if description.industrial_classes and not limits.has_group(groups, limits.COMPANIES):
        yield _("industrial classes need a target group of companies (KR2)")


def _write_as_listed(finding: Finding, pathway: Pathway) -> Change:
    """Write codes in capitals and without spaces where that makes them ones of the list."""
    del finding
    info = pathway.info
    if info.ptv is None:
        return Change("")
    listed = replace(
        info.ptv,
        **{
            known.field: tuple(_as_listed(code, known) for code in _codes(info.ptv, known))
            for known in LISTS
        },
    )
    if any(_invalid(listed)) or any(_beyond_limits(listed)):
        return Change("")
    return edits.update(pathway, info.id, ptv=listed)


def _as_listed(code: str, known: CodeList) -> str:
    capitals = "".join(code.split()).upper()
    return capitals if capitals in known.entries() else code


RULE = Rule(
    id="PUB-09",
    severity=Severity.ERROR,
    severities={"workshop": Severity.OFF},
    title=N_("PTV code invalid"),
    finds=N_(
        "Codes of PTV that have not the form of their list, more than four service classes or ten "
        "KOKO terms, life events without a target group KR1, industrial classes without KR2. "
        "Whether a KOKO term exists is not asked."
    ),
    why=N_("PTV refuses the whole description for one wrong code."),
    put_right=N_("Choose the codes from PTV’s lists, and leave out the least fitting ones."),
    source="PTV v11 (validators of its open interface)",
    each=PathwayInfo,
    check=check,
    fixes=(Fix(title=N_("Write the codes as they are in the list"), change=_write_as_listed),),
)
