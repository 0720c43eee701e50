"""Summary too long, or no full sentence of its own."""

import re
from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.finding import Finding, Fix, Rule, Said
from model.checks.public_texts import LANGUAGE_WORDS
from model.checks.review import Review
from model.checks.wording import plain
from model.codes import Severity
from model.codes.ptv import limits
from model.messages import N_, _
from model.pathway import Pathway
from model.records import PathwayInfo

LEAST_WORDS = 3

_ENDED = re.compile(r"[.!?…][\"'”’»)]*$")
_WORD_AT_THE_END = re.compile(r"\w[\"'”’»)]*$")


def check(info: PathwayInfo, review: Review) -> Iterator[Said]:
    del review
    if not info.summary:
        yield Said(about=info.id, message=_("The pathway has no summary."), field="summary")
        return
    faults = [
        fault.format(
            language=_language(language), count=limits.counted(wording), most=limits.SUMMARY
        )
        for language, wording in info.summary.items()
        for fault in _faults(wording, info.title.get(language, ""))
    ]
    if faults:
        message = _("The summary needs another form: {faults}.").format(faults="; ".join(faults))
        yield Said(about=info.id, message=message, field="summary")


def _language(code: str) -> str:
    words = LANGUAGE_WORDS.get(code)
    return _(words) if words else code


def _faults(summary: str, title: str) -> Iterator[str]:
    if limits.counted(summary) > limits.SUMMARY:
        yield _("{language} it has {count} characters, at most {most} fit")
    if title and plain(summary) == plain(title):
        yield _("{language} it only repeats the title")
    elif not _is_sentence(summary):
        yield _("{language} it is no full sentence")


def _is_sentence(words: str) -> bool:
    """Whether it begins and ends like a sentence; what stands between is not looked at."""
    words = words.strip()
    several = len(words.split()) >= LEAST_WORDS
    return several and not words[0].islower() and _ENDED.search(words) is not None


def _end_the_sentence(finding: Finding, pathway: Pathway) -> Change:
    """Put the full stop that is missing, where nothing else is wrong."""
    del finding
    info = pathway.info
    ended = {language: _with_full_stop(words) for language, words in info.summary.items()}
    if any(
        fault for code, words in ended.items() for fault in _faults(words, info.title.get(code, ""))
    ):
        return Change("")
    return edits.update(pathway, info.id, summary=ended)


def _with_full_stop(words: str) -> str:
    words = words.strip()
    return f"{words}." if _WORD_AT_THE_END.search(words) else words


RULE = Rule(
    id="PUB-01",
    severity=Severity.ERROR,
    severities={"workshop": Severity.OFF},
    title=N_("Summary too long"),
    finds=N_(
        "A pathway without a summary, or one of more than 150 characters, that is no full "
        "sentence or only repeats the title."
    ),
    why=N_("Search results and PTV show this one sentence; what is too long PTV does not take."),
    put_right=N_("Write one sentence of at most 150 characters that tells what readers get here."),
    source="PTV v11 and v12 (summary 150); DVV and LIPAS, instructions for describing services",
    each=PathwayInfo,
    check=check,
    fixes=(Fix(title=N_("End the summary with a full stop"), change=_end_the_sentence),),
)
