"""Hostile pathway files."""

# ruff: noqa: E501 - an input a line, made when it is asked for

import json
from collections.abc import Callable, Iterator, Sequence

from model import file

Made = Callable[[], bytes]
Named = Sequence[tuple[str, Made | bytes | str]]

SMALL = (
    '{"format": 1, "records": [\n'
    '{"record":"actor","id":"a1","order":"a0","name":{"fi":"Asiakas"}},\n'
    '{"record":"handover","id":"h1","source":"s1","target":"s2"},\n'
    '{"record":"pathway","id":"p1","title":{"fi":"Uni"}},\n'
    '{"record":"phase","id":"f1","order":"a0","title":{"fi":"Alku"}},\n'
    '{"record":"stage","id":"s1","order":"a0","actor":"a1","phase":"f1","title":{"fi":"Herää"}},\n'
    '{"record":"stage","id":"s2","order":"a1","actor":"a1","phase":"f1","column":1}\n'
    "]}\n"
)


def with_change(old: str, new: str) -> str:
    """Return a small pathway with something else in it."""
    assert old in SMALL
    return SMALL.replace(old, new, 1)


JSON: Named = [
    ("empty", b""),
    ("blank", b" \n\t\r\n "),
    ("zeros", bytes(10_000)),
    ("word", b"hello"),
    ("null", b"null"),
    ("list", b"[]"),
    ("object", b"{}"),
    ("number", b"1"),
    ("no records", b'{"format": 1}'),
    ("no format", b'{"records": []}'),
    ("none", b'{"format": 1, "records": []}'),
    ("records are null", b'{"format": 1, "records": null}'),
    ("records are an object", b'{"format": 1, "records": {}}'),
    ("record is a list", b'{"format": 1, "records": [[]]}'),
    ("record is a number", b'{"format": 1, "records": [1, 1, 2]}'),
    ("record is empty", b'{"format": 1, "records": [{}]}'),
    ("newer", with_change('"format": 1', '"format": 9999')),
    ("newer, all else unknown", b'{"format": 2, "pathway": {"x": [1, 2]}}'),
    ("format is a word", with_change('"format": 1', '"format": "1"')),
    ("format is null", with_change('"format": 1', '"format": null')),
    ("format is a half", with_change('"format": 1', '"format": 1.5')),
    ("format twice", with_change('"format": 1', '"format": 1, "format": 1')),
    ("records twice", with_change('"format": 1', '"records": [], "format": 1')),
    ("unknown in front", with_change('"format": 1', '"format": 1, "macro": "rm -rf /"')),
    ("unknown field", with_change('"column":1', '"colum":1')),
    ("unknown kind", with_change('"record":"stage"', '"record":"step"')),
    ("kind is a number", with_change('"record":"stage"', '"record":1')),
    ("kind is missing", with_change('"record":"stage",', "")),
    ("kind twice", with_change('"record":"stage"', '"record":"stage","record":"actor"')),
    ("field twice", with_change('"column":1', '"column":1,"column":2')),
    ("field twice, spelt apart", with_change('"column":1', '"column":1,"col\\u0075mn":2')),
    ("language twice", with_change('{"fi":"Uni"}', '{"fi":"Uni","fi":"Uno"}')),
    ("id twice", with_change('"id":"s2"', '"id":"s1"')),
    ("id missing", with_change('"id":"s2",', "")),
    ("id is null", with_change('"id":"s2"', '"id":null')),
    ("id is a path", with_change('"id":"s2"', '"id":"../../etc/passwd"')),
    ("id is a prototype", with_change('"id":"s2"', '"id":"__proto__"')),
    ("id is long", with_change('"id":"s2"', f'"id":"{"s" * 41}"')),
    ("id ends in a line break", with_change('"id":"s2"', '"id":"s2\\n"')),
    ("order missing", with_change('"order":"a1",', "")),
    ("order is wrong", with_change('"order":"a1"', '"order":"zz"')),
    ("order is endless", with_change('"order":"a1"', f'"order":"a{"1" * 600}"')),
    ("text is a list", with_change('{"fi":"Uni"}', '["Uni"]')),
    ("text is a word", with_change('{"fi":"Uni"}', '"Uni"')),
    ("text is blank", with_change('"Uni"', '"  "')),
    ("language is a word", with_change('"fi":"Uni"', '"suomi":"Uni"')),
    ("python object", with_change('"Uni"', '{"py/object": "os.system"}')),
    ("comment", with_change('"column":1', '"column":1 /* two */')),
    ("line comment", "// pathway\n" + SMALL),
    ("trailing comma", with_change('"column":1}', '"column":1},')),
    ("single quotes", SMALL.replace('"', "'")),
    ("no quotes", SMALL.replace('"', "")),
    ("raw line break in a text", with_change("Uni", "U\nni")),
    ("raw tab in a text", with_change("Uni", "U\tni")),
    ("bad escape", with_change("Uni", "U\\qni")),
    ("cut escape", with_change("Uni", "U\\u12")),
    ("no end", SMALL.removesuffix("]}\n")),
    ("second pathway", with_change('"record":"phase","id":"f1","order":"a0"', '"record":"pathway","id":"p2"')),
    ("no pathway", with_change('{"record":"pathway","id":"p1","title":{"fi":"Uni"}},\n', "")),
    ("true for a word", with_change('"Uni"', "true")),
    ("pickle", b"\x80\x04\x95\x1d\x00\x00\x00\x00\x00\x00\x00\x8c\x05posix\x8c\x06system\x93."),
    ("zip", b"PK\x03\x04" + bytes(40)),
    ("sqlite", b"SQLite format 3\x00" + bytes(100)),
    ("html", b"<!DOCTYPE html><script>alert(1)</script>"),
    ("xml bomb", b'<!DOCTYPE l [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><l>&b;</l>'),
]  # fmt: skip


