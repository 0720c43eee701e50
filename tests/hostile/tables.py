"""Hostile and damaged tables of text."""

from random import Random

from tests.exporters.table.messy_tables import MESSY
from tests.hostile.damage import damaged
from tests.hostile.pathways import Made

_HEAD = "Vaihe;Toimija;Seuraava;Kuvaus\n"
_WHOLE = next(each.data for each in MESSY if each.name == "line breaks in quotes")()


def tables() -> list[tuple[str, Made | bytes | str]]:
    some: list[tuple[str, Made | bytes | str]] = [
        ("only headers", _HEAD),
        ("formula", _HEAD + "=cmd|'/c calc'!A1;@SUM(1);+1;-1\n"),
        ("script", _HEAD + '<script>alert(1)</script>;<img src=x>;;"javascript:alert(1)"\n'),
        ("turned", _HEAD + "\u202eabc;\u0007;\u200b;\ufeff\n"),
        ("null bytes", bytes(100_000)),
        ("null bytes inside", (_HEAD + "a\0;b\n").encode()),
        ("utf-16 cut", (_HEAD + "ä;ö\n").encode("utf-16")[:-1]),
        ("half a pair", _HEAD.encode("utf-16-le") + b"\x00\xd8"),
        ("utf-32", (_HEAD + "a;b\n").encode("utf-32")),
        ("cp037", (_HEAD + "a;b\n").encode("cp037")),
        ("quote open", _HEAD + '"' + "a;b\n" * 50_000),
        ("quotes", _HEAD + '"' * 300_001),
        ("one long value", _HEAD + "a" * 200_000 + ";b\n"),
        ("a long name", _HEAD + "a" * 100_000 + ";b\n"),
        ("separators", ";" * 600_000),
        ("lines", "\n" * 900_000),
        ("wide", ";".join(f"Vaihe {n}" for n in range(20_000)) + "\n"),
        ("wide headers", ";".join(f"vastuullinn toimijj {n}" for n in range(200)) * 1 + "\n" * 2),
        ("many rows", _HEAD + "".join(f"v{n};;;\n" for n in range(6_000))),
        ("rows as many as may be", _HEAD + "".join(f"v{n};x;;\n" for n in range(2_000))),
        ("lanes", _HEAD + "".join(f"v{n};t{n};;\n" for n in range(3_000))),
        ("one stage", _HEAD + "v;x;;\n" * 3_000),
        ("to all", _HEAD + "".join(f"v{n};x;{'|'.join('ab')};\n" for n in range(900))),
        (
            "all to all",
            _HEAD
            + "".join(
                f"v{n};x;" + ",".join(f"v{m}" for m in range(300) if m != n) + ";\n"
                for n in range(300)
            ),
        ),
        ("loops", _HEAD + "".join(f"v{n};x;v{n};\n" for n in range(900))),
        ("nearly known lanes", _HEAD + "".join(f"v{n};Hoitaja{n};;\n" for n in range(190))),
        ("headers on every row", _HEAD * 20_000),
        ("sums", _HEAD + "Yhteensä;1;2;3\n" * 20_000),
        (
            "numbers",
            "Vaihe;Määräaika (vrk)\n" + "".join(f"v{n};{'9' * n}\n" for n in range(1, 900)),
        ),
        ("spans", "Vaihe;Määräaika\n" + "".join(f"v{n};{'1–' * n} kk\n" for n in range(1, 500))),
        ("hyphens", "Vas-" * 20_000 + ";Vaihe\na;b\n"),
        ("parentheses", "(" * 90_000 + ";Vaihe\na;b\n"),
        ("sep", "sep=;\n" * 50_000),
        ("names in names", _HEAD + "a;x;" + "-" * 100_000 + ";\n"),
        ("arrows", _HEAD + "a;x;" + "→ " * 60_000 + ";\n"),
        ("commas", _HEAD + "a;x;" + "," * 130_000 + ";\n"),
    ]
    return some + [(name, made) for name, made in damaged(_WHOLE, Random(4))][::3]  # noqa: S311
