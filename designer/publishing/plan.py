"""What would become of each pathway if one published now: a plan, made without writing anything.

Whatever does not go out leaves what was published of it as it is; nothing is taken off the site
unless that was asked for by name.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from designer.publishing.earlier import Earlier
from designer.publishing.gate import Reason, Verdict, Why, verdict
from exporters.findings import UnreadFile
from exporters.website.library import as_published
from exporters.website.words import language_name
from model.checks import Profile
from model.describe import Comparison, compare
from model.ids import Id
from model.messages import LANGUAGES, _, spoken_language
from model.pathway import Pathway
from model.text import in_language


class Work(NamedTuple):
    """A pathway that is to be published, its file if it has one, and what checks it."""

    file: Path | None
    pathway: Pathway
    profile: Profile


class Fate(StrEnum):
    """What becomes of a pathway."""

    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    LEFT_OUT = "left_out"
    STAYS = "stays"
    """It was published from a file that is not among these; it stays as it was published."""
    WITHDRAWN = "withdrawn"


GOES_OUT = (Fate.NEW, Fate.CHANGED, Fate.UNCHANGED)


class Entry(Struct, frozen=True):
    """What becomes of one pathway, and why.

    `site` is what the site will hold of it, None for nothing. `changes` tell how that differs from
    the last publication; `unapproved` what was edited since the approval and stays at home.
    """

    fate: Fate
    id: Id
    title: str
    file: Path | None = None
    site: Pathway | None = None
    verdict: Verdict | None = None
    reasons: tuple[Reason, ...] = ()
    changes: Comparison | None = None
    unapproved: Comparison | None = None


class Wish(Struct, frozen=True, kw_only=True):
    """How to publish: `languages` for all pathways (else each in its own), and what to withdraw."""

    today: date
    languages: tuple[str, ...] = ()
    withdraw: frozenset[Id] = frozenset()


class Plan(Struct, frozen=True):
    """All that would happen; `earlier` is what it was compared with, `unread` what is no help."""

    entries: tuple[Entry, ...]
    earlier: Earlier
    unread: tuple[UnreadFile, ...] = ()

    def of(self, *fates: Fate) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.fate in fates)

    @property
    def site(self) -> tuple[Pathway, ...]:
        """What the site will hold, always in the same order."""
        held = (entry.site for entry in self.entries if entry.site is not None)
        return tuple(sorted(held, key=lambda pathway: pathway.info.id))

    @property
    def changes_something(self) -> bool:
        return bool(self.of(Fate.NEW, Fate.CHANGED, Fate.WITHDRAWN))


Judge = Callable[[Pathway, Profile, date], Verdict]
"""The gate: `gate.verdict` to publish, `gate.draft` for a preview."""

Told = Callable[[float], None]


def planned(
    works: Sequence[Work],
    earlier: Earlier,
    wish: Wish,
    judge: Judge = verdict,
    told: Told = lambda _share: None,
) -> Plan:
    """Plan a publication over what was published earlier.

    `told` hears the share that is done, and may raise to stop.
    """
    twice = Counter(work.pathway.info.id for work in works)
    entries: list[Entry] = []
    for number, work in enumerate(works):
        told(number / len(works))
        entry = _judged(work, earlier, wish, judge)
        if twice[entry.id] > 1:
            others = [each.file for each in works if each.pathway.info.id == entry.id]
            entry = _left_out(entry, earlier, (_same_pathway(work, others),))
        entries.append(entry)
    given = {work.pathway.info.id for work in works}
    entries += [
        Entry(Fate.STAYS, id, title_of(pathway), site=pathway)
        for id, pathway in earlier.pathways.items()
        if id not in given
    ]
    # What is withdrawn first makes room at its address; what is left out then may be withdrawn too.
    entries = [_withdrawn(entry, earlier, wish) for entry in _one_each(entries)]
    entries = _without_clashes(entries, earlier)
    entries = [_withdrawn(entry, earlier, wish) for entry in entries]
    told(1.0)
    return Plan(tuple(sorted(entries, key=_reading_order)), earlier)


def title_of(pathway: Pathway) -> str:
    """Name a pathway to the user."""
    return in_language(pathway.info.title, spoken_language()) or _("Pathway without a name")


def _judged(work: Work, earlier: Earlier, wish: Wish, judge: Judge) -> Entry:
    pathway = work.pathway
    said = judge(pathway, work.profile, wish.today)
    entry = Entry(
        Fate.LEFT_OUT, pathway.info.id, title_of(said.content or pathway), work.file, verdict=said
    )
    if said.content is None:
        return _left_out(entry, earlier, said.reasons)
    languages = _languages(said.content, wish)
    reasons = (*said.reasons, *_missing_languages(said.content, languages, wish))
    site = as_published(said.content, languages or LANGUAGES[:1])
    entry = replace(entry, unapproved=_unapproved(said.content, pathway, languages))
    if reasons:
        return _left_out(entry, earlier, reasons)
    before = earlier.pathways.get(entry.id)
    if before is None:
        return replace(entry, fate=Fate.NEW, site=site)
    if before == site:
        return replace(entry, fate=Fate.UNCHANGED, site=site)
    changes = compare(before, site, spoken_language())
    return replace(entry, fate=Fate.CHANGED, site=site, changes=changes)


def _languages(content: Pathway, wish: Wish) -> tuple[str, ...]:
    asked = wish.languages or content.info.languages
    return tuple(code for code in dict.fromkeys(asked) if code in LANGUAGES)


def _missing_languages(content: Pathway, languages: Sequence[str], wish: Wish) -> Iterator[Reason]:
    if not languages:
        words = _("It names no language in which a site can be made.")
        yield Reason(Why.LANGUAGE, words, field="languages")
    for code in languages if wish.languages else ():
        if not content.info.title.get(code, "").strip():
            words = _("Its title is not written in {language}.").format(
                language=language_name(code)
            )
            yield Reason(Why.LANGUAGE, words, field="title")


def _unapproved(content: Pathway, now: Pathway, languages: Sequence[str]) -> Comparison | None:
    """Say what readers would see differently if all of the present content were approved."""
    if content is now:
        return None
    spoken = languages or LANGUAGES[:1]
    info = replace(now.info, status=content.info.status, approvals=content.info.approvals)
    approved, present = (
        as_published(each, spoken) for each in (content, now.replacing({info.id: info}))
    )
    return compare(approved, present, spoken_language()) if approved != present else None


def _left_out(entry: Entry, earlier: Earlier, reasons: tuple[Reason, ...]) -> Entry:
    """Leave a pathway out; what was published of it stays."""
    return replace(
        entry,
        fate=Fate.LEFT_OUT,
        site=earlier.pathways.get(entry.id),
        reasons=reasons,
        changes=None,
    )


def _same_pathway(work: Work, files: Iterable[Path | None]) -> Reason:
    others = [str(file) for file in files if file is not None and file != work.file]
    words = _("The same pathway lies in {files} too: publish only one of them.")
    return Reason(Why.SAME_PATHWAY, words.format(files=", ".join(others) or "–"))


def _one_each(entries: Iterable[Entry]) -> list[Entry]:
    """Let only one of several entries of a pathway hold what was published of it."""
    held: set[Id] = set()
    alone = []
    for entry in entries:
        alone.append(replace(entry, site=None) if entry.id in held else entry)
        held.add(entry.id)
    return alone


def _without_clashes(entries: list[Entry], earlier: Earlier) -> list[Entry]:
    """Leave out what would lie where another pathway lies; who was there first stays."""
    while clashing := _clashing(entries, earlier):
        # What is left out goes back to its earlier address, where another may want to be by now.
        entries = [
            _left_out(entry, earlier, (*entry.reasons, clashing[entry.id]))
            if entry.id in clashing
            else entry
            for entry in entries
        ]
    return entries


def _clashing(entries: Iterable[Entry], earlier: Earlier) -> dict[Id, Reason]:
    at: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        for address in _addresses(entry.site):
            at[address].append(entry)
    return {
        entry.id: _same_address(address, [other.title for other in there if other is not entry])
        for address, there in at.items()
        if len(there) > 1
        for entry in there
        if address not in _addresses(earlier.pathways.get(entry.id))
    }


def _addresses(pathway: Pathway | None) -> Mapping[str, None]:
    """Return where the pages of a pathway's site lie, as a file system without letter case."""
    if pathway is None:
        return {}
    slugs = pathway.info.slug
    pages = (f"{code}/{slug}".lower() for code, slug in slugs.items())
    return dict.fromkeys((*pages, f"data/{next(iter(slugs.values()), '')}".lower()))


def _same_address(address: str, titles: Sequence[str]) -> Reason:
    words = _(
        "It would get the same web address “{address}” as “{others}”: give it another short name "
        "for its address."
    ).format(address=address, others="”, “".join(titles))
    return Reason(Why.SAME_ADDRESS, words, field="slug")


def _withdrawn(entry: Entry, earlier: Earlier, wish: Wish) -> Entry:
    asked = entry.id in wish.withdraw and entry.id in earlier.pathways
    if asked and entry.fate not in GOES_OUT:
        return replace(entry, fate=Fate.WITHDRAWN, site=None)
    return entry


_ORDER = (
    Fate.LEFT_OUT,
    Fate.WITHDRAWN,
    Fate.NEW,
    Fate.CHANGED,
    Fate.STAYS,
    Fate.UNCHANGED,
)


def _reading_order(entry: Entry) -> tuple[int, str, str]:
    """Put first what somebody has to act on."""
    return _ORDER.index(entry.fate), entry.title.casefold(), str(entry.file or "")