def numbers() -> Iterator[tuple[str, str]]:
    for number in (
        "NaN", "Infinity", "-Infinity", "1e999", "-1", "1.5", "1.0", "1e2", "-0", "0x10", "01", "+1",
        "1000", "9" * 30, "9" * 5000, "9" * 100_000, "1e-400", "true", "null", '"1"', "[1]", "1_000",
        "١", "1e", ".5",
    ):  # fmt: skip
        yield f"column {number[:20]}", with_change('"column":1', f'"column":{number}')
    for amount in ("-1", "10000", "9" * 5000, "1.5"):
        span = f'"duration":{{"typed":"6 kk","least":{amount},"most":{amount},"unit":"month"}}'
        yield f"span {amount[:20]}", with_change('"column":1', span)
    for day in ("2026-02-30", "0000-01-01", "99999-01-01", "2026-1-1", "tomorrow"):
        yield f"day {day}", with_change('"title":{"fi":"Uni"}', f'"next_review":"{day}"')


def links() -> Iterator[tuple[str, str]]:
    yield "to nothing", with_change('"source":"s1"', '"source":"s9"')
    yield "to another kind", with_change('"source":"s1"', '"source":"a1"')
    yield "to itself", with_change('"source":"s1"', '"source":"s2"')
    yield "source missing", with_change('"source":"s1",', "")
    yield "actor is a phase", with_change('"actor":"a1"', '"actor":"f1"')
    yield "list of nothing", with_change('"column":1', '"channels":["c1","c2"]')
    yield "list of lists", with_change('"column":1', '"channels":[["c1"]]')
    yield (
        "note about itself",
        with_change(
            '"record":"phase","id":"f1","order":"a0","title":{"fi":"Alku"}',
            '"record":"note","id":"n1","order":"a0","kind":"idea","about":"n1"',
        ),
    )
    ring = ",\n".join(
        f'{{"record":"waiver","id":"w{place}","rule":"X","about":"w{(place + 1) % 500}"}}'
        for place in range(500)
    )
    yield "ring of waivers", with_change('{"record":"actor"', ring + ',\n{"record":"actor"')
    yield (
        "ring that breaks",
        with_change(
            '{"record":"actor"',
            ring.replace('"about":"w7"', '"about":"x"') + ',\n{"record":"actor"',
        ),
    )
    yield (
        "channel stands in for itself",
        with_change(
            '{"record":"actor"',
            '{"record":"channel","id":"c1","order":"a0","kind":"phone","digital":false,'
            '"alternative_to":["c1","c1","c2"]},\n{"record":"actor"',
        ),
    )
    for place in ("//host/share/x.ketju", "file:///etc/passwd", "C:\\x.ketju"):
        link = json.dumps({"file": place, "pathway": "x"})
        yield f"sub-pathway {place}", with_change('"column":1', f'"subpathway":{link}')


_SIGNS = {
    "nul": "\0", "bell": "\a", "escape": "\x1b[31m", "backspace": "a\b\b", "delete": "\x7f",
    "c1": "\x9b31m", "next line": "\x85", "right to left": "\u202eksi", "isolate": "\u2066x",
    "unbalanced pop": "\u202c\u2069", "zero width": "Ar\u200bvio", "joiner": "\u2060", "mark": "\ufeff",
    "soft hyphen": "\u00ad", "tag letters": "\U000e0041\U000e0042", "noncharacter": "\ufffe\uffff",
    "private use": "\ue000\U0010fffd", "line separator": "\u2028\u2029", "zalgo": "a" + "\u0301" * 3000,
    "wide": "\U0001f9d1\u200d\u2695\ufe0f", "full width": "＜script＞", "decomposed": "a\u0308iti",
    "sharp s": "ẞß", "dotless": "ıİ", "hangul filler": "\u3164", "braille blank": "\u2800",
    "object": "\ufffc", "variation": "a\U000e0100",
}  # fmt: skip


