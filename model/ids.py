"""Ids of records: short, random, permanent, from one source that tests replace."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from random import SystemRandom
from typing import Annotated

from msgspec import Meta

# `$(?!\n)` is the end of the text for Python and for JSON Schema alike.
Id = Annotated[str, Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$(?!\n)")]

# No vowels and no look-alikes: ids neither spell words nor get misread when a file is compared.
ALPHABET = "23456789bcdfghjkmnpqrstvwxz"
LENGTH = 8  # 27^8: one clash expected among 750,000 records of one file

_random = SystemRandom()  # what `secrets` draws from, without OpenSSL behind it


def _random_id() -> str:
    return "".join(_random.choice(ALPHABET) for _ in range(LENGTH))


_source: ContextVar[Callable[[], str]] = ContextVar("ids", default=_random_id)


def new_id() -> str:
    return _source.get()()


@contextmanager
def ids_from(source: Callable[[], str]) -> Iterator[None]:
    """Take every new id from `source` inside the block."""
    token = _source.set(source)
    try:
        yield
    finally:
        _source.reset(token)
