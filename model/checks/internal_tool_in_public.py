"""Public text refers to an internal tool."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from urllib.parse import urlsplit

from model.checks.finding import Rule, Said
from model.checks.public_texts import is_published, public_texts_by_field
from model.checks.review import Review
from model.checks.web_addresses import addresses
from model.checks.wording import joined, named
from model.codes import Severity
from model.codes.internal_systems import CLOSED_SITES, SYSTEMS, WORDS
from model.messages import N_, _
from model.records import AnyRecord, Record


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    if not is_published(record, review.pathway):
        return
    found = dict(_found(record))
    if found:
        message = _("“{title}” refers readers to what only staff can open: {what}.").format(
            title=named(record, review.pathway), what=joined(list(found))
        )
        yield Said(about=record.id, message=message, field=next(iter(found.values())))


def _found(record: AnyRecord) -> Iterator[tuple[str, str]]:
    """Yield what is internal, as it is written, with the field where it stands."""
    wordings = defaultdict[str, list[tuple[str, str]]](list)
    for field, _name, text in public_texts_by_field(record):
        for language, wording in text.items():
            wordings[language].append((wording, field))
    for language, written in wordings.items():
        together = "\n".join(wording for wording, _field in written).casefold()
        for letters, pattern in _patterns(language):
            if letters in together:
                for wording, field in written:
                    yield from ((match[0], field) for match in pattern.finditer(wording))
    for field, address in addresses(record):
        if _is_closed(address):
            yield address, field


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    words = {**WORDS[""], **WORDS.get(language, {})}
    return tuple(
        (letters, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", flags))
        for patterns, flags in ((SYSTEMS, 0), (words, re.IGNORECASE))
        for letters, pattern in patterns.items()
    )


def _is_closed(written: str) -> bool:
    try:
        host = urlsplit(written).hostname or ""
    except ValueError:
        return False
    return any(host == site or host.endswith(f".{site}") for site in CLOSED_SITES)


RULE = Rule(
    id="PUB-11",
    severity=Severity.WARNING,
    severities={"workshop": Severity.OFF},
    title=N_("Public text refers to internal tool"),
    finds=N_(
        "A public text that names a system, a drive or a page which only staff can open, such as "
        "the intranet, Teams, Lifecare or Apotti."
    ),
    why=N_("Readers cannot go there; and it tells strangers what is used inside."),
    put_right=N_("Tell the thing itself, or link to a page that is open to all."),
    source="Keski-Suomi (links of professionals that are closed); Ketjupaja’s own list",
    each=Record,
    check=check,
)
