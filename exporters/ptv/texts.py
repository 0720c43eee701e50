"""Texts as PTV takes them: per language a name, a summary and a description, each within limits.

Nothing is cut: a summary is made of whole sentences of the description, and a text that is too
long is left out and told.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from exporters.ptv.schema import Body
from exporters.website.words import language_name
from model.codes.ptv import limits
from model.messages import _
from model.plain_language.prose import sentences
from model.text import Text


class Version(NamedTuple):
    """What is said of a service, a channel or the whole in one language."""

    language: str
    name: str
    summary: str
    description: str


class Versions(NamedTuple):
    """The language versions that can be written, and sentences about those that cannot."""

    made: tuple[Version, ...]
    notes: tuple[str, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(version.language for version in self.made)


class Wanted(NamedTuple):
    """Where a version's texts come from; `described_in` is what people call that field."""

    name: Text
    summary: Text
    description: Text
    described_in: str


def versions(wanted: Wanted, languages: Iterable[str]) -> Versions:
    """Make a version per language; one that lacks a part, or has one too long, is left out."""
    made: list[Version] = []
    notes: list[str] = []
    for language in languages:
        version = _version(wanted, language)
        if fault := _fault(version, wanted.described_in):
            notes.append(fault)
        else:
            made.append(version)
    return Versions(tuple(made), tuple(notes))


def _version(wanted: Wanted, language: str) -> Version:
    description = wanted.description.get(language, "").strip()
    return Version(
        language=language,
        name=" ".join(wanted.name.get(language, "").split()),
        summary=" ".join(wanted.summary.get(language, "").split()) or lead(description, language),
        description=description,
    )


def lead(description: str, language: str) -> str:
    """Return the first whole sentences that fit in a summary; '' when not even one does."""
    found = ""
    for sentence in sentences(description, language):
        longer = f"{found} {sentence}".strip()
        if limits.counted(longer) > limits.SUMMARY:
            break
        found = longer
    return found


def _fault(version: Version, described_in: str) -> str:
    """Return what keeps a version from being written, '' when nothing does."""
    name, description = limits.counted(version.name), limits.counted(version.description)
    summary = limits.counted(version.summary)
    fault, count, most = "", 0, 0
    if not version.name:
        fault = _("{language}: the name is missing")
    elif name > limits.NAME:
        fault = _("{language}: the name has {count} characters, PTV takes {most}")
        count, most = name, limits.NAME
    elif not version.description:
        fault = _("{language}: “{field}” is empty")
    elif description > limits.DESCRIPTION:
        fault = _("{language}: “{field}” has {count} characters, PTV takes {most}")
        count, most = description, limits.DESCRIPTION
    elif not version.summary:
        fault = _(
            "{language}: the first sentence of “{field}” has more than {most} characters, and "
            "PTV’s summary is made of it"
        )
        most = limits.SUMMARY
    elif summary > limits.SUMMARY:
        fault = _("{language}: the summary has {count} characters, PTV takes {most}")
        count, most = summary, limits.SUMMARY
    words = language_name(version.language)
    return fault.format(language=words, field=described_in, count=count, most=most)


def localized(versions: Sequence[Version], part: str, **more: str) -> list[Body]:
    """Return one part of each version as PTV's items of language and value."""
    return [
        {**more, "language": version.language, "value": getattr(version, part)}
        for version in versions
    ]


def descriptions(versions: Sequence[Version]) -> list[Body]:
    """Return summaries and descriptions as PTV's typed items."""
    return [
        *localized(versions, "summary", type="Summary"),
        *localized(versions, "description", type="Description"),
    ]


class Extra(NamedTuple):
    """A text that may be missing: what it is in PTV, and where it comes from."""

    type: str
    text: Text
    most: int
    field: str


def extras(wanted: Iterable[Extra], languages: Iterable[str]) -> tuple[list[Body], tuple[str, ...]]:
    """Return the extra texts that fit as typed items, and sentences about those that do not."""
    items: list[Body] = []
    notes: list[str] = []
    languages = tuple(languages)
    for extra in wanted:
        for language in languages:
            words = extra.text.get(language, "").strip()
            if limits.counted(words) > extra.most:
                notes.append(too_long(extra.field, language, limits.counted(words), extra.most))
            elif words:
                items.append({"type": extra.type, "language": language, "value": words})
    return items, tuple(notes)


def too_long(field: str, language: str, count: int, most: int) -> str:
    """Say that a text was left out because of its length."""
    message = _("{language}: “{field}” was left out: it has {count} characters, PTV takes {most}")
    return message.format(language=language_name(language), field=field, count=count, most=most)