def signs() -> Iterator[tuple[str, str | bytes]]:
    for name, signs in _SIGNS.items():
        escaped = json.dumps(signs)[1:-1]
        yield name, with_change("Uni", escaped)
        if name in ("nul", "right to left", "wide", "zero width"):
            yield f"{name} raw", with_change("Uni", signs)
            yield f"{name} in a key", with_change('"column"', f'"column{escaped}"')
            yield f"{name} in an id", with_change('"id":"s2"', f'"id":"s2{escaped}"')
    for name, escape in (("high", "\\ud800"), ("low", "\\udc00"), ("turned", "\\udc00\\ud800")):
        yield f"lone surrogate {name}", with_change("Uni", escape)
        yield f"lone surrogate {name} in a key", with_change('"fi":"Uni"', f'"{escape}":"Uni"')
    data = SMALL.encode()
    for name, raw in (
        ("overlong", b"\xc0\xaf"), ("surrogate", b"\xed\xa0\x80"), ("too high", b"\xf5\x80\x80\x80"),
        ("alone", b"\x80"), ("cut", b"\xe2\x82"), ("ff", b"\xff\xfe"),
    ):  # fmt: skip
        yield f"utf-8 {name}", data.replace(b"Uni", raw)
    yield "utf-32", SMALL.encode("utf-32")
    yield "utf-7", SMALL.encode("utf-7")


def filled(record: str, times: int) -> bytes:
    """Return a file of that many records, `{n}` in each being its number."""
    head, tail = b'{"format": 1, "records": [\n', b'{"record":"pathway","id":"p1"}]}\n'
    return head + b"".join(record.replace("{n}", str(n)).encode() for n in range(times)) + tail


SIZES: Named = [
    ("beyond all bytes", lambda: b" " * (file.LARGEST + 1)),
    ("all bytes, blank", lambda: b" " * file.LARGEST),
    ("all bytes, zeros", lambda: bytes(file.LARGEST)),
    ("one text of all bytes", lambda: with_change("Uni", "a" * 39_000_000).encode()),
    ("one wide text", lambda: with_change("Uni", "🧑" * 9_900_000).encode()),
    ("wide texts", lambda: filled('{"record":"goal","id":"g{n}","order":"a0","title":{"fi":"' + "🧑" * 99_000 + '"}},\n', 100)),
    ("texts with commas", lambda: filled('{"record":"goal","id":"g{n}","order":"a0","title":{"fi":"' + ",[{" * 33_000 + '"}},\n', 390)),
    ("smallest records", lambda: filled('{"record":"stage","id":"s{n}","order":"a0"},\n', 200_000)),
    ("as many as may be", lambda: filled('{"record":"stage","id":"s{n}","order":"a0"},\n', 49_000)),
    ("one more", lambda: filled('{"record":"stage","id":"s{n}","order":"a0"},\n', 50_000)),
    ("millions of numbers", lambda: b'{"format": 1, "records": [' + b"1," * 19_000_000 + b"1]}"),
    ("millions of lists", lambda: b'{"format": 1, "records": [' + b"[]," * 13_000_000 + b"1]}"),
    ("millions of keys", lambda: with_change('"column":1', ",".join(f'"k{n}":1' for n in range(2_000_000))).encode()),
    ("millions of languages", lambda: with_change('"fi":"Uni"', ",".join(f'"fi":"{n}"' for n in range(900_000))).encode()),
    ("a list of a million links", lambda: with_change('"column":1', '"channels":[' + '"c1",' * 900_000 + '"c1"]').encode()),
    ("deep lists", lambda: with_change('"column":1', '"x":' + "[" * 900 + "]" * 900).encode()),
    ("deeper lists", lambda: with_change('"column":1', '"x":' + "[" * 100_000 + "]" * 100_000).encode()),
    ("deep objects", lambda: with_change('"column":1', '"x":' + '{"a":' * 100_000 + "1" + "}" * 100_000).encode()),
    ("open lists", lambda: b'{"format": 1, "records": ' + b"[" * 5_000_000),
    ("open records", lambda: b'{"format": 1, "records": [' + b'{"record":' * 3_000_000),
    ("millions of lines", lambda: b'{"format": 1, "records": [' + b"\n" * 39_000_000 + b"x"),
    ("quotes", lambda: b'"' * 40_000_000),
    ("backslashes", lambda: b'{"format": 1, "records": ["' + b"\\" * 39_000_000),
    ("the same record", lambda: filled('{"record":"stage","id":"s","order":"a0"},\n', 40_000)),
    ("endless first field", lambda: with_change('"Uni"', '"' + "\\u0041" * 5_000_000 + '"').encode()),
]  # fmt: skip
