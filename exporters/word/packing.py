"""The package of a Word file: the same parts always make the same bytes."""

from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that an archive can name."""


def packed(data: bytes) -> bytes:
    """Return an archive with its parts in their order, without the times of writing."""
    stream = BytesIO()
    with ZipFile(BytesIO(data)) as made, ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for name in made.namelist():
            part = ZipInfo(name, _EPOCH)
            part.compress_type = ZIP_STORED if name.endswith(".png") else ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            part.create_system = 3  # Unix wherever it is made
            archive.writestr(part, made.read(name))
    return stream.getvalue()
