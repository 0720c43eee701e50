"""Fuzzing all readers: `make fuzz SECONDS=60`.

    python -m tests.hostile.fuzz SECONDS [FOLDER]

Hypothesis cuts, joins and mutates the samples and the corpus for that many seconds and gives them
to the readers in turn. What a reader fails on is made as small as it goes and written to FOLDER
(out/fuzz unless said otherwise), to become an input of the corpus.
"""

import hashlib
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Final

import hypothesis
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

import designer  # noqa: F401 - binds the message catalogues
from model.messages import speak
from tests.hostile.inputs import corpus
from tests.hostile.readers import READERS, is_clear

SLOWEST: Final = 10.0
"""Seconds of the processor's time that one input may take."""
ROOM: Final = 1_500_000_000
"""Bytes of address space: what would take all memory fails instead."""
LARGEST_SEED: Final = 60_000
A_ROUND: Final = 100
_TOKENS: Final = (
    b'"', b"\\", b"{", b"}", b"[", b"]", b":", b",", b"\n", b"\t", b"\0", b"\xff", b"\xc3", b"-1",
    b"NaN", b"1e999", b"9" * 40, b"null", b"true", b'"\\ud800"', b"\xe2\x80\xae", b"\xef\xbb\xbf",
    b"&a ", b"*a", b"!!x ", b"<<: ", b"? ", b"- ", b"  ", b"@", b"#", "→".encode(), b"''", b"|",
    b">", b"../", b"=", b'{"record":', b'"id":"s1"', b'"order":"zz"',
)  # fmt: skip


class NotReadError(AssertionError):
    """A reader failed: with something else than one clear sentence, or too late."""


def give(reader: str, data: bytes) -> str:
    """Return "content" or "refused"; raises NotReadError."""
    begun = time.process_time()
    try:
        READERS[reader](data)
    except Exception as error:
        if not is_clear(error):
            raise NotReadError(f"{reader}: {type(error).__name__}: {error}") from error
        result = "refused"
    else:
        result = "content"
    if time.process_time() - begun > SLOWEST:
        raise NotReadError(f"{reader}: took {time.process_time() - begun:.0f} s")
    return result


def seeds() -> dict[str, list[bytes]]:
    """Return what each reader is given to begin with: its inputs in the corpus that are small."""
    found: dict[str, list[bytes]] = {reader: [] for reader in READERS}
    for each in corpus():
        if each.family != "sizes" and len(found[each.reader]) < A_ROUND:
            data = each.make()
            if len(data) <= LARGEST_SEED:
                found[each.reader].append(data)
    return found


@st.composite
def mutated(draw: st.DrawFn, samples: list[bytes]) -> bytes:
    """Draw a sample with up to eight mutations."""
    data = draw(st.sampled_from(samples))
    for _ in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(data)))
        end = min(len(data), start + draw(st.integers(0, 80)))
        piece = draw(st.sampled_from(_TOKENS) | st.binary(max_size=6))
        match draw(st.integers(0, 5)):
            case 0:
                data = data[:start] + piece + data[start:]
            case 1:
                data = data[:start] + piece + data[end:]
            case 2:
                data = data[:start] + data[end:]
            case 3:
                data = data[:end] + data[start:]
            case 4:
                data = data[:start]
            case _:
                other = draw(st.sampled_from(samples))
                data = data[:start] + other[draw(st.integers(0, len(other))) :]
    return data[: 2 * LARGEST_SEED]


def round_of(reader: str, samples: list[bytes], seed: int, examples: int) -> "Round":
    """Give mutated samples to a reader; the first failure ends the round, made small."""
    done = Round()

    @hypothesis.seed(seed)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        report_multiple_bugs=False,
    )
    @hypothesis.given(mutated(samples))
    def run(data: bytes) -> None:
        done.last = data
        done.counts[give(reader, data)] += 1

    try:
        run()
    except NotReadError as error:
        done.fault = str(error)
    return done


class Round:
    """What came of some inputs: how many were read and refused, and what failed."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.last = b""
        self.fault = ""


def fuzz(seconds: float, folder: Path, say: Callable[[str], object]) -> int:
    """Fuzz all readers in turn; return how many failures were written to the folder."""
    samples, end, seed = seeds(), time.monotonic() + seconds, time.time_ns() % 2**32
    counts: dict[str, Counter[str]] = {reader: Counter() for reader in READERS}
    say(f"seed {seed}")
    while time.monotonic() < end:
        for reader, its in samples.items():
            done = round_of(reader, its, seed, A_ROUND)
            counts[reader] += done.counts
            if done.fault:
                counts[reader]["failed"] += 1
                say(f"FAILED {done.fault} -> {_kept(folder, reader, done.last)}")
            if time.monotonic() >= end:
                break
        seed += 1
    for reader, count in counts.items():
        words = ", ".join(f"{count[each]} {each}" for each in ("content", "refused", "failed"))
        say(f"{reader}: {words}")
    return sum(count["failed"] for count in counts.values())


def _kept(folder: Path, reader: str, data: bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{reader.replace(' ', '-')}-{hashlib.sha256(data).hexdigest()[:12]}.bin"
    (folder / name).write_bytes(data)
    return folder / name


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
    speak("en")
    where = Path(sys.argv[2] if len(sys.argv) > 2 else "out/fuzz")
    sys.exit(fuzz(float(sys.argv[1]), where, print) > 0)
