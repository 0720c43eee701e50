"""Public text refers to an internal tool."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from urllib.parse import urlsplit

from model.checks.finding import Rule, Said
from model.checks.public_texts import (
    is_published,
    public_texts,
    public_wordings,
    small_public_wordings,
)
from model.checks.remembered import by_record
from model.checks.review import Review
from model.checks.web_addresses import addresses
from model.checks.wording import joined, named
from model.codes import Severity
from model.codes.internal_systems import CLOSED_SITES, SYSTEMS, WORDS
from model.messages import N_, _
from model.records import AnyRecord, Record


def check(record: AnyRecord, review: Review) -> Iterator[Said]:
    found = _by_words(record)
    if found and is_published(record, review.pathway):
        message = _("“{title}” refers readers to what only staff can open: {what}.").format(
            title=named(record, review.pathway), what=joined(list(found))
        )
        yield Said(about=record.id, message=message, field=next(iter(found.values())))


@by_record
def _by_words(record: AnyRecord) -> Mapping[str, str]:
    return dict(_found(record))


def _found(record: AnyRecord) -> Iterator[tuple[str, str]]:
    """Yield what is internal, as it is written, with the field where it stands."""
    together = public_wordings(record)
    small = small_public_wordings(record)
    letters = frozenset([each for each in _all_letters() if each in small] if small else ())
    if any(pattern.search(together) for each in letters for pattern in _by_letters(each)):
        for language, written in _by_language(record).items():
            for pattern in _patterns(language, letters):
                if pattern.search(together):
                    for wording, field in written:
                        yield from ((match[0], field) for match in pattern.finditer(wording))
    for field, address in addresses(record):
        if _is_closed(address):
            yield address, field


def _by_language(record: AnyRecord) -> Mapping[str, list[tuple[str, str]]]:
    written = defaultdict[str, list[tuple[str, str]]](list)
    for place in public_texts(record):
        for language, wording in place.text.items():
            written[language].append((wording, place.field))
    return written


@cache
def _all_letters() -> frozenset[str]:
    return frozenset(letters for words in (SYSTEMS, *WORDS.values()) for letters in words)


def _patterns(language: str, letters: AbstractSet[str]) -> Iterator[re.Pattern[str]]:
    """Yield the patterns of a language that can match where some letters stand."""
    for words, flags in ((SYSTEMS, 0), ({**WORDS[""], **WORDS.get(language, {})}, re.IGNORECASE)):
        for each, pattern in words.items():
            if each in letters:
                yield _whole(pattern, flags)


@cache
def _by_letters(letters: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of all languages that can match where some letters stand."""
    return tuple(
        _whole(words[letters], flags)
        for words, flags in ((SYSTEMS, 0), *((each, re.IGNORECASE) for each in WORDS.values()))
        if letters in words
    )


@cache
def _whole(pattern: str, flags: int) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", flags)


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
