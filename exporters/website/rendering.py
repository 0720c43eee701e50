"""From texts of a pathway to HTML, in the language in force.

Every function that returns Markup has escaped what people wrote; everything else is escaped by
the templates. Words that are not in the page's language carry a `lang` of their own.
"""

import re
from collections.abc import Callable
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from exporters.diagram import icons
from exporters.diagram.look import LIGHT, SIGN_ICONS
from exporters.website import reading, statutes, words
from exporters.website.data_parts import contact_link
from exporters.website.direct_calls import DirectEnvironment
from exporters.website.links import safe_address
from model import messages
from model.codes import ChannelKind, ContactKind, Sector, StageKind, ptv
from model.codes.names import name_of_code
from model.lengths import length
from model.messages import spoken_language
from model.parts import Contact, Link
from model.pathway import Pathway
from model.text import FALLBACK_LANGUAGES, Text

InlineWriter = Callable[[str], Markup]

TEMPLATES = Path(__file__).parent / "templates"

# National numbers that a phone should offer to call wherever a text about help names them.
_HELP_NUMBERS = "112|116 ?117"
_RANGE = re.compile(r"(?<![\d–])\d{1,4}(?:[.,:]\d{1,2})?–\d{1,4}(?:[.,:]\d{1,2})?(?![\d–])")
# With these a condition is a sentence of its own, in the languages of pages.
_KEPT = 4096
"""How many texts are kept as they stand in pages: most stand in several."""
_IF = ("jos ", "kun ", "om ", "när ", "if ", "when ")


