"""Hostile and damaged Mermaid texts."""

from random import Random

from exporters.mermaid.writing import text
from model import file
from samples import SAMPLES
from tests.hostile.damage import damaged
from tests.hostile.pathways import Made

_WHOLE = text(file.read(SAMPLES[0].path), "fi", "actor").encode()
_HEAD = "flowchart LR\n"


def mermaid() -> list[tuple[str, Made | bytes | str]]:
    some: list[tuple[str, Made | bytes | str]] = [
        ("only a header", _HEAD),
        ("script", _HEAD + 'a["<script>alert(1)</script>"]-->b["<img src=x onerror=alert(1)>"]'),
        ("callback", _HEAD + 'a-->b\nclick a call alert("x")\nclick b "javascript:alert(1)"'),
        ("init", '%%{init: {"securityLevel": "loose", "theme": "x"}}%%\n' + _HEAD + "a-->b"),
        ("prototype", _HEAD + "__proto__-->constructor\nclass __proto__ toString"),
        ("front matter", "---\ntitle: !!python/object/apply:os.system ['x']\n---\n" + _HEAD + "a"),
        ("front matter bomb", "---\ntitle: '" + "&a *a " * 10_000 + "'\n---\n" + _HEAD + "a"),
        ("front matter open", "---\n" * 50_000),
        ("fences", "```mermaid\n" * 20_000),
        ("fences and charts", "```mermaid\nflowchart LR\na\n```\n" * 2_000),
        ("groups in groups", _HEAD + "subgraph x\n" * 5_000),
        ("ends", _HEAD + "end\n" * 50_000),
        ("all to all", _HEAD + " & ".join(f"a{n}" for n in range(500)) + " --> " * 3 + "b"),
        ("product", _HEAD + "&".join(f"a{n}" for n in range(900)) + "-->" + "&".join("xyz" * 90)),
        ("long chain", _HEAD + "-->".join(f"a{n}" for n in range(1_400))),
        ("long loop", _HEAD + "-->".join(f"a{n % 1_000}" for n in range(4_000))),
        ("one to all", _HEAD + "\n".join(f"a-->b{n}" for n in range(1_400))),
        ("in one cell", _HEAD + "\n".join(f"b{n}" for n in range(1_490))),
        ("one letter on", _HEAD + "a" * 900_000),
        ("blanks", _HEAD + "a" + " " * 900_000 + "-->b"),
        ("semicolons", _HEAD + ";" * 900_000),
        ("percents", _HEAD + "%" * 900_000),
        ("ampersands", _HEAD + "a" + "&" * 300_000),
        ("codes", _HEAD + 'a["' + "#38;" * 100_000 + '"]'),
        ("code beyond all", _HEAD + 'a["#99999999999;#x110000;#55296;#0;"]'),
        ("tags", _HEAD + 'a["' + "<" * 200_000 + '"]'),
        ("turned", _HEAD + 'a["\u202eabc\u0000\u0007"]'),
        ("utf-16", _HEAD.encode("utf-16")),
        ("latin-1", (_HEAD + "ä-->ö").encode("latin-1")),
        ("null bytes", bytes(100_000)),
    ]
    return some + [(name, made) for name, made in damaged(_WHOLE, Random(3))][::3]  # noqa: S311
