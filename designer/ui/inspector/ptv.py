"""How the Finnish Service Catalogue (PTV) knows the pathway: codes of its lists, and its limits."""

from typing import Any

from designer.ui.inspector.fields import Around, MakeField, PartRow, plain, typed
from designer.ui.inspector.fields.listed_codes import CodeList, ListedCodesField
from designer.ui.inspector.fields.wording import CodesWording, UnreadableWordsError
from model.codes import ptv
from model.codes.ptv import limits
from model.codes.ptv.forms import INDUSTRY, TERM
from model.messages import N_, _
from model.text import quoted


def _nothing_wrong(_around: Around) -> str:
    return ""


def _citizens_missing(around: Around) -> str:
    """Return what is wrong with life events while no target group goes with them."""
    if _has_group(around, "life_events"):
        return ""
    return _("PTV takes life events only with a target group of citizens (KR1).")


def _has_group(around: Around, field: str) -> bool:
    description = around.pathway.info.ptv
    groups = description.target_groups if description else ()
    return limits.has_group(groups, limits.GROUP_NEEDED[field])


SERVICE_CLASSES = CodeList(
    ptv.service_classes,
    limits.KINDS["service_classes"],
    limits.MOST_CODES["service_classes"],
    _nothing_wrong,
)
TARGET_GROUPS = CodeList(ptv.target_groups, limits.KINDS["target_groups"], None, _nothing_wrong)
LIFE_EVENTS = CodeList(ptv.life_events, limits.KINDS["life_events"], None, _citizens_missing)
TERMS = limits.KINDS["ontology_terms"]


class TermsWording(CodesWording):
    """KOKO terms; which of them exist only Finto can tell."""

    def value(self, words: str, before: Any, around: Around) -> Any:
        codes = super().value(words, before, around)
        wrong = [code for code in codes if code not in before and not TERM.fullmatch(code)]
        if wrong:
            message = _(
                "“{code}” is no KOKO term: write it like this: p37040 (look it up in Finto)."
            )
            raise UnreadableWordsError(message.format(code=quoted(wrong[0])))
        most = limits.MOST_CODES["ontology_terms"]
        if len(codes) > most and len(codes) > len(before):
            message = _("PTV takes {most} {kind}: take one away first.")
            raise UnreadableWordsError(message.format(most=most, kind=_(TERMS)))
        return codes


class IndustriesWording(CodesWording):
    """Industrial classes (TOL 2008); PTV takes them for companies only."""

    def value(self, words: str, before: Any, around: Around) -> Any:
        codes = super().value(words, before, around)
        added = [code for code in codes if code not in before]
        wrong = [code for code in added if not INDUSTRY.fullmatch(code)]
        if wrong:
            message = _("“{code}” is no code of an industry (TOL 2008), such as 86.")
            raise UnreadableWordsError(message.format(code=quoted(wrong[0])))
        if added and not _has_group(around, "industrial_classes"):
            raise UnreadableWordsError(
                _("PTV takes industrial classes only with a target group of companies (KR2).")
            )
        return codes


def _listed(codes: CodeList) -> MakeField:
    return lambda: ListedCodesField(codes)


_SEVERAL = N_("several: put commas between them")

PTV = (
    PartRow("service_collection", N_("Service collection (id)"), plain()),
    PartRow("service_classes", N_("Service classes (codes)"), _listed(SERVICE_CLASSES)),
    PartRow("ontology_terms", N_("Ontology terms (codes)"), typed(TermsWording(), hint=_SEVERAL)),
    PartRow("target_groups", N_("Target groups (codes)"), _listed(TARGET_GROUPS)),
    PartRow("life_events", N_("Life events (codes)"), _listed(LIFE_EVENTS)),
    PartRow(
        "industrial_classes",
        N_("Industrial classes (codes)"),
        typed(IndustriesWording(), hint=_SEVERAL),
    ),
)
