"""Damage, as disks, sync clients, editors and mail do it."""

from collections.abc import Iterator
from random import Random


def damaged(data: bytes, chance: Random) -> Iterator[tuple[str, bytes]]:
    for _ in range(8):
        place = chance.randrange(len(data))
        flipped = bytes([data[place] ^ 1 << chance.randrange(8)])
        yield f"bit {place}", data[:place] + flipped + data[place + 1 :]
    for sign in (b"{", b'"', b":", b",", b"\n", b"}", b"\xc3"):
        place = data.find(sign, chance.randrange(len(data)))
        if place >= 0:
            yield f"cut at {sign!r} {place}", data[:place]
            yield f"cut behind {sign!r} {place}", data[: place + 1]
            yield f"without {sign!r} {place}", data[:place] + data[place + 1 :]
    lines = data.splitlines(keepends=True)
    one, other = sorted(chance.sample(range(len(lines)), 2)) if len(lines) > 1 else (0, 0)
    swapped = list(lines)
    swapped[one], swapped[other] = swapped[other], swapped[one]
    yield "swapped lines", b"".join(swapped)
    yield "doubled line", b"".join([*lines[: one + 1], *lines[one:]])
    yield "lost line", b"".join([*lines[:one], *lines[one + 1 :]])
    yield "lines the other way", b"".join(reversed(lines))
    yield "begins late", data[len(data) // 3 :]
    middle = chance.randrange(len(data))
    for size in (1, 512, 4096):
        yield f"zeros {size}", data[:middle] + bytes(size) + data[middle + size :]
        noise = chance.randbytes(size)
        yield f"noise {size}", data[:middle] + noise + data[middle + size :]
    yield "zeros behind", data + bytes(4096)
    yield "twice", data + data
    yield "utf-16", data.decode().encode("utf-16")
    yield "latin-1", data.decode().encode("latin-1", errors="replace")
    yield "crlf", data.replace(b"\n", b"\r\n")
    yield "old mac", data.replace(b"\n", b"\r")
    yield "byte order mark", b"\xef\xbb\xbf" + data
    yield "two byte order marks", b"\xef\xbb\xbf" * 2 + data
    yield "all zeros", bytes(len(data))
    yield "conflict marks", b"<<<<<<< HEAD\n" + data + b"=======\n" + data + b">>>>>>> x\n"
