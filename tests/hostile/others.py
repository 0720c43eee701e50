"""Hostile outlines, profiles, pasted texts and records, milestones and places."""

# ruff: noqa: E501, PLW0108 - an input a line, made when it is asked for

import zlib
from base64 import b64encode
from collections.abc import Iterator

from model import clip, file
from samples import SAMPLES
from tests.hostile.pathways import Named, filled, with_change

PATHWAYS = [each.path.read_bytes() for each in SAMPLES]
OUTLINES = [
    path.read_bytes() for path in sorted((SAMPLES[0].path.parent / "outlines").glob("*.yaml"))
]
ORGANISATION = (SAMPLES[0].path.parents[1] / "docs" / "ketjupaja.toml").read_bytes()
LIST = "Lääkäri:\n- Arvio @Hoitaja #Hoito\n  - Lähete → Hoito\n- Hoito\nVaihe\tToimija\n"
RECORDS = clip.encode(clip.clip_of(file.loads(PATHWAYS[0]), list(file.loads(PATHWAYS[0]))))
MILESTONE = b64encode(zlib.compress(PATHWAYS[0], 9))


def yaml() -> Named:
    base = OUTLINES[0].decode()
    laughs = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [{','.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(9)
    )
    return [
        ("laughs", laughs),
        ("alias of itself", "stages: &s [*s]"),
        ("merge key", "<<: {id: x}\nid: y"),
        ("python object", "id: !!python/object/apply:os.system ['touch /tmp/x']"),
        ("python name", "id: !!python/name:os.system"),
        ("binary", "id: !!binary aGVp"),
        ("local tag", "id: !x y"),
        ("tag directive", "%TAG ! tag:evil,2026:\n---\nid: !x y"),
        ("version of many digits", "%YAML 1." + "9" * 5000 + "\n---\nid: x"),
        ("version 3", "%YAML 3.0\n---\nid: x"),
        ("letter beyond all", 'id: "\\UFFFFFFFF"'),
        ("letter of a surrogate", 'title: "\\uD800"'),
        ("nul letter", 'title: "\\0"'),
        ("two documents", "id: x\n---\nid: y"),
        ("key twice", "id: x\nid: y"),
        ("key is a list", "[a, b]: c"),
        ("key is a group", "{a: b}: c"),
        ("key is null", "~: c"),
        ("complex key", "? - a\n: b"),
        ("unknown key", base + "\nmacro: x\n"),
        ("null", "id: ~"),
        ("list", "- a\n- b"),
        ("word", "hello"),
        ("empty", ""),
        ("comment only", "# hello\n"),
        ("tabs", "id:\tx\n\ttitle: y"),
        ("bidi", base.replace("title:", "title: \u202e", 1)),
        ("escape", base.replace("title:", 'title: "\\e[31m"\n#', 1)),
        ("next line", "id: x\x85title: y"),
        ("utf-16", base.encode("utf-16")),
        ("zeros", bytes(10_000)),
        ("latin-1", base.encode("latin-1", errors="replace")),
        ("too long", lambda: b"#" * 2_000_001),
        ("long in letters", lambda: b"#" * 600_000),
        ("many words", lambda: b"stages: [" + b"a," * 240_000 + b"]"),
        ("many groups", lambda: b"stages:\n" + b"- {a: b}\n" * 45_000),
        ("many keys", lambda: "".join(f"k{n}: 1\n" for n in range(45_000)).encode()),
        ("many blank lines", lambda: b"\n" * 499_000),
        ("deep flow", lambda: b"[" * 490_000),
        ("deep groups", lambda: b"a: " + b"{a: " * 120_000),
        ("deep block", lambda: b"- " * 200_000),
        ("deep keys", lambda: b"? " * 200_000),
        ("deep indentation", lambda: b"".join(b" " * n + b"a:\n" for n in range(900))),
        ("long plain text", lambda: b"title: " + b"x\n " * 160_000),
        ("long folded text", lambda: b"title: >\n" + b" x\n" * 160_000),
        ("long quoted text", lambda: b'title: "' + b"\\x41" * 120_000 + b'"'),
        ("long key", lambda: b"x" * 400_000 + b": 1"),
        ("long id", lambda: b"id: " + b"x" * 400_000),
        ("long language", lambda: b"id: x\nlanguages: [" + b"f" * 400_000 + b"]"),
        ("many stages of one id", lambda: b"id: x\nstages:\n" + b"- {id: s1}\n" * 12_000),
        ("many actors", lambda: ("id: x\ntitle: X\nactors:\n" + "".join(f"- {{id: a{n}, fi: A{n}, type: customer}}\n" for n in range(8_000))).encode()),
        ("age", base.replace("age:", "age: " + "9" * 5000 + "\n#", 1)),
    ]  # fmt: skip


def toml() -> Named:
    return [
        ("empty", ""),
        ("blank", " \n"),
        ("no name", 'based_on = "publishing"'),
        ("name is a number", "name = 1"),
        ("name is blank", 'name = "  "'),
        ("name is long", f'name = "{"x" * 81}"'),
        ("name turns", 'name = "x\\u202Ey"'),
        ("name has two lines", 'name = "x\\ny"'),
        ("name has a nul", 'name = "x\\u0000"'),
        ("surrogate", 'name = "\\uD800"'),
        ("key twice", 'name = "x"\nname = "y"'),
        ("table twice", 'name = "x"\n[off]\n[off]'),
        ("table over a value", 'name = "x"\n[name]\nx = 1'),
        ("dotted over a table", 'name = "x"\n[off]\nA = "x"\n[off.A]'),
        ("unknown key", 'name = "x"\nmacro = "x"'),
        ("unknown table", 'name = "x"\n[macro]'),
        ("unknown base", 'name = "x"\nbased_on = "none"'),
        ("base is a list", 'name = "x"\nbased_on = ["publishing"]'),
        ("languages are a word", 'name = "x"\nlanguages = "fi"'),
        ("languages are numbers", 'name = "x"\nlanguages = [1, 2]'),
        ("language is a path", 'name = "x"\nlanguages = ["../fi"]'),
        ("unknown rule", 'name = "x"\n[off]\nNO-99 = "x"'),
        ("rule is a path", 'name = "x"\n[off]\n"../../x" = "x"'),
        ("unknown severity", 'name = "x"\n[severity]\nSTR-12 = "fatal"'),
        ("off without a reason", 'name = "x"\n[off]\nSTR-12 = " "'),
        ("number is nan", 'name = "x"\n[thresholds.STR-12]\nmost_stages = nan'),
        ("number is infinite", 'name = "x"\n[thresholds.STR-12]\nmost_stages = inf'),
        ("number is huge", f'name = "x"\n[thresholds.STR-12]\nmost_stages = {"9" * 5000}'),
        ("number is true", 'name = "x"\n[thresholds.STR-12]\nmost_stages = true'),
        ("number is negative", 'name = "x"\n[thresholds.STR-12]\nmost_stages = -1'),
        ("number is a date", 'name = "x"\n[thresholds.STR-12]\nmost_stages = 2026-01-01'),
        ("date that is none", "name = 2026-02-30"),
        ("deep lists", "name = " + "[" * 30_000),
        ("deep tables", "[" + "a." * 30_000 + "a]"),
        ("deep dotted keys", "a." * 30_000 + "a = 1"),
        ("dotted keys again and again", "\n".join(f"{'a.' * 60}k{n} = 1" for n in range(400))),
        ("deep inline tables", "name = " + "{a=" * 15_000),
        ("too large", lambda: b"#" * 70_000),
        ("much too large", lambda: b"#" * 5_000_000),
        ("many tables", "".join(f"[t{n}]\n" for n in range(7_000))),
        ("control sign", 'name = "x\x07"'),
        ("open text", 'name = """' + "x" * 60_000),
        ("utf-16", ORGANISATION.decode().encode("utf-16")),
        ("zeros", bytes(60_000)),
        ("not utf-8", b'name = "\xff"'),
    ]


def texts() -> Named:
    return [
        ("empty", ""),
        ("blank", " \n\t\n"),
        ("signs only", "→ @ # : -> → @@ ##\n" * 50),
        ("at and many words", lambda: b"x\n@" + b"a " * 400_000),
        ("hash and many words", lambda: b"x\n#" + b"a " * 400_000),
        ("many ats", lambda: b"x\n" + b"@a " * 300_000),
        ("many arrows", lambda: "→ a ".encode() * 150_000),
        ("many quotes", lambda: "„a”".encode() * 100_000),
        ("open quotes", lambda: "„a ".encode() * 200_000),
        ("colons", lambda: b"a: " * 300_000),
        (
            "always deeper",
            lambda: b"\n".join(b" " * n + b"vaihe" for n in range(1_300)) + b"\nloppu",
        ),
        ("deeper and back", lambda: b"\n".join(b" " * (n % 40) + b"vaihe" for n in range(3_000))),
        ("more lines than are read", lambda: b"vaihe\n" * 100_000),
        ("more letters than are read", lambda: b"x" * 3_000_000),
        ("blanks", lambda: b" " * 999_000 + b"x"),
        ("tabs", lambda: b"\t" * 900_000 + b"\n" + b"a\n" * 1_900),
        ("table of many columns", lambda: (b"a\t" * 400 + b"\n") * 1_200),
        ("table with an endless cell", lambda: b'a\t"' + b"x" * 500_000),
        ("table with broken quotes", 'Vaihe\tToimija\n"a\tb\nc"d\te\n'),
        ("numbers in numbers", lambda: ("1." * 300 + " a\n").encode() * 1_000),
        ("other digits", "١. arvio\n२. hoito\n"),
        ("bullets in bullets", "- • * 1. a) - x\n" * 200),
        ("nul", "ar\0vio\nho\0ito"),
        ("escape", "\x1b[31mArvio\x1b[0m\nHoito"),
        ("bidi", "\u202eoivrA\u202c\n\u2066Hoito"),
        ("zalgo", "a" + "\u0301" * 50_000 + "\nb"),
        ("line ends of all kinds", "a\rb\r\nc\x0bd\x0ce\x1cf\x85g\u2028h\u2029i"),
        ("surrogates", b"\xed\xa0\x80\nx"),
        ("not utf-8", bytes(range(256)) * 20),
        ("zeros", bytes(100_000)),
        ("formula", '=cmd|"/c calc"!A1\t@Hoitaja\n+1\t-1'),
        ("html", "<img src=x onerror=alert(1)>\n<script>x</script>"),
        ("actor of itself", "@Lääkäri @Lääkäri: @Lääkäri → @Lääkäri"),
        ("arrow to itself", "Arvio → Arvio\nArvio → Arvio"),
        ("long name", "Arvio " * 500),
    ]


def records() -> Named:
    text = RECORDS.decode()
    return [
        ("empty", ""),
        ("null", "null"),
        ("newer", text.replace('"format":1', '"format":2', 1)),
        ("older", text.replace('"format":1', '"format":0', 1)),
        ("no format", text.replace('"format":1,', "", 1)),
        ("format twice", text.replace('"format":1', '"format":1,"format":1', 1)),
        ("unknown", text.replace('"format":1', '"format":1,"macro":1', 1)),
        ("unknown field", text.replace('"order"', '"ordre"', 1)),
        ("order is wrong", text.replace('"order":"', '"order":"!', 1)),
        ("a pathway in it", text.replace('"copied":[', '"copied":[{"record":"pathway","id":"p"},', 1)),
        ("a milestone in it", text.replace('"copied":[', '"copied":[{"record":"milestone","id":"m","order":"a0","at":"2026-01-01T00:00:00Z"},', 1)),
        ("the same twice", text.replace('"copied":[', '"copied":[{"record":"phase","id":"f1","order":"a0"},{"record":"phase","id":"f1","order":"a0"},', 1)),
        ("handover to nothing", '{"format":1,"copied":[{"record":"handover","id":"h","source":"x","target":"y"}]}'),
        ("stage of nobody", '{"format":1,"copied":[{"record":"stage","id":"s","order":"a0","actor":"x","phase":"y","column":999}]}'),
        ("nan", text.replace('"column":', '"column":NaN,"x":', 1)),
        ("surrogate", text.replace('{"fi":"', '{"fi":"\\ud800', 1)),
        ("bidi", text.replace('{"fi":"', '{"fi":"\\u202e', 1)),
        ("deep", '{"format":1,"copied":' + "[" * 100_000),
        ("millions", lambda: b'{"format":1,"copied":[' + b"1," * 9_000_000 + b"1]}"),
        ("too large", lambda: b" " * 20_000_001),
        ("many stages", lambda: ('{"format":1,"copied":[' + ",".join(f'{{"record":"stage","id":"s{n}","order":"a0"}}' for n in range(9_900)) + "]}").encode()),
        ("too many stages", lambda: ('{"format":1,"copied":[' + ",".join(f'{{"record":"stage","id":"s{n}","order":"a0"}}' for n in range(20_000)) + "]}").encode()),
        ("many stages of one cell", lambda: ('{"format":1,"copied":[' + ",".join(f'{{"record":"stage","id":"s{n}","order":"a0","column":998}}' for n in range(2_000)) + "]}").encode()),
    ]  # fmt: skip


def milestones() -> Named:
    def packed(data: bytes) -> bytes:
        return b64encode(zlib.compress(data, 9))

    return [
        ("empty", ""),
        ("not base64", "ä!"),
        ("noise", "A" * 4000),
        ("packed nothing", packed(b"")),
        ("packed word", packed(b"hello")),
        ("packed zeros", lambda: packed(bytes(39_000_000))),
        ("bomb of blanks", lambda: packed(b" " * 200_000_000)),
        ("bomb of records", lambda: packed(filled('{"record":"stage","id":"s{n}","order":"a0"},\n', 400_000))),
        ("bomb of numbers", lambda: packed(b'{"format": 1, "records": [' + b"1," * 19_000_000 + b"1]}")),
        ("bomb of brackets", lambda: packed(b'{"format": 1, "records": ' + b"[" * 39_000_000)),
        ("bomb in a bomb", lambda: packed(zlib.compress(b" " * 100_000_000, 9))),
        ("newer", packed(with_change('"format": 1', '"format": 9').encode())),
        ("damaged", packed(with_change('"source":"s1"', '"source":"s9"').encode())),
        ("gzip", b64encode(b"\x1f\x8b\x08" + bytes(20))),
        ("cut", MILESTONE[: len(MILESTONE) // 2]),
        ("more behind", b64encode(zlib.compress(PATHWAYS[0]) + bytes(1000))),
        ("url-safe letters", MILESTONE.replace(b"+", b"-").replace(b"/", b"_")),
        ("line breaks", MILESTONE[:76] + b"\n" + MILESTONE[76:]),
    ]  # fmt: skip


def places() -> Iterator[tuple[str, str | bytes]]:
    for place in (
        "", ".", "..", "/", "//", "\\", "../..", "x", "x.ketju/", "/x.ketju", "//host/share/x.ketju",
        "\\\\host\\share\\x.ketju", "\\\\?\\C:\\x.ketju", "\\\\.\\COM1.ketju", "C:x.ketju",
        "C:\\x.ketju", "c:/x.ketju", "file:///x.ketju", "http://x/x.ketju", "x.ketju:hidden.ketju",
        "../../x.ketju", "a/../../../x.ketju", "a/../x.ketju", "./x.ketju", "a/./x.ketju", "../x.ketju",
        "../a/x.ketju", "..\\..\\x.ketju", ".. /x.ketju", "..\u202e/x.ketju", "con.ketju",
        "CON .x.ketju", "aux.ketju", "com¹.ketju", "nul.tar.ketju", "conin$.ketju", "a/prn.ketju/x.ketju",
        "x.ketju ", " x.ketju", "x .ketju", "x.ketju.", "a./x.ketju", "x\0.ketju", "x\n.ketju",
        "x?.ketju", "x*.ketju", 'x".ketju', "x<.ketju", "x|.ketju", "~/x.ketju", "~root/x.ketju",
        "$HOME/x.ketju", "%APPDATA%/x.ketju", "x" * 395 + ".ketju", "a/" * 300 + "x.ketju",
        "x" * 1_000_000, "../" * 100_000 + "x.ketju", "．．/x.ketju", "‥/‥/x.ketju", "x.ketju\u200b",
        "x.KETJU", "x.ketju\ufeff", "äiti.ketju", "x.ketju.exe", "x.exe", "x.ketju%00.exe", ".ketju",
        "...ketju", "..ketju", "\x1b[31m.ketju",
    ):  # fmt: skip
        yield repr(place[:40]), place
    yield "not utf-8", b"\xff\xfe.ketju"
