"""How people have read plain tables before: kept for the next table with the same headers."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from exporters.table.headers import key_of
from exporters.table.mapping import LARGEST, MappingError, TableMapping, dumps, is_too_large, loads
from model.file import UnreadableFileError
from model.messages import _
from model.storage import reason_of, write_atomically

FILE_NAME: Final = "tables.json"
MOST_REMEMBERED: Final = 50


class UnreadableMappingsError(UnreadableFileError):
    """A file with mappings cannot be used; it is left as it is. One sentence with its name."""


def remembered(settings: Path) -> tuple[TableMapping, ...]:
    """Return what lies in the settings' folder, the latest first; raises UnreadableMappingsError.

    A mapping is chosen by the headers that it was made for: `exporters.table.headers.fitted`.
    """
    file = settings / FILE_NAME
    try:
        return mappings_at(file) if _is_there(file) else ()
    except UnreadableMappingsError as error:
        raise UnreadableMappingsError(
            _(
                "{error} The file only tells how tables were read before: you may remove it, and "
                "a new one comes."
            ).format(error=error)
        ) from error


def remember(settings: Path, mappings: Sequence[TableMapping]) -> None:
    """Put mappings before those that were kept; of one form of table only the latest stays.

    As many are kept as can be read again.
    Raises UnreadableMappingsError, and leaves alone a file that cannot be read or written.
    """
    latest = [each for each in mappings if each.header_row and key_of(each) and _is_kept(each)]
    kinds = {(each.rows, *key_of(each)) for each in latest}
    kept = [each for each in remembered(settings) if (each.rows, *key_of(each)) not in kinds]
    if not latest:
        return
    data = _data_of((*latest, *kept)[:MOST_REMEMBERED])
    file = settings / FILE_NAME
    try:
        settings.mkdir(parents=True, exist_ok=True)
        write_atomically(file, data)
    except OSError as error:
        raise UnreadableMappingsError(
            _("{file}: the file cannot be written ({reason}).").format(
                file=file, reason=reason_of(error)
            )
        ) from error


def _is_kept(mapping: TableMapping) -> bool:
    """Whether a mapping alone can be written and read again."""
    try:
        loads(dumps((mapping,)))
    except (MappingError, UnicodeEncodeError):  # half a pair of surrogates in a file's name
        return False
    return True


def _data_of(mappings: tuple[TableMapping, ...]) -> bytes:
    """Return a file of the first mappings, of as many as one file can hold."""
    data = dumps(mappings)
    while is_too_large(data):
        mappings = mappings[: len(mappings) * 3 // 4]
        data = dumps(mappings)
    return data


def mappings_at(path: Path) -> tuple[TableMapping, ...]:
    """Read a file with mappings; raises UnreadableMappingsError."""
    try:
        with path.open("rb") as stream:
            return loads(stream.read(LARGEST + 1))
    except OSError as error:
        raise UnreadableMappingsError(
            _("{file}: the file cannot be read ({reason}).").format(
                file=path, reason=reason_of(error)
            )
        ) from error
    except MappingError as error:
        raise UnreadableMappingsError(f"{path}: {error}") from error


def _is_there(file: Path) -> bool:
    try:
        return file.exists()
    except OSError:  # a folder that is not ours to look into
        return False
