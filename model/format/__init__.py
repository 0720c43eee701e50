"""The file format: UTF-8 JSON, one record a line, sorted by id.

    {"format": 1, "records": [
    {"record":"actor","id":"…",…},
    …
    ]}

Readable, diffable, and what is whole of a damaged file can be read line by line
(`model.repair`). Reading is strict: a file is opened in full or refused with one sentence.
"""

from model.format.faults import UnreadableFileError
from model.format.reading import lines_of, loads
from model.format.writing import FORMAT, LARGEST, MOST_RECORDS, MOST_VALUES, dumps

__all__ = [
    "FORMAT",
    "LARGEST",
    "MOST_RECORDS",
    "MOST_VALUES",
    "UnreadableFileError",
    "dumps",
    "lines_of",
    "loads",
]
