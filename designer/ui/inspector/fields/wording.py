"""How values are written as words in a box, and read back from them."""

import re
from datetime import date
from typing import Any, Protocol

from designer.ui.inspector.fields.field import Around
from model.messages import _
from model.text import LONGEST_TEXT, Span, in_language, read_span, with_language


class UnreadableWordsError(Exception):
    """What was typed cannot be understood; the text says what to type instead."""


class Wording(Protocol):
    """One kind of value in a box."""

    def words(self, value: Any, around: Around) -> str: ...

    def value(self, words: str, before: Any, around: Around) -> Any:
        """Return the value that the words say; raises UnreadableWordsError."""

    def hint(self, value: Any, around: Around) -> str:
        """Return what an empty box may show in grey; '' leaves it to the form."""


class TextWording:
    """A text per language: the box holds the one in force, the hint another's words."""

    def words(self, value: Any, around: Around) -> str:
        return str(value.get(around.language, ""))

    def value(self, words: str, before: Any, around: Around) -> Any:
        if len(words.strip()) > LONGEST_TEXT:
            raise UnreadableWordsError(
                _(
                    "A text has at most {count} characters: shorten it, or link to a document."
                ).format(count=LONGEST_TEXT)
            )
        return with_language(before, around.language, words.strip())

    def hint(self, value: Any, around: Around) -> str:
        elsewhere = in_language(value, around.language)
        code = next((code for code, words in value.items() if words == elsewhere), "")
        return f"{code.upper()}: {elsewhere}" if elsewhere else ""


class _Plain:
    def hint(self, _value: Any, _around: Around) -> str:
        return ""


class PlainWording(_Plain):
    """A string that is the same in every language."""

    def words(self, value: Any, _around: Around) -> str:
        return str(value)

    def value(self, words: str, _before: Any, _around: Around) -> Any:
        return words.strip()


class SpanWording(_Plain):
    """A length of time, kept as typed; an empty box is no span."""

    def words(self, value: Any, _around: Around) -> str:
        return value.typed if value is not None else ""

    def value(self, words: str, _before: Any, around: Around) -> Any:
        return read_span(words, around.language) if words.strip() else None


class LimitWording(SpanWording):
    """A length of time that cannot be missing."""

    def value(self, words: str, _before: Any, around: Around) -> Any:
        return read_span(words, around.language) if words.strip() else Span(typed="")


class DateWording(_Plain):
    """A day, as it is written in Finland; also as ISO 8601."""

    def words(self, value: Any, _around: Around) -> str:
        return day_in_words(value) if value is not None else ""

    def value(self, words: str, _before: Any, _around: Around) -> Any:
        if not words.strip():
            return None
        found = re.fullmatch(r"\s*(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})\s*", words)
        try:
            if found:
                return date(int(found[3]), int(found[2]), int(found[1]))
            return date.fromisoformat(words.strip())
        except ValueError:
            raise UnreadableWordsError(_("Write the day like this: 31.12.2026.")) from None


class NumberWording(_Plain):
    """A whole number between two bounds; an empty box is `when_empty`."""

    def __init__(self, least: int, most: int, when_empty: int | None) -> None:
        self._least, self._most, self._when_empty = least, most, when_empty

    def words(self, value: Any, _around: Around) -> str:
        return "" if value is None or value == self._when_empty else str(value)

    def value(self, words: str, _before: Any, _around: Around) -> Any:
        typed = words.strip()
        if not typed:
            return self._when_empty
        if not re.fullmatch(r"\d{1,9}", typed) or not self._least <= int(typed) <= self._most:
            raise UnreadableWordsError(
                _("Write a whole number from {least} to {most}.").format(
                    least=self._least, most=self._most
                )
            )
        return int(typed)


class CodesWording(_Plain):
    """Codes or key words in a row, with commas between them."""

    def words(self, value: Any, _around: Around) -> str:
        return ", ".join(value)

    def value(self, words: str, _before: Any, _around: Around) -> Any:
        return tuple(dict.fromkeys(part.strip() for part in words.split(",") if part.strip()))


def day_in_words(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"
