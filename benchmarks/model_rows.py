"""What reading and writing a pathway's bytes cost, without a disk. Processor time."""

from functools import partial

import msgspec

from benchmarks.synthetic import synthetic
from benchmarks.table import Row
from benchmarks.timing import in_turns, repetitions
from model import file
from model.records import AnyRecord


def rows(stages: int) -> list[Row]:
    """Measure beside a bare list of the same records, read and written."""
    pathway = synthetic(stages)
    data = file.dumps(pathway)
    records = list(pathway.values())
    encoder = msgspec.json.Encoder()
    typed = msgspec.json.Decoder(list[AnyRecord])
    plain = encoder.encode(records)
    times = repetitions(stages)
    read, decoded = in_turns(partial(file.loads, data), partial(typed.decode, plain), times=times)
    written, encoded = in_turns(
        partial(file.dumps, pathway), partial(encoder.encode, records), times=times
    )
    return [
        Row("load a file, checked", "typed decode", stages, read, decoded),
        Row("write a file's bytes", "encode", stages, written, encoded),
    ]
