"""What a publication changes, told from the data files of the one before.

The folder that was published is the record of what was published. Changes told once are kept;
where nothing changed, nothing is added and the file stays as it was, byte for byte.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple

import msgspec

from exporters.exporter import ExportError
from exporters.website import schema
from exporters.website.beside import for_reader
from exporters.website.data import revision
from exporters.website.pages import Published
from exporters.website.read_back import UnreadableDataError, decoded, pathway_of
from exporters.website.reading import updated
from exporters.website.words import language_name
from model.describe import Difference, What, compare
from model.messages import _, speaking
from model.pathway import Pathway
from model.records import PathwayInfo
from model.text import in_language

INDEX: Final = "data/index.json"
CHANGES: Final = "data/changes.json"
MOST: Final = 500
"""How many changes are kept."""
_MOST_WORDS: Final = 60  # sentences for one pathway

# What approving and reviewing writes; when nothing else changed, it is said in one sentence.
# Addresses and languages are told by themselves.
_FORMALITIES: Final = (
    "slug",
    "languages",
    "status",
    "approvals",
    "version",
    "last_reviewed",
    "next_review",
    "valid_from",
    "valid_to",
)


class Earlier(NamedTuple):
    """A pathway as the last publication has it."""

    listed: schema.Listed
    content: bytes


def changes_file(
    library: Sequence[Published],
    languages: Sequence[str],
    data_files: Mapping[str, bytes],
    earlier: Mapping[str, bytes],
) -> schema.ChangesData:
    """Return what this publication changes, before all that earlier ones changed.

    `data_files` are this publication's by name, `earlier` the last one's. Raises ExportError when
    those cannot be read.
    """
    before, told_before = published_before(earlier), _told_before(earlier)
    told = [
        *_told(library, data_files, before),
        *_removed(library, before, told_before),
    ]
    return schema.ChangesData(
        schema="pathway-site/1",
        languages=tuple(languages),
        changes=(*told, *told_before)[:MOST],
    )


def published_before(earlier: Mapping[str, bytes]) -> Mapping[str, Earlier]:
    """Return the pathways of the last publication by id.

    Raises ExportError, also when a file is not there that the list of the site names: else its
    pathway would be taken off without a word.
    """
    if INDEX not in earlier:
        return {}
    try:
        index = msgspec.json.decode(earlier[INDEX], type=schema.IndexData)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _unreadable(INDEX) from error
    gone = next((each.data for each in index.pathways if each.data not in earlier), None)
    if gone is not None:
        raise _unreadable(gone)
    return {each.id: Earlier(each, earlier[each.data]) for each in index.pathways}


def _told_before(earlier: Mapping[str, bytes]) -> tuple[schema.PathwayChange, ...]:
    if CHANGES not in earlier:
        return ()
    try:
        return msgspec.json.decode(earlier[CHANGES], type=schema.ChangesData).changes
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise _unreadable(CHANGES) from error


def _unreadable(name: str) -> ExportError:
    return ExportError(
        _(
            "“{file}” of the last publication cannot be read, so it cannot be told what changes: "
            "publish into an empty folder, or put that file back."
        ).format(file=name)
    )


def _told(
    library: Sequence[Published],
    data_files: Mapping[str, bytes],
    before: Mapping[str, Earlier],
) -> Iterator[schema.PathwayChange]:
    for published in library:
        content = data_files[published.data_file]
        old = before.get(published.pathway.info.id)
        if old is None:
            yield _entry(published, "new", content, {})
        elif old.content != content and (words := _words(published, old)):
            yield _entry(published, "changed", content, words)


def _entry(
    published: Published,
    what: Literal["new", "changed"],
    content: bytes,
    words: dict[str, tuple[str, ...]],
) -> schema.PathwayChange:
    info = published.pathway.info
    return schema.PathwayChange(
        id=info.id,
        what=what,
        title=info.title,
        revision=revision(content),
        url={code: published.page(code) for code in published.slugs},
        data=published.data_file,
        on=updated(info),
        words=words,
    )


def _words(published: Published, old: Earlier) -> dict[str, tuple[str, ...]]:
    """Return by language what changed; nothing when only the way of drawing it did."""
    try:
        before = pathway_of(decoded(old.content, old.listed.data))
    except UnreadableDataError as error:
        raise _unreadable(old.listed.data) from error
    if before == published.pathway:
        return {}
    words = {}
    for language in published.slugs:
        with speaking(language):
            around = [*_of_languages(before, published.pathway)]
            if language in before.info.languages:
                around += _of_address(published.page(language), old.listed.url.get(language))
                around += _sentences(before, published.pathway, language, around)
            words[language] = tuple(around)
    return words


def _of_languages(before: Pathway, after: Pathway) -> Iterator[str]:
    old, new = before.info.languages, after.info.languages
    if added := [language_name(code) for code in new if code not in old]:
        yield _("Now also in: {languages}").format(languages=", ".join(added))
    if gone := [language_name(code) for code in old if code not in new]:
        yield _("No longer in: {languages}").format(languages=", ".join(gone))


def _of_address(page: str, old: str | None) -> Iterator[str]:
    if old and old != page:
        yield _("The page has a new address: {address}").format(address=page)


def _sentences(
    before: Pathway, after: Pathway, language: str, told: Sequence[str]
) -> Iterator[str]:
    """Say what else than was `told` changed for those who read in `language`."""
    before, after = _without_formalities(before), _without_formalities(after)
    compared = compare(*for_reader(before, after, language), language)
    if not compared:
        if before != after and not told:
            yield _("The texts in another language changed.")
        elif not told:
            yield _("Reviewed; the content is the same as before.")
        return
    sentences = [
        sentence
        for part in compared.parts
        for difference in part.differences
        for sentence in _of_difference(difference)
    ]
    if compared.moved:
        sentences.append(_("The order of the stages or of their places on the picture changed."))
    yield from sentences[:_MOST_WORDS]
    if len(sentences) > _MOST_WORDS:
        yield _("And {count} more changes.").format(count=len(sentences) - _MOST_WORDS)


def _of_difference(difference: Difference) -> Iterator[str]:
    if difference.what is What.CHANGED:
        for line in difference.lines:
            yield _("{field}: {value}").format(field=difference.heading, value=line)
    else:
        yield difference.heading


def _without_formalities(pathway: Pathway) -> Pathway:
    blank = PathwayInfo(id="blank")
    info = msgspec.structs.replace(
        pathway.info, **{field: getattr(blank, field) for field in _FORMALITIES}
    )
    return pathway.replacing({info.id: info})


def _removed(
    library: Sequence[Published],
    before: Mapping[str, Earlier],
    told_before: Sequence[schema.PathwayChange],
) -> Iterator[schema.PathwayChange]:
    kept = {published.pathway.info.id for published in library}
    gone = [old.listed for id, old in before.items() if id not in kept]
    on = _newest(library, before, told_before)
    for listed in sorted(gone, key=lambda each: (in_language(each.title, "fi"), each.id)):
        yield schema.PathwayChange(
            id=listed.id,
            what="removed",
            title=listed.title,
            revision=listed.revision,
            on=on,
        )


def _newest(
    library: Sequence[Published],
    before: Mapping[str, Earlier],
    told_before: Sequence[schema.PathwayChange],
) -> date | None:
    """Return the newest day that the publication knows: nothing of a removal says its own."""
    days = [
        *(updated(published.pathway.info) for published in library),
        *(old.listed.updated for old in before.values()),
        *(change.on for change in told_before),
    ]
    return max((on for on in days if on), default=None)
