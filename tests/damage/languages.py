"""Damages to languages."""

import re
from collections.abc import Iterator

from model import edits
from model.change import Change
from model.checks.customer_texts import CUSTOMER_FIELDS
from model.pathway import Pathway
from model.records import AnyRecord
from model.text import Text
from tests.damage.damage import Damage

MOST_ALIKE = 20
PROSE = {"what_happens", "what_you_can_do", "more_info", "how_to_get_help", "hours", "description"}


def _one_more_language(pathway: Pathway) -> Iterator[Change]:
    info = pathway.info
    yield edits.update(pathway, info.id, languages=(*info.languages, "en"))


def _a_title_only_in_another(pathway: Pathway) -> Iterator[Change]:
    """Leave the title of one stage in a language that nobody asks for."""
    for stage in pathway.stages:
        if stage.title and stage.public:
            words = next(iter(stage.title.values()))
            yield edits.update(pathway, stage.id, title={"se": words})


def _texts(pathway: Pathway) -> Iterator[tuple[AnyRecord, str, Text]]:
    for record in pathway.values():
        for field in CUSTOMER_FIELDS.get(type(record), ()):
            text: Text = getattr(record, field)
            if field in PROSE and "fi" in text:
                yield record, field, text


def _other_numbers(pathway: Pathway) -> Iterator[Change]:
    """Let all numbers of a translation be one more."""
    for record, field, text in _texts(pathway):
        words = text.get("sv", text["fi"])
        if re.search(r"\d", words) and re.search(r"\d", text["fi"]):
            more = re.sub(r"\d+", lambda digits: str(int(digits[0]) + 1), words)
            yield edits.update(pathway, record.id, **{field: {**text, "sv": more}})


def _copied(pathway: Pathway) -> Iterator[Change]:
    for record, field, text in _texts(pathway):
        if len(text["fi"]) > MOST_ALIKE:
            yield edits.update(pathway, record.id, **{field: {**text, "sv": text["fi"]}})


DAMAGES = (
    Damage("LAN-01", "a title is not in the language required", _a_title_only_in_another),
    Damage("LAN-01", "one more language is required", _one_more_language),
    Damage("LAN-02", "a translation names other numbers", _other_numbers),
    Damage("LAN-03", "a translation is the Finnish text", _copied),
)
