"""The public texts of a record that stand in several languages."""

from collections.abc import Iterator
from typing import NamedTuple

from model.checks.public_texts import PUBLIC_TEXTS, texts_at
from model.records import AnyRecord
from model.text import Text


class Place(NamedTuple):
    """Where texts stand: a path of fields, and what people call it (a message id)."""

    path: str
    name: str
    field: str
    within: bool


_PLACES = {
    kind: tuple(
        Place(path, name, path.partition(".")[0], "." in path) for path, name in paths.items()
    )
    for kind, paths in PUBLIC_TEXTS.items()
}


def translated_texts(record: AnyRecord) -> Iterator[tuple[Place, Text]]:
    """Yield each public text that is written in more than one language, with its place."""
    for place in _PLACES.get(type(record), ()):
        value = getattr(record, place.field)
        if not value:
            continue
        if place.within or isinstance(value, tuple):
            for _field, text in texts_at(record, (place.path,)):
                if len(text) > 1:
                    yield place, text
        elif len(value) > 1:
            yield place, value