@cache
def templates() -> Environment:
    functions: dict[str, Callable[..., Any]] = {
        "_": _translated,
        "ngettext": _counted,
        "said": said,
        "prose": prose,
        "calling": calling,
        "calling_prose": calling_prose,
        "titled": titled,
        "plain": plain,
        "named_link": named_link,
        "contact": contact,
        "sector_icon": sector_icon,
        "sign_icon": sign_icon,
        "icon": icon,
        "day": day,
        "code": lambda member: words.capital(name_of_code(member)),
        "name_of_code": name_of_code,
        "within": words.within,
        "length": length,
        "ages": words.ages,
        "statute": statutes.statute,
        "condition": condition,
        "ends_with_colon": ends_with_colon,
        "language_of": language_of,
        "municipality": municipality,
        "capital": words.capital,
        "language_name": words.language_name,
        "substitutes": reading.substitutes,
        "by_kind": reading.by_kind,
        "ways_onward": reading.ways_onward,
        "stages_of": reading.stages_of,
        "stages_joined": reading.stages_joined,
    }
    environment = DirectEnvironment(
        functions,
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(own_names=words.OWN_NAMES)
    return environment


@lru_cache(maxsize=_KEPT)
def _escaped(text: str) -> Markup:
    return escape(text)


def _translated(text: str) -> Markup:
    return _escaped(messages._(text))


def _counted(one: str, many: str, count: int) -> Markup:
    return escape(messages.ngettext(one, many, count))


def _wording(text: Text) -> tuple[str, str]:
    """Return the words for the reader and their language; ("", "") when there are none."""
    if not text:
        return "", ""
    spoken = spoken_language()
    if words := text.get(spoken):
        return words, spoken
    for code in (*FALLBACK_LANGUAGES, *sorted(text)):
        if text.get(code):
            return text[code], code
    return "", ""


def plain(text: Text) -> str:
    """Return the words for the reader, to be escaped where they are put."""
    return _wording(text)[0]


def language_of(text: Text) -> str:
    """Return the language of the words for the reader; "" for the reader's own."""
    code = _wording(text)[1]
    return "" if code == spoken_language() else code


def said(text: Text) -> Markup:
    """Return the words for the reader, inline."""
    return _inline(text, _unbroken)


@lru_cache(maxsize=_KEPT)
def _unbroken(text: str) -> Markup:
    """Return the words escaped, with ranges such as “8–16” kept on one line."""
    if "–" not in text:
        return escape(text)
    return Markup(  # noqa: S704 - escaped right here; only digits are put in
        _RANGE.sub(r'<span class="range">\g<0></span>', str(escape(text)))
    )


def _inline(text: Text, inline: InlineWriter) -> Markup:
    spoken, code = _wording(text)
    if code in ("", spoken_language()):
        return inline(spoken)
    return _marked("span", code, inline(spoken))


# Pieces are put together as strings: Markup's own format takes many times as long.


def _marked(element: str, language: str, inside: Markup) -> Markup:
    return Markup(  # noqa: S704 - all of it escaped
        f'<{element} lang="{escape(language)}">{inside}</{element}>'
    )


def titled(text: Text) -> Markup:
    """Return a title that is never empty: headings and links need words."""
    return said(text) or _translated("Untitled")


def prose(text: Text) -> Markup:
    """Return paragraphs and lists."""
    return _blocks(text, _unbroken)


def calling_prose(text: Text, calls: InlineWriter) -> Markup:
    """Return paragraphs and lists in which phone numbers can be called."""
    return _blocks(text, calls)


def calling(text: Text, calls: InlineWriter) -> Markup:
    """Return the words for the reader, inline, in which phone numbers can be called."""
    return _inline(text, calls)


def with_calls(pathway: Pathway) -> InlineWriter:
    """Return the writer that makes links of phone numbers.

    Those are the emergency numbers and the numbers of the pathway's own contacts; other digits
    may mean anything.
    """
    numbers = reading.phone_numbers(pathway)
    known = re.compile(
        r"(?<![\d\w+])(?:"
        + "|".join([*map(re.escape, sorted(numbers, key=len, reverse=True)), _HELP_NUMBERS])
        + r")(?![\d\w])"
    )

    def call(found: re.Match[str]) -> Markup:
        link = numbers.get(found[0]) or f"tel:{found[0].replace(' ', '')}"
        return _link(link, escape(found[0]))

    def inline(text: str) -> Markup:
        pieces: list[Markup] = []
        end = 0
        for found in known.finditer(text):
            pieces += _unbroken(text[end : found.start()]), call(found)
            end = found.end()
        return Markup().join([*pieces, _unbroken(text[end:])])

    return inline


def condition(text: Text) -> Markup:
    """Return what a way onward begins with: “If the risk is small,” or “Small risk:”."""
    spoken = plain(text)
    return Markup("{}{}").format(said(text), _mark(spoken).removeprefix(spoken[-1:]))


def ends_with_colon(text: Text) -> bool:
    """Whether a condition ends so: what follows a colon begins anew, in Swedish in other order."""
    return _mark(plain(text)) == ":"


def _mark(condition: str) -> str:
    if condition.endswith((",", ":")):
        return condition[-1]
    return "," if condition.casefold().startswith(_IF) else ":" if condition else ""


def _blocks(text: Text, inline: InlineWriter) -> Markup:
    spoken, code = _wording(text)
    if not spoken:
        return Markup()
    inside = Markup().join(_block(block, inline) for block in words.blocks(spoken))
    if code == spoken_language():
        return inside
    return _marked("div", code, inside)


def _block(block: words.Paragraph | words.Bullets, inline: InlineWriter) -> Markup:
    if isinstance(block, words.Bullets):
        items = "".join(f"<li>{inline(item)}</li>" for item in block)
        return Markup(f"<ul>{items}</ul>")  # noqa: S704 - what `inline` returns is escaped
    lines = "<br>".join(map(inline, block.split("\n")))
    return Markup(f"<p>{lines}</p>")  # noqa: S704 - the same


def _link(address: str, words: Markup) -> Markup:
    return Markup(f'<a href="{escape(address)}">{words}</a>')  # noqa: S704 - all of it escaped


def named_link(link: Link) -> Markup:
    """Return a link by its title; by its address without one; words when it may not be one."""
    address, _code = _wording(link.url)
    title = said(link.title) or escape(address)
    safe = safe_address(address)
    if safe is None:
        unlinked = escape(address) if address and title != escape(address) else Markup()
        return Markup("{} ({})").format(title, unlinked) if unlinked else title
    return _link(safe, title)


def contact(reached: Contact, holder: Text | None = None) -> Markup:
    """Return a contact as a link where its kind has one, and what is said about it.

    What the name of its `holder`, read just before, tells already is not said again.
    """
    link = contact_link(reached)
    value = escape(reached.value)
    about = said(reached.text)
    if holder and value and plain(reached.text).casefold() in plain(holder).casefold():
        about = Markup()
    if link and reached.kind is ContactKind.WEB:
        return _link(link, about or _unnamed(reached, holder))
    if link:
        value = _link(link, value)
    return value + Markup(", ") + about if value and about else value or about


def _unnamed(reached: Contact, holder: Text | None) -> Markup:
    """Return what a web link says that has no words of its own, or only its holder's name."""
    if holder and plain(reached.text):
        online = escape(messages._("Go to the online service"))
        return Markup('{}<span class="unseen">: {}</span>').format(online, said(holder))
    return escape(_address_without_scheme(reached.value))


def _address_without_scheme(address: str) -> str:
    return re.sub(r"^https?://", "", address.strip()).rstrip("/")


def municipality(code: str) -> str:
    """Return a municipality's name by its code, the code itself when it is not known."""
    known = ptv.municipality(code)
    return plain(known) if known else code


def day(on: date) -> Markup:
    return Markup('<time datetime="{}">{}</time>').format(on.isoformat(), words.day(on))


def icon(name: str) -> Markup:
    """Return an icon as decoration: hidden from screen readers, words stand beside it."""
    return Markup(  # noqa: S704 - our own drawing
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false" fill="none" '
        'stroke="currentColor" stroke-width="2" stroke-linecap="round" '
        f'stroke-linejoin="round">{icons.svg(name)}</svg>'
    )


def sector_icon(sector: Sector | None) -> Markup:
    return icon(LIGHT.sectors[sector].icon)


def sign_icon(kind: StageKind | ChannelKind) -> Markup:
    return icon(SIGN_ICONS[kind])
