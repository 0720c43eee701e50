"""Files written in pieces and read line by line, beside the plain way to the same."""

from collections.abc import Callable
from random import Random

import msgspec
import pytest
from msgspec.structs import replace

from benchmarks.synthetic import synthetic
from model import file
from model.format import reading
from model.integrity import LINKS, broken_links
from model.pathway import Pathway
from model.records import Handover

SEEDS = range(50)
_encoder = msgspec.json.Encoder(order="deterministic")


@pytest.mark.parametrize("seed", SEEDS)
def test_written_and_read_equals_plain(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - nothing secret
    pathway = synthetic(dice.choice([1, 5, 40, 300]), seed)
    stage = dice.choice(pathway.stages)
    words = {"fi": 'rivi\n},\n{"record":"stage"},\n]}\n', "sv": "\u2028\\n"}
    pathway = pathway.replacing({stage.id: replace(stage, title=words)})
    lines = [_encoder.encode(pathway[id]) for id in sorted(pathway)]
    plain = b'{"format": 1, "records": [\n' + b",\n".join(lines) + b"\n]}\n"
    assert file.dumps(pathway) == plain
    assert file.loads(plain) == pathway == Pathway(reading._records_at_once(plain))


@pytest.mark.parametrize("count", [0, 1, 499, 500, 501, 1000, 1001])
def test_files_of_whole_pieces_equals_plain(count: int) -> None:
    pathway = Pathway([*synthetic(450).values()][:count])
    lines = [_encoder.encode(pathway[id]) for id in sorted(pathway)]
    assert len(lines) == count
    plain = b'{"format": 1, "records": [\n' + b",\n".join(lines) + b"\n]}\n"
    assert file.dumps(pathway) == plain


@pytest.mark.parametrize("seed", SEEDS)
def test_damaged_files_equals_plain(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - nothing secret
    whole = file.dumps(synthetic(dice.randint(1, 5), seed))
    for _turn in range(20):
        data = _damaged(dice, whole)
        assert _outcome(file.loads, data) == _outcome(_plainly, data)


@pytest.mark.parametrize("seed", SEEDS)
def test_broken_links_equals_plain(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - nothing secret
    pathway = synthetic(dice.randint(1, 20), seed)
    gone = {id: None for id in dice.sample(sorted(pathway), dice.randint(0, 3)) if id != "pathway"}
    pathway = pathway.replacing(gone)
    if arrows := pathway.of(Handover):
        arrow = dice.choice(arrows)
        wrong = dice.choice([arrow.source, "a0", "nowhere"])
        pathway = pathway.replacing({arrow.id: replace(arrow, target=wrong)})
    plain = [
        (record, link.field, id)
        for record in pathway.values()
        for link in LINKS.get(type(record), ())
        for id in link.ids(getattr(record, link.field))
        if not isinstance(pathway.get(id), link.to)
    ]
    assert [tuple(link) for link in broken_links(pathway)] == plain


def _damaged(dice: Random, data: bytes) -> bytes:
    start = dice.randrange(len(data))
    end = start + dice.choice([0, 0, 1, 5, 60, len(data)])
    lines = data.split(b"\n")
    line = dice.randrange(len(lines))
    return dice.choice(
        [
            data[:start] + data[end:],
            data[:start]
            + dice.choice([b"\n", b",\n", b" ", b'"', b"}", b"\xff", b"\0"])
            + data[end:],
            b"\n".join([*lines[:line], *lines[line + 1 :]]),
            b"\n".join([*lines[:line], lines[line], *lines[line:]]),
            data.replace(
                b'"format": 1', dice.choice([b'"format": 2', b'"format":1', b'"form": 1'])
            ),
            data.replace(b'"column":', dice.choice([b'"column":1,"column":', b'"x":1,"column":'])),
            data.replace(b"\n", dice.choice([b"\r\n", b"", b"\n\n"])),
            data.replace(b"\n]}", b'\n],"format":2}'),
            data.replace(b'"target":"s', b'"target":"t', 1),
            b"\xef\xbb\xbf" + data,
        ]
    )


def _outcome(read: Callable[[bytes], Pathway], data: bytes) -> object:
    try:
        return read(data)
    except file.UnreadableFileError as error:
        return str(error)


def _plainly(data: bytes) -> Pathway:
    """Read a file at once, after a look at its header."""
    if len(data) > file.LARGEST or not data.strip(b"\0 \t\r\n"):
        return file.loads(data)
    data = data.removeprefix(b"\xef\xbb\xbf")
    reading._check_size(data)
    reading._check_format(data)
    try:
        records = reading._file.decode(data).records
    except msgspec.ValidationError:
        reading._refuse_first_wrong(data)
    pathway = Pathway(records)
    if len(pathway) != len(records):
        reading._refuse_doubled(data, records)
    reading._check_whole(data, pathway)
    reading._check_keys(data)
    return pathway
