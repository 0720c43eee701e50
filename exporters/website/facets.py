"""What readers may filter a library by: theme, municipality, target group, fee, provider.

The choices are those that the pathways hold. What a pathway does not limit fits every choice: one
without municipalities serves the whole area, one without ages everybody. Keys and addresses are
the same whatever the words are, so that a choice can be shared across languages.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Final, NamedTuple

from exporters.website.links import slug
from exporters.website.rendering import language_of, plain
from exporters.website.words import capital
from model.codes import FeeKind, ProviderKind, ptv
from model.codes.names import name_of_code
from model.messages import N_, _
from model.pathway import Pathway
from model.text import AgeRange, Text, in_language

THEME: Final = "theme"
MUNICIPALITY: Final = "municipality"
GROUP: Final = "group"
FEE: Final = "fee"
PROVIDER: Final = "provider"

TITLES: Final[Mapping[str, str]] = {
    THEME: N_("Theme"),
    MUNICIPALITY: N_("Municipality"),
    GROUP: N_("For whom"),
    FEE: N_("Fee"),
    PROVIDER: N_("Who provides it"),
}
"""The five filters by name, in the order in which they are offered."""

_FITS_ALL_WITHOUT: Final = frozenset({MUNICIPALITY, GROUP})

# Names of files, the same for ever: not to be translated anew with the words of the pages.
_FOLDERS: Final = {"fi": "rajaus", "sv": "urval", "en": "filter"}
_FILES: Final[Mapping[str, Mapping[str, str]]] = {
    THEME: {"fi": "teema", "sv": "tema", "en": "theme"},
    MUNICIPALITY: {"fi": "kunta", "sv": "kommun", "en": "municipality"},
    GROUP: {"fi": "ika", "sv": "alder", "en": "age"},
    FEE: {"fi": "maksu", "sv": "avgift", "en": "fee"},
    PROVIDER: {"fi": "tuottaja", "sv": "producent", "en": "provider"},
}

_AGES: Final[Mapping[str, tuple[int, int, str]]] = {
    "children": (0, 12, N_("Children (under 13)")),
    "young": (13, 17, N_("Young people (13–17)")),
    "adults": (18, 64, N_("Adults (18–64)")),
    "older": (65, 999, N_("Older people (65 and over)")),
}

Values = Mapping[str, tuple[str, ...]]
"""The keys that a pathway has, by filter."""


class Choice(NamedTuple):
    """One value to filter by: its key, its words for the reader, how many fit it.

    `language` is that of its words when not the one in force.
    """

    key: str
    title: str
    found: int
    language: str


class Named(NamedTuple):
    """What a choice is called; `language` is that of the words when not the one in force."""

    words: str
    language: str = ""


class Facet(NamedTuple):
    """One filter with its choices, as a reader sees it in the language in force."""

    name: str
    title: str
    choices: tuple[Choice, ...]


def values(pathway: Pathway) -> Values:
    info = pathway.info
    fees = {stage.fee.kind for stage in pathway.stages if stage.fee}
    providers = {stage.provider for stage in pathway.stages if stage.provider}
    return {
        THEME: tuple(dict.fromkeys(theme_key(theme) for theme in info.themes if theme)),
        MUNICIPALITY: tuple(dict.fromkeys(map(_code_key, info.municipalities))),
        GROUP: _groups(info.ages),
        FEE: tuple(kind.value for kind in FeeKind if kind in fees),
        PROVIDER: tuple(kind.value for kind in ProviderKind if kind in providers),
    }


def theme_key(theme: Text) -> str:
    return _key(in_language(theme, "fi"))


def _code_key(code: str) -> str:
    return _key(code)


def _key(words: str) -> str:
    return slug(words, f"x{sha256(words.encode('utf-8', 'replace')).hexdigest()[:8]}")


def _groups(ages: AgeRange | None) -> tuple[str, ...]:
    if ages is None:
        return ()
    youngest = ages.youngest if ages.youngest is not None else 0
    oldest = ages.oldest if ages.oldest is not None else 999
    return tuple(
        key for key, (low, high, _words) in _AGES.items() if youngest <= high and oldest >= low
    )


def fits(value: Values, facet: str, key: str) -> bool:
    """Whether a pathway of these values is found by a choice."""
    return key in value[facet] or (facet in _FITS_ALL_WITHOUT and not value[facet])


def facets(pathways: Sequence[Pathway]) -> tuple[Facet, ...]:
    """Return the filters with their choices in the language in force; none without choices."""
    known = [values(pathway) for pathway in pathways]
    return tuple(
        Facet(
            name,
            _(title),
            tuple(
                Choice(key, words, sum(fits(value, name, key) for value in known), language)
                for key, (words, language) in _choices(name, pathways).items()
            ),
        )
        for name, title in TITLES.items()
        if any(value[name] for value in known)
    )


def _choices(facet: str, pathways: Sequence[Pathway]) -> Mapping[str, Named]:
    match facet:
        case "theme":
            themes = (theme for pathway in pathways for theme in pathway.info.themes if theme)
            return _sorted((theme_key(theme), _named(theme)) for theme in themes)
        case "municipality":
            codes = (code for pathway in pathways for code in pathway.info.municipalities)
            return _sorted((_code_key(code), _municipality(code)) for code in codes)
        case "group":
            held = {key for pathway in pathways for key in values(pathway)[GROUP]}
            return {key: Named(_(words)) for key, (_l, _h, words) in _AGES.items() if key in held}
        case "fee":
            return _kinds(FeeKind, FEE, pathways)
        case _:
            return _kinds(ProviderKind, PROVIDER, pathways)


def _kinds(
    kinds: type[FeeKind] | type[ProviderKind], facet: str, pathways: Sequence[Pathway]
) -> Mapping[str, Named]:
    held = {key for pathway in pathways for key in values(pathway)[facet]}
    return {kind.value: Named(capital(name_of_code(kind))) for kind in kinds if kind.value in held}


def _municipality(code: str) -> Named:
    name = ptv.municipality(code)
    return _named(name) if name else Named(code)


def _named(text: Text) -> Named:
    return Named(plain(text), language_of(text))


def _sorted(named: Iterable[tuple[str, Named]]) -> Mapping[str, Named]:
    """Return names by key, in the order of their words.

    A key is called by its first words, those in the reader's language before others.
    """
    own_last = sorted(named, key=lambda pair: (pair[1].language, pair[1].words), reverse=True)
    names = dict(own_last)
    return dict(sorted(names.items(), key=lambda pair: in_order(pair[1].words)))


# In Finnish and Swedish å, ä and ö are letters of their own at the end of the alphabet.
_LAST_LETTERS = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}"})


def in_order(words: str) -> tuple[str, str]:
    """Return what words are sorted by, as a Finnish or Swedish reader looks for them."""
    return words.casefold().translate(_LAST_LETTERS), words


def page_of(language: str, facet: str, key: str) -> str:
    """Return the name of the page that lists what a choice finds."""
    return f"{language}/{_FOLDERS[language]}/{_FILES[facet][language]}-{key}.html"
