"""What a PNG file holds besides the picture (W3C PNG specification, 11.3.3)."""

import struct
import zlib
from collections.abc import Iterator


def chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the kind and the content of each chunk."""
    place = 8
    while place < len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        yield data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        place += 12 + length


def text_chunks(data: bytes) -> dict[str, str]:
    """Return the texts by their keywords, packed ones unpacked."""
    texts = {}
    for kind, content in chunks(data):
        keyword, _null, rest = content.partition(b"\0")
        match kind:
            case b"tEXt":
                texts[keyword.decode("latin-1")] = rest.decode("latin-1")
            case b"zTXt":
                texts[keyword.decode("latin-1")] = zlib.decompress(rest[1:]).decode("latin-1")
            case b"iTXt":
                packed, words = rest[0], rest[2:].split(b"\0", 2)[2]
                unpacked = zlib.decompress(words) if packed else words
                texts[keyword.decode("latin-1")] = unpacked.decode()
    return texts
