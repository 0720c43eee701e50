"""Hostile and damaged BPMN files."""

from random import Random

from exporters.bpmn.document import document
from exporters.bpmn.writing import MODEL
from model import file
from samples import SAMPLES
from tests.hostile.damage import damaged
from tests.hostile.pathways import Made

_WHOLE = document(file.read(SAMPLES[3].path), "fi")


def _process(body: str) -> str:
    return (
        f'<definitions xmlns="{MODEL}" targetNamespace="x">'
        f'<process id="p">{body}</process></definitions>'
    )


def _flow(name: int, source: str, target: str) -> str:
    return f'<sequenceFlow id="f{name}" sourceRef="{source}" targetRef="{target}"/>'


def bpmn() -> list[tuple[str, Made | bytes | str]]:
    tasks = "".join(f'<task id="t{n}" name="T"/>' for n in range(3000))
    ring = "".join(_flow(n, f"t{n}", f"t{(n + 1) % 3000}") for n in range(3000))
    star = "".join(_flow(n, "t0", f"t{n}") for n in range(3000))
    same = "".join('<task id="t" name="T"/>' for _ in range(3000))
    some: list[tuple[str, Made | bytes | str]] = [
        ("nothing", _process("")),
        ("entity", '<!DOCTYPE d [<!ENTITY e "x">]>' + _process("&e;")),
        ("outside", '<!DOCTYPE d SYSTEM "file:///etc/passwd">' + _process("")),
        ("stylesheet", '<?xml-stylesheet href="file:///etc/passwd"?>' + _process("")),
        ("include", _process('<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="x"/>')),
        ("deep", _process("<subProcess>" * 3000 + "</subProcess>" * 3000)),
        ("as deep as may be", _process("<subProcess>" * 97 + "</subProcess>" * 97)),
        ("ring", _process(tasks + ring)),
        ("star", _process(tasks + star)),
        ("one id", _process(same)),
        ("itself inside", _process(f'<subProcess id="p">{tasks[:600]}</subProcess>')),
        ("process inside itself", _process('<task id="p"/><subProcess id="s"><task id="s"/>'
                                           "</subProcess>")),
        ("on its own border", _process('<boundaryEvent id="b" attachedToRef="b"/>')),
        ("long name", _process(f'<task id="t" name="{"x" * 900_000}"/>')),
        ("long id", _process(f'<task id="{"x" * 900_000}"/>')),
        ("many attributes", _process("<task " + " ".join(f"a{n}='1'" for n in range(9000)) + "/>")),
        ("lanes in lanes", _process("<laneSet><lane><childLaneSet><lane/></childLaneSet></lane>" * 9
                                    + "</laneSet>" * 9)),
        ("turned", _process('<task id="t" name="\u202eabc"/>')),
        ("null bytes", bytes(100_000)),
        ("utf-16", ('<?xml version="1.0" encoding="UTF-16"?>' + _process("")).encode("utf-16")),
    ]  # fmt: skip
    return some + [(name, made) for name, made in damaged(_WHOLE, Random(5))][::2]  # noqa: S311
