"""The classification of all services of a pathway: codes of PTV's lists as its addresses."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from exporters.ptv.schema import Body
from model.codes import ptv
from model.codes.ptv import limits
from model.codes.ptv.forms import INDUSTRIES, INDUSTRY, TERM
from model.messages import _
from model.parts import PtvDescription
from model.text import quoted

# Field of ours, key of PTV, the list that the codes come from.
_LISTS: tuple[tuple[str, str, Callable[[], Mapping[str, ptv.Entry]]], ...] = (
    ("service_classes", "serviceClasses", ptv.service_classes),
    ("target_groups", "targetGroups", ptv.target_groups),
    ("life_events", "lifeEvents", ptv.life_events),
)
_NEEDED = {
    "service_classes": "serviceClasses",
    "ontology_terms": "ontologyTerms",
    "target_groups": "targetGroups",
}


class Classes(NamedTuple):
    """Parts of every service's body, and sentences about what was left out of them."""

    body: Body
    notes: tuple[str, ...]
    missing: tuple[str, ...]
    """What PTV wants before it publishes a service, in words; drafts may lack it."""


def classes(description: PtvDescription) -> Classes:
    """Return what PTV takes of a classification; each code that it would refuse is told."""
    notes: list[str] = []
    found: dict[str, list[str]] = {}
    for field, key, entries in _LISTS:
        found[key] = _listed(field, getattr(description, field), entries(), notes)
    found["ontologyTerms"] = _terms(description.ontology_terms, notes)
    found["industrialClasses"] = _industries(description.industrial_classes, notes)
    groups = tuple(found["targetGroups"])
    for field, key in (("life_events", "lifeEvents"), ("industrial_classes", "industrialClasses")):
        if found[key] and not limits.has_group(groups, limits.GROUP_NEEDED[field]):
            found[key] = []
            notes.append(group_missing(field))
    missing = tuple(_(limits.KINDS[field]) for field, key in _NEEDED.items() if not found[key])
    return Classes({key: codes for key, codes in found.items() if codes}, tuple(notes), missing)


def group_missing(field: str) -> str:
    """Say that codes were left out because no target group goes with them."""
    if field == "life_events":
        return _("Life events were left out: PTV takes them only with a target group KR1.")
    return _("Industrial classes were left out: PTV takes them only with a target group KR2.")


def _listed(
    field: str, codes: tuple[str, ...], entries: Mapping[str, ptv.Entry], notes: list[str]
) -> list[str]:
    bare = dict.fromkeys(code.rsplit("/", 1)[-1].strip() for code in codes)
    message = _("“{code}” was left out: it is not in PTV’s list of {kind}.")
    notes += [
        message.format(code=quoted(code), kind=_(limits.KINDS[field]))
        for code in bare
        if code not in entries
    ]
    return _at_most(field, [entries[code].uri for code in bare if code in entries], notes)


def _terms(terms: tuple[str, ...], notes: list[str]) -> list[str]:
    found: dict[str, None] = {}
    for term in terms:
        parts = TERM.fullmatch(term.strip())
        if parts:
            found[f"http://www.yso.fi/onto/{parts[1] or 'koko'}/{parts[2]}"] = None
        else:
            notes.append(_("“{code}” was left out: it is no KOKO term.").format(code=quoted(term)))
    return _at_most("ontology_terms", list(found), notes)


def _industries(codes: tuple[str, ...], notes: list[str]) -> list[str]:
    found: dict[str, None] = {}
    for code in codes:
        parts = INDUSTRY.fullmatch(code.strip())
        if parts:
            found[f"{INDUSTRIES}{parts[1]}"] = None
        else:
            notes.append(
                _("“{code}” was left out: it is no code of an industry.").format(code=quoted(code))
            )
    return list(found)


def _at_most(field: str, uris: list[str], notes: list[str]) -> list[str]:
    most = limits.MOST_CODES.get(field, len(uris))
    beyond = [uri.rsplit("/", 1)[-1] for uri in uris[most:]]
    if beyond:
        message = _("PTV takes {most} {kind}; these were left out: {codes}.")
        notes.append(
            message.format(most=most, kind=_(limits.KINDS[field]), codes=", ".join(beyond))
        )
    return uris[:most]
